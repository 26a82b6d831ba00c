import fc from 'fast-check';

// A history before anybody lives it: small numbers that the book in hand turns into commands (bookkeeping.ts), so
// that any part of a history is a history again. That is how fast-check finds the shortest one that fails.

/** What somebody wants done. Days count from the first day of the histories; amounts are in the smallest unit. */
export type Intent =
  | {
      do: 'issue';
      number: number;
      customer: number;
      cents: number;
      issued: number;
      days: number;
      owner: number;
    }
  | {
      do: 'pay';
      cents: number;
      received: number;
      payer: number | null;
      /** The bank's own id: a small number, so that the same payment comes twice. */
      external: number | null;
      parts: { invoice: number; share: number }[];
    }
  | { do: 'extend'; invoice: number; days: number; granted: number }
  | { do: 'reassign'; invoice: number; owner: number; assigned: number }
  /** Null: all that is open and not disputed. */
  | { do: 'dispute'; invoice: number; cents: number | null; disputed: number }
  | { do: 'resolve'; invoice: number; dispute: number; upheld: boolean; resolved: number };

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

/** The last day of a history. */
export const LAST_DAY = 180;

const day = fc.nat(LAST_DAY);
const writer = fc.constantFrom<Writer>(0, 1);
const invoice = fc.nat(5);
// Round amounts too, so that some payments fit exactly.
const cents = fc.oneof(fc.constantFrom(1, 1_000, 5_000, 10_000), fc.integer({ min: 1, max: 99_999 }));
const seldom = <Value>(one: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: one - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const intent: fc.Arbitrary<Intent> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('issue' as const),
      number: fc.nat(5),
      customer: fc.nat(1),
      cents,
      issued: fc.nat(LAST_DAY + 20),
      days: fc.nat(120),
      owner: fc.nat(2),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      cents,
      received: day,
      payer: seldom(2, fc.nat(1)),
      external: seldom(3, fc.nat(2)),
      parts: fc.array(fc.record({ invoice, share: fc.nat(100) }), { maxLength: 4, size: 'max' }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('extend' as const),
      invoice,
      days: fc.constantFrom(0, 15, 30, 30, 60),
      granted: day,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('reassign' as const),
      invoice,
      owner: fc.nat(2),
      assigned: day,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('dispute' as const),
      invoice,
      cents: fc.option(cents),
      disputed: day,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('resolve' as const),
      invoice,
      dispute: fc.nat(2),
      upheld: fc.boolean(),
      resolved: day,
    }),
  },
);

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
            intent,
            by: writer,
            fault: seldom(faults, fault),
          }),
        },
        {
          weight: 2 * faults,
          arbitrary: fc.record({
            step: fc.constant('together' as const),
            intents: fc.tuple(intent, intent),
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
      { minLength: 1, maxLength: 20, size: 'max' },
    ),
    deliveries: fc.array(
      fc.record({ facts: fc.integer({ min: 1, max: 9 }), again: fc.nat(6), crash: fc.boolean() }),
      { minLength: 1, maxLength: 6, size: 'max' },
    ),
  });
