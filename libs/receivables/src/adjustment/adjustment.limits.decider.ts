import {
  addDays,
  amountLimit,
  type DecisionContext,
  holdsOf,
  Money,
  overLimit,
  type Policy,
  Rejection,
} from '@quittance/kernel';
import type { IssueFacts } from '../invoice/issue/issue.events.js';
import { type DecidedKind, decidedBy } from '../ledger/settlement.kinds.js';
import { type Adjustments, inForce, leftOf } from './adjustment.state.decider.js';

/** What is looked at of the invoice. */
export type Issued = Pick<IssueFacts['InvoiceIssued'], 'number' | 'currency' | 'issuedOn' | 'total'>;

/** What the ledger said of the customer: what was settled by the kind, by year. */
export interface JudgedYears {
  rows: readonly { year: number; amount: string }[];
  judgedAt: string;
  behind: boolean;
}

/** Where no limit asks for it. */
export const NOTHING: JudgedYears = { rows: [], judgedAt: '0', behind: false };

/** What is to be settled, by what, from when. */
export interface Proposed {
  kind: DecidedKind;
  amount: Money;
  on: string;
  /** What is kept of the customer, and of whom they are shown as: asked only where an insolvency matters. */
  customers?: readonly object[];
}

/** What came of looking at the limits: why a second person is needed, and what that rests on. */
export interface Looked {
  because: string[];
  judgedAt?: string;
  judgedSum?: string;
  yearLimit?: string;
}

/** The first that is set. */
const secondFrom = (policy: Policy, kind: DecidedKind, currency: string): Money | undefined => {
  for (const name of decidedBy(kind).secondFrom) {
    const limit = amountLimit(policy, name, currency);
    if (limit) return limit;
  }
  return undefined;
};

/**
 * Whether one person may decide it.
 * @throws Rejection `over-limit` where nobody may, `tolerance-taken`
 */
export function lookAtLimits(
  proposed: Proposed,
  own: Adjustments,
  invoice: Issued,
  { policy }: Pick<DecisionContext, 'policy'>,
  judged: JudgedYears,
): Looked {
  const { kind, amount, on, customers = [] } = proposed;
  const { currency } = amount;
  const { mostOfInvoice, once, byTerms } = decidedBy(kind);
  if (mostOfInvoice) {
    const most = amountLimit(policy, mostOfInvoice, currency) ?? Money.zero(currency);
    if (amount.compare(most) > 0)
      throw overLimit(
        `${mostOfInvoice} is ${most.toString()} ${currency}: more is written off, or stays open.`,
      );
  }
  if (
    once &&
    own.all.some((each) => each.kind === kind && each.state !== 'refused' && !isBack(each, currency))
  )
    throw Rejection.conflict(
      'tolerance-taken',
      `Invoice ${invoice.number} has a ${kind} already: undo it first, or write the rest off.`,
    );
  const because: string[] = [];
  const from = secondFrom(policy, kind, currency);
  if (from && amount.compare(from) >= 0) because.push('amount');
  if (byTerms && !isByTerms(proposed, own, invoice)) because.push('terms');
  if (customers.some((customer) => holdsOf(customer, on).some(({ kind: held }) => held === 'insolvent')))
    because.push('insolvency');
  return ofYear(proposed, policy, judged, because);
}

const isBack = (each: Adjustments['all'][number], currency: string): boolean =>
  each.state === 'recorded' && !leftOf(each, currency).amount.isPositive;

/** The limit of the customer's year, judged by what the ledger said; too far behind counts as over. */
function ofYear(
  { kind, amount, on }: Proposed,
  policy: Policy,
  { rows, judgedAt, behind }: JudgedYears,
  because: string[],
): Looked {
  const { ofCustomerYear } = decidedBy(kind);
  const limit = ofCustomerYear && amountLimit(policy, ofCustomerYear, amount.currency);
  if (!limit) return { because };
  const before = rows.find(({ year }) => String(year) === on.slice(0, 4))?.amount ?? '0';
  const sum = Money.of(before, amount.currency);
  if (behind) because.push('behind');
  else if (sum.plus(amount).compare(limit) > 0) because.push('customer-year');
  return { because, judgedAt, judgedSum: sum.toString(), yearLimit: limit.toString() };
}

/** Whether the terms give that discount: paid in time, and in all no more than their share of the total. */
export function isByTerms({ kind, amount, on }: Proposed, own: Adjustments, { issuedOn }: Issued): boolean {
  const { discount, total = '0' } = own.document ?? {};
  if (!discount || on > addDays(issuedOn, discount.days)) return false;
  const { currency } = amount;
  const given = Money.sum(
    inForce(own, kind, currency).map((each) => leftOf(each, currency).amount),
    currency,
  );
  return given.plus(amount).compare(shareOf(Money.of(total, currency), discount.percent)) <= 0;
}

/** So much of an amount in percent, with four decimals at most, to the nearest cent. */
function shareOf(total: Money, percent: string): Money {
  const [whole = '0', fraction = ''] = percent.split('.');
  const parts = BigInt(whole + fraction.padEnd(4, '0'));
  const [share] = total.split([String(parts), String(1_000_000n - parts)]);
  return share!;
}
