import { offsetChanges } from '@quittance/kernel';
import type { Bind } from './list/sql.js';

/**
 * The date of an instant in the zone, as `businessDateAt` has it: by our offsets, for PostgreSQL knows other zones than we
 * do, and takes `UTC+3` for three hours behind.
 * @param instant as SQL
 */
export function localDate(bind: Bind, zone: string): (instant: string) => string {
  const { from, ahead } = offsetChanges(zone);
  const [changes, seconds] = [`${bind.add(from)}::timestamptz[]`, `(${bind.add(ahead)}::int[])`];
  return (instant) =>
    `((${instant} at time zone 'UTC') + make_interval(secs => ${seconds}[width_bucket(${instant}, ${changes})]))::date`;
}
