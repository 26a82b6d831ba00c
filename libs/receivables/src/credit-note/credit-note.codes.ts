import type { ProblemCodes } from '@quittance/http';

/** Codes of refusals of credit notes: what they say, and what to do. */
export const creditNoteCodes: ProblemCodes = {
  'credit-note-not-found': [404, 'There is no credit note with this id.', 'Look it up in /v1/credit-notes.'],
  'application-not-found': [
    404,
    'The credit note has no application with this id.',
    'Look at the credit note: its `applications` name their ids.',
  ],
  'refund-not-found': [
    404,
    'There is no refund with this id.',
    'Look at the credit note: its `refunds` name their ids.',
  ],
  'application-pending': [
    409,
    'The invoice has not answered yet.',
    'Send it again in some seconds with a new `Idempotency-Key`.',
  ],
  'in-use': [
    409,
    'Something of it was applied or refunded: it cannot be as if it had never been.',
    'Undo what is applied and refund what is left.',
  ],
  'more-than-applied': [
    409,
    'The invoice took less by this application, or some of it was undone before.',
    'Look at the credit note: `applied` says what can be undone.',
  ],
  'more-than-left': [
    409,
    'Less is left of the credit note.',
    'Send at most `onAccount`; an undo of an application leaves more.',
  ],
  'other-customer': [
    409,
    'The invoice is of another customer: a credit note never settles a third party’s.',
    'Name invoices of the customer of the credit note.',
  ],
  'upholds-dispute': [
    409,
    'A dispute of the invoice was upheld on the ground of the application.',
    'Leave what covers it: `detail` says how much can be undone.',
  ],
  reversed: [409, 'The refund was reversed before.', 'Look at the credit note: nothing is to be done.'],
};
