import { DateTime } from 'luxon';

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Abbreviations that are no beginning of the name. */
const OTHERS: { [word: string]: number } = { mrz: 3, jän: 1, jänner: 1, sept: 9 };

/**
 * A translator of a locale's month names into the English ones, three letters each: `gennaio`, `genn.` and `Gen` are
 * `Jan`. A name may be shortened to three letters or more that no other month begins with.
 */
export function monthNames(locale: string): (text: string) => string {
  const names: [name: string, month: number][] = [];
  for (let month = 1; month <= 12; month += 1) {
    const day = DateTime.utc(2013, month, 5).setLocale(locale);
    for (const form of ['LLLL', 'MMMM', 'LLL', 'MMM']) names.push([plain(day.toFormat(form)), month]);
  }
  const monthOf = (word: string): number | undefined => {
    const given = plain(word);
    const exact = names.find(([name]) => name === given)?.[1] ?? OTHERS[given];
    if (exact || given.length < 3) return exact;
    const months = new Set(names.filter(([name]) => name.startsWith(given)).map(([, month]) => month));
    return months.size === 1 ? [...months][0] : undefined;
  };
  return (text) =>
    text.replace(/\p{L}{3,}\.?/gu, (word) => {
      const month = monthOf(word);
      return month ? ENGLISH[month - 1]! : word;
    });
}

const plain = (word: string): string => word.normalize('NFC').toLowerCase().replace(/\.$/, '');
