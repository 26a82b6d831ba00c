import { DateTime, Info } from 'luxon';
import type { BusinessDate } from './business-date.js';

// The one place that says when a local day begins. Neither luxon's `startOf('day')` nor SQL's `at time zone` will do:
// where midnight comes twice, the first takes the one that the offset of the present moment leads to, the second the
// later one.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No zone is, or was since 1900, further from UTC than this; a change of offset is found within it. */
const FURTHEST = 26 * HOUR;

export const isTimeZone = (zone: string): boolean => DateTime.local({ zone }).isValid;

/**
 * The first instant of the date in the zone: the earlier of two midnights, the first moment of a day that has none; of a
 * day that the zone never had, that of the next one.
 */
export const startOfDay = (date: BusinessDate, zone: string): Date =>
  new Date(firstInstant(utcMidnight(date), zone));

/** The first instant after the date in the zone: what is recorded on that day is recorded before it. */
export const endOfDay = (date: BusinessDate, zone: string): Date =>
  new Date(firstInstant(utcMidnight(date) + DAY, zone));

/** Whether the zone had, or will have, this day: Pacific/Apia went from 2011-12-29 to 2011-12-31. */
export const isDayIn = (zone: string, date: BusinessDate): boolean => !missingDays(zone).has(date);

/** Worked out before: an import asks for the same days again and again. */
const worked = new Map<string, number>();
const MOST_WORKED = 5_000;

/** @param midnight that of the date in UTC, in milliseconds */
function firstInstant(midnight: number, zone: string): number {
  const name = `${midnight} ${zone}`;
  const known = worked.get(name);
  if (known !== undefined) return known;
  if (worked.size >= MOST_WORKED) worked.clear();
  const instant = findFirstInstant(midnight, zone);
  worked.set(name, instant);
  return instant;
}

function findFirstInstant(midnight: number, zone: string): number {
  const offset = offsetIn(zone);
  const before = offset(midnight - FURTHEST);
  // Nearly always the offset stays what it is all around.
  if (before === offset(midnight - before) && before === offset(midnight + FURTHEST))
    return midnight - before;
  const midnights = [...offsetsAround(midnight, offset)]
    .map((each) => midnight - each)
    .filter((instant) => instant + offset(instant) === midnight);
  if (midnights.length > 0) return Math.min(...midnights);
  return firstWhere(
    (instant) => instant + offset(instant) > midnight,
    midnight - FURTHEST,
    midnight + FURTHEST,
  );
}

/** Milliseconds by which local time is ahead of UTC at an instant. */
function offsetIn(zone: string): (instant: number) => number {
  const rules = Info.normalizeZone(zone);
  return (instant) => Math.round(rules.offset(instant) * MINUTE);
}

/** How many seconds local time is ahead of UTC, from each of its changes on: `ahead[i]` from `from[i]` on. */
export interface OffsetChanges {
  from: readonly Date[];
  ahead: readonly number[];
}

const changes = new Map<string, OffsetChanges>();

/** Those of the zone from 1970 on; before that, as it began. */
export function offsetChanges(zone: string): OffsetChanges {
  const known = changes.get(zone);
  if (known) return known;
  const offset = offsetIn(zone);
  // No offset was kept for less than three weeks.
  const [first, step, last] = [0, 14 * DAY, Date.now() + 10 * 366 * DAY];
  const [from, ahead] = [[new Date('1000-01-01T00:00:00Z')], [offset(first) / 1_000]];
  for (let at = first, before = offset(first); at < last; at += step) {
    const now = offset(at + step);
    if (now === before) continue;
    from.push(new Date(firstWhere((instant) => offset(instant) === now, at, at + step)));
    ahead.push(now / 1_000);
    before = now;
  }
  const found = { from, ahead };
  changes.set(zone, found);
  return found;
}

function offsetsAround(midnight: number, offset: (instant: number) => number): Set<number> {
  const offsets = new Set<number>();
  for (let instant = midnight - FURTHEST; instant <= midnight + FURTHEST; instant += HOUR / 2)
    offsets.add(offset(instant));
  return offsets;
}

/** The first millisecond at which it holds; it holds from there on, and not yet at `low`. */
function firstWhere(holds: (instant: number) => boolean, low: number, high: number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const missing = new Map<string, ReadonlySet<BusinessDate>>();

/** Days from 1900 to 2100 that never were in the zone: where it went over the date line westwards. */
function missingDays(zone: string): ReadonlySet<BusinessDate> {
  const known = missing.get(zone);
  if (known) return known;
  const days = new Set<BusinessDate>();
  const offset = offsetIn(zone);
  const [first, last] = [Date.UTC(1900, 0, 1), Date.UTC(2100, 0, 1)];
  for (let at = first, before = offset(at - 30 * DAY); at < last; at += 30 * DAY) {
    const now = offset(at);
    // A change of offset by most of a day, never one of summer time.
    if (now - before > 12 * HOUR) skipped(at - 30 * DAY, at, zone).forEach((day) => days.add(day));
    before = now;
  }
  missing.set(zone, days);
  return days;
}

function skipped(from: number, to: number, zone: string): BusinessDate[] {
  const days: BusinessDate[] = [];
  for (let midnight = from - DAY; midnight < to + DAY; midnight += DAY) {
    if (firstInstant(midnight, zone) === firstInstant(midnight + DAY, zone))
      days.push(new Date(midnight).toISOString().slice(0, 10));
  }
  return days;
}

const utcMidnight = (date: BusinessDate): number => Date.parse(`${date}T00:00:00Z`);
