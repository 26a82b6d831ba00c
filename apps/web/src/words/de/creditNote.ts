export default {
  one: 'Gutschrift',
  title: 'Gutschrift {number}',
  notYet: 'Diese Gutschrift war damals nicht bekannt.',
  issuedOn: 'ausgestellt am {day}',
  corrects: 'Berichtigt',
  total: 'insgesamt',
  applied: 'gleicht Rechnungen aus',
  refunded: 'ausgezahlt',
  onAccount: 'übrig',
  cancelled: 'storniert',
  applications: 'Was sie ausgleicht',
  refunds: 'Auszahlungen',
};
