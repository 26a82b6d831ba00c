import { type Column, shownOnly } from '@quittance/reading';
import { type PaymentTerms, TERM_TYPES } from './payment.terms.js';

const whole = { type: 'integer' };
const text = { type: 'string' };
const parts = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      share: text,
      amount: text,
      rest: { type: 'boolean' },
      months: whole,
      day: whole,
      days: whole,
    },
  },
};

const discount = { type: 'object', properties: { percent: text, days: whole } };

/** Payment terms as an answer shows them; null where there are none. */
export const termsShown = (about: string): Column<PaymentTerms | null> =>
  shownOnly(
    about,
    {
      type: ['object', 'null'],
      required: ['type'],
      properties: {
        type: { type: 'string', enum: TERM_TYPES },
        days: whole,
        months: whole,
        day: whole,
        parts,
        discount,
      },
    },
    { type: 'net', days: 30 },
    (cell) => cell as PaymentTerms | null,
    { jsonOnly: true },
  );
