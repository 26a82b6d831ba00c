import { addDays, type BusinessDate } from '@quittance/kernel';
import type { Chance } from './chance.js';

/** A command of the demonstration, as somebody sends it. */
export interface Step {
  /** Idempotency key: the same for the same seed. */
  key: string;
  /** `POST /v1/...`; `{name}` stands for the id that the step of that name was answered. */
  route: string;
  body: object;
  by: string;
  /** When it says that it was recorded: the order of the story. */
  at: string;
  /** Its answer's id is known under this name from then on. */
  makes?: string;
}

/** What happens with one customer, in order. */
export type Told = Omit<Step, 'key'>;

/** An instant within office hours (UTC) of that day. */
export function officeHours(day: BusinessDate, chance: Chance): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day}T${two(chance.between(7, 15))}:${two(chance.below(60))}:${two(chance.below(60))}.000Z`;
}

/** The day, or the Monday after it. */
export function workday(day: BusinessDate): BusinessDate {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}

/** An amount of cents as the API takes it: every currency of the demonstration has two decimals. */
export const amountOf = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
