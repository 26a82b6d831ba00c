import type { BodyOf } from '../api/command';
import { chosenCurrency, type Command, commandAbout } from '../command/command';
import type { CustomerDetails } from './use-customer';

/** As far as its commands need it. */
export type CustomerSubject = Pick<CustomerDetails, 'id'> & Partial<CustomerDetails>;

const about = commandAbout<CustomerSubject>();
const names = ({ id }: CustomerSubject): Record<string, string> => ({ id });
const reason = { kind: 'text', name: 'reason', required: true, reasons: true } as const;

/** Texts of a customer that can be changed each for itself. */
const TEXTS = ['name', 'email', 'phone', 'vatId', 'ownerId', 'language', 'segment'] as const;

const currencyOf = ({ currency }: CustomerSubject): string => currency ?? 'EUR';
const limitOf = (customer: CustomerSubject): string | undefined =>
  customer.creditLimit?.[currencyOf(customer)];

const change = about({
  ...{ name: 'change', path: '/v1/customers/{id}/changes', shortcut: 'e', names },
  fields: (customer, { today }) => [
    { kind: 'text', name: 'name', initial: customer.name ?? '', required: true },
    { kind: 'text', name: 'email', initial: customer.email ?? '' },
    { kind: 'text', name: 'phone', initial: customer.phone ?? '' },
    { kind: 'text', name: 'vatId', initial: customer.vatId },
    { kind: 'lookup', of: 'person', name: 'ownerId', initial: customer.ownerId ?? '' },
    { kind: 'choice', name: 'language', initial: customer.language ?? '', choices: ['en', 'it', 'bg', 'de'] },
    { kind: 'text', name: 'segment', initial: customer.segment },
    { kind: 'amount', name: 'creditLimit', currency: currencyOf(customer), initial: limitOf(customer) },
    { kind: 'date', name: 'changedOn', initial: today },
  ],
  // Only what was changed is sent; what was emptied is taken away. Nothing changed: there is nothing to send.
  body: (values, customer): BodyOf<'/v1/customers/{id}/changes'> | undefined => {
    const changed = TEXTS.filter((name) => (values[name] ?? null) !== (customer[name] ?? null));
    const limit = values.creditLimit ?? null;
    const isLimit = limit !== (limitOf(customer) ?? null);
    if (changed.length === 0 && !isLimit) return undefined;
    return {
      ...Object.fromEntries(changed.map((name) => [name, values[name] ?? null])),
      ...(isLimit && { creditLimit: { [currencyOf(customer)]: limit } }),
      ...(values.changedOn && { changedOn: values.changedOn }),
    };
  },
});

/** It settles nothing by itself: it is applied to invoices later. */
const credit = about({
  ...{ name: 'credit', path: '/v1/credit-notes', names, begins: true },
  fields: (customer, { today }) => [
    { kind: 'text', name: 'number', required: true },
    { kind: 'date', name: 'issuedOn', initial: today, required: true },
    { kind: 'currency', name: 'currency', initial: currencyOf(customer), required: true },
    { kind: 'amount', name: 'total', currency: chosenCurrency, required: true },
    { kind: 'amount', name: 'net', currency: chosenCurrency },
    { kind: 'amount', name: 'vat', label: 'tax', currency: chosenCurrency },
    { kind: 'text', name: 'reasonCode', hint: 'disputeCodes', required: true },
    reason,
  ],
  body: (values, { id }) => ({ ...values, customerId: id }) as unknown as BodyOf<'/v1/credit-notes'>,
});

const note = about({
  ...{ name: 'note', path: '/v1/customers/{id}/notes', names },
  fields: () => [
    { kind: 'text', name: 'text', long: true, required: true },
    { kind: 'date', name: 'followUpOn', hint: 'followUp' },
  ],
});

const pause = about({
  ...{ name: 'pause', path: '/v1/customers/{id}/pauses', names },
  fields: () => [{ kind: 'date', name: 'until', hint: 'untilEnded' }, reason],
});

const insolvency = about({
  ...{ name: 'insolvency', path: '/v1/customers/{id}/insolvency', names },
  fields: (_customer, { today }) => [
    { kind: 'date', name: 'since', initial: today, required: true },
    { kind: 'text', name: 'reference' },
    reason,
  ],
});

/** Ended where it is shown. */
export const END_INSOLVENCY = about({
  ...{ name: 'endInsolvency', path: '/v1/customers/{id}/insolvency/end', names },
  fields: () => [reason],
});

const merge = about({
  ...{ name: 'merge', path: '/v1/customers/{id}/merge', names },
  cannot: ({ mergedInto }) => (mergedInto ? 'alreadyMerged' : undefined),
  fields: (_customer, { today }) => [
    { kind: 'lookup', of: 'customer', name: 'intoCustomerId', required: true },
    reason,
    { kind: 'date', name: 'mergedOn', initial: today },
  ],
});

const undoMerge = about({
  ...{ name: 'undoMerge', path: '/v1/customers/{id}/merge/undo', names },
  cannot: ({ mergedInto }) => (mergedInto ? undefined : 'notMerged'),
  fields: () => [reason],
});

/** What can be done about a customer, in the order of the buttons. */
export const CUSTOMER_COMMANDS: Command<CustomerSubject>[] = [
  ...[change, note, credit, pause, insolvency, merge, undoMerge],
];

/** A pause of a customer: ended where it is shown. */
export const END_CUSTOMER_PAUSE = commandAbout<{ id: string; customerId: string }>()({
  ...{ name: 'endPause', path: '/v1/customers/{id}/pauses/{pauseId}/end' },
  names: ({ id, customerId }) => ({ id: customerId, pauseId: id }),
  fields: () => [{ kind: 'text', name: 'reason', reasons: true }],
});

/** A customer is registered before anything is owed. */
export const REGISTER = commandAbout<null>()({
  ...{ name: 'register', path: '/v1/customers', shortcut: 'n', begins: true },
  names: () => ({}),
  fields: (_nobody, { today }) => [
    { kind: 'text', name: 'customerId', required: true },
    { kind: 'text', name: 'name', required: true },
    { kind: 'currency', name: 'currency', initial: 'EUR' },
    { kind: 'text', name: 'email' },
    { kind: 'text', name: 'phone' },
    { kind: 'lookup', of: 'person', name: 'ownerId' },
    { kind: 'choice', name: 'language', choices: ['en', 'it', 'bg', 'de'] },
    { kind: 'date', name: 'registeredOn', initial: today },
  ],
});
