import { type FactOf, factsOf, Rejection } from '@quittance/kernel';
import type { HoldEscalations } from './first-run.commands.js';
import type { PolicyFacts } from './policy.events.js';

/** Escalations of the first run that makes any: held, and then confirmed for good. */
export interface FirstRun {
  escalations: number;
  heldOn: string;
  confirmed: boolean;
}

/** Up to so many escalations a first run makes without asking. */
export const MOST_UNASKED = 50;

const fact = factsOf<PolicyFacts>();

/** Said once, by whichever run comes first. */
export const holdEscalations = (
  { on: heldOn, escalations }: Pick<HoldEscalations, 'on' | 'escalations'>,
  before: FirstRun | undefined,
): FactOf<PolicyFacts>[] =>
  before || escalations <= MOST_UNASKED ? [] : [fact('EscalationsHeld', { escalations, heldOn })];

/** @throws Rejection `nothing-held` */
export function confirmEscalations(before: FirstRun | undefined, today: string): FactOf<PolicyFacts>[] {
  if (!before)
    throw Rejection.conflict(
      'nothing-held',
      'No escalations wait for a confirmation: no run has held any up to now.',
    );
  const { escalations, heldOn, confirmed } = before;
  return confirmed ? [] : [fact('EscalationsConfirmed', { escalations, heldOn, confirmedOn: today })];
}
