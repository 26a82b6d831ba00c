import type { Execute, FactReader, Outcome, RecordedFact } from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import { type Answers, askFor as askInvoices, readAsking } from '../asking/ask-invoice.js';
import { waitedFor } from '../asking/waited-for.decider.js';
import { paymentStream } from '../streams.js';
import { askedBackBy, askedBy, ASKING, asksOf } from './asks.js';
import type { AllocationAnswer, GivenBackAnswer, PaymentAnswer } from './payment.answers.js';
import { type Answered, RecordPaymentAnswers } from './payment.commands.js';
import type { PaymentFacts } from './payment.events.js';
import { unappliedOf } from './payment.state.decider.js';
import { payments } from './payment.stream.js';

/** Asks the invoices for what a fact of a payment wants of them, and records their answers with the payment. */
const askFor = (fact: RecordedFact, execute: Execute): Promise<Answers<Answered>> => {
  const { paymentId } = fact.data as { paymentId: string };
  const body = (answers: Answered[]) => ({ paymentId, answers });
  return askInvoices(execute, fact, asksOf(fact), { type: RecordPaymentAnswers, body });
};

/** What became of a payment as it was recorded; of the same payment once more, too. */
export async function received(
  outcome: Outcome,
  execute: Execute,
  store: FactReader,
): Promise<PaymentAnswer> {
  const fact = outcome.facts[0] ?? (await firstOf(store, outcome.id))!;
  const allocations = tookOf(fact, (await askFor(fact, execute)).by);
  const { amount, currency } = fact.data as unknown as PaymentFacts['PaymentReceived'];
  const taken = allocations.map(({ status, requested, applied }) =>
    Money.of(status === 'pending' ? requested : applied, currency),
  );
  const unapplied = Money.of(amount, currency).minus(Money.sum(taken, currency)).toString();
  return { allocations, unapplied };
}

/** What a later request came to: the ids of what it made, what invoices took and gave back, and what settles nothing then. */
export async function changed(outcome: Outcome, execute: Execute, store: FactReader): Promise<object> {
  const [fact] = outcome.facts;
  if (!fact) return { unapplied: await unappliedAfter(store, outcome.id, () => true) };
  return { ...madeBy(fact), ...(await became(fact, execute, store)) };
}

/** A return; of one that was recorded before under its external id, what it came to then. */
export async function returned(
  outcome: Outcome,
  execute: Execute,
  store: FactReader,
  { externalId }: { externalId?: string },
): Promise<object> {
  const known = ({ type, data }: RecordedFact): boolean =>
    type === 'PaymentReturned' && data.externalId === externalId;
  const fact = outcome.facts[0] ?? (await firstOf(store, outcome.id, known))!;
  return { ...madeBy(fact), amount: fact.data.amount, ...(await became(fact, execute, store)) };
}

/** An undo of one allocation: what the invoice made of it. */
export async function undone(outcome: Outcome, execute: Execute, store: FactReader): Promise<object> {
  const { from, unapplied } = await became(outcome.facts[0]!, execute, store);
  return { ...from![0], unapplied };
}

const madeBy = ({ data: { refundId, returnId, transferId } }: RecordedFact): object =>
  JSON.parse(JSON.stringify({ refundId, returnId, transferId })) as object;

async function became(
  fact: RecordedFact,
  execute: Execute,
  store: FactReader,
): Promise<{ allocations?: AllocationAnswer[]; from?: GivenBackAnswer[]; unapplied: string }> {
  const { by, kept } = ASKING.includes(fact.type)
    ? await askFor(fact, execute)
    : { by: new Map<string, Answered>(), kept: [] };
  const [took, gave] = [tookOf(fact, by), gaveOf(fact, by)];
  const asked = took.length + gave.length;
  const last = asked === 0 ? fact : kept.length === asked ? kept.at(-1)! : undefined;
  const isAnswer = answersTo(fact);
  return {
    ...(took.length > 0 && { allocations: took }),
    ...(gave.length > 0 && { from: gave }),
    unapplied:
      (last?.data.unapplied as string | undefined) ??
      (await unappliedAfter(
        store,
        fact.data.paymentId as string,
        (each) => each.revision <= fact.revision || isAnswer(each),
      )),
  };
}

function tookOf(fact: RecordedFact, answers: ReadonlyMap<string, Answered>): AllocationAnswer[] {
  return askedBy(fact).map(({ allocationId, invoiceId, amount: requested, currency }) => {
    const part = { allocationId, invoiceId, requested };
    const answer = answers.get(allocationId);
    if (!answer || !('applied' in answer))
      return { ...part, applied: Money.zero(currency).toString(), status: 'pending' };
    const { applied, code } = answer;
    const status = Money.of(applied, currency).isPositive ? 'applied' : 'refused';
    return { ...part, applied, status, ...(code !== undefined && { code }) };
  });
}

const gaveOf = (fact: RecordedFact, answers: ReadonlyMap<string, Answered>): GivenBackAnswer[] =>
  askedBackBy(fact).map(({ key, part: { allocationId, invoiceId, amount } }) => ({
    ...(fact.type === 'AllocationUndoRequested' && { undoId: key }),
    ...{ allocationId, invoiceId, amount, status: answers.has(key) ? 'undone' : 'pending' },
  }));

/** Whether a fact of the payment's stream keeps an answer to what the fact asked for. */
function answersTo(fact: RecordedFact): (answer: RecordedFact) => boolean {
  const asked = new Set([
    ...askedBy(fact).map(({ allocationId }) => allocationId),
    ...askedBackBy(fact).map(({ key }) => key),
  ]);
  return ({ type, data }) => {
    const { allocationId, undoId, returnId, refundId } = data as Record<string, string | undefined>;
    if (type === 'AllocationAnswered') return asked.has(allocationId!);
    return type === 'AllocationUndone' && asked.has(undoId ?? `${returnId ?? refundId} ${allocationId}`);
  };
}

/** What of it settled nothing after some of its facts: what came later is not in it, so that a replay answers as before. */
async function unappliedAfter(
  store: FactReader,
  paymentId: string,
  counts: (fact: RecordedFact) => boolean,
): Promise<string> {
  return unappliedOf((await readPayment(store, paymentId, counts)).state.payment!).toString();
}

async function firstOf(
  store: FactReader,
  paymentId: string,
  which: (fact: RecordedFact) => boolean = () => true,
): Promise<RecordedFact | undefined> {
  for await (const fact of store.read(paymentStream(paymentId))) if (which(fact)) return fact;
  return undefined;
}

/** Asks again for all that has no answer yet. */
export async function finishPayment(store: FactReader, execute: Execute, paymentId: string): Promise<void> {
  const { state, facts } = await readPayment(store, paymentId);
  if (!state.payment) return;
  const { pending, takenBack } = state.payment;
  const waits = (fact: RecordedFact): boolean =>
    askedBy(fact).some(({ allocationId, invoiceId, requestedOn }) =>
      waitedFor(pending, requestedOn === undefined ? invoiceId : allocationId),
    ) || askedBackBy(fact).some(({ key }) => waitedFor(takenBack, key));
  for (const fact of facts) if (waits(fact)) await askFor(fact, execute);
}

const readPayment = (store: FactReader, paymentId: string, counts?: (fact: RecordedFact) => boolean) =>
  readAsking(store, payments, paymentStream(paymentId), ASKING, counts);
