import type { RecordedFact } from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import type { PaymentFacts } from '../payment/payment.events.js';
import { MalformedFactError } from './malformed-fact.js';

/** What the facts of one currency come to: decimal texts, exact. */
export interface ExportedTotal {
  currency: string;
  invoices: string;
  payments: string;
  issued: string;
  received: string;
  /** Taken by invoices. */
  applied: string;
  open: string;
  /** Meant for invoices that have not answered. */
  pending: string;
  unapplied: string;
  /** issued - received, which is open - unapplied - pending. */
  control: string;
}

interface Sums {
  invoices: bigint;
  payments: bigint;
  issued: Money;
  received: Money;
  applied: Money;
  pending: Money;
}

/** Adds up facts by currency. */
export class ExportedTotals {
  private readonly sums = new Map<string, Sums>();

  /** @throws MalformedFactError; a part of the fact may have been added then */
  add(fact: RecordedFact): void {
    const add = (ADDING as Record<string, Adding | undefined>)[fact.type];
    if (!add) return;
    try {
      const { currency } = fact.data as { currency: string };
      const sums = this.sums.get(currency) ?? nothing(currency);
      this.sums.set(currency, sums);
      add(sums, fact.data as never, (amount) => Money.of(amount, currency));
    } catch (error) {
      throw new MalformedFactError(fact, `it cannot be added up: ${(error as Error).message}`);
    }
  }

  /** By currency. */
  totals(): ExportedTotal[] {
    return [...this.sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, { invoices, payments, issued, received, applied, pending }]) => ({
        currency,
        invoices: String(invoices),
        payments: String(payments),
        issued: issued.toString(),
        received: received.toString(),
        applied: applied.toString(),
        open: issued.minus(applied).toString(),
        pending: pending.toString(),
        unapplied: received.minus(applied).minus(pending).toString(),
        control: issued.minus(received).toString(),
      }));
  }
}

function nothing(currency: string): Sums {
  const zero = Money.zero(currency);
  return { invoices: 0n, payments: 0n, issued: zero, received: zero, applied: zero, pending: zero };
}

type MoneyFacts = InvoiceFacts & PaymentFacts;
type InCurrency = (amount: string) => Money;
type Adding = (sums: Sums, data: never, money: InCurrency) => void;

const ADDING: {
  [Type in keyof MoneyFacts]?: (sums: Sums, data: MoneyFacts[Type], money: InCurrency) => void;
} = {
  InvoiceIssued: (sums, { total }, money) => {
    sums.invoices += 1n;
    sums.issued = sums.issued.plus(money(total));
  },
  PaymentReceived: (sums, { amount, allocations }, money) => {
    sums.payments += 1n;
    sums.received = sums.received.plus(money(amount));
    for (const part of allocations) sums.pending = sums.pending.plus(money(part.amount));
  },
  PaymentApplied: (sums, { requested, applied }, money) => {
    sums.pending = sums.pending.minus(money(requested));
    sums.applied = sums.applied.plus(money(applied));
  },
  AllocationRefused: (sums, { requested }, money) => {
    sums.pending = sums.pending.minus(money(requested));
  },
};
