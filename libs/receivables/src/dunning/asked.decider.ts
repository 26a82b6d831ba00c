import { holdsOf, Money } from '@quittance/kernel';
import type { CustomerState } from '../customer/customer.stream.js';
import { type Invoice, type Part, partsOf } from '../invoice/invoice.stream.js';

/** What is held for a customer in the invoice's currency, and what of theirs is asked before it: texts, none negative. */
export interface Holding {
  unapplied: string;
  credits: string;
  /** Money in transit: meant for an invoice that has not answered. */
  pending: string;
  /** Open on what fell due before: what is held is set against the oldest first. */
  older: string;
}

/** What is asked of a part of an invoice on a day. */
export interface PartAsked {
  part: Part;
  /** Open, and held up by nothing. */
  free: Money;
  /** Less what is held on account. */
  asked: Money;
  onAccount: Money;
  /** Nothing is asked: why, in kebab case. */
  code?: string;
  /** Where what is held is the reason: how much it was. */
  held?: string;
}

/**
 * Open parts with what is asked of each. What an exception holds up is taken from the last parts first, as money fills the
 * earlier ones; what is held on account is set against the earliest.
 */
export function askedOf(
  invoice: Invoice,
  customers: readonly CustomerState[],
  on: string,
  holding?: Holding,
): PartAsked[] {
  const { currency } = invoice.issue!;
  const zero = Money.zero(currency);
  const open = Money.of(invoice.settlement.open, currency);
  const held = [invoice, ...customers].flatMap((state) => holdsOf(state, on));
  let free = held.reduce(
    (left, { amount }) => left.minus(amount === undefined ? open : Money.of(amount, currency)),
    open,
  );
  const kind = (held.find(({ amount }) => amount === undefined) ?? held[0])?.kind;
  let before = holding ? Money.of(holding.older, currency) : zero;
  return partsOf(invoice)
    .filter(({ open: left }) => left.isPositive)
    .sort((a, b) => (a.agreedDueOn < b.agreedDueOn ? -1 : a.agreedDueOn > b.agreedDueOn ? 1 : 0))
    .map((part): PartAsked => {
      const of = free.isPositive ? free.min(part.open) : zero;
      free = free.minus(of);
      const none = { part, free: of, asked: zero, onAccount: zero };
      if (!of.isPositive) return { ...none, code: kind ?? 'paid' };
      const against = holding ? setAgainst(holding, before, of) : { onAccount: zero };
      before = before.plus(of);
      const asked = of.minus(against.onAccount);
      return asked.isPositive
        ? { part, free: of, asked, onAccount: against.onAccount }
        : { ...none, ...against };
    });
}

/** How much of what is held is left for it after what is older, and by which of it nothing is left to ask. */
function setAgainst(
  { unapplied, credits, pending }: Holding,
  older: Money,
  free: Money,
): { onAccount: Money; code?: string; held?: string } {
  const zero = Money.zero(free.currency);
  let total = zero;
  for (const [code, amount] of [
    ['unapplied-cash', unapplied],
    ['open-credit', credits],
    ['in-transit', pending],
  ] as const) {
    total = total.plus(Money.of(amount, free.currency));
    const left = total.minus(older);
    if (!left.minus(free).isNegative) return { onAccount: free, code, held: total.toString() };
  }
  const left = total.minus(older);
  return { onAccount: left.isPositive ? left : zero };
}
