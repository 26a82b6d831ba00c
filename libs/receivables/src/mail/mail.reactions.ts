import type { Reaction } from '../manifest/reaction.js';
import { ReadBounces } from './bounce/read-bounces.policy.js';
import { SendMails } from './sending/send-mails.policy.js';

const EVERY_MS = 5_000;
const BOUNCES_EVERY_MS = 30_000;

/** Mails are drafted, leave and are told of in this order, by one duty: a step is told before its mail is looked for again. */
export const mailReactions: readonly Reaction[] = [
  {
    name: 'send mails',
    every: EVERY_MS,
    begin({ mail, ...parts }) {
      if (!mail) return async () => ({ over: true });
      const sending = new SendMails(parts, mail);
      return async (by) => {
        const { left, failed } = await sending.round(by);
        if (left + failed === 0) return;
        return { told: { message: 'mails', fields: { left, failed }, warn: failed > 0 } };
      };
    },
  },
  {
    name: 'read bounces',
    every: BOUNCES_EVERY_MS,
    begin({ mail, execute }) {
      if (!mail?.bounces) return async () => ({ over: true });
      const bounces = new ReadBounces(mail.bounces, execute);
      return async (by) => {
        const came = await bounces.run(by);
        return came > 0 ? { told: { message: 'mails came back', fields: { came } } } : undefined;
      };
    },
  },
];
