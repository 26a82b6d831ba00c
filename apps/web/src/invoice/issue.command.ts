import { commandAbout } from '../command/command';

/** What an invoice is issued for: nothing yet, or the customer whose page it is. */
export interface IssuedFor {
  customerId?: string;
}

export const ISSUE = commandAbout<IssuedFor>()({
  ...{ name: 'issue', path: '/v1/invoices', shortcut: 'n', begins: true },
  names: ({ customerId = '' }) => ({ customerId }),
  fields: ({ customerId }, { today }) => [
    { kind: 'text', name: 'number', required: true },
    { kind: 'lookup', of: 'customer', name: 'customerId', initial: customerId, required: true },
    { kind: 'date', name: 'issuedOn', initial: today, required: true },
    { kind: 'date', name: 'dueOn', hint: 'byTerms' },
    { kind: 'currency', name: 'currency', initial: 'EUR', required: true },
    { kind: 'amount', name: 'total', currency: currencyOf, required: true },
    { kind: 'amount', name: 'net', currency: currencyOf },
    { kind: 'amount', name: 'vat', label: 'tax', currency: currencyOf },
    { kind: 'lookup', of: 'person', name: 'ownerId', hint: 'byCustomer' },
    { kind: 'text', name: 'notes', long: true },
  ],
});

const currencyOf = ({ currency }: Record<string, unknown>): string =>
  typeof currency === 'string' ? currency : 'EUR';

/** The invoice that was issued. */
export const issuedIn = (answer: unknown): string => (answer as { id: string }).id;
