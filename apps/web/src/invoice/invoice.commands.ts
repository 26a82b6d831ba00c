import type { BodyOf } from '../api/command';
import { type Command, commandAbout } from '../command/command';
import {
  collect,
  extend,
  held,
  type InvoiceRow,
  isVoid,
  note,
  nothingOpen,
  owner,
  pause,
  send,
} from '../command/invoice-rows';
import { isSome, lesserOf } from '../parts/sums';
import type { InvoiceDetails } from './use-invoice';

const about = commandAbout<InvoiceDetails>();
const names = ({ id }: InvoiceRow): Record<string, string> => ({ id });

const reason = { kind: 'text', name: 'reason', required: true, reasons: true } as const;
const whyNot = { kind: 'text', name: 'reason', reasons: true } as const;

const pay = about({
  ...{ name: 'pay', path: '/v1/payments', shortcut: 'p', begins: true, cannot: nothingOpen },
  // The invoice stands in its body; here it tells one dialog from another.
  names,
  fields: ({ open, currency, customerId }, { today }) => [
    { kind: 'amount', name: 'amount', currency, initial: open, required: true, hint: 'restStays' },
    { kind: 'date', name: 'receivedOn', initial: today, required: true },
    { kind: 'text', name: 'method' },
    { kind: 'text', name: 'reference' },
    { kind: 'lookup', of: 'customer', name: 'payerId', initial: customerId },
  ],
  body: (values, { id, open, currency }): BodyOf<'/v1/payments'> => ({
    ...(values as { amount: string; receivedOn: string }),
    currency,
    allocations: [{ invoiceId: id, amount: lesserOf(values.amount!, open) }],
  }),
});

const dispute = about({
  ...{ name: 'dispute', path: '/v1/invoices/{id}/disputes', shortcut: 'd', names, cannot: nothingOpen },
  fields: ({ currency }, { today }) => [
    { kind: 'amount', name: 'amount', label: 'disputedAmount', currency, hint: 'allOpen' },
    { kind: 'text', name: 'reasonCode', hint: 'disputeCodes', required: true },
    reason,
    { kind: 'lookup', of: 'person', name: 'ownerId' },
    { kind: 'date', name: 'answerBy' },
    { kind: 'date', name: 'disputedOn', initial: today },
  ],
});

const promise = about({
  ...{ name: 'promise', path: '/v1/invoices/{id}/promises', shortcut: 'm', names },
  cannot: held('promised', 'alreadyPromised'),
  fields: ({ currency }, { today }) => [
    { kind: 'date', name: 'promisedOn', required: true },
    { kind: 'amount', name: 'amount', currency, hint: 'allOpen' },
    { kind: 'text', name: 'madeBy' },
    { kind: 'date', name: 'madeOn', initial: today },
    whyNot,
  ],
});

const plan = about({
  ...{ name: 'plan', path: '/v1/invoices/{id}/plans', names, cannot: held('on-plan', 'onPlan') },
  fields: ({ currency, open }, { today }) => [
    { kind: 'parts', name: 'instalments', currency, sum: open },
    reason,
    { kind: 'date', name: 'agreedOn', initial: today },
  ],
});

const writeOff = about({
  ...{ name: 'writeOff', path: '/v1/invoices/{id}/write-offs', names, cannot: nothingOpen },
  fields: ({ currency }, { today }) => [
    { kind: 'amount', name: 'amount', currency, hint: 'allOpen' },
    { kind: 'text', name: 'reasonCode', hint: 'writeOffCodes', required: true },
    reason,
    { kind: 'choice', name: 'vat', choices: ['kept', 'claimed'] },
    { kind: 'date', name: 'requestedOn', initial: today },
  ],
});

const settle = about({
  ...{ name: 'settle', path: '/v1/invoices/{id}/settlements', names, cannot: nothingOpen },
  fields: ({ currency, open }, { today }) => [
    {
      ...{ kind: 'choice', name: 'kind', required: true },
      choices: [
        ...(['tolerance', 'early-payment-discount', 'bank-charge', 'withheld-tax'] as const),
        ...(['set-off', 'split-payment', 'redenomination'] as const),
      ],
    },
    { kind: 'amount', name: 'amount', currency, initial: open, required: true },
    reason,
    { kind: 'text', name: 'reference' },
    { kind: 'date', name: 'on', initial: today },
  ],
});

/** It is applied at once, as far as the invoice is open: what is left stays on account. */
const credit = about({
  ...{ name: 'credit', path: '/v1/credit-notes', names, begins: true, cannot: isVoid },
  fields: ({ currency, open }, { today }) => [
    { kind: 'text', name: 'number', required: true },
    { kind: 'date', name: 'issuedOn', initial: today, required: true },
    { kind: 'amount', name: 'total', currency, initial: isSome(open) ? open : undefined, required: true },
    { kind: 'amount', name: 'net', currency },
    { kind: 'amount', name: 'vat', label: 'tax', currency },
    { kind: 'text', name: 'reasonCode', hint: 'disputeCodes', required: true },
    reason,
  ],
  body: (values, { id, customerId, currency, open }) => ({
    ...(values as { number: string; issuedOn: string; total: string; reasonCode: string; reason: string }),
    ...{ customerId, currency, corrects: [id] },
    ...(isSome(open) && { applications: [{ invoiceId: id, amount: lesserOf(values.total!, open) }] }),
  }),
});

const annul = about({
  ...{ name: 'void', path: '/v1/invoices/{id}/void', names },
  cannot: (invoice) => isVoid(invoice) ?? (invoice.document === 'sent' ? 'sentIsNotVoided' : undefined),
  fields: (_invoice, { today }) => [reason, { kind: 'date', name: 'voidedOn', initial: today }],
});

/** What can be done about an invoice, in the order of the buttons. */
export const INVOICE_COMMANDS: Command<InvoiceDetails>[] = [
  ...[pay, extend, dispute, promise, plan, pause, owner, note],
  ...[send, settle, writeOff, credit, collect, annul],
];
