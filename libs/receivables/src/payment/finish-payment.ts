import {
  type Execute,
  type FactReader,
  type Outcome,
  type RecordedFact,
  uuid5,
} from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import {
  type Ask,
  type Answers,
  askFor as askInvoices,
  askInvoice,
  readAsking,
} from '../asking/ask-invoice.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { SettleInvoice } from '../invoice/settlement/settlement.commands.js';
import { allocationIdOf, paymentStream } from '../streams.js';
import type { AllocationAnswer, PaymentAnswer } from './payment.answers.js';
import { type Answered, RecordPaymentAnswers } from './payment.commands.js';
import type { LaterAllocation, PaymentFacts } from './payment.events.js';
import { unappliedOf } from './payment.state.decider.js';
import { payments } from './payment.stream.js';

/** Facts that ask invoices for something. */
const ASKING: readonly string[] = ['PaymentReceived', 'AllocationRequested'];

/** A part that a fact asks an invoice to take. */
interface Asked extends Omit<LaterAllocation, 'requestedOn'> {
  paymentId: string;
  currency: string;
  receivedOn: string;
  /** Left out: named when the payment was recorded. */
  requestedOn?: string;
}

function askedBy({ type, data }: RecordedFact): Asked[] {
  if (type === 'AllocationRequested') {
    const { paymentId, currency, receivedOn, allocations } =
      data as unknown as PaymentFacts['AllocationRequested'];
    return allocations.map((part) => ({ ...part, paymentId, currency, receivedOn }));
  }
  if (type !== 'PaymentReceived') return [];
  const { paymentId, currency, receivedOn, customerId, allocations } =
    data as unknown as PaymentFacts['PaymentReceived'];
  return allocations.map((part) => ({
    ...{ ...part, paymentId, currency, receivedOn, payerId: customerId },
    allocationId: allocationIdOf(paymentId, part.invoiceId),
  }));
}

/** Asks the invoices for what a fact of a payment wants of them, and records their answers with the payment. */
const askFor = (fact: RecordedFact, execute: Execute): Promise<Answers<Answered>> => {
  const { paymentId } = fact.data as { paymentId: string };
  const body = (answers: Answered[]) => ({ paymentId, answers });
  return askInvoices(
    execute,
    fact,
    askedBy(fact).map((part) => asking(fact, part)),
    {
      ...{ type: RecordPaymentAnswers, body },
    },
  );
};

/** The body is that of all releases: an invoice that answered one of them answers the same. */
const asking =
  (fact: RecordedFact, part: Asked): Ask<Answered> =>
  async (execute) => {
    const {
      invoiceId,
      paymentId,
      payerId,
      amount: requested,
      currency,
      receivedOn,
      allocationId,
      requestedOn,
    } = part;
    const named = { invoiceId, paymentId, payerId, requested, currency, receivedOn };
    const command =
      requestedOn === undefined
        ? { type: SettleInvoice, body: named, beside: { allocationId } }
        : { type: SettleInvoice, body: { ...named, allocationId, requestedOn } };
    const key = requestedOn === undefined ? allocationId : uuid5(fact.id, allocationId);
    const said = await askInvoice(execute, fact, key, command);
    return { part: allocationId, answer: said && { allocationId, invoiceId, requested, ...answerOf(said) } };
  };

function answerOf({ type, data }: RecordedFact): Pick<Answered, 'applied' | 'code' | 'appliedOn'> {
  if (type === 'PaymentApplied') {
    const { applied, requested, appliedOn } = data as unknown as InvoiceFacts['PaymentApplied'];
    return { applied, ...(applied !== requested && { code: 'less-open' }), appliedOn };
  }
  const { currency, code, requestedOn } = data as unknown as InvoiceFacts['AllocationRefused'];
  return { applied: Money.zero(currency).toString(), code, appliedOn: requestedOn };
}

/** What became of the parts that a request names, and what of the payment settles nothing then. */
export async function allocated(
  outcome: Outcome,
  execute: Execute,
  store: FactReader,
): Promise<PaymentAnswer> {
  // The same payment once more: as when it was recorded.
  const fact = outcome.facts[0] ?? (await receivedIn(store, outcome.id));
  const { by, kept } = await askFor(fact, execute);
  const allocations = askedBy(fact).map(({ allocationId, invoiceId, amount: requested, currency }) => {
    const answer = by.get(allocationId);
    return { allocationId, invoiceId, requested, ...statusOf(answer, currency) };
  });
  if (fact.type === 'PaymentReceived') return { allocations, unapplied: restOf(fact, allocations) };
  const last = kept.length === allocations.length ? kept.at(-1) : undefined;
  const unapplied = (last?.data.unapplied as string | undefined) ?? (await unappliedAfter(store, fact));
  return { allocations, unapplied };
}

function statusOf(
  answer: Answered | undefined,
  currency: string,
): Pick<AllocationAnswer, 'applied' | 'status' | 'code'> {
  if (!answer) return { applied: Money.zero(currency).toString(), status: 'pending' };
  const { applied, code } = answer;
  const status = Money.of(applied, currency).isPositive ? 'applied' : 'refused';
  return { applied, status, ...(code !== undefined && { code }) };
}

/** Of a payment as it was recorded: its amount less what is applied and pending. */
function restOf({ data }: RecordedFact, answers: readonly AllocationAnswer[]): string {
  const { amount, currency } = data as unknown as PaymentFacts['PaymentReceived'];
  const taken = answers.map(({ status, requested, applied }) =>
    Money.of(status === 'pending' ? requested : applied, currency),
  );
  return Money.of(amount, currency).minus(Money.sum(taken, currency)).toString();
}

/** After a request and the answers of the invoices that it asked. What came later is not in it, so that a replay answers as before. */
async function unappliedAfter(store: FactReader, fact: RecordedFact): Promise<string> {
  const asked = new Set(askedBy(fact).map(({ allocationId }) => allocationId));
  const { state } = await readPayment(
    store,
    (fact.data as { paymentId: string }).paymentId,
    ({ revision, type, data }) =>
      revision <= fact.revision || (type === 'AllocationAnswered' && asked.has(data.allocationId as string)),
  );
  return unappliedOf(state.payment!).toString();
}

async function receivedIn(store: FactReader, paymentId: string): Promise<RecordedFact> {
  for await (const fact of store.read(paymentStream(paymentId))) return fact;
  throw new Error(`payment ${paymentId} was never received`);
}

/** Asks again for all that has no answer yet. */
export async function finishPayment(store: FactReader, execute: Execute, paymentId: string): Promise<void> {
  const { state, facts } = await readPayment(store, paymentId);
  if (!state.payment) return;
  const { pending } = state.payment;
  const waits = ({ allocationId, invoiceId, requestedOn }: Asked): boolean =>
    (requestedOn === undefined ? pending[invoiceId] : pending[allocationId]) !== undefined;
  for (const fact of facts) if (askedBy(fact).some(waits)) await askFor(fact, execute);
}

const readPayment = (store: FactReader, paymentId: string, counts?: (fact: RecordedFact) => boolean) =>
  readAsking(store, payments, paymentStream(paymentId), ASKING, counts);
