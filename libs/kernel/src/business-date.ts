import { DateTime } from 'luxon';

/** A plain date `YYYY-MM-DD` in the legal entity's time zone. Strings of this form sort as dates do. */
export type BusinessDate = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether it is a date that exists: 2026-02-30 does not. Years 0001 to 9999. Worked out by hand: every command asks it for each
 * of its dates.
 */
export function isBusinessDate(value: unknown): value is BusinessDate {
  const parts = typeof value === 'string' ? FORM.exec(value) : null;
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year > 0 && day > 0 && day <= (DAYS[month - 1] ?? 0) + Number(leap);
}

/** Nothing that is recorded is dated before this day: an earlier date is a slip of the pen. */
export const EARLIEST_DATE: BusinessDate = '1900-01-01';

/** The date `days` later (earlier when negative). Worked out by hand: a ladder of reminders asks it for each of its steps. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  const then = new Date(midnight(date) + days * DAY_MS);
  const year = then.getUTCFullYear();
  return year > 0 && year <= 9999 ? then.toISOString().slice(0, 10) : plain(at(date).plus({ days }));
}

/** Whole days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

const DAY_MS = 86_400_000;
const midnight = (date: BusinessDate): number => Date.parse(`${date}T00:00:00Z`);

export function endOfMonth(date: BusinessDate): BusinessDate {
  return plain(at(date).endOf('month'));
}

/** The same day `months` later; the month's last day where the day does not exist there. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  return plain(at(date).plus({ months }));
}

/** The same day `years` later; 28 February where that is no leap year. Never after 9999-12-31. */
export function addYears(date: BusinessDate, years: number): BusinessDate {
  const then = at(date).plus({ years });
  return then.year > 9999 ? '9999-12-31' : plain(then);
}

/** The given day of the date's month; the month's last day where the day does not exist there. */
export function onDayOfMonth(date: BusinessDate, day: number): BusinessDate {
  const start = at(date).startOf('month');
  return plain(start.set({ day: Math.min(day, start.daysInMonth ?? 28) }));
}

export const later = (one: BusinessDate, other: BusinessDate): BusinessDate => (one > other ? one : other);

/** The business date that an instant falls on in the zone. */
export function businessDateAt(instant: Date, zone: string): BusinessDate {
  return plain(DateTime.fromJSDate(instant, { zone }));
}

const at = (date: BusinessDate): DateTime => DateTime.fromISO(date, { zone: 'utc' });

function plain(date: DateTime): BusinessDate {
  return date.toFormat('yyyy-MM-dd');
}
