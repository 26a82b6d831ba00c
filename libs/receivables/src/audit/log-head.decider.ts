import { type Decider, factsOf } from '@quittance/kernel';
import type { RecordLogHead } from './log-head.commands.js';
import type { LogHeadFacts } from './log-head.events.js';

interface LogHeadCommands {
  RecordLogHead: RecordLogHead;
}

const fact = factsOf<LogHeadFacts>();

/** The heads of the log, one a day. The same head again, or one that a slower reading came to, is nothing to do. */
export const logHeadDecider: Decider<LogHeadCommands, string | null, LogHeadFacts> = {
  category: 'log-heads',
  initial: null,
  decide: {
    RecordLogHead: ({ position, facts, streams, hash }, last, { entity, today }) =>
      last !== null && BigInt(position) <= BigInt(last)
        ? []
        : [fact('LogHeadRecorded', { entity, position, facts, streams, hash, recordedOn: today })],
  },
  evolve: { LogHeadRecorded: (_last, { position }) => position },
};
