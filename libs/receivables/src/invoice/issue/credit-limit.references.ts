import type { Outcome, ReadStreams } from '@quittance/event-store';
import type { Customer } from '../../customer/customer.stream.js';
import { HELD } from '../../ledger/ledger.tables.js';
import { oneWith } from '../../reporting/merged.sql.js';
import type { CreditJudged } from './credit-limit.decider.js';
import type { IssueFacts } from './issue.events.js';

/** What a customer owes in a currency, with those who are one with them, less what is held for them. */
const OWED = `
  with recursive ${oneWith('$1')}
  select (coalesce((select sum(v.open) from live.invoices v
                    where v.customer_id in (select id from one) and v.currency = $2 and v.open > 0), 0)
        + coalesce((select sum(l.amount) from live.ledger_lines l
                    where l.${HELD} and l.party in (select id from one) and l.currency = $2), 0))::text as owed`;

/** Asked only where the customer has a limit in that currency; what was taken over from elsewhere was granted there. */
export async function creditOf(
  read: ReadStreams,
  customer: Customer | undefined,
  { currency, opening }: { currency?: string; opening?: object },
): Promise<CreditJudged | undefined> {
  const limit = opening || currency === undefined ? undefined : customer?.creditLimit?.[currency];
  if (limit === undefined) return undefined;
  return { limit, ...(await read.judge<{ owed: string }>(OWED, [customer!.customerId, currency])) };
}

/** What an issue answers where it brings its customer above their limit. */
export const answersLimit = async ({ facts: [fact] }: Outcome): Promise<object> => {
  const { overLimit } = (fact?.data ?? {}) as Partial<IssueFacts['InvoiceIssued']>;
  return overLimit ? { overLimit } : {};
};
