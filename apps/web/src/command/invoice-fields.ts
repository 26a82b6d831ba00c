import type { BodyOf } from '../api/command';
import { chosenCurrency, type CommandField, type FieldWord } from './command';

type Name = keyof BodyOf<'/v1/drafts'> & FieldWord;

/** What is said of an invoice before it has a number: also of a draft. @param customerId for whom, where that is known */
export const invoiceFields = (today: string, customerId?: string): CommandField<Name>[] => [
  { kind: 'lookup', of: 'customer', name: 'customerId', initial: customerId, required: true },
  { kind: 'date', name: 'issuedOn', initial: today, required: true },
  { kind: 'date', name: 'dueOn', hint: 'byTerms' },
  { kind: 'currency', name: 'currency', initial: 'EUR', required: true },
  { kind: 'amount', name: 'total', currency: chosenCurrency, required: true },
  { kind: 'amount', name: 'net', currency: chosenCurrency },
  { kind: 'amount', name: 'vat', label: 'tax', currency: chosenCurrency },
  { kind: 'lookup', of: 'person', name: 'ownerId', hint: 'byCustomer' },
  { kind: 'text', name: 'notes', long: true },
];
