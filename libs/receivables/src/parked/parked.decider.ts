import { type Decider, factsOf } from '@quittance/kernel';
import type { ReleaseStreams } from './parked.commands.js';
import type { ParkedFacts } from './parked.events.js';

interface ParkedCommands {
  ReleaseStreams: ReleaseStreams;
}

const fact = factsOf<ParkedFacts>();

/** Names that a fact lists; of a release of more it says how many they were. */
const MOST_NAMES = 100;

/** The releases of parked streams, one after the other. */
export const parkedDecider: Decider<ParkedCommands, null, ParkedFacts> = {
  category: 'parked',
  initial: null,
  decide: {
    ReleaseStreams: ({ streams, reason }, _state, { today }) =>
      streams.length === 0
        ? []
        : [
            fact('StreamsReleased', {
              streams: streams.slice(0, MOST_NAMES),
              count: String(streams.length),
              reason,
              releasedOn: today,
            }),
          ],
  },
  evolve: { StreamsReleased: () => null },
};
