import { type Decider, factsOf } from '@quittance/kernel';
import type { BeginMacs, RecordLogHead } from './log-head.commands.js';
import type { LogHeadFacts } from './log-head.events.js';

interface LogHeadCommands {
  RecordLogHead: RecordLogHead;
  BeginMacs: BeginMacs;
}

interface LogHeads {
  /** Position of the last recorded head. */
  position: string | null;
  /** Facts MacBegun, whoever wrote them. */
  begun: number;
}

const fact = factsOf<LogHeadFacts>();

/** The heads of the log, one a day. The same head again, or one that a slower reading came to, is nothing to do. */
export const logHeadDecider: Decider<LogHeadCommands, LogHeads, LogHeadFacts> = {
  category: 'log-heads',
  initial: { position: null, begun: 0 },
  decide: {
    RecordLogHead: ({ position, facts, streams, hash }, { position: last }, { entity, today }) =>
      last !== null && BigInt(position) <= BigInt(last)
        ? []
        : [fact('LogHeadRecorded', { entity, position, facts, streams, hash, recordedOn: today })],
    // A decision cannot judge MACs: the sender has, and says how many it found to be worth nothing.
    BeginMacs: ({ key, forged }, { begun }, { entity, today }) =>
      begun > forged ? [] : [fact('MacBegun', { entity, key, begunOn: today })],
  },
  evolve: {
    LogHeadRecorded: (state, { position }) => ({ ...state, position }),
    MacBegun: (state) => ({ ...state, begun: state.begun + 1 }),
  },
};
