import { Decimal } from 'decimal.js';
import { inForce, invoicesOf, partsOf, paymentsOf, summed } from './groups.js';
import type { PlainFact } from './plain-fact.js';

export interface InvoiceBalance {
  customerId: string;
  currency: string;
  total: Decimal;
  /** By payment. */
  applied: Map<string, Decimal>;
  open: Decimal;
  agreedDueOn: string;
  owner: string;
}
export interface PaymentBalance {
  customerId: string | null;
  currency: string;
  amount: Decimal;
  applied: Decimal;
  /** Asked for and not taken by the invoice. */
  refused: Decimal;
  pending: Decimal;
  unapplied: Decimal;
}
/** Of one customer in one currency, or of all in one currency. */
export interface Account {
  issued: Decimal;
  received: Decimal;
  open: Decimal;
  unapplied: Decimal;
  pending: Decimal;
}
export interface Balances {
  invoices: Map<string, InvoiceBalance>;
  payments: Map<string, PaymentBalance>;
  /** By `customer currency`; money of an unknown payer under `null currency`. Pending money is the invoice's customer's. */
  customers: Map<string, Account>;
  /** By currency: what was issued less what was received; open - unapplied - pending must be the same. */
  control: Map<string, Decimal>;
}

/** What all facts come to. @throws Error when money in is not money accounted for, or a balance is below zero */
export function balancesOf(facts: readonly PlainFact[]): Balances {
  const invoices = new Map(
    Array.from(invoicesOf(facts), ([id, { issued, applied, extensions, assignments }]) => {
      const total = new Decimal(issued.said.total!);
      return [
        id,
        {
          customerId: issued.said.customerId!,
          currency: issued.said.currency!,
          total,
          applied: new Map(applied.map(({ said }) => [said.paymentId!, new Decimal(said.applied!)])),
          open: total.minus(summed(applied, 'applied')),
          agreedDueOn: inForce(extensions, 'grantedOn')?.said.agreedDueOn ?? issued.said.dueOn!,
          owner: inForce(assignments, 'assignedOn')?.said.ownerId ?? issued.said.ownerId!,
        },
      ];
    }),
  );
  const customers = new Map<string, Account>();
  const account = (customer: string | null, currency: string): Account => {
    const key = `${customer} ${currency}`;
    const zero = new Decimal(0);
    const made = { issued: zero, received: zero, open: zero, unapplied: zero, pending: zero };
    return customers.get(key) ?? customers.set(key, made).get(key)!;
  };
  const payments = new Map<string, PaymentBalance>();
  for (const [id, { received, answers }] of paymentsOf(facts)) {
    const { amount, currency, customerId } = received.data as {
      amount: string;
      currency: string;
      customerId: string | null;
    };
    const taken = [...answers.values()].filter(({ type }) => type === 'PaymentApplied');
    const applied = summed(taken, 'applied');
    const pending = partsOf(received).filter(({ invoiceId }) => !answers.has(invoiceId));
    for (const part of pending) {
      const of = account(part.customerId, currency);
      of.pending = of.pending.plus(part.amount);
    }
    const waiting = pending.reduce((total, part) => total.plus(part.amount), new Decimal(0));
    const unapplied = new Decimal(amount).minus(applied).minus(waiting);
    const refused = summed(answers.values(), 'requested').minus(applied);
    payments.set(id, {
      ...{ customerId, currency, amount: new Decimal(amount) },
      ...{ applied, refused, pending: waiting, unapplied },
    });
    const of = account(customerId, currency);
    of.received = of.received.plus(amount);
    of.unapplied = of.unapplied.plus(unapplied);
    if (unapplied.isNegative())
      throw new Error(`payment ${id} settled more than was received: ${unapplied.toFixed()}`);
  }
  for (const [id, { customerId, currency, total, open }] of invoices) {
    const of = account(customerId, currency);
    of.issued = of.issued.plus(total);
    of.open = of.open.plus(open);
    if (open.isNegative()) throw new Error(`invoice ${id} was paid beyond its total: ${open.toFixed()}`);
  }
  const control = new Map<string, Decimal>();
  const accounted = new Map<string, Decimal>();
  const add = (to: Map<string, Decimal>, currency: string, amount: Decimal): void =>
    void to.set(currency, (to.get(currency) ?? new Decimal(0)).plus(amount));
  for (const [key, { issued, received, open, unapplied, pending }] of customers) {
    const currency = key.split(' ').at(-1)!;
    add(control, currency, issued.minus(received));
    add(accounted, currency, open.minus(unapplied).minus(pending));
  }
  for (const [currency, amount] of control) {
    if (!accounted.get(currency)!.eq(amount))
      throw new Error(
        `${currency}: issued less received is ${amount.toFixed()}, accounted for ${accounted.get(currency)!.toFixed()}`,
      );
  }
  return { invoices, payments, customers, control };
}
