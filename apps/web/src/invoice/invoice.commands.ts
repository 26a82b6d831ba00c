import type { BodyOf } from '../api/command';
import type { CannotWord, Command } from '../command/command';
import { commandAbout } from '../command/command';
import { lesserOf } from '../parts/sums';
import type { InvoiceRow } from './invoices.columns';
import type { InvoiceDetails } from './use-invoice';

const about = commandAbout<InvoiceDetails>();
/** What a list says of an invoice is enough for these. */
const aboutEach = commandAbout<InvoiceRow>();
const names = ({ id }: InvoiceRow): Record<string, string> => ({ id });

const reason = { kind: 'text', name: 'reason', required: true, reasons: true } as const;
const whyNot = { kind: 'text', name: 'reason', reasons: true } as const;

const isVoid = ({ document }: InvoiceRow): CannotWord | undefined =>
  document === 'void' ? 'isVoid' : undefined;
const nothingOpen = (invoice: InvoiceRow): CannotWord | undefined =>
  isVoid(invoice) ?? (invoice.settlement === 'settled' ? 'nothingOpen' : undefined);
const held =
  (kind: string, why: CannotWord) =>
  (invoice: InvoiceRow): CannotWord | undefined =>
    nothingOpen(invoice) ?? (invoice.holds.some((hold) => hold.kind === kind) ? why : undefined);

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

const extend = aboutEach({
  ...{ name: 'extend', path: '/v1/invoices/{id}/extensions', shortcut: 'e', names },
  cannot: held('on-plan', 'onPlan'),
  fields: ({ agreedDueOn }, { today }) => [
    { kind: 'date', name: 'agreedDueOn', initial: agreedDueOn, required: true },
    reason,
    { kind: 'date', name: 'grantedOn', initial: today },
  ],
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

const pause = aboutEach({
  ...{ name: 'pause', path: '/v1/invoices/{id}/pauses', names, cannot: held('paused', 'alreadyPaused') },
  fields: () => [{ kind: 'date', name: 'until', hint: 'untilEnded' }, reason],
});

const owner = aboutEach({
  ...{ name: 'owner', path: '/v1/invoices/{id}/owner', shortcut: 'a', names, cannot: isVoid },
  fields: (_invoice, { today }) => [
    { kind: 'lookup', of: 'person', name: 'ownerId', required: true },
    reason,
    { kind: 'date', name: 'assignedOn', initial: today },
  ],
});

const note = aboutEach({
  ...{ name: 'note', path: '/v1/invoices/{id}/notes', names },
  fields: () => [
    { kind: 'text', name: 'text', long: true, required: true },
    { kind: 'date', name: 'followUpOn', hint: 'followUp' },
  ],
});

const send = aboutEach({
  ...{ name: 'send', path: '/v1/invoices/{id}/sent', names },
  cannot: (invoice) => isVoid(invoice) ?? (invoice.document === 'sent' ? 'alreadySent' : undefined),
  fields: (_invoice, { today }) => [
    {
      ...{ kind: 'choice', name: 'channel', required: true, initial: 'mail' },
      choices: ['mail', 'post', 'portal', 'edi', 'other'],
    },
    { kind: 'text', name: 'to' },
    { kind: 'date', name: 'sentOn', initial: today },
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

const collect = aboutEach({
  ...{ name: 'collect', path: '/v1/invoices/{id}/collections', names },
  cannot: held('in-collection', 'inCollection'),
  fields: (_invoice, { today }) => [
    { kind: 'text', name: 'agency', required: true },
    reason,
    { kind: 'date', name: 'handedOverOn', initial: today },
  ],
});

const annul = about({
  ...{ name: 'void', path: '/v1/invoices/{id}/void', names },
  cannot: (invoice) => isVoid(invoice) ?? (invoice.document === 'sent' ? 'sentIsNotVoided' : undefined),
  fields: (_invoice, { today }) => [reason, { kind: 'date', name: 'voidedOn', initial: today }],
});

/** What can be done about an invoice, in the order of the buttons. */
export const INVOICE_COMMANDS: Command<InvoiceDetails>[] = [
  ...[pay, extend, dispute, promise, plan, pause, owner, note],
  ...[send, settle, writeOff, collect, annul],
];

/** What can be done about several at once: nothing that asks for an amount of each. */
export const BULK_COMMANDS: Command<InvoiceRow>[] = [owner, extend, pause, note, send, collect];
