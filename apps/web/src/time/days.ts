/** Days are plain `YYYY-MM-DD`: no zone, and never read as local midnight. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(at(text)) && dayOf(at(text)) === text;

export const addDays = (day: string, days: number): string => dayOf(at(day) + days * 86_400_000);

/** Whole days from one day to the other. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / 86_400_000);

/** The last day of the month that is `months` from that of the day. */
export function monthEnd(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return dayOf(Date.UTC(year, month + months, 0));
}

/** The previous or next end of a month. */
export function stepMonthEnd(day: string, direction: 1 | -1): string {
  if (direction === -1) return monthEnd(day, -1);
  return monthEnd(day, 0) === day ? monthEnd(day, 1) : monthEnd(day, 0);
}

/** Ends of the last month, quarter and year before the day. */
export function lastEnds(today: string): { month: string; quarter: string; year: string } {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return {
    month: monthEnd(today, -1),
    quarter: dayOf(Date.UTC(year, Math.floor((month - 1) / 3) * 3, 0)),
    year: `${year - 1}-12-31`,
  };
}

/** What a person types: `2026-03-31`, `31/3/2026` or `31.3.26` (the day first, as in all our languages), `t` for today, `+7`, `-1m`. @returns undefined when it is none */
export function typedDay(text: string, today: string): string | undefined {
  const typed = text.trim().toLowerCase();
  if (isDay(typed)) return typed;
  if (typed === 't') return today;
  const [, date, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})(?: ?г?\.)?$/.exec(typed) ?? [];
  if (year !== undefined) {
    const written = `${year.padStart(4, '20')}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
    return isDay(written) ? written : undefined;
  }
  const [, sign, count, unit] = /^([+-])(\d{1,4})(m?)$/.exec(typed) ?? [];
  if (count === undefined) return undefined;
  const steps = Number(`${sign}${count}`);
  return unit === 'm' ? sameDay(today, steps) : addDays(today, steps);
}

/** The same day of another month, or its last one. */
export function sameDay(day: string, months: number): string {
  const end = monthEnd(day, months);
  const wanted = `${end.slice(0, 8)}${day.slice(8)}`;
  return wanted < end ? wanted : end;
}

/** The Monday and Sunday of a week of ISO 8601, `2026-W07`: its first week has the 4th of January. */
export function weekOf(week: string): { from: string; to: string } {
  const [year, number] = week.split('-W') as [string, string];
  const fourth = `${year}-01-04`;
  const monday = addDays(fourth, -((new Date(at(fourth)).getUTCDay() + 6) % 7));
  const from = addDays(monday, (Number(number) - 1) * 7);
  return { from, to: addDays(from, 6) };
}

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
