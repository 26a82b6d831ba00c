import fc from 'fast-check';
import { day, seldom } from './action.js';
import { type Intent, intents, NAMES } from './actions.js';

// A history before it is carried out: small numbers that the book in hand turns into commands (actions.ts), so
// that any part of a history is a history again. That is how fast-check finds the shortest one that fails.

/** Something goes wrong at the n-th append: the process dies before or after it, or its reply is lost. */
export interface Fault {
  append: number;
  how: 'dies-before' | 'dies-after' | 'reply-lost';
  /** Whether the caller asks again; else what is pending stays so until the reactor finishes it. */
  asksAgain: boolean;
}

export type Step =
  | { step: 'send'; intent: Intent; by: Writer; fault: Fault | null }
  /** Two at once, at two processes, each so many turns of the event loop before it appends. */
  | { step: 'together'; intents: [Intent, Intent]; paces: [number, number] }
  /** An earlier command once more: with its key, or as somebody's new request. */
  | { step: 'again'; earlier: number; by: Writer; newKey: boolean }
  | { step: 'restart'; part: 'writer 0' | 'writer 1' | 'projector' | 'event store' }
  /** A report is asked for and kept; at the end the same question must give the same bytes. */
  | { step: 'ask'; asOf: number };
export type Writer = 0 | 1;

/** Steps: the more there is to do, the more, so that each of it is done now and then. */
const LONGEST = 2 * NAMES.length;

/** How the facts come to the projector: so many at a time, some of the last once more, and a crash in between. */
export interface Delivery {
  facts: number;
  again: number;
  crash: boolean;
}

export interface History {
  steps: Step[];
  deliveries: Delivery[];
}

const writer = fc.constantFrom<Writer>(0, 1);

const fault: fc.Arbitrary<Fault> = fc.record({
  append: fc.constantFrom(1, 1, 2, 3),
  // A lost reply is waited for: seldom.
  how: fc.oneof(
    { weight: 10, arbitrary: fc.constant('dies-before' as const) },
    { weight: 10, arbitrary: fc.constant('dies-after' as const) },
    { weight: 1, arbitrary: fc.constant('reply-lost' as const) },
  ),
  asksAgain: fc.boolean(),
});

/** @param faults one of so many commands meets a fault, one of so many steps is a restart */
export const histories = (faults: number): fc.Arbitrary<History> =>
  fc.record({
    steps: fc.array(
      fc.oneof(
        {
          weight: 6 * faults,
          arbitrary: fc.record({
            step: fc.constant('send' as const),
            intent: intents,
            by: writer,
            fault: seldom(faults, fault),
          }),
        },
        {
          weight: 2 * faults,
          arbitrary: fc.record({
            step: fc.constant('together' as const),
            intents: fc.tuple(intents, intents),
            paces: fc.tuple(fc.nat(3), fc.nat(3)),
          }),
        },
        {
          weight: 2 * faults,
          arbitrary: fc.record({
            step: fc.constant('again' as const),
            earlier: fc.nat(20),
            by: writer,
            newKey: fc.boolean(),
          }),
        },
        {
          weight: 10,
          arbitrary: fc.record({
            step: fc.constant('restart' as const),
            part: fc.constantFrom('writer 0', 'writer 1', 'projector', 'event store'),
          }),
        },
        { weight: faults, arbitrary: fc.record({ step: fc.constant('ask' as const), asOf: day }) },
      ),
      { minLength: 1, maxLength: LONGEST, size: 'max' },
    ),
    deliveries: fc.array(
      fc.record({ facts: fc.integer({ min: 1, max: 9 }), again: fc.nat(6), crash: fc.boolean() }),
      { minLength: 1, maxLength: 6, size: 'max' },
    ),
  });
