import type { ProblemCodes } from '@quittance/http';

/** Codes of refusals of payments: what they say, and what to do. */
export const paymentCodes: ProblemCodes = {
  'more-than-free': [
    409,
    'Less of the payment is free.',
    'Send at most what is unapplied of that customer’s part. An undo of an allocation frees more; a refund may take applied money by `from`.',
  ],
  'allocation-not-found': [
    404,
    'The payment has no allocation with this id.',
    'Look at the payment: its `allocations` name their ids.',
  ],
  'return-not-found': [
    404,
    'There is no return with this id.',
    'Look at the payment: its `returns` name their ids.',
  ],
  'allocation-pending': [
    409,
    'Some invoices have not answered yet.',
    'Send it again in some seconds with a new `Idempotency-Key`.',
  ],
  'payer-known': [
    409,
    'It is known who paid.',
    'Transfer what is unapplied to another customer (`POST /v1/payments/{id}/transfers`).',
  ],
  'nothing-to-return': [
    409,
    'So much of the payment was not received, or was returned before.',
    'Send at most `received` less `returned`.',
  ],
  cancelled: [409, 'The payment was cancelled.', 'Record it again.'],
};
