import { isBounded, notTooFarBack, type Policy } from '@quittance/kernel';
import type { CommandAttempt } from './command-attempt.js';
import type { CommandExecutorParts, Decided } from './command-executor-parts.js';

/** Names of fields that say from when something counts. */
const DATES = /^(on|since|[a-z]+On)$/;

/**
 * Whoever is bounded dates nothing too far back, whatever the command is. It is about days that the request names: what takes
 * the day of something else (an undo) was not dated by who sends it.
 */
export async function mustNotBackDate(
  { command, route, today }: CommandAttempt,
  decided: readonly Decided[],
  { about }: Pick<CommandExecutorParts, 'about'>,
  policy: () => Promise<Policy>,
): Promise<void> {
  const { actor } = command.context;
  if (route.internal || !isBounded(actor)) return;
  const past = decided.map((fact) => about(fact).effectiveOn).filter((day) => day < today);
  if (past.length === 0) return;
  const named = new Set(
    Object.entries(command).flatMap(([field, value]) => (DATES.test(field) ? [value as unknown] : [])),
  );
  const [earliest] = past.filter((day) => named.has(day)).sort();
  if (earliest !== undefined) notTooFarBack(earliest, today, { actor, policy: await policy() });
}
