import { type BusinessDate, businessDateAt, daysBetween } from './business-date.js';

const DAY = 86_400_000;

/** The entity's clock. `today` may run ahead or behind (CLOCK_START); `now` is the real time, always. */
export interface Clock {
  now(): Date;
  /** The business date in the entity's zone. */
  today(): BusinessDate;
}

/**
 * The machine's clock in the entity's zone.
 * @param offsetDays shifts the business today (CLOCK_START, embedded only); never the recorded time.
 */
export function entityClock(zone: string, offsetDays = 0): Clock {
  return {
    now: () => new Date(),
    today: () => businessDateAt(new Date(Date.now() + offsetDays * DAY), zone),
  };
}

/** Days to shift the business today by, so that it starts at the given date now. */
export const offsetTo = (startAt: BusinessDate, zone: string): number =>
  daysBetween(businessDateAt(new Date(), zone), startAt);
