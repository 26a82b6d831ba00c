import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { PaymentFacts } from './payment.events.js';

export const STREAM = 'payment-<uuid>';
export const NAMED = {
  paymentId: 'uuid of the payment',
  currency: 'ISO 4217',
  unapplied: 'what of the payment settles nothing, and is meant for nothing, after this',
};
const FROM =
  'list of {allocationId, invoiceId, number, customerId, payerId, amount, instalment}: what invoices are asked to give back';
const PARTS = 'list of {customerId, amount}: of what was free, whose part';
const BANK_DATE = 'bank date, from which it counts';

type Moving = Omit<PaymentFacts, 'PaymentReceived' | 'AllocationRequested' | 'AllocationAnswered'>;

const invoices = (parts: readonly { number: string; amount: string }[], currency: string): string =>
  parts.map(({ number, amount }) => `${amount} ${currency} of invoice ${number}`).join(' and ');

/** What Quittance says of money that is taken back, passed on, paid out or returned. */
export const movingFacts: FactsDeclared<Moving> = {
  AllocationUndoRequested: {
    schema: 1,
    duties: ['allocate'],
    effectiveOn: (fact) => fact.undos[0]!.appliedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} took back ${invoices(fact.undos, fact.currency)} that the payment had settled by mistake`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'Allocations were a mistake: the invoices are asked to give them back',
    fields: {
      ...NAMED,
      undos:
        'list of {undoId, allocationId, invoiceId, number, customerId, payerId, amount, instalment, appliedOn}: what is asked back, from ' +
        'the day from which it had counted',
    },
    personal: ['reason'],
  },
  AllocationUndone: {
    schema: 1,
    effectiveOn: (fact) => fact.reopenedOn,
    sentence: (fact, actor) =>
      `${actor} noted that invoice ${fact.invoice.number} gave back ${fact.amount} ${fact.currency} of the payment`,
    stream: STREAM,
    comment: 'The payment keeps that an invoice gave back what was undone, returned or refunded',
    fields: {
      ...NAMED,
      undoId: 'uuid of the undo that asked for it',
      returnId: 'uuid of the return that asked for it',
      refundId: 'uuid of the refund that asked for it',
      allocationId: 'uuid of the allocation',
      invoice: '{invoiceId, number}: the invoice',
      amount: 'amount that is open again',
      reopenedOn: 'business date from which it is open again',
    },
  },
  PaymentCancelled: {
    schema: 1,
    effectiveOn: (fact) => fact.cancelledOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} cancelled the payment over ${fact.amount} ${fact.currency}, counting from ${fact.cancelledOn}`,
        fact.released && 'its external id may be recorded again',
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'A payment was cancelled: it was recorded by mistake',
    fields: {
      ...NAMED,
      amount: 'amount that was cancelled: all of it',
      customerId: 'customer whose money it was; null: unknown',
      cancelledOn: 'business date from which it counts: the day of the money',
      opening: 'true: the money was taken over from elsewhere',
      released: 'true: its external id may be recorded again',
    },
    personal: ['reason'],
  },
  PayerIdentified: {
    schema: 1,
    effectiveOn: (fact) => fact.identifiedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} named ${fact.customerId} as the payer, counting from ${fact.identifiedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'It became known who paid',
    fields: {
      ...NAMED,
      previousCustomerId: 'customer whose money it was held to be; null: unknown',
      customerId: 'customer who paid',
      amount: 'amount that settled nothing then: it is the money of the payer',
      identifiedOn: 'business date from which it counts: the day of the money',
    },
    personal: ['reason'],
  },
  UnappliedTransferred: {
    schema: 1,
    duties: ['allocate'],
    effectiveOn: (fact) => fact.transferredOn,
    sentence: (fact, actor) => ({
      sentence:
        `${actor} transferred ${fact.amount} ${fact.currency} of the payment from ${fact.fromCustomerId ?? 'nobody known'} ` +
        `to ${fact.customerId} on ${fact.transferredOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'Money that settles nothing is another customer’s',
    fields: {
      ...NAMED,
      transferId: 'uuid of the transfer',
      fromCustomerId: 'customer whose money it was; null: unknown',
      customerId: 'customer whose money it is',
      amount: 'amount that was transferred',
      transferredOn: 'business date from which it counts',
    },
    personal: ['reason'],
  },
  PaymentRefunded: {
    schema: 1,
    duties: ['refund'],
    effectiveOn: (fact) => fact.refundedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} refunded ${fact.amount} ${fact.currency} of the payment on ${fact.refundedOn}`,
        maybe('taken back from ', invoices(fact.from, fact.currency)),
        maybe('by ', fact.method),
        maybe('reference ', fact.personal.erased ? undefined : readable(fact.personal, 'reference')),
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'Something of the payment was paid out',
    fields: {
      ...NAMED,
      refundId: 'uuid of the refund',
      amount: 'amount that was paid out',
      customerId: 'customer of whose free part it was taken; null: unknown',
      from: FROM,
      refundedOn: BANK_DATE,
      method: 'how it was paid',
    },
    personal: ['reason', 'reference'],
  },
  RefundReversed: {
    schema: 1,
    effectiveOn: (fact) => fact.reversedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} recorded that the refund of ${fact.amount} ${fact.currency} came back on ${fact.reversedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'The money of a refund came back',
    fields: {
      ...NAMED,
      refundId: 'uuid of the refund',
      amount: 'amount that came back',
      to: PARTS,
      reversedOn: BANK_DATE,
    },
    personal: ['reason'],
  },
  PaymentReturned: {
    schema: 1,
    duties: ['record-cash'],
    effectiveOn: (fact) => fact.returnedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} recorded that ${fact.amount} ${fact.currency} of the payment were returned on ${fact.returnedOn} (${fact.code})`,
        maybe('taken back from ', invoices(fact.from, fact.currency)),
        maybe("the bank's return ", fact.externalId),
      ),
      reason: fact.personal && readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'The bank, or the holder of a card, took money of the payment back',
    fields: {
      ...NAMED,
      returnId: 'uuid of the return',
      amount: 'amount that is gone',
      customerId: 'customer whose part goes below zero where nothing else is left; null: unknown',
      fromUnapplied: PARTS,
      from: FROM,
      returnedOn: BANK_DATE,
      code: 'why, in kebab case: chargeback, or a return code of ISO 20022',
      externalId: "the bank's own id of the return",
    },
    personal: ['reason'],
  },
  ReturnReversed: {
    schema: 1,
    duties: ['record-cash'],
    effectiveOn: (fact) => fact.reversedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} recorded that the return of ${fact.amount} ${fact.currency} was won on ${fact.reversedOn}`,
        maybe('meant ', invoices(fact.allocations, fact.currency)),
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'The money of a return came in again, and the same invoices are asked once',
    fields: {
      ...NAMED,
      returnId: 'uuid of the return',
      amount: 'amount that came in',
      customerId: 'customer who paid; null: unknown',
      to: PARTS,
      allocations:
        'list of {allocationId, invoiceId, customerId, number, amount, instalment, payerId, requestedOn, recovery}: what is meant again for which invoice',
      reversedOn: BANK_DATE,
    },
    personal: ['reason'],
  },
};
