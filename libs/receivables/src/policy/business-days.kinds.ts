import { addDays } from '@quittance/kernel';
import type { ChasePolicy } from './policy.kinds.js';

/** Sunday of Easter in the Gregorian calendar: the anonymous computus. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return `${year}-${pad(Math.floor(days / 31))}-${pad((days % 31) + 1)}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Days on which T2 is closed that are no weekend as such: the rule since 2000, and the one day that it lacks. */
export function targetHolidays(year: number): string[] {
  const sunday = easter(year);
  const fixed = ['01-01', '05-01', '12-25', '12-26'].map((day) => `${year}-${day}`);
  return [...fixed, addDays(sunday, -2), addDays(sunday, 1), ...(year === 2001 ? ['2001-12-31'] : [])];
}

/** Of a year, made once: a run asks for each invoice. */
const TARGET = new Map<number, ReadonlySet<string>>();
function isTargetHoliday(day: string): boolean {
  const year = Number.parseInt(day, 10);
  const known = TARGET.get(year) ?? new Set(targetHolidays(year));
  TARGET.set(year, known);
  return known.has(day);
}

/** Saturday or Sunday. */
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

type Days = Pick<ChasePolicy, 'businessDays' | 'holidays'>;

const isBusinessDay = ({ businessDays, holidays }: Days, day: string): boolean =>
  !businessDays ||
  !(isWeekend(day) || holidays.includes(day) || (holidays.includes('target') && isTargetHoliday(day)));

/** Longer than any row of holidays: a list that has no gap shifts nothing. */
const LONGEST = 31;

/** The day itself, or the next business day. */
export function businessDayFrom(of: Days, day: string): string {
  for (let ahead = 0; ahead < LONGEST; ahead += 1) {
    const next = addDays(day, ahead);
    if (isBusinessDay(of, next)) return next;
  }
  return day;
}
