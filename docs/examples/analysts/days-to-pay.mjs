// How long customers take to pay: each invoice's issue, and each part of a payment that settled one. Which customer and
// which quarter is asked in SQL (docs/analysts.md).

const invoices = {
  name: 'days_to_pay_invoices',
  comment: 'One row an invoice, as issued',
  key: ['invoice_id'],
  columns: {
    invoice_id: { type: 'uuid' },
    customer_id: { type: 'text' },
    issued_on: { type: 'date' },
    currency: { type: 'text', comment: 'ISO 4217' },
    total: { type: 'numeric', comment: 'Including VAT, in currency' },
  },
};

const payments = {
  name: 'days_to_pay_payments',
  comment: 'One row an amount that settled an invoice',
  key: ['position'],
  columns: {
    position: { type: 'bigint', comment: 'Of the fact' },
    invoice_id: { type: 'uuid' },
    paid_on: { type: 'date', comment: 'Bank date, or the day of issue when it was paid before' },
    amount: { type: 'numeric', comment: "In the invoice's currency" },
  },
  indexes: ['(invoice_id)'],
};

export default {
  name: 'days_to_pay',
  comment: 'Days from issue to payment, for any customer and quarter',
  tables: [invoices, payments],
  on: {
    InvoiceIssued: ({ data }, changes) =>
      changes.put(invoices, {
        invoice_id: data.invoiceId,
        customer_id: data.customerId,
        issued_on: data.issuedOn,
        currency: data.currency,
        total: data.total,
      }),
    PaymentApplied: ({ data, at }, changes) =>
      changes.put(payments, {
        position: at,
        invoice_id: data.invoiceId,
        paid_on: data.appliedOn,
        amount: data.applied,
      }),
  },
};
