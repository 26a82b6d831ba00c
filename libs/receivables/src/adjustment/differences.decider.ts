import { Money, overLimit, type Policy, positiveAmountIn, wrong } from '@quittance/kernel';
import { type DecidedKind, decidedBy } from '../ledger/settlement.kinds.js';
import { type Issued, type JudgedYears, lookAtLimits, NOTHING } from './adjustment.limits.decider.js';
import type { Adjustments } from './adjustment.state.decider.js';

/** What the payer kept back, accepted with the money that came: it settles the invoice in the same append. */
export interface Difference {
  kind: Exclude<DecidedKind, 'write-off'>;
  amount: string;
  /** What a limit of the customer's year was judged by, where one is set: as decided, never as asked. */
  judgedAt?: string;
  judgedSum?: string;
  yearLimit?: string;
}

/** What is known of the invoice that it is about. */
export interface Differing {
  adjustments: Adjustments;
  /** By kind. */
  judged: Readonly<Record<string, JudgedYears>>;
}

/** The days of the money, and from which it counts for the invoice. */
interface Days {
  receivedOn: string;
  on: string;
}

/**
 * Differences with exactly the currency's decimals. One person decides them with the money, or they are no differences.
 * @throws Rejection `over-limit` where a second person is needed, or nobody may
 */
export function differencesGiven(
  differences: readonly Difference[],
  invoice: Issued,
  { adjustments, judged }: Differing,
  { receivedOn, on }: Days,
  { policy, field }: { policy: Policy; field: string },
): Difference[] {
  return differences.map(({ kind, ...given }, i) => {
    const at = `${field}/${i}`;
    if (differences.findIndex((each) => each.kind === kind) < i)
      throw wrong(`${at}/kind`, 'unique', kind, 'each kind once');
    const { named, byTerms } = decidedBy(kind);
    if (named)
      throw wrong(`${at}/kind`, 'no-difference', kind, 'a settlement of its own, which names our debt');
    const amount = positiveAmountIn(invoice.currency, given.amount, `${at}/amount`);
    const proposed = { kind, amount, on: byTerms ? receivedOn : on };
    const { because, ...by } = lookAtLimits(
      proposed,
      adjustments,
      invoice,
      { policy },
      judged[kind] ?? NOTHING,
    );
    if (because.length > 0)
      throw overLimit(
        `A second person must approve a ${kind} of ${amount.toString()} ${invoice.currency} (${because.join(', ')}): ` +
          `ask for it with POST /v1/invoices/${'{id}'}/settlements, and allocate the money without it.`,
      );
    return { kind, amount: amount.toString(), ...by };
  });
}

/** What of them the invoice takes of what the money left open, and what is open after each: none of what is not open any more. */
export function differencesTaken(
  differences: readonly Difference[],
  left: Money,
): (Difference & { open: string })[] {
  let open = left;
  return differences.flatMap(({ amount, ...of }) => {
    const some = open.min(Money.of(amount, open.currency));
    if (!some.isPositive) return [];
    open = open.minus(some);
    return [{ ...of, amount: some.toString(), open: open.toString() }];
  });
}
