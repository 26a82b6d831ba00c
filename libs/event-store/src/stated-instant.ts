import { Rejection } from '@quittance/kernel';

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
