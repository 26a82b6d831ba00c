export default {
  title: 'Anmelden',
  how: 'Auf dem Rechner, auf dem Quittance läuft, öffnet dieser Befehl die Seite unter Ihrem Namen:',
  token: 'Oder ein Token einfügen',
  tokenHint: 'vom Befehl „quittance token“ oder von Ihrer Organisation',
  signIn: 'Anmelden',
  wait: 'Anmeldung läuft',
  refused: 'Der Code ist verbraucht oder zu alt. Fordern Sie einen neuen an: Er gilt eine Minute.',
  again: 'Sie sind abgemeldet. Melden Sie sich an, um dorthin zurückzukehren.',
  provider: 'Bei Ihrer Organisation anmelden',
};
