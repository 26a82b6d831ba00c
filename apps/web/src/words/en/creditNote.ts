export default {
  one: 'Credit note',
  title: 'Credit note {number}',
  notYet: 'This credit note was not known then.',
  issuedOn: 'issued {day}',
  corrects: 'Corrects',
  total: 'in all',
  applied: 'settles invoices',
  refunded: 'paid back',
  onAccount: 'left',
  cancelled: 'cancelled',
  applications: 'What it settles',
  refunds: 'Paid back',
};
