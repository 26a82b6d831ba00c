import type { Aged, AgingAnswer } from './aging.answer.js';

const euros: Aged = {
  currency: 'EUR',
  buckets: {
    not_due: { count: 1, amount: '300.00' },
    '1-30': { count: 1, amount: '720.00' },
    '31-60': { count: 0, amount: '0.00' },
    '61-90': { count: 0, amount: '0.00' },
    '90+': { count: 0, amount: '0.00' },
  },
  open: '1020.00',
  overdue: '720.00',
  extended: '720.00',
  disputed: '0.00',
  unapplied: '20.00',
  pending: '0.00',
  credits: '0.00',
  control: '1000.00',
  balanced: true,
};

/** For OpenAPI. */
export const AGING_EXAMPLE: AgingAnswer = {
  asOf: '2026-03-31',
  knownAt: '2026-04-01T07:00:00.000Z',
  knownPosition: '48213',
  known: 'recorded',
  definition: 'aging/2',
  basis: 'agreed',
  by: 'customer',
  currencies: [euros],
  rows: [{ key: 'C-104', name: 'Rossi S.r.l.', ...euros }],
  next: null,
};
