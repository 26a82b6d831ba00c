import { factsOf, type Slice, stream } from '@quittance/kernel';
import type { TakeNumber } from './draft.commands.js';
import type { SeriesFacts } from './draft.events.js';

export interface SeriesSlice {
  name: 'series';
  commands: { TakeNumber: TakeNumber };
  facts: SeriesFacts;
  /** The last place that was taken. */
  own: number;
  /** The highest number of the series that an invoice has, where none was taken yet. */
  references: { TakeNumber: { highest: number } };
}

/** Digits that a number has at least. */
const DIGITS = 4;

/** Numbers of a series, each taken once: what is taken and not used is a gap that the numbering report tells. */
export const series: Slice<SeriesSlice> = {
  name: 'series',
  initial: 0,
  decide: {
    TakeNumber({ series: of, draftId }, { own }, { today, references }) {
      const place = Math.max(own, references.highest) + 1;
      const number = `${of}${String(place).padStart(DIGITS, '0')}`;
      return [factsOf<SeriesFacts>()('NumberTaken', { series: of, place, number, draftId, takenOn: today })];
    },
  },
  evolve: { NumberTaken: (own, { place }) => Math.max(own, place) },
};

export const seriesStreams = stream('series', [series]);
