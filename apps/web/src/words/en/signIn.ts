export default {
  title: 'Sign in',
  how: 'On the machine where Quittance runs, this command opens the page as you:',
  token: 'Or paste a token',
  tokenHint: 'of the command “quittance token”, or of your organisation',
  signIn: 'Sign in',
  wait: 'Signing in',
  refused: 'The code is used up or too old. Ask for a new one: it holds for a minute.',
  again: 'You are signed out. Sign in to come back to where you were.',
  provider: 'Sign in at your organisation',
} as const;
