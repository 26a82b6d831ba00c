import {
  fromAbsolute,
  parseAbsolute,
  parseDateTime,
  toZoned,
  type ZonedDateTime,
} from '@internationalized/date';
import { nowAtServer } from '../api/server-clock';

/** Now, by a zone's clock. */
export const presentIn = (zone: string): ZonedDateTime => fromAbsolute(nowAtServer(), zone);

export const isToCome = (instant: string): boolean => Date.parse(instant) > nowAtServer();

/** `2026-04-02 11:00:00` of a zone. */
export const wallClock = (instant: string, zone: string): string =>
  parseAbsolute(instant, zone).toString().slice(0, 19).replace('T', ' ');

/** The instant at which a zone's clock shows that. @returns undefined when the text is no date and time */
export function instantOf(text: string, zone: string): string | undefined {
  try {
    return toZoned(parseDateTime(text.trim().replace(' ', 'T')), zone).toAbsoluteString();
  } catch {
    return undefined;
  }
}

/** The day that an instant is on, by a zone's clock. */
export const dayOfInstant = (instant: string, zone: string): string => wallClock(instant, zone).slice(0, 10);

/** The last instant of a day, by a zone's clock. */
export const endOfDay = (day: string, zone: string): string | undefined =>
  instantOf(`${day} 23:59:59.999`, zone);
