import type { ComponentProps } from 'react';
import { type Cell, explainText, readExplain } from './explanation';
import type { Figure } from './figure';

type Props = ComponentProps<typeof Figure>;
const amount = { amount: '720.00', currency: 'EUR' };

// Rule 1, held by the type check: one line less, and it fails.
// @ts-expect-error A figure without an explanation does not compile.
export const UNEXPLAINED: Props = { value: amount };
// @ts-expect-error Nor one that is explained by nothing.
export const BY_NOTHING: Props = { value: amount, explain: {} };
// @ts-expect-error Nor one whose rows no page shows.
export const BY_NO_PAGE: Props = { value: amount, explain: { to: '/nowhere' } };

describe('an explanation in the address', () => {
  it.each<Cell>([
    { cell: '/open', currency: 'EUR' },
    { cell: 'C/1&2=%/1-30', currency: 'EUR', by: 'customer', basis: 'issued', buckets: '15,45' },
    {
      cell: '-/unapplied',
      currency: 'USD',
      by: 'owner',
      asOf: '2026-03-31',
      knownAt: '2026-04-01T09:00:00Z',
    },
  ])('reads back as it was written: %o', (cell) => {
    expect(readExplain(explainText(cell))).toEqual(cell);
  });

  it('is none where no cell is named', () => {
    expect(['', 'cell=/open', 'currency=EUR'].map(readExplain)).toEqual([undefined, undefined, undefined]);
  });
});
