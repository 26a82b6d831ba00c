import { addDays, type BusinessDate } from './business-date.js';
import type { Actor } from './decider.js';
import { numberLimit, type Policy } from './policy.js';
import { Rejection } from './rejection.js';

/** Whether limits bound what the actor does alone: a clerk; not a manager, nor who brings a history over. */
export const isBounded = ({ roles }: Actor): boolean =>
  roles.includes('clerk') && !roles.includes('manager') && !roles.includes('importer');

/** What lies beyond a limit of the entity (409 `over-limit`): the sentence says which limit, and what would be possible. */
export const overLimit = (detail: string): Rejection => Rejection.conflict('over-limit', detail);

interface By {
  actor: Actor;
  policy: Policy;
}

/** A clerk dates nothing further back than `backDatingDays`. @throws Rejection `over-limit` */
export function notTooFarBack(date: BusinessDate, today: BusinessDate, { actor, policy }: By): void {
  const days = isBounded(actor) ? numberLimit(policy, 'backDatingDays') : undefined;
  if (days === undefined) return;
  const earliest = addDays(today, -days);
  if (date < earliest)
    throw overLimit(
      `backDatingDays is ${days}: a clerk dates nothing before ${earliest}, so not on ${date}; a manager may.`,
    ).offering(
      { limit: 'backDatingDays', days: String(days), earliest, date },
      { action: 'later-date', on: earliest },
      { action: 'other-person', role: 'manager' },
    );
}

/** A clerk agrees no due date later than `extensionDays` after the contractual one. @throws Rejection `over-limit` */
export function notTooFarOff(agreed: BusinessDate, contractual: BusinessDate, { actor, policy }: By): void {
  const days = isBounded(actor) ? numberLimit(policy, 'extensionDays') : undefined;
  if (days === undefined) return;
  const latest = addDays(contractual, days);
  if (agreed > latest)
    throw overLimit(
      `extensionDays is ${days}: a clerk agrees ${latest} at the latest, so not ${agreed}; a manager may.`,
    ).offering(
      { limit: 'extensionDays', days: String(days), latest, agreedDueOn: agreed },
      { action: 'earlier-date', on: latest },
      { action: 'other-person', role: 'manager' },
    );
}
