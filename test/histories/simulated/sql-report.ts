import { Decimal } from 'decimal.js';
import type { AgingAnswer } from '../../../libs/receivables/src/reporting/aging.answer.js';
import type { AgingQueries } from '../../../libs/receivables/src/reporting/aging.queries.js';
import type { Aged } from './report.js';

/** The aging report by customer at a place, as the product answers it: all of it, as one text. */
export async function bytesOf(
  queries: AgingQueries,
  { asOf, at }: { asOf: string; at: bigint },
): Promise<string> {
  const place = { asOf, known: 'recorded', knownAt: new Date(0), knownPosition: at, stale: false } as const;
  return JSON.stringify(await queries.page({ by: 'customer', limit: 500 }, place));
}

/** Its totals, in the form in which they are worked out by hand. @throws Error when they do not balance */
export function plainly(answer: string): Record<string, Aged> {
  const { currencies } = JSON.parse(answer) as AgingAnswer;
  const plain = (amount: string): string => new Decimal(amount).toFixed();
  return Object.fromEntries(
    currencies.map(
      ({ currency, buckets, open, overdue, extended, unapplied, pending, credits, control, balanced }) => {
        if (!balanced) throw new Error(`${currency} does not balance: ${answer}`);
        const each = Object.entries(buckets).map(
          ([name, { count, amount }]) => [name, { count, amount: plain(amount) }] as const,
        );
        const aged: Aged = {
          buckets: Object.fromEntries(each),
          open: plain(open),
          overdue: plain(overdue),
          extended: plain(extended),
          unapplied: plain(unapplied),
          pending: plain(pending),
          credits: plain(credits ?? '0'),
          control: plain(control),
        };
        return [currency, aged];
      },
    ),
  );
}
