import { MacKeys } from '@quittance/event-store';
import type { Reaction } from '../manifest/reaction.js';
import { lastLogHead, recordLogHead } from './log-head.policy.js';
import { BeginningOfMacs } from './mac-begun.policy.js';

/** How often it is looked whether every process writes MACs, until MacBegun is recorded. */
const LOOK_EVERY_MS = 5_000;
/** How long nothing may show a process of a release without MACs; on one machine all processes start together. */
const QUIET_FOR_MS = 600_000;

export const auditReactions: readonly Reaction[] = [
  {
    name: 'begin macs',
    every: LOOK_EVERY_MS,
    atOnce: true,
    begin({ store, pool, execute, entity, together }) {
      const quietFor = together ? 0 : QUIET_FOR_MS;
      const beginning = new BeginningOfMacs({
        ...{ store, pool, keys: new MacKeys(pool), execute, entity },
        quietFor,
      });
      let before = '';
      return async (by) => {
        const now = await beginning.run(by);
        if (now.state === 'begun') return { over: true };
        const held = now.state === 'held' ? now.by : '';
        const isNew = held !== '' && held !== before;
        before = held;
        if (!isNew) return {};
        const message = 'facts need no MAC yet: a process writes none, end it to finish the upgrade';
        return { told: { warn: true, message, fields: { by: held } } };
      };
    },
  },
  {
    name: 'record log head',
    every: 'morning',
    // Each run leaves a head of the log behind.
    lastDay: async ({ store, entity }) => (await lastLogHead(store, entity))?.recordedOn,
    begin:
      ({ store, execute, entity }) =>
      async (by) => {
        const head = await recordLogHead(store, execute, { entity, ...by });
        if (!head) return {};
        const fields = { position: head.position.commit.toString() };
        return { told: { message: 'log head recorded', fields } };
      },
  },
];
