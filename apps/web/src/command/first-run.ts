import { commandAbout } from './command';

/** The next run escalates what the first one held: a manager has looked at it. */
export const CONFIRM_ESCALATIONS = commandAbout<object>()({
  ...{ name: 'confirmEscalations', path: '/v1/dunning/confirmations', begins: true },
  names: () => ({}),
  fields: () => [],
});
