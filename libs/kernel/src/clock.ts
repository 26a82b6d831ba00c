import { addDays, type BusinessDate, businessDateAt, daysBetween } from './business-date.js';
import { isDayIn } from './local-day.js';

const MINUTE = 60_000;

/** The entity's clock. `today` may run ahead or behind (CLOCK_START); `now` is the real time, always. */
export interface Clock {
  now(): Date;
  /** The business date in the entity's zone. */
  today(): BusinessDate;
  /** The entity's zone, an IANA name; UTC when left out. */
  readonly zone?: string;
  /** Whether the zone had, or will have, that day; every day when left out. */
  hasDay?(date: BusinessDate): boolean;
}

/**
 * The machine's clock in the entity's zone.
 * @param offsetDays shifts the business today (CLOCK_START, embedded only); never the recorded time.
 */
export function entityClock(zone: string, offsetDays = 0): Clock {
  // Every zone's day begins on a whole minute: within one the date is worked out once.
  let worked = { minute: -1, date: '' };
  return {
    zone,
    now: () => new Date(),
    today() {
      const at = Date.now();
      const minute = Math.floor(at / MINUTE);
      // Days are shifted, not hours: the zone may keep another time on the other day.
      if (minute !== worked.minute)
        worked = { minute, date: addDays(businessDateAt(new Date(at), zone), offsetDays) };
      return worked.date;
    },
    hasDay: (date) => isDayIn(zone, date),
  };
}

/** Days to shift the business today by, so that it starts at the given date now. */
export const offsetTo = (startAt: BusinessDate, zone: string): number =>
  daysBetween(businessDateAt(new Date(), zone), startAt);
