export default {
  title: 'Accesso',
  how: 'Sul computer dove gira Quittance, questo comando apre la pagina a Suo nome:',
  token: 'Oppure incolli un token',
  tokenHint: 'del comando «quittance token» o della Sua organizzazione',
  signIn: 'Accedi',
  wait: 'Accesso in corso',
  refused: 'Il codice è già usato o troppo vecchio. Ne chieda uno nuovo: vale un minuto.',
  again: 'La sessione è finita. Acceda per tornare dov’era.',
  provider: 'Accedi presso la Sua organizzazione',
};
