let made = 0;

/** What `POST /v1/invoices` takes: an invoice of customer C-1 under a number that no other has. */
export const invoiceBody = (change: object = {}) => ({
  number: `N-${++made}`,
  customerId: 'C-1',
  issuedOn: '2026-01-05',
  dueOn: '2026-02-04',
  currency: 'EUR',
  total: '100.00',
  ...change,
});
