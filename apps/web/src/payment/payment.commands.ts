import { type CannotWord, chosenCurrency, type Command, commandAbout } from '../command/command';
import { isAboveZero, isSome, less } from '../parts/sums';
import type { PaymentDetails } from './use-payment';

const about = commandAbout<PaymentDetails>();
const names = ({ id }: PaymentDetails): Record<string, string> => ({ id });
const reason = { kind: 'text', name: 'reason', required: true, reasons: true } as const;
const on = { kind: 'date', name: 'on', hint: 'today' } as const;

const isCancelled = ({ cancelled }: PaymentDetails): CannotWord | undefined =>
  isSome(cancelled) ? 'isCancelled' : undefined;
const nothingFree = (payment: PaymentDetails): CannotWord | undefined =>
  isCancelled(payment) ?? (isAboveZero(payment.unapplied) ? undefined : 'nothingFree');
const inUse = ({ allocated, pending, refunded, returned, transfers }: PaymentDetails): boolean =>
  [allocated, pending, refunded, returned].some(isSome) || transfers.length > 0;

const payer = about({
  ...{ name: 'payer', path: '/v1/payments/{id}/payer', names },
  cannot: (payment) => isCancelled(payment) ?? (payment.payerId === null ? undefined : 'payerKnown'),
  fields: () => [{ kind: 'lookup', of: 'customer', name: 'customerId', required: true }, reason],
});

const transfer = about({
  ...{ name: 'transfer', path: '/v1/payments/{id}/transfers', names, cannot: nothingFree },
  fields: ({ currency, unapplied }) => [
    { kind: 'lookup', of: 'customer', name: 'customerId', required: true },
    { kind: 'amount', name: 'amount', currency, initial: unapplied, required: true },
    reason,
    on,
  ],
});

const refund = about({
  ...{ name: 'refund', path: '/v1/payments/{id}/refunds', names, cannot: nothingFree },
  fields: ({ currency, unapplied }, { today }) => [
    { kind: 'amount', name: 'amount', currency, initial: unapplied, required: true },
    { kind: 'date', name: 'refundedOn', initial: today },
    { kind: 'text', name: 'reference' },
    reason,
  ],
});

const bankReturn = about({
  ...{ name: 'bankReturn', path: '/v1/payments/{id}/returns', names, cannot: isCancelled },
  fields: ({ currency, received, returned }, { today }) => [
    { kind: 'amount', name: 'amount', currency, initial: less(received, returned), required: true },
    { kind: 'date', name: 'returnedOn', initial: today, required: true },
    { kind: 'text', name: 'code', hint: 'returnCodes', required: true },
    { kind: 'text', name: 'reason', reasons: true },
  ],
});

const cancel = about({
  ...{ name: 'cancelPayment', path: '/v1/payments/{id}/cancellation', names },
  cannot: (payment) => isCancelled(payment) ?? (inUse(payment) ? 'paymentInUse' : undefined),
  fields: () => [reason],
});

/**
 * What can be done about a payment, in the order of the buttons: first of all it is said who paid. Money is allocated by the cash
 * application.
 */
export const paymentCommands = ({ payerId }: PaymentDetails): Command<PaymentDetails>[] =>
  payerId === null
    ? [payer, transfer, refund, bankReturn, cancel]
    : [transfer, refund, bankReturn, payer, cancel];

/** A part of a payment: an allocation, a refund or a return, by its id. */
export interface OfPart {
  payment: PaymentDetails;
  partId: string;
  amount: string;
}

const aboutPart = commandAbout<OfPart>();
const namesOf = ({ payment, partId }: OfPart): Record<string, string> => ({ id: payment.id, partId });

export const UNDO_ALLOCATION = aboutPart({
  ...{ name: 'undo', path: '/v1/payments/{id}/allocations/{partId}/undo', names: namesOf },
  fields: ({ payment: { currency }, amount }) => [
    { kind: 'amount', name: 'amount', currency, initial: amount, required: true },
    reason,
  ],
});

/** Of several at once: each as far as it is applied, since one amount would fit one of them. */
export const UNDO_ALLOCATIONS = aboutPart({
  ...{ name: 'undo', path: '/v1/payments/{id}/allocations/{partId}/undo', names: namesOf },
  fields: () => [reason],
  body: ({ reason: why }, { amount }) => (why === undefined ? undefined : { amount, reason: why }),
});

export const REFUND_CAME_BACK = aboutPart({
  ...{ name: 'cameBack', path: '/v1/payments/{id}/refunds/{partId}/reversal', names: namesOf },
  fields: () => [on, reason],
});

export const RETURN_WON = aboutPart({
  ...{ name: 'won', path: '/v1/payments/{id}/returns/{partId}/reversal', names: namesOf },
  fields: () => [on, reason],
});

/** The payment that was recorded. */
export const recordedIn = (answer: unknown): string => (answer as { id: string }).id;

/** Money that came, before anybody says what it settles. */
export const RECORD_PAYMENT = commandAbout<null>()({
  ...{ name: 'pay', path: '/v1/payments', shortcut: 'n', begins: true, names: () => ({}) },
  fields: (_nothing, { today }) => [
    { kind: 'currency', name: 'currency', required: true },
    { kind: 'amount', name: 'amount', currency: chosenCurrency, required: true },
    { kind: 'date', name: 'receivedOn', initial: today, required: true },
    { kind: 'lookup', of: 'customer', name: 'payerId' },
    { kind: 'text', name: 'reference' },
    { kind: 'text', name: 'method' },
  ],
});
