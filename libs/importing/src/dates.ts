import { DateTime } from 'luxon';
import { type BusinessDate, EARLIEST_DATE, isBusinessDate, startOfDay } from '@quittance/kernel';
import { LRUCache } from 'lru-cache';
import { unusable } from './unusable.js';
import { formatFault, hasHours, hasMonthName, hasOffset } from './date-format.js';
import { monthNames } from './month-names.js';

/** Readers of a file's dates. Both throw RangeError that says the rule. */
export interface DateReaders {
  date: (text: string) => BusinessDate;
  /** An instant: ISO 8601 with a zone, or the date format, whose day begins in the entity's zone. UTC out. */
  instant: (text: string) => string;
}

/** Spaces that programs put between numbers and before AM and PM. */
const SPACES = /[\u00a0\u2007\u2009\u202f]/g;
/** The end of a day. */
const MIDNIGHT = /(?<!\d)24(:?00(?::?00(?:[.,]0+)?)?)(?!\d)/;

/**
 * Readers for one format of Luxon tokens. A time of day in the format is read over, so that 24:00 is of the day that is
 * written; one with an offset gives the date in the entity's zone.
 * @param locale whose names of months the file has
 * @throws Unusable when the format cannot give a date
 */
export function dateReaders(format: string, zone: string, locale = 'en'): DateReaders {
  const fault = formatFault(format);
  if (fault) throw unusable(fault);
  const read = dateParser(format, zone, locale);
  const seen = new LRUCache<string, BusinessDate>({ max: 5_000 });
  const date = (text: string): BusinessDate => {
    const known = seen.get(text);
    if (known) return known;
    const plain = read(text);
    if (!isBusinessDate(plain)) throw new RangeError(`must be a date written as ${format}`);
    if (plain < EARLIEST_DATE) throw new RangeError(`must not be before ${EARLIEST_DATE}`);
    seen.set(text, plain);
    return plain;
  };
  const instant = (text: string): string => {
    if (/T.*(Z|[+-]\d\d:?\d\d)$/.test(text)) {
      const at = DateTime.fromISO(text);
      if (at.isValid) return at.toUTC().toISO();
    }
    try {
      return startOfDay(date(text), zone).toISOString();
    } catch {
      throw new RangeError(`must be a date written as ${format}, or an instant in ISO 8601 with a zone`);
    }
  };
  return { date, instant };
}

/** Reads a text in a known format: a date, or what is none. */
export function dateParser(format: string, zone: string, locale = 'en'): (text: string) => string {
  // The zone matters where the format has an offset, and costs most of the reading.
  const offset = hasOffset(format);
  const options = { zone: offset ? zone : 'utc', locale: 'en' };
  const names = hasMonthName(format) ? monthNames(locale) : undefined;
  const hours = hasHours(format);
  // Names are read in three letters, however many the file writes.
  const short = names ? format.replace(/M{3,}|L{3,}/g, 'LLL') : format;
  const parser = DateTime.buildFormatParser(short.replace(SPACES, ' '), options);
  return (text) => {
    let given = text.replace(SPACES, ' ');
    if (names) given = names(given);
    if (offset) given = given.replace(/(?<=\d)Z$/, '+00');
    const midnight = hours && MIDNIGHT.test(given);
    if (midnight) given = given.replace(MIDNIGHT, '00$1');
    const read = DateTime.fromFormatParser(given, parser, options);
    return (midnight && offset ? read.plus({ days: 1 }) : read).toFormat('yyyy-MM-dd');
  };
}
