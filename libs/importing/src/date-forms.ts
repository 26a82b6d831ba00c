import { isBusinessDate } from '@quittance/kernel';
import { LRUCache } from 'lru-cache';
import { COMMON_FORMATS, hasMonthName } from './date-format.js';
import { dateParser } from './dates.js';

export interface DateForm {
  format: string;
  /** Of the names of months, where the format has some. */
  locale: string;
}

const LOCALES = ['en', 'it', 'de', 'bg'];

/** Which of the common forms read every date of a column: those that one does not fit fall out as it comes. */
export class DateForms {
  private left: (DateForm & { reads: (text: string) => boolean })[];
  private readonly seen = new LRUCache<string, true>({ max: 5_000 });
  /** Texts so far that were not empty. */
  count = 0;

  constructor(zone: string, locale = 'en') {
    const locales = [...new Set([locale, ...LOCALES])];
    this.left = COMMON_FORMATS.flatMap((format) =>
      (hasMonthName(format) ? locales : [locale]).map((locale) => {
        let parse: ((text: string) => string) | undefined;
        // Most forms fall out at the first text: their parsers are made one at a time.
        const reads = (text: string): boolean =>
          isBusinessDate((parse ??= dateParser(format, zone, locale))(text));
        return { format, locale, reads };
      }),
    );
  }

  add(text: string): void {
    this.count += 1;
    if (this.left.length === 0 || this.seen.has(text)) return;
    this.seen.set(text, true);
    this.left = this.left.filter(({ reads }) => reads(text));
  }

  /** The forms that read all of it, the likeliest first; of those that only differ in spelling just that one. */
  get forms(): DateForm[] {
    if (!this.count) return [];
    const orders = new Map<string, DateForm>();
    for (const { format, locale } of this.left) {
      const order = orderOf(format);
      if (!orders.has(order)) orders.set(order, { format, locale });
    }
    return [...orders.values()];
  }
}

/** In which order day, month and year stand. */
const orderOf = (format: string): string =>
  format
    .replace(/'[^']*'/g, '')
    .replace(/L/g, 'M')
    .replace(/[^yMd]|(.)(?=\1)/g, '');
