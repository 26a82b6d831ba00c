export default {
  cannot:
    'Dieser Browser rechnet keine Hashes für Seiten, die unverschlüsselt von einem anderen Rechner kommen.',
  checking:
    'Kette wird in diesem Browser nachgerechnet: bisher {count, plural, one {# Fakt} other {# Fakten}}',
  holds:
    'Kette: {count, plural, one {# Fakt} other {# Fakten}}, eben in diesem Browser nachgerechnet; sie endet in',
  again: 'Noch einmal prüfen',
  broken: {
    missing:
      'Die Kette bricht vor Revision {revision}: Ein Fakt fehlt. {count, plural, one {# Fakt hält} other {# Fakten halten}}.',
    unlinked:
      'Die Kette bricht bei Revision {revision}: Sie hängt nicht am Fakt davor. {count, plural, one {# Fakt hält} other {# Fakten halten}}.',
    changed:
      'Die Kette bricht bei Revision {revision}: Ihr Inhalt ist nicht, was gehasht wurde. {count, plural, one {# Fakt hält} other {# Fakten halten}}.',
  },
  toFact: 'Fakt {position}',
};
