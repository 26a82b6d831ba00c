import { addDays, addMonths, endOfMonth } from '@quittance/kernel';
import fc from 'fast-check';
import { story } from '../../../../test/support/story.js';
import { dueDateOf, type PaymentTerms, termsFault } from './payment.terms.js';

const DAY_OF_ISSUE = ['2019-01-01', '2019-01-15', '2019-01-31'] as const;

const AGREED: [string, PaymentTerms, due: readonly [string, string, string]][] = [
  ['at once: on the day of issue', { type: 'net', days: 0 }, DAY_OF_ISSUE],
  [
    '45 days after the end of the month',
    { type: 'endOfMonth', days: 45 },
    ['2019-03-17', '2019-03-17', '2019-03-17'],
  ],
  [
    'the first 15th from 31 days after issue on',
    { type: 'dayOfMonth', days: 31, day: 15 },
    ['2019-02-15', '2019-02-15', '2019-03-15'],
  ],
  ['at the end of the month', { type: 'endOfMonth' }, ['2019-01-31', '2019-01-31', '2019-01-31']],
  ['on the first of the next month', { type: 'nextMonth' }, ['2019-02-01', '2019-02-01', '2019-02-01']],
];

describe('terms of payment', () => {
  const cases = AGREED.flatMap(([words, terms, due]) =>
    DAY_OF_ISSUE.map((issuedOn, i) => [words, issuedOn, due[i]!, terms] as const),
  );
  it.each(cases)('%s: issued %s, due %s', (_words, issuedOn, due, terms) => {
    expect(dueDateOf(terms, issuedOn)).toBe(due);
  });

  it.each<[string, PaymentTerms, string, string]>([
    ['30 days', { type: 'net', days: 30 }, '2024-01-31', '2024-03-01'],
    ['the 31st, in a month of 30 days', { type: 'dayOfMonth', day: 31 }, '2026-04-10', '2026-04-30'],
    ['the 30th, in February', { type: 'nextMonth', day: 30 }, '2026-01-31', '2026-02-28'],
    ['the 29th, in a leap February', { type: 'nextMonth', day: 29 }, '2024-01-31', '2024-02-29'],
    ['the day itself counts', { type: 'dayOfMonth', day: 15 }, '2026-04-15', '2026-04-15'],
    ['the day before, in the next month', { type: 'dayOfMonth', day: 15 }, '2026-04-16', '2026-05-15'],
    ['the next month, over the year', { type: 'nextMonth', day: 10 }, '2025-12-31', '2026-01-10'],
  ])('%s', (_words, terms, issuedOn, due) => {
    expect(dueDateOf(terms, issuedOn)).toBe(due);
  });

  const LATER: [words: string, terms: PaymentTerms, issuedOn: string, due: string][] = [
    ['a month net, from the last of a long month', { type: 'net', months: 1 }, '2024-01-31', '2024-02-29'],
    ['a month net', { type: 'net', months: 1 }, '2026-03-15', '2026-04-15'],
    ['a year net, from a leap day', { type: 'net', months: 12 }, '2024-02-29', '2025-02-28'],
    [
      '30 days end of month, the 10th',
      { type: 'daysEndOfMonth', days: 30, day: 10 },
      '2016-01-05',
      '2016-03-10',
    ],
    [
      '30 days end of month, the 10th',
      { type: 'daysEndOfMonth', days: 30, day: 10 },
      '2016-01-31',
      '2016-04-10',
    ],
    [
      'a month end of month, the 10th',
      { type: 'daysEndOfMonth', months: 1, day: 10 },
      '2016-01-31',
      '2016-03-10',
    ],
    ['30 days end of month', { type: 'daysEndOfMonth', days: 30 }, '2016-01-05', '2016-02-29'],
    ['60 days end of month', { type: 'daysEndOfMonth', days: 60 }, '2026-01-31', '2026-04-30'],
    [
      'a month end of month, the 31st',
      { type: 'daysEndOfMonth', months: 1, day: 31 },
      '2025-12-15',
      '2026-02-28',
    ],
    [
      'end of month plus 30 days stays what it was',
      { type: 'endOfMonth', days: 30 },
      '2016-01-05',
      '2016-03-01',
    ],
  ];
  it.each(LATER)('%s: %j, issued %s, due %s', (_words, terms, issuedOn, due) => {
    expect(dueDateOf(terms, issuedOn)).toBe(due);
  });
  story(
    'mended-doors',
    'B9',
    'Terms count days or months to the end of a month, then a day of the next',
    (show) => {
      for (const [, terms, issuedOn, right] of LATER)
        show({ input: { terms, issuedOn }, right, got: dueDateOf(terms, issuedOn) });
    },
  );

  it.each<[PaymentTerms, string]>([
    [{ type: 'net', days: 30, months: 1 }, 'net takes days or months, not both'],
    [{ type: 'daysEndOfMonth', days: 30, months: 1 }, 'daysEndOfMonth takes days or months, not both'],
    [{ type: 'endOfMonth', months: 1 }, 'endOfMonth takes no months'],
    [{ type: 'dayOfMonth', months: 1, day: 5 }, 'dayOfMonth takes no months'],
    [{ type: 'nextMonth', months: 1 }, 'nextMonth takes no months'],
    [{ type: 'dayOfMonth', days: 10 }, 'dayOfMonth takes a day'],
    [{ type: 'nextMonth', days: 10 }, 'nextMonth takes no days'],
    [{ type: 'net', day: 10 }, 'net takes no day'],
    [{ type: 'endOfMonth', day: 10 }, 'endOfMonth takes no day'],
  ])('%j make no sense', (terms, fault) => {
    expect(termsFault(terms)).toBe(fault);
  });

  const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
  const days = fc.integer({ min: 0, max: 400 });
  const day = fc.integer({ min: 1, max: 31 });

  it('never make anything due before its issue', () => {
    const terms = fc.record(
      {
        type: fc.constantFrom<PaymentTerms['type']>(
          ...(['net', 'endOfMonth', 'dayOfMonth', 'nextMonth', 'daysEndOfMonth'] as const),
        ),
        days,
        months: fc.integer({ min: 0, max: 40 }),
        day,
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(fc.property(date, terms, (issuedOn, agreed) => dueDateOf(agreed, issuedOn) >= issuedOn));
  });

  it('by day of month: the given day, or the last of a shorter month, within a month of the earliest date', () => {
    fc.assert(
      fc.property(date, days, day, (issuedOn, wait, given) => {
        const from = addDays(issuedOn, wait);
        const due = dueDateOf({ type: 'dayOfMonth', days: wait, day: given }, issuedOn);
        const dayDue = Number(due.slice(8));
        expect(due >= from && due <= endOfMonth(addMonths(from, 1))).toBe(true);
        expect(dayDue === given || (dayDue < given && due === endOfMonth(due))).toBe(true);
      }),
    );
  });
});
