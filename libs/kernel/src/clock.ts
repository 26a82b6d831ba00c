import { type BusinessDate, businessDateAt, daysBetween } from './business-date.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

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
  // Every zone's day begins on a whole minute: within one the date is worked out once.
  let worked = { minute: -1, date: '' };
  return {
    now: () => new Date(),
    today() {
      const at = Date.now() + offsetDays * DAY;
      const minute = Math.floor(at / MINUTE);
      if (minute !== worked.minute) worked = { minute, date: businessDateAt(new Date(at), zone) };
      return worked.date;
    },
  };
}

/** Days to shift the business today by, so that it starts at the given date now. */
export const offsetTo = (startAt: BusinessDate, zone: string): number =>
  daysBetween(businessDateAt(new Date(), zone), startAt);
