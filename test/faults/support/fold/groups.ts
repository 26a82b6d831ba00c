import { Decimal } from 'decimal.js';
import type { PlainFact } from './plain-fact.js';

/** An invoice as the facts about it, in the order of the log. */
export interface FoldedInvoice {
  issued: PlainFact;
  extensions: PlainFact[];
  assignments: PlainFact[];
  applied: PlainFact[];
  refused: PlainFact[];
  last: PlainFact;
}

/** A payment, and what invoices answered, by invoice. */
export interface FoldedPayment {
  received: PlainFact;
  answers: Map<string, PlainFact>;
  /** Last of its own stream, and last of all about it. */
  own: PlainFact;
  last: PlainFact;
}

/** One part of a payment, as requested. */
export interface Part {
  invoiceId: string;
  customerId: string;
  number: string;
  amount: string;
}

export const partsOf = ({ data }: PlainFact): Part[] => data.allocations as Part[];

export const sum = (amounts: Iterable<string>): Decimal =>
  Array.from(amounts).reduce((total, amount) => total.plus(amount), new Decimal(0));

/** Sums a field of facts. */
export const summed = (facts: Iterable<PlainFact>, field: string): Decimal =>
  sum(Array.from(facts, ({ said }) => said[field]!));

const INVOICE_LISTS: Record<string, 'extensions' | 'assignments' | 'applied' | 'refused'> = {
  ExtensionGranted: 'extensions',
  OwnerAssigned: 'assignments',
  PaymentApplied: 'applied',
  AllocationRefused: 'refused',
};

/** @throws Error for a fact of an invoice that was never issued, and for one that was issued twice */
export function invoicesOf(facts: readonly PlainFact[]): Map<string, FoldedInvoice> {
  const invoices = new Map<string, FoldedInvoice>();
  for (const fact of facts) {
    const id = fact.said.invoiceId!;
    const known = invoices.get(id);
    if (fact.type === 'InvoiceIssued') {
      if (known) throw new Error(`invoice ${id} was issued twice`);
      invoices.set(id, {
        ...{ issued: fact, last: fact },
        ...{ extensions: [], assignments: [], applied: [], refused: [] },
      });
    } else if (INVOICE_LISTS[fact.type]) {
      if (!known) throw new Error(`${fact.type} at ${fact.at}: invoice ${id} was never issued`);
      known[INVOICE_LISTS[fact.type]!].push(fact);
      known.last = fact;
    }
  }
  return invoices;
}

/** @throws Error for an answer to a payment that never came or did not ask, and for a second answer */
export function paymentsOf(facts: readonly PlainFact[]): Map<string, FoldedPayment> {
  const payments = new Map<string, FoldedPayment>();
  for (const fact of facts) {
    const { paymentId, invoiceId } = fact.said as { paymentId: string; invoiceId: string };
    const known = payments.get(paymentId);
    if (fact.type === 'PaymentReceived') {
      if (known) throw new Error(`payment ${paymentId} was received twice`);
      payments.set(paymentId, { received: fact, answers: new Map(), own: fact, last: fact });
    } else if (fact.type === 'PaymentApplied' || fact.type === 'AllocationRefused') {
      if (!known) throw new Error(`${fact.type} at ${fact.at}: payment ${paymentId} was never received`);
      if (known.answers.has(invoiceId)) throw new Error(`invoice ${invoiceId} answered ${paymentId} twice`);
      if (!partsOf(known.received).some((part) => part.invoiceId === invoiceId))
        throw new Error(`payment ${paymentId} meant nothing for invoice ${invoiceId}`);
      known.answers.set(invoiceId, fact);
      known.last = fact;
    } else if (fact.type === 'PersonalDataErased' && known) known.own = known.last = fact;
  }
  return payments;
}

/** What is in force now: the last by (business day, place in the log). */
export const inForce = (facts: readonly PlainFact[], day: string): PlainFact | undefined =>
  [...facts].sort((a, b) => (a.said[day]! < b.said[day]! ? -1 : a.said[day]! > b.said[day]! ? 1 : 0)).at(-1);
