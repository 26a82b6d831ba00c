import { Money } from '@quittance/kernel';
import fc from 'fast-check';
import { exactSums, MOST_PARTS } from './exact-sums.js';
import { isNamed, numbersIn } from './named-in.js';
import type { Candidate, Part } from './proposal.js';
import { becauseIn } from './because.js';
import { proposed } from './proposal.rules.js';

const CURRENCIES = ['EUR', 'JPY', 'KWD'] as const;
/** An amount of so many of the currency's smallest units. */
const amountOf = (units: number, currency: string): string => {
  const decimals = { EUR: 2, JPY: 0, KWD: 3 }[currency]!;
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
};

const candidate = (number: string, open: string, dueOn = '2026-02-01', more = {}): Candidate => ({
  ...{ invoiceId: `id-${number}`, number, customerId: 'C-1', open, instalment: null, dueOn },
  ...more,
});
/** What is free for C-1, who owes these invoices, oldest due first. */
const part = (free: string, invoices: Candidate[], more: Partial<Part> = {}): Part => ({
  ...{ customerId: 'C-1', currency: 'EUR', free, named: [], before: [] },
  owed: { invoices, more: false, exact: invoices.filter(({ open }) => open === free) },
  ...more,
});
const said = (parts: Part[]): string[] =>
  proposed(parts).map(
    ({ rule, score, exact, allocations }) =>
      `${rule} ${score}${exact ? ' exact' : ''}: ${allocations.map(({ number, amount }) => `${amount} ${number}`).join(', ')}`,
  );
const [old, mid, late] = [
  candidate('R-1', '100.00', '2026-01-10'),
  candidate('R-2', '250.00', '2026-02-10'),
  candidate('R-3', '400.00', '2026-03-10'),
];

describe('proposals', () => {
  it('take what the reference names, as far as the money reaches', () => {
    const named = (...of: Candidate[]) => ({ named: of.map((one) => ({ ...one, own: true })) });
    expect(said([part('250.00', [old, mid, late], named(mid))])[0]).toBe('reference 98 exact: 250.00 R-2');
    expect(said([part('600.00', [old, mid, late], named(mid))])[0]).toBe('reference 88: 250.00 R-2');
    expect(said([part('80.00', [old, mid, late], named(mid))])[0]).toBe('reference 84: 80.00 R-2');
    expect(said([part('300.00', [old, mid, late], named(old, mid))])[0]).toBe(
      'reference 74: 100.00 R-1, 200.00 R-2',
    );
  });

  it('find the one invoice with exactly the amount, or two to five that come to it', () => {
    expect(said([part('250.00', [old, mid, late])])).toEqual([
      'amount 90 exact: 250.00 R-2',
      'oldest 30: 100.00 R-1, 150.00 R-2',
    ]);
    expect(said([part('350.00', [old, mid, late])])[0]).toBe('sum 80 exact: 100.00 R-1, 250.00 R-2');
    expect(said([part('750.00', [old, mid, late])])[0]).toBe(
      'oldest 82 exact: 100.00 R-1, 250.00 R-2, 400.00 R-3',
    );
  });

  it('are worth less where another fits as well, and none of them is exact', () => {
    const twin = candidate('R-9', '250.00', '2026-02-11');
    expect(said([part('250.00', [mid, twin])]).slice(0, 2)).toEqual([
      'amount 45: 250.00 R-2',
      'amount 45: 250.00 R-9',
    ]);
    const sums = [old, candidate('R-8', '100.00', '2026-01-11'), mid, late];
    expect(said([part('350.00', sums)]).slice(0, 2)).toEqual([
      'sum 40: 100.00 R-1, 250.00 R-2',
      'sum 40: 100.00 R-8, 250.00 R-2',
    ]);
    // An amount and a sum: either may be meant.
    expect(said([part('350.00', [old, mid, candidate('R-7', '350.00')])]).slice(0, 2)).toEqual([
      'amount 90: 350.00 R-7',
      'sum 80: 100.00 R-1, 250.00 R-2',
    ]);
  });

  it('take the earliest open instalment for exactly what it is', () => {
    const inParts = candidate('R-4', '900.00', '2026-02-01', { instalment: '300.00' });
    expect(said([part('300.00', [old, inParts])])[0]).toBe('amount 84 exact: 300.00 R-4');
    const more = { owed: { invoices: [old, inParts], more: true, exact: [] } };
    const [found] = proposed([part('300.00', [], more)]);
    expect(found).toMatchObject({ rule: 'amount', score: 84, exact: false });
    expect(becauseIn('en', found!.because)).toContain('not all open invoices were looked at');
  });

  it('say where not all was looked at, and are no longer sure', () => {
    const owed = { invoices: [old, mid, late], more: true, exact: [] };
    const [sum] = proposed([part('350.00', [], { owed })]);
    expect(sum).toMatchObject({ rule: 'sum', score: 68, exact: false });
    expect(becauseIn('en', sum!.because)).toContain('not all open invoices were looked at');
  });

  it('follow what the account number meant before, the more the more often; nothing of it is exact', () => {
    const owed = { invoices: [old, mid], more: false, exact: [mid] };
    const nobody = part('250.00', [], { customerId: null });
    const meant = (times: number, of: number) => ({
      ...nobody,
      before: [{ customerId: 'C-1', times, of, ...owed }],
    });
    expect(said([meant(4, 4)])[0]).toBe('account 81: 250.00 R-2');
    expect(said([meant(1, 4)])[0]).toBe('account 20: 250.00 R-2');
    expect(said([nobody])).toEqual([]);
  });

  it('never exceed what is free or open, come to what they say, and are the same for the same', () => {
    const units = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        fc.constantFrom(...CURRENCIES),
        fc.array(units, { maxLength: 12 }),
        fc.integer({ min: 1, max: 200 }),
        fc.boolean(),
        (currency, opens, free, more) => {
          const invoices = opens.map((open, i) =>
            candidate(`R-${i}`, amountOf(open, currency), `2026-01-${String(i + 1).padStart(2, '0')}`),
          );
          const given = amountOf(free, currency);
          const exact = invoices.filter(({ open }) => open === given).slice(0, 5);
          const asked = part(given, invoices, { currency, owed: { invoices, more, exact } });
          const all = proposed([asked]);
          expect(proposed([asked])).toEqual(all);
          expect(new Set(all.map(({ proposalId }) => proposalId)).size).toBe(all.length);
          expect(all.filter((one) => one.exact).length).toBeLessThanOrEqual(1);
          for (const { allocations, exact: fits, score, rule } of all) {
            const sum = Money.sum(
              allocations.map(({ amount, open }) => {
                const part = Money.of(amount, currency);
                expect(part.isPositive && part.compare(Money.of(open, currency)) <= 0).toBe(true);
                return part;
              }),
              currency,
            );
            const left = Money.of(given, currency).minus(sum);
            expect(left.isNegative).toBe(false);
            if (fits || rule === 'sum' || rule === 'amount') expect(left.isZero).toBe(true);
            expect(score > 0 && score <= 100 && Number.isInteger(score)).toBe(true);
            expect(new Set(allocations.map(({ invoiceId }) => invoiceId)).size).toBe(allocations.length);
          }
        },
      ),
    );
  });
});

describe('exact sums', () => {
  const eur = (units: number): Money => Money.of(amountOf(units, 'EUR'), 'EUR');

  it('are found where there are any, as trying all of them does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 9 }),
        fc.integer({ min: 1, max: 90 }),
        (units, target) => {
          let count = 0;
          for (let set = 0; set < 2 ** units.length; set += 1) {
            const of = units.filter((_, i) => set & (1 << i));
            if (of.length >= 2 && of.length <= MOST_PARTS && of.reduce((a, b) => a + b, 0) === target)
              count += 1;
          }
          const { found, complete } = exactSums(eur(target), units.map(eur));
          expect(complete).toBe(true);
          expect(found.length).toBe(Math.min(count, 3));
          for (const places of found)
            expect(places.reduce((sum, place) => sum + units[place]!, 0)).toBe(target);
        },
      ),
    );
  });

  it('are given up where too much would have to be tried', () => {
    // Even amounts never come to an odd one, and no bound tells so.
    const units = Array.from({ length: 60 }, (_, i) => 10_000 + 2 * i);
    expect(exactSums(eur(45_001), units.map(eur))).toEqual({ found: [], complete: false });
  });
});

describe('numbers in a reference', () => {
  it('are found whatever blanks, signs and capitals they are written with, but not within longer ones', () => {
    expect(isNamed('INV-2026-0042', 'Re: inv 2026/0042, thanks')).toBe(true);
    expect(isNamed('INV-2026-0042', 'INV20260042')).toBe(true);
    expect(isNamed('2026-004', 'INV-2026-0042')).toBe(false);
    expect(isNamed('2026', 'invoice 2026-0042')).toBe(false);
    expect(isNamed('0042', 'invoice 2026-0042')).toBe(false);
    expect(isNamed('Ф-17', 'фактура Ф 17')).toBe(true);
    expect(isNamed('(.*)1', 'anything 11')).toBe(false);
  });

  it('are words, words that follow one another, and what strokes part', () => {
    const numbers = numbersIn('Invoices: R-1, R-2/R-3; "R 4".');
    expect(numbers).toEqual(expect.arrayContaining(['r-1', 'r-2', 'r-3', 'r 4', 'r-2/r-3']));
    expect(numbersIn('thank you')).toEqual([]);
  });

  it('come to an end for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 500, unit: 'grapheme' }),
        fc.string({ maxLength: 100 }),
        (reference, number) => {
          expect(numbersIn(reference).length).toBeLessThanOrEqual(200);
          expect(typeof isNamed(number, reference)).toBe('boolean');
        },
      ),
    );
  });
});
