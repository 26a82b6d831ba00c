import type { Reaction } from '../manifest/reaction.js';
import { TellPeople } from './tell-people.policy.js';

const EVERY_MS = 5_000;

/** Once in the morning, after the run of reminders, people are told; what goes by mail leaves within seconds. */
export const alertReactions: readonly Reaction[] = [
  {
    name: 'draw up digests',
    every: 'morning',
    begin(parts) {
      const people = new TellPeople(parts, parts.mail);
      return async (by) => {
        const fields = await people.drawUp(by);
        if (fields.told + fields.unaddressed === 0) return;
        return { told: { message: 'alerts', fields, warn: fields.unaddressed > 0 } };
      };
    },
  },
  {
    name: 'send digests',
    every: EVERY_MS,
    begin({ mail, ...parts }) {
      if (!mail) return async () => ({ over: true });
      const people = new TellPeople(parts, mail);
      return async (by) => {
        const fields = await people.leave(by);
        if (fields.left + fields.failed === 0) return;
        return { told: { message: 'alerts by mail', fields, warn: fields.failed > 0 } };
      };
    },
  },
];
