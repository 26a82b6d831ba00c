import { uuid5 } from '@quittance/event-store';
import { Decimal } from 'decimal.js';
import { type Balance, ofType, once, revisions } from './balance.js';
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
  refunded: Decimal;
  returned: Decimal;
  cancelled: Decimal;
  unapplied: Decimal;
  /** Something was returned that was used before. */
  overdrawn: boolean;
  /** Who paid, and whose money it is, as it became known. */
  payer?: string;
  customer?: string;
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

/** Of what is free, or of money that comes again with the fact. */
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

const sumOf = (parts: unknown): Decimal =>
  (parts as { amount: string }[]).reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));

/** Money leaves, of what is free and of what is pending then; or it comes again (-1). */
function goes(
  payment: PaymentBalance,
  to: 'refunded' | 'returned',
  { said, data }: PlainFact,
  sign: 1 | -1,
): void {
  const asked = sumOf(data.from ?? []).times(sign);
  const amount = new Decimal(said.amount!).times(sign);
  payment[to] = payment[to].plus(amount);
  payment.pending = payment.pending.minus(asked);
  payment.unapplied = payment.unapplied.minus(amount.minus(asked));
}

const CHANGES: Record<string, (payment: PaymentBalance, fact: PlainFact) => void> = {
  AllocationRequested: ask,
  PaymentApplied: answer,
  AllocationRefused: answer,
  ApplicationUndone: (payment, { said }) => {
    payment.allocated = payment.allocated.minus(said.amount!);
    payment.unapplied = payment.unapplied.plus(said.amount!);
  },
  ApplicationReturned: (payment, { said }) => {
    payment.allocated = payment.allocated.minus(said.amount!);
    payment.pending = payment.pending.plus(said.amount!);
  },
  PaymentCancelled: (payment, { said }) => {
    payment.cancelled = payment.cancelled.plus(said.amount!);
    payment.unapplied = payment.unapplied.minus(said.amount!);
  },
  PayerIdentified: (payment, { said: { customerId } }) => {
    Object.assign(payment, { payer: customerId, customer: customerId });
  },
  PaymentRefunded: (payment, fact) => goes(payment, 'refunded', fact, 1),
  RefundReversed: (payment, fact) => goes(payment, 'refunded', fact, -1),
  PaymentReturned: (payment, fact) => {
    goes(payment, 'returned', fact, 1);
    payment.overdrawn = true;
  },
  ReturnReversed: (payment, fact) => {
    goes(payment, 'returned', fact, -1);
    ask(payment, fact);
  },
};

export function paymentsOf(facts: readonly PlainFact[]): Map<string, PaymentBalance> {
  const payments = new Map<string, PaymentBalance>();
  for (const fact of facts) {
    const id = fact.said.paymentId!;
    if (fact.type === 'PaymentReceived') {
      if (payments.has(id)) throw new Error(`payment ${id} was received twice`);
      const zero = new Decimal(0);
      payments.set(id, {
        ...{
          allocated: zero,
          pending: zero,
          refunded: zero,
          returned: zero,
          cancelled: zero,
          parts: new Map(),
        },
        ...{ unapplied: new Decimal(fact.said.amount!), overdrawn: false },
        ...{ payer: fact.said.payerId, customer: fact.said.customerId },
      });
      ask(payments.get(id)!, fact);
    }
    const change = CHANGES[fact.type];
    const payment = payments.get(id);
    if (change && !payment) throw new Error(`payment ${id} was never received`);
    change?.(payment!, fact);
    if (payment?.unapplied.isNegative() && !payment.overdrawn)
      throw new Error(`payment ${id} settled more than was received`);
  }
  return payments;
}

export const PAYMENTS: Balance[] = [
  {
    of: 'payments',
    projection: 'payments',
    what: 'what was received, what invoices took, what waits, what is gone and what is free',
    sql: `select id::text, currency, received, allocated, pending, refunded, returned, cancelled, unapplied, received_on, payer_id, customer_id, external_id, revision
      from live.payments`,
    must: (facts) => {
      const at = revisions(facts);
      const rows = paymentsOf(facts);
      return once(facts, 'PaymentReceived', 'paymentId', ({ said, stream }) => {
        const payment = rows.get(said.paymentId!)!;
        const { allocated, pending, refunded, returned, cancelled, unapplied } = payment;
        return [
          ...[said.currency, new Decimal(said.amount!), allocated, pending, refunded, returned, cancelled],
          ...[unapplied, said.receivedOn, payment.payer, payment.customer, said.externalId, at.get(stream)],
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
  {
    of: 'payment_moves',
    projection: 'payments',
    what: 'what was paid out, returned and transferred, and what came again',
    sql: 'select id::text, payment_id, kind, amount, moved_on, reversed_on from live.payment_moves',
    must: (facts) => {
      const back = new Map(
        ofType(facts, 'RefundReversed', 'ReturnReversed').map(({ said }) => [
          said.refundId ?? said.returnId,
          said,
        ]),
      );
      return new Map(
        ofType(facts, ...Object.keys(KINDS)).map(({ type, said }) => {
          const id = (said.refundId ?? said.returnId ?? said.transferId)!;
          const on = said.refundedOn ?? said.returnedOn ?? said.transferredOn;
          return [id, [said.paymentId, KINDS[type], new Decimal(said.amount!), on, back.get(id)?.reversedOn]];
        }),
      );
    },
  },
];

const KINDS: Record<string, string> = {
  PaymentRefunded: 'refund',
  PaymentReturned: 'return',
  UnappliedTransferred: 'transfer',
};
