import { Money } from '@quittance/kernel';
import fc from 'fast-check';
import { randomHistories } from '../../spec/random-history.js';
import { CONTROLS, legsOf } from '../features.js';
import { ACCOUNTS } from './accounts.js';
import { addedBy, type AnyControls } from './control.js';

interface Amount {
  amount: Money;
  on: string;
  party: string | null;
}

/** Sums by a key, and the days on which one of them differs. */
const sumsBy = (amounts: readonly Amount[], keyOf: (amount: Amount) => string): Map<string, string> => {
  const sums = new Map<string, Money>();
  for (const one of amounts) {
    const key = keyOf(one);
    sums.set(key, (sums.get(key) ?? Money.zero(one.amount.currency)).plus(one.amount));
  }
  return new Map([...sums].filter(([, sum]) => !sum.isZero).map(([key, sum]) => [key, sum.toString()]));
};

describe('the ledger of any history', () => {
  it('has legs that sum to zero per fact, currency and day', () => {
    let facts = 0;
    fc.assert(
      fc.property(randomHistories, (history) => {
        for (const { type, data } of history.facts) {
          const legs = legsOf({ type, data });
          expect(sumsBy(legs, ({ amount, on }) => `${amount.currency} ${on}`)).toEqual(new Map());
          facts += legs.length > 0 ? 1 : 0;
        }
      }),
      { numRuns: 200 },
    );
    expect(facts).toBeGreaterThan(1_000);
  });

  it('comes to its control on every day and at every position, in all and customer by customer', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomHistories, (history) => {
        const [inner, adds, moves]: [Amount[], Amount[], Amount[]] = [[], [], []];
        const dates = [
          ...new Set(history.facts.flatMap(({ type, data }) => legsOf({ type, data }).map(({ on }) => on))),
        ];
        for (const { type, data } of history.facts) {
          inner.push(...legsOf({ type, data }).filter(({ account }) => ACCOUNTS[account] === 'inner'));
          const control = (CONTROLS as AnyControls)[type];
          adds.push(...addedBy(control, data));
          moves.push(...(control?.moves?.(data as never) ?? []));
          for (const date of dates) {
            const until = (amounts: Amount[]): Amount[] => amounts.filter(({ on }) => on <= date);
            const inAll = ({ amount }: Amount): string => amount.currency;
            const byParty = ({ amount, party }: Amount): string => `${party} ${amount.currency}`;
            expect(sumsBy(until(inner), inAll)).toEqual(sumsBy(until(adds), inAll));
            expect(sumsBy(until(inner), byParty)).toEqual(sumsBy(until([...adds, ...moves]), byParty));
            compared += 1;
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(1_000);
  });
});
