import { Rejection } from '@quittance/kernel';
import type { CommandAttempt } from './command-attempt.js';
import type { Folded } from './folded-streams.js';

/**
 * The instant an imported history says it was recorded at, in UTC.
 * @throws Rejection when it lies in the future
 */
export function statedInstant(given: string | undefined, now: Date): string | undefined {
  if (given === undefined) return undefined;
  const instant = new Date(given.replace(',', '.'));
  if (instant.getTime() <= now.getTime()) return instant.toISOString();
  throw Rejection.invalid('invalid', 'statedRecordedAt lies in the future.', {
    field: '/statedRecordedAt',
    rule: 'not-in-future',
    value: given,
    hint: 'the instant at which it was recorded elsewhere',
  });
}

/**
 * The instant that the facts of a command state. What follows from a fact of another stream is known when that is, but not before
 * its own stream is: an invoice takes no advance payment before anybody knows the invoice. Where its stream states no
 * instant, neither does what follows there.
 */
export function knownSince(
  { route, statedRecordedAt: stated }: Pick<CommandAttempt, 'route' | 'statedRecordedAt'>,
  { end, statedSince }: Folded,
): string | undefined {
  if (stated === undefined || !route.internal || end.revision === 'none') return stated;
  if (statedSince === undefined) return undefined;
  return stated > statedSince ? stated : statedSince;
}
