import { uuid5 } from '@quittance/event-store';
import { Decimal } from 'decimal.js';
import { type Balance, once, revisions } from './balance.js';
import type { PlainFact } from './plain-fact.js';

/** A part of a payment as an invoice was asked to take it, and what it answered. */
interface Part {
  invoiceId: string;
  requested: string;
  answer?: PlainFact;
}

/** What was received, by payment: what invoices took, what they have not answered, what is free. */
export interface PaymentBalance {
  allocated: Decimal;
  pending: Decimal;
  unapplied: Decimal;
  /** By the ids of the allocations. */
  parts: Map<string, Part>;
}

/** The first release knew a part by its payment and invoice. */
const allocationOf = ({ allocationId, paymentId, invoiceId }: Partial<Record<string, string>>): string =>
  allocationId ?? uuid5(paymentId!, invoiceId!);

interface Meant {
  allocationId?: string;
  invoiceId: string;
  amount: string;
}

function ask(payment: PaymentBalance, { said, data }: PlainFact): void {
  for (const part of data.allocations as Meant[]) {
    const { invoiceId, amount: requested } = part;
    const id = allocationOf({ ...part, paymentId: said.paymentId });
    if (payment.parts.has(id)) throw new Error(`allocation ${id} was asked for twice`);
    payment.parts.set(id, { invoiceId, requested });
    payment.pending = payment.pending.plus(requested);
    payment.unapplied = payment.unapplied.minus(requested);
  }
}

/** An invoice answers each part once. @throws Error for two answers, and for an answer to nothing */
function answer(payment: PaymentBalance, fact: PlainFact): void {
  const { requested, applied = '0', paymentId, invoiceId } = fact.said;
  const part = payment.parts.get(allocationOf(fact.said));
  if (!part) throw new Error(`${paymentId} meant nothing for ${invoiceId}`);
  if (part.answer) throw new Error(`invoice ${invoiceId} answered ${paymentId} twice`);
  part.answer = fact;
  payment.pending = payment.pending.minus(requested!);
  payment.allocated = payment.allocated.plus(applied);
  payment.unapplied = payment.unapplied.plus(requested!).minus(applied);
}

const CHANGES: Record<string, (payment: PaymentBalance, fact: PlainFact) => void> = {
  AllocationRequested: ask,
  PaymentApplied: answer,
  AllocationRefused: answer,
};

export function paymentsOf(facts: readonly PlainFact[]): Map<string, PaymentBalance> {
  const payments = new Map<string, PaymentBalance>();
  for (const fact of facts) {
    const id = fact.said.paymentId!;
    if (fact.type === 'PaymentReceived') {
      if (payments.has(id)) throw new Error(`payment ${id} was received twice`);
      const none = { allocated: new Decimal(0), pending: new Decimal(0), parts: new Map() };
      payments.set(id, { ...none, unapplied: new Decimal(fact.said.amount!) });
      ask(payments.get(id)!, fact);
    }
    const change = CHANGES[fact.type];
    const payment = payments.get(id);
    if (change && !payment) throw new Error(`payment ${id} was never received`);
    change?.(payment!, fact);
    if (payment?.unapplied.isNegative()) throw new Error(`payment ${id} settled more than was received`);
  }
  return payments;
}

export const PAYMENTS: Balance[] = [
  {
    of: 'payments',
    projection: 'payments',
    what: 'what was received, what invoices took, what waits and what is free',
    sql: `select id::text, currency, received, allocated, pending, unapplied, received_on, payer_id, customer_id, external_id, revision
      from live.payments`,
    must: (facts) => {
      const at = revisions(facts);
      const rows = paymentsOf(facts);
      return once(facts, 'PaymentReceived', 'paymentId', ({ said, stream }) => {
        const { allocated, pending, unapplied } = rows.get(said.paymentId!)!;
        return [
          ...[said.currency, new Decimal(said.amount!), allocated, pending, unapplied],
          ...[said.receivedOn, said.payerId, said.customerId, said.externalId, at.get(stream)],
        ];
      });
    },
  },
  {
    of: 'payment_allocations',
    projection: 'payments',
    what: 'what became of each part of a payment',
    sql: 'select id::text, payment_id, invoice_id, requested, status, code from live.payment_allocations',
    must: (facts) =>
      new Map(
        [...paymentsOf(facts)].flatMap(([paymentId, { parts }]) =>
          [...parts].map(([id, { invoiceId, requested, answer: answered }]) => {
            const { applied, code } = answered?.said ?? {};
            const status = !answered ? 'pending' : answered.type === 'PaymentApplied' ? 'applied' : 'refused';
            const why = status === 'applied' && applied !== requested ? 'less-open' : code;
            return [id, [paymentId, invoiceId, new Decimal(requested), status, why]];
          }),
        ),
      ),
  },
];
