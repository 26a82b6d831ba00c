import { story } from '../../../../test/support/story.js';
import { chase, day, DUE, invoice, last, told } from '../../spec/chasing.js';
import type { Holding } from './asked.decider.js';

// Why a step comes, or does not: each reason is a rule.

const HELD = ['disputed', 'promised', 'on-plan', 'paused', 'extended', 'insolvent', 'in-collection'];

story(
  'chase',
  'B1',
  'What holds an invoice up skips its step with a code, and the step comes when it is over',
  (show) => {
    for (const kind of HELD) {
      const of = invoice({ holds: [{ kind, since: DUE, until: day(5) }] });
      const skipped = chase(day(3), of);
      const again = chase(day(4), of, { before: skipped });
      const after = chase(day(6), of, { before: skipped });
      show({
        input: `${kind} from the due date to 5 days after it: the runs of 3, 4 and 6 days after it`,
        right: [[`due+3 ${kind}`], [], ['due-3 superseded', 'due+3 100.00']],
        got: [told(skipped), told(again), told(after)],
      });
    }
  },
);

story('chase', 'B2', 'The part that is not disputed is asked for, with the right amount', (show) => {
  const of = invoice({ holds: [{ kind: 'disputed', since: DUE, amount: '40.00' }] });
  show({ input: '40.00 of 100.00 disputed', right: 'due+3 60.00', got: last(day(3), of) });
});

story('chase', 'B3', 'Money and credits on account are set against what is overdue, oldest first', (show) => {
  const cases: [string, Partial<Holding>, string][] = [
    ['30.00 unapplied', { unapplied: '30.00' }, 'due+3 70.00'],
    ['100.00 unapplied', { unapplied: '100.00' }, 'due+3 unapplied-cash'],
    [
      '40.00 unapplied, a credit note of 60.00',
      { unapplied: '40.00', credits: '60.00' },
      'due+3 open-credit',
    ],
    ['100.00 in transit', { pending: '100.00' }, 'due+3 in-transit'],
    [
      '100.00 unapplied, 80.00 of it for what is older',
      { unapplied: '100.00', older: '80.00' },
      'due+3 80.00',
    ],
    ['50.00 unapplied, 80.00 older', { unapplied: '50.00', older: '80.00' }, 'due+3 100.00'],
  ];
  for (const [input, holding, right] of cases)
    show({ input, right, got: last(day(3), invoice(), { holding }) });
});

story(
  'chase',
  'B4',
  'What is held skips a step once, until it changes; when the money goes elsewhere the step comes',
  (show) => {
    const before = chase(day(3), invoice(), { holding: { unapplied: '100.00' } });
    const then = (on: number, unapplied?: string): string[] =>
      told(chase(day(on), invoice(), { before, ...(unapplied && { holding: { unapplied } }) }));
    show({
      input: '100.00 on account on the third day; on the fourth as much, 120.00, or nothing',
      right: [[], ['due+3 unapplied-cash'], ['due-3 superseded', 'due+3 100.00']],
      got: [then(4, '100.00'), then(4, '120.00'), then(4)],
    });
  },
);

story('chase', 'B5', 'Instalments are chased one by one', (show) => {
  const of = invoice({
    instalments: [
      { dueOn: DUE, amount: '50.00' },
      { dueOn: day(5), amount: '50.00' },
    ],
  });
  show({
    input: 'two of 50.00, due five days apart, 8 days after the first',
    right: [
      'due-3 superseded',
      'due+3 superseded',
      'due+7 50.00',
      'due-3 part 2 superseded',
      'due+3 part 2 50.00',
    ],
    got: told(chase(day(8), of)),
  });
});

story(
  'chase',
  'B6',
  'Nobody is asked for less than the minimum, nor to an address from which mails come back',
  (show) => {
    const policy = { minAmount: { EUR: '20.00' } };
    show({
      input: '12.00 open with a minimum of 20.00; 100.00 open, and mails come back',
      right: ['due+3 below-minimum', 'due+3 bounced-address'],
      got: [last(day(3), invoice({ open: '12.00' }), { policy }), last(day(3), invoice(), { bounced: true })],
    });
  },
);

story('chase', 'B7', 'Steps before a cut-over were for others; no storm is set off', (show) => {
  const of = invoice({ opening: day(10) });
  show({
    input: 'taken over 10 days after its due date: the runs of 10 and 14 days after it',
    right: [[], ['due+14 100.00']],
    got: [told(chase(day(10), of)), told(chase(day(14), of))],
  });
});

story(
  'chase',
  'B13',
  'Escalations of a first run wait until a manager confirms them; no step below is overtaken meanwhile',
  (show) => {
    const proposing = { steps: [{ key: 'agency', days: 20, kind: 'propose-collection', approval: 'never' }] };
    const unconfirmed = { unconfirmed: true };
    const held = chase(day(31), invoice(), unconfirmed);
    show({
      input: 'the run of 31 days after the due date, the next day, and confirmed; a reminder; a proposal',
      right: {
        held: ['due+30 not-confirmed'],
        again: [],
        confirmed: [
          ...['due-3 superseded', 'due+3 superseded', 'due+7 superseded', 'due+14 superseded'],
          'due+30 InvoiceEscalated',
        ],
        reminder: 'due+14 100.00',
        proposal: 'agency not-confirmed',
      },
      got: {
        held: told(held),
        again: told(chase(day(32), invoice(), { before: held, ...unconfirmed })),
        confirmed: told(chase(day(31), invoice(), { before: held })),
        reminder: last(day(14), invoice(), unconfirmed),
        proposal: last(day(31), invoice(), { policy: proposing as never, ...unconfirmed }),
      },
    });
  },
);
