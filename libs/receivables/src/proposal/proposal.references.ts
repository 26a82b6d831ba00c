import type { Judge } from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import { isNamed, numbersIn, tells } from './named-in.js';
import type { Candidate, Owed, Part, Proposal } from './proposal.js';
import { proposed } from './proposal.rules.js';
import { type CandidateRow, candidates, MOST_OPEN, PAID, type PaidRow, type Scope } from './proposal.sql.js';

/** What can be done with what is free of a payment, as the tables stand. */
export interface Proposals {
  /** The position at which they stood. */
  judgedAt: string;
  currency: string;
  /** The payer's account number, in capitals without blanks; null: not known, or erased. */
  payerAccount: string | null;
  /** All that is free. */
  free: string;
  /** Some customer has more open invoices than were looked at. */
  more: boolean;
  items: Proposal[];
}

/** @returns undefined where the tables have no such payment */
export async function proposalsOf(judge: Judge, paymentId: string): Promise<Proposals | undefined> {
  const paid = await judge<PaidRow>(PAID, [paymentId]);
  const [row] = paid.rows;
  if (!row) return undefined;
  const parts = row.parts ?? [];
  const { currency } = row;
  const free = Money.sum(
    parts.map((part) => Money.of(part.free, currency)),
    currency,
  );
  const { judgedAt } = paid;
  const about = { judgedAt, currency, payerAccount: row.payer_account, free: free.toString() };
  const none = { ...about, more: false, items: [] };
  if (parts.length === 0) return none;
  const scopes = scopesOf(row);
  const numbers = row.reference === null ? [] : numbersIn(row.reference);
  const { select, values } = candidates(currency, scopes, numbers);
  const found = await judge<CandidateRow>(select, values);
  const of = partsOf(row, found.rows);
  const more = of.some(({ owed, before }) => [owed, ...before].some((one) => one.more));
  return { ...none, more, items: proposed(of) };
}

/** For each part of the money its own customer, and those whom money of the account number was applied for. */
const scopesOf = ({ parts, before }: PaidRow): Scope[] =>
  (parts ?? []).flatMap(({ free, ones }) => [
    { customers: ones, amount: free },
    ...(before ?? []).map((customer) => ({ customers: customer.ones, amount: free })),
  ]);

function partsOf(row: PaidRow, rows: readonly CandidateRow[]): Part[] {
  const { currency, reference, before } = row;
  const parts = row.parts ?? [];
  const many = before ?? [];
  const owed = (nth: number): Owed => {
    const of = (exact: boolean): Candidate[] =>
      rows.filter((each) => each.nth === nth && each.exact === exact).map(candidateOf);
    const invoices = of(false);
    return {
      invoices: invoices.slice(0, MOST_OPEN),
      more: invoices.length > MOST_OPEN,
      exact: of(true),
    };
  };
  const nthOf = (i: number): number => i * (many.length + 1);
  const named =
    reference === null ? [] : namedIn(reference, rows, new Set(parts.flatMap(({ ones }) => ones)));
  /** Whose money settles it: that of its customer where there is some, else that of whoever paid. */
  const payer = Math.max(
    parts.findIndex(({ customer_id: party }) => party === row.customer_id),
    0,
  );
  const owner = ({ customerId }: Candidate): number => {
    const own = parts.findIndex(({ ones }) => ones.includes(customerId));
    return own < 0 ? payer : own;
  };
  return parts.map(({ customer_id: customerId, free, ones }, i) => ({
    customerId,
    currency,
    free,
    owed: owed(nthOf(i)),
    named: named
      .filter((each) => owner(each) === i)
      .map((each) => ({ ...each, own: ones.includes(each.customerId) })),
    before: many
      .map((customer, j) => ({
        ...{ customerId: customer.customer_id, times: customer.times, of: customer.of },
        ...owed(nthOf(i) + 1 + j),
      }))
      .filter((customer) => !ones.includes(customer.customerId)),
  }));
}

/** What the reference names: by its number as it is written, or, of whom money is known, with other blanks and signs. */
function namedIn(reference: string, rows: readonly CandidateRow[], ours: ReadonlySet<string>): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const row of rows) {
    const written = row.nth === null && (ours.has(row.customer_id) || tells(row.number));
    if (written || (row.nth !== null && isNamed(row.number, reference))) found.set(row.id, candidateOf(row));
  }
  return [...found.values()].sort((a, b) => order(a.dueOn, b.dueOn) || order(a.number, b.number));
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const candidateOf = ({ id, number, customer_id, open, instalment, due_on }: CandidateRow): Candidate => ({
  ...{ invoiceId: id, number, customerId: customer_id, open, instalment, dueOn: due_on },
});
