export default {
  cannot: 'Questo browser non calcola hash per pagine che arrivano non cifrate da un’altra macchina.',
  checking:
    'Ricalcolo della catena in questo browser: finora {count, plural, one {# fatto} many {# fatti} other {# fatti}}',
  holds:
    'Catena: {count, plural, one {# fatto, ricalcolato} many {# fatti, ricalcolati} other {# fatti, ricalcolati}} in questo browser proprio ora; finisce in',
  again: 'Ricalcola',
  broken: {
    missing:
      'La catena si rompe prima della revisione {revision}: manca un fatto. {count, plural, one {# fatto regge} many {# fatti reggono} other {# fatti reggono}}.',
    unlinked:
      'La catena si rompe alla revisione {revision}: non si lega al fatto precedente. {count, plural, one {# fatto regge} many {# fatti reggono} other {# fatti reggono}}.',
    changed:
      'La catena si rompe alla revisione {revision}: il contenuto non è quello di cui fu calcolato l’hash. {count, plural, one {# fatto regge} many {# fatti reggono} other {# fatti reggono}}.',
  },
  toFact: 'Fatto {position}',
};
