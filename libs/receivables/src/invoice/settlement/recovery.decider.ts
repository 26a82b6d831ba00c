import { type FactOf, factsOf, Money } from '@quittance/kernel';
import type { AdjustmentFacts } from '../../adjustment/adjustment.events.js';
import { type Issued, named } from '../issue/issue.decider.js';
import type { Settlement } from './settled.decider.js';

/** What a recovery reverses, and what falls with it. */
export type RecoveryFacts = Pick<AdjustmentFacts, 'WriteOffReversed' | 'WriteOffRestored'>;

const fact = factsOf<RecoveryFacts>();

/** A write-off, or what allocations took back of one: what of it is in force, and how much of that is VAT claimed back. */
interface Part {
  id: string;
  amount: Money;
  vat: Money;
  /** The latest day from which any of it counts. */
  on: string;
}

/** Sums of the write-off lines by write-off, the last recorded first; of those that an allocation took back where it is named. */
function partsOf({ taken }: Settlement, currency: string, allocationId?: string): Part[] {
  const parts = new Map<string, Part>();
  for (let each = taken; each; each = each.before) {
    if (each.kind !== 'write-off' || (allocationId !== undefined && each.by !== allocationId)) continue;
    const { source: id, on, applied, vat = '0' } = each;
    const before = parts.get(id);
    const [amount, claimed] = [Money.of(applied, currency), Money.of(vat, currency)];
    parts.set(id, {
      id,
      amount: before ? before.amount.plus(amount) : amount,
      vat: before ? before.vat.plus(claimed) : claimed,
      on: before && before.on > on ? before.on : on,
    });
  }
  return [...parts.values()];
}

/** So much of the parts, one after the other; the VAT of each pro rata. */
function taking(parts: readonly Part[], amount: Money): Part[] {
  let left = amount;
  return parts.flatMap((part) => {
    const some = part.amount.min(left);
    if (!some.isPositive) return [];
    left = left.minus(some);
    const [vat] = part.vat.split([some.toString(), part.amount.minus(some).toString()]);
    return [{ ...part, amount: some, vat: vat! }];
  });
}

/** What is written off still, and from when on it can be recovered. */
export function writtenOff(own: Settlement, currency: string): { amount: Money; on: string } {
  const parts = partsOf(own, currency).filter(({ amount }) => amount.isPositive);
  return {
    amount: Money.sum(
      parts.map(({ amount }) => amount),
      currency,
    ),
    on: parts.reduce((last, { on }) => (on > last ? on : last), ''),
  };
}

/** Money came for what was written off: so much of it is owed again, for that money to take it. */
export function reversed(
  own: Settlement,
  invoice: Issued,
  { id, allocationId, amount, on }: { id: string; allocationId: string; amount: Money; on: string },
): FactOf<RecoveryFacts>[] {
  const { currency } = invoice;
  let open = Money.of(own.open, currency);
  const parts = partsOf(own, currency).filter((part) => part.amount.isPositive);
  return taking(parts, amount).map((part) => {
    open = open.plus(part.amount);
    return fact('WriteOffReversed', { ...about(invoice, id, part, open), allocationId, reversedOn: on });
  });
}

/** Money that had recovered it goes back: so much is written off again. Nothing, where the allocation recovered nothing. */
export function restored(
  own: Settlement,
  invoice: Issued,
  { id, allocationId, amount, on }: { id: string; allocationId: string; amount: Money; on: string },
): FactOf<RecoveryFacts>[] {
  const { currency } = invoice;
  // The money is owed again by then.
  let open = Money.of(own.open, currency).plus(amount);
  const parts = partsOf(own, currency, allocationId)
    .map((part) => ({ ...part, amount: part.amount.negated(), vat: part.vat.negated() }))
    .filter((part) => part.amount.isPositive);
  return taking(parts, amount).map((part) => {
    open = open.minus(part.amount);
    return fact('WriteOffRestored', { ...about(invoice, id, part, open), allocationId, restoredOn: on });
  });
}

const about = (invoice: Issued, id: string, part: Part, open: Money) => ({
  ...{ ...named(invoice, id), writeOffId: part.id, currency: invoice.currency },
  ...{ amount: part.amount.toString(), vat: part.vat.isPositive ? part.vat.toString() : undefined },
  open: open.toString(),
});
