export default {
  one: 'Кредитно известие',
  title: 'Кредитно известие {number}',
  notYet: 'Това кредитно известие не беше известно тогава.',
  issuedOn: 'издадено на {day}',
  corrects: 'Коригира',
  total: 'общо',
  applied: 'погасява фактури',
  refunded: 'върнати',
  onAccount: 'остават',
  cancelled: 'анулирани',
  applications: 'Какво погасява',
  refunds: 'Върнати суми',
};
