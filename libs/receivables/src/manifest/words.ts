import { type Personal, readable } from '../personal.js';

// What sentences of the audit trail are made of.

/** Fields in which facts name the invoice that they are about. */
export const OF_INVOICE = {
  invoiceId: 'uuid of the invoice',
  number: 'number of the invoice',
  customerId: "the invoice's customer",
};

/** In the fields of facts: what settles an invoice may name one. */
export const INSTALMENT =
  'number of the instalment that was named, from 1: it is settled first, up to its amount; left out: none was';

/** The invoice that a fact is about, or the instalment of it that is meant. */
export const partOf = ({ instalment, number }: { instalment?: number; number: string }): string =>
  instalment === undefined ? `invoice ${number}` : `instalment ${instalment} of invoice ${number}`;

/** Parts with commas between; a part that is not there is left out. */
export const sentence = (...parts: (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(', ');

/** The word with the value, if there is one. */
export const maybe = (word: string, value: string | null | undefined): string | undefined =>
  value ? word + value : undefined;

/** ` as <name>`, where a name is known or was erased. */
export const as = (personal: Personal<{ name: string }>): string => {
  const name = readable(personal, 'name');
  return name ? ` as ${name}` : '';
};
