export default {
  one: 'Nota di credito',
  title: 'Nota di credito {number}',
  notYet: 'Questa nota di credito non era nota allora.',
  issuedOn: 'emessa il {day}',
  corrects: 'Corregge',
  total: 'in tutto',
  applied: 'chiude fatture',
  refunded: 'rimborsati',
  onAccount: 'restano',
  cancelled: 'annullati',
  applications: 'Che cosa chiude',
  refunds: 'Rimborsi',
};
