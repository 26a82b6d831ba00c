import { type Execute, type FactReader, type RecordedFact, uuid5 } from '@quittance/event-store';
import { Money, Rejection, sideBySide } from '@quittance/kernel';
import { askInvoice, AT_ONCE } from '../asking/ask-invoice.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { SettleInvoice } from '../invoice/settlement/settlement.commands.js';
import { paymentStream } from '../streams.js';
import type { AllocationAnswer, PaymentAnswer } from './payment.commands.js';
import type { PaymentFacts, RequestedAllocation } from './payment.events.js';

type Payment = PaymentFacts['PaymentReceived'];

/**
 * Asks each invoice that the payment names to take its part, and answers what became of each. May be done again and
 * by anyone: the commands hang on the payment's fact alone, and an invoice answers each of them once.
 * @throws Rejection `payment-not-found`
 */
export async function settlePayment(
  store: FactReader,
  execute: Execute,
  paymentId: string,
): Promise<PaymentAnswer> {
  for await (const fact of store.read(paymentStream(paymentId))) {
    if (fact.type === 'PaymentReceived') return settle(fact, execute);
  }
  throw Rejection.notFound('payment-not-found', `There is no payment ${paymentId}.`);
}

/** As `settlePayment`, with the payment's fact at hand. */
export async function settle(fact: RecordedFact, execute: Execute): Promise<PaymentAnswer> {
  const payment = fact.data as unknown as Payment;
  const answers = await sideBySide(AT_ONCE, payment.allocations, (allocation) =>
    ask(fact, payment, allocation, execute),
  );
  return { allocations: answers, unapplied: unapplied(payment, answers).toString() };
}

/** An invoice that cannot be asked now leaves its part pending; the reactor asks again. */
async function ask(
  fact: RecordedFact,
  { paymentId, customerId, currency, receivedOn }: Payment,
  { invoiceId, amount }: RequestedAllocation,
  execute: Execute,
): Promise<AllocationAnswer> {
  const body = { invoiceId, paymentId, payerId: customerId, requested: amount, currency, receivedOn };
  const key = uuid5(paymentId, invoiceId);
  const answered = await askInvoice(execute, fact, key, { type: SettleInvoice, body });
  const pending = { invoiceId, requested: amount, applied: Money.zero(currency).toString() };
  if (!answered) return { ...pending, status: 'pending' };
  if (answered.type === 'PaymentApplied') {
    const { applied } = answered.data as unknown as InvoiceFacts['PaymentApplied'];
    return { invoiceId, requested: amount, applied, status: 'applied' };
  }
  const { code } = answered.data as unknown as InvoiceFacts['AllocationRefused'];
  return { ...pending, status: 'refused', code };
}

function unapplied({ amount, currency }: Payment, answers: readonly AllocationAnswer[]): Money {
  const taken = answers.map(({ status, requested, applied }) =>
    Money.of(status === 'pending' ? requested : applied, currency),
  );
  return Money.of(amount, currency).minus(Money.sum(taken, currency));
}
