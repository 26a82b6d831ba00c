import { commandAbout } from '../command/command';
import { invoiceFields } from '../command/invoice-fields';

/** What an invoice is issued for: nothing yet, or the customer whose page it is. */
export interface IssuedFor {
  customerId?: string;
}

export const ISSUE = commandAbout<IssuedFor>()({
  ...{ name: 'issue', path: '/v1/invoices', shortcut: 'n', begins: true },
  names: ({ customerId = '' }) => ({ customerId }),
  fields: ({ customerId }, { today }) => [
    { kind: 'text', name: 'number', required: true },
    ...invoiceFields(today, customerId),
  ],
});

/** The invoice that was issued. */
export const issuedIn = (answer: unknown): string => (answer as { id: string }).id;
