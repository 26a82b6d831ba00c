import { type RecordedFact, uuid5 } from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import { type Ask, askInvoice } from '../asking/ask-invoice.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { ReturnApplied, SettleInvoice, UndoApplied } from '../invoice/settlement/settlement.commands.js';
import { allocationIdOf } from '../streams.js';
import type { Answered, Taken } from './payment.commands.js';
import type { GivenBack, LaterAllocation, PaymentFacts } from './payment.events.js';

/** Facts that ask invoices for something. */
export const ASKING: readonly string[] = [
  ...['PaymentReceived', 'AllocationRequested', 'AllocationUndoRequested'],
  ...['PaymentRefunded', 'PaymentReturned', 'ReturnReversed'],
];

/** A part that a fact asks an invoice to take. */
export interface Asked extends Omit<LaterAllocation, 'requestedOn'> {
  paymentId: string;
  currency: string;
  receivedOn: string;
  /** Left out: named when the payment was recorded. */
  requestedOn?: string;
}

/** What a fact asks invoices to take. */
export function askedBy({ type, data }: RecordedFact): Asked[] {
  if (type === 'AllocationRequested' || type === 'ReturnReversed') {
    const { paymentId, currency, allocations, ...said } = data as unknown as PaymentFacts[
      'AllocationRequested' | 'ReturnReversed'];
    const receivedOn = 'receivedOn' in said ? said.receivedOn : said.reversedOn;
    return allocations.map((part) => ({ ...part, paymentId, currency, receivedOn }));
  }
  if (type !== 'PaymentReceived') return [];
  const { paymentId, currency, customerId, allocations, ...said } =
    data as unknown as PaymentFacts['PaymentReceived'];
  const receivedOn = said.opening?.on ?? said.receivedOn;
  return allocations.map((part) => ({
    ...{ ...part, paymentId, currency, receivedOn, payerId: customerId },
    allocationId: allocationIdOf(paymentId, part.invoiceId),
  }));
}

/** What a fact asks invoices to give back, each by what it is known by until they have. */
export function askedBackBy({ type, data }: RecordedFact): { key: string; part: GivenBack }[] {
  if (type === 'AllocationUndoRequested')
    return (data as unknown as PaymentFacts['AllocationUndoRequested']).undos.map((part) => ({
      key: part.undoId,
      part,
    }));
  if (type !== 'PaymentRefunded' && type !== 'PaymentReturned') return [];
  const { from, ...said } = data as unknown as PaymentFacts['PaymentRefunded' | 'PaymentReturned'];
  const id = 'refundId' in said ? said.refundId : said.returnId;
  return from.map((part) => ({ key: `${id} ${part.allocationId}`, part }));
}

export const asksOf = (fact: RecordedFact): Ask<Answered>[] => [
  ...askedBy(fact).map((part) => taking(fact, part)),
  ...askedBackBy(fact).map(({ key, part }) => givingBack(fact, key, part)),
];

/** The body is that of all releases: an invoice that answered one of them answers the same. */
const taking =
  (fact: RecordedFact, part: Asked): Ask<Answered> =>
  async (execute) => {
    const { invoiceId, paymentId, payerId, amount: requested, currency, receivedOn } = part;
    const { allocationId, requestedOn } = part;
    const { instalment, recovery, differences } = part;
    const named = {
      ...{ invoiceId, paymentId, payerId, requested, currency, receivedOn },
      ...(instalment && { instalment }),
      ...(recovery && { recovery }),
      ...(differences && { differences }),
    };
    const command =
      requestedOn === undefined
        ? { type: SettleInvoice, body: named, beside: { allocationId } }
        : { type: SettleInvoice, body: { ...named, allocationId, requestedOn } };
    const key = requestedOn === undefined ? allocationId : uuid5(fact.id, allocationId);
    const said = await askInvoice(execute, fact, key, command);
    return { part: allocationId, answer: said && { allocationId, invoiceId, requested, ...takenOf(said) } };
  };

function takenOf({ type, data }: RecordedFact): Pick<Taken, 'applied' | 'code' | 'appliedOn'> {
  if (type === 'PaymentApplied') {
    const { applied, requested, appliedOn } = data as unknown as InvoiceFacts['PaymentApplied'];
    return { applied, ...(applied !== requested && { code: 'less-open' }), appliedOn };
  }
  const { currency, code, requestedOn } = data as unknown as InvoiceFacts['AllocationRefused'];
  return { applied: Money.zero(currency).toString(), code, appliedOn: requestedOn };
}

const givingBack =
  (fact: RecordedFact, key: string, part: GivenBack): Ask<Answered> =>
  async (execute) => {
    const { paymentId, refundId, returnId, personal, refundedOn, returnedOn } = fact.data as Record<
      string,
      never
    >;
    const { invoiceId, allocationId, payerId, amount } = part;
    const named = { invoiceId, paymentId, allocationId, payerId, amount };
    const undo = fact.type === 'AllocationUndoRequested';
    const said = undo
      ? await askInvoice(execute, fact, uuid5(fact.id, key), {
          ...{ type: UndoApplied, body: { ...named, undoId: key, personal } },
        })
      : await askInvoice(execute, fact, uuid5(fact.id, allocationId), {
          ...{
            type: ReturnApplied,
            body: { ...named, refundId, returnId, returnedOn: returnedOn ?? refundedOn },
          },
        });
    if (!said) return { part: key };
    const { appliedOn, reopenedOn = appliedOn } = said.data as { appliedOn: string; reopenedOn?: string };
    const by = undo ? { undoId: key } : { refundId, returnId };
    return { part: key, answer: { ...by, allocationId, reopenedOn } };
  };
