import { DateTime } from 'luxon';

/** A plain date `YYYY-MM-DD` in the legal entity's time zone. Strings of this form sort as dates do. */
export type BusinessDate = string;

const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Whether it is a date that exists: 2026-02-30 does not. Years 0001 to 9999. */
export function isBusinessDate(value: unknown): value is BusinessDate {
  return typeof value === 'string' && FORM.test(value) && value >= '0001' && at(value).isValid;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return plain(at(date).plus({ days }));
}

/** Whole days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round(at(to).diff(at(from), 'days').days);
}

export function endOfMonth(date: BusinessDate): BusinessDate {
  return plain(at(date).endOf('month'));
}

/** The same day `months` later; the month's last day where the day does not exist there. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  return plain(at(date).plus({ months }));
}

/** The given day of the date's month; the month's last day where the day does not exist there. */
export function onDayOfMonth(date: BusinessDate, day: number): BusinessDate {
  const start = at(date).startOf('month');
  return plain(start.set({ day: Math.min(day, start.daysInMonth ?? 28) }));
}

/** The business date that an instant falls on in the zone. */
export function businessDateAt(instant: Date, zone: string): BusinessDate {
  return plain(DateTime.fromJSDate(instant, { zone }));
}

/** The instant at which the date begins in the zone. */
export function startOfDay(date: BusinessDate, zone: string): Date {
  return DateTime.fromISO(date, { zone }).startOf('day').toJSDate();
}

export const isTimeZone = (zone: string): boolean => DateTime.local({ zone }).isValid;

const at = (date: BusinessDate): DateTime => DateTime.fromISO(date, { zone: 'utc' });

function plain(date: DateTime): BusinessDate {
  return date.toFormat('yyyy-MM-dd');
}
