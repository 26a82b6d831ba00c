import type { PolicyStep, Tone } from '../policy/policy.stream.js';

/** How a customer paid in the year that ends with a day: whole numbers. */
export type PaymentHabit = {
  /** Invoices that payments settled; of the last 200 at most. */
  settled: number;
  /** Of these, paid by the third day after the agreed due date. */
  onTime: number;
  /** Of these, paid more than 14 days after it. */
  late: number;
  /** Promises that were not kept. */
  broken: number;
};

/** With fewer settled invoices a habit says nothing. */
const ENOUGH = 3;

/**
 * The tone that a habit suggests, where the policy names none: firm after a broken promise, or when more than half came late;
 * friendly when at least four in five came on time and none came late; else formal.
 */
export function toneBy({ settled, onTime, late, broken }: PaymentHabit): Tone {
  if (broken > 0 || (settled >= ENOUGH && 2 * late > settled)) return 'firm';
  return settled >= ENOUGH && late === 0 && 5 * onTime >= 4 * settled ? 'friendly' : 'formal';
}

/** The tone of a step: as its policy names it, else by the habit. */
export const toneOf = ({ tone }: PolicyStep, habit: PaymentHabit | undefined): Tone =>
  tone ?? (habit ? toneBy(habit) : 'formal');
