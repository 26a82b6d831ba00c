import { DateTime } from 'luxon';
import { type BusinessDate, isBusinessDate, startOfDay } from '@quittance/kernel';
import { LRUCache } from 'lru-cache';
import { usage } from '../exit.js';

/** Readers of a file's dates. Both throw RangeError that says the rule. */
export interface DateReaders {
  date: (text: string) => BusinessDate;
  /** An instant: ISO 8601 with a zone, or the date format, whose day begins in the entity's zone. UTC out. */
  instant: (text: string) => string;
}

/**
 * Readers for one format of Luxon tokens. A time of day in the format is read over; one with an offset
 * gives the date in the entity's zone.
 * @throws Exit (usage) when the format cannot give a date
 */
export function dateReaders(format: string, zone: string): DateReaders {
  // The zone matters where the format has an offset, and costs most of the reading.
  const options = { zone: /z/i.test(format) ? zone : 'utc', locale: 'en' };
  const sample = DateTime.fromISO('2013-11-28T00:00:00', options);
  const parser = DateTime.buildFormatParser(format, options);
  const read = (text: string): DateTime => DateTime.fromFormatParser(text, parser, options);
  const back = read(sample.toFormat(format, options));
  if (!back.isValid || back.toISODate() !== '2013-11-28') {
    throw usage(
      `"dateFormat": "${format}" does not make a date: year, month and day in Luxon tokens, as M/d/yyyy`,
    );
  }
  const seen = new LRUCache<string, BusinessDate>({ max: 5_000 });
  const date = (text: string): BusinessDate => {
    const known = seen.get(text);
    if (known) return known;
    const plain = read(text).toFormat('yyyy-MM-dd');
    if (!isBusinessDate(plain)) throw new RangeError(`must be a date written as ${format}`);
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
