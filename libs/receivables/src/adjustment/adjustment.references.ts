import type { ReadStreams } from '@quittance/event-store';
import { amountLimit } from '@quittance/kernel';
import { customerStatesNow } from '../customer/customer.references.js';
import { customerOfInvoice, issuedInvoice } from '../invoice/invoice.references.js';
import { type DecidedKind, decidedBy } from '../ledger/settlement.kinds.js';
import { invoices } from '../invoice/invoice.stream.js';
import { oneWith } from '../reporting/merged.sql.js';
import { invoiceStream } from '../streams.js';
import { type JudgedYears, NOTHING } from './adjustment.limits.decider.js';
import type { Adjustments } from './adjustment.state.decider.js';
import type { Difference, Differing } from './adjustment.stream.js';

/**
 * What settled invoices by a kind, by year, of the customer with those who are one with them: what was taken back is not in it.
 * Partial index of the ledger.
 */
const YEARS = `
  with recursive ${oneWith('$1')}
  select extract(year from effective_on)::int as year, (-sum(amount))::text as amount
  from live.ledger_lines
  where account = 'receivable' and due_on is null and kind not in ('cash', 'credit')
    and party in (select id from one) and currency = $2 and kind = $3
  group by 1`;

/** Where a limit of the kind, customer and year is set: what the ledger says of the years of the invoice's customer. */
async function judgedYears(read: ReadStreams, invoiceId: string, kind: DecidedKind): Promise<JudgedYears> {
  const issued = await issuedInvoice(read, invoiceId);
  const { ofCustomerYear } = decidedBy(kind);
  if (!issued || !ofCustomerYear || !amountLimit(read.policy, ofCustomerYear, issued.currency))
    return NOTHING;
  return read.judge<JudgedYears['rows'][number]>(YEARS, [issued.customerId, issued.currency, kind]);
}

/** What a request must know beside the invoice. */
export async function toDecideOn(
  read: ReadStreams,
  entity: string,
  { invoiceId, kind }: { invoiceId: string; kind: DecidedKind },
) {
  const issued = await issuedInvoice(read, invoiceId);
  return {
    customerSubject: await customerOfInvoice(read, entity, invoiceId),
    judged: await judgedYears(read, invoiceId, kind),
    ...(issued &&
      decidedBy(kind).twoInInsolvency && {
        customers: await customerStatesNow(read, entity, issued.customerId),
      }),
  };
}

/** What differences that come with money are judged by; nothing, where none are given. */
export async function differing(
  read: ReadStreams,
  { invoiceId, differences }: { invoiceId: string; differences?: readonly Difference[] },
): Promise<Differing | undefined> {
  if (!differences?.length) return undefined;
  // Slices of other features are in the state of whoever reads the stream.
  const state = (await read.latest(invoices, invoiceStream(invoiceId))) as
    { adjustment?: Adjustments } | undefined;
  const judged: Record<string, JudgedYears> = {};
  for (const { kind } of differences) judged[kind] ??= await judgedYears(read, invoiceId, kind);
  return { adjustments: state?.adjustment ?? { all: [] }, judged };
}
