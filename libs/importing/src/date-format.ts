import { DateTime } from 'luxon';

// What a format may be made of, and which one was meant where it is written as other programs write it.

const TOKENS = new Set(
  'y yy yyyy yyyyy yyyyyy M MM MMM MMMM L LL LLL LLLL d dd o ooo E EEE EEEE c ccc cccc H HH h hh m mm s ss S SSS u uu uuu a Z ZZ ZZZ z'.split(
    ' ',
  ),
);
const OPTIONS = { zone: 'utc', locale: 'en' };

/** Without what stands in quotes, which is text. */
const unquoted = (format: string): string => format.replace(/'[^']*'/g, '');

export const hasMonthName = (format: string): boolean => /M{3,}|L{3,}/.test(unquoted(format));
export const hasOffset = (format: string): boolean => /z/i.test(unquoted(format));
export const hasHours = (format: string): boolean => /h/i.test(unquoted(format));

/** Whether it writes a date that it reads again: it has year, month and day, in tokens that Luxon knows. */
function makesDates(format: string): boolean {
  if ((unquoted(format).match(/([A-Za-z])\1*/g) ?? []).some((run) => !TOKENS.has(run))) return false;
  const sample = DateTime.fromISO('2013-11-28T00:00:00', OPTIONS);
  const back = DateTime.fromFormat(sample.toFormat(format, OPTIONS), format, OPTIONS);
  return back.isValid && back.toISODate() === '2013-11-28';
}

/** Spellings of other programs: `DD-MM-YYYY`, `TT.MM.JJJJ`, `gg/mm/aaaa`, `%d/%m/%Y`, `dd-mm-yyyy`, `yyyy-MM-ddTHH:mm`. */
const SPELLINGS: ((format: string) => string)[] = [
  (format) =>
    format
      .replace(/%([dmYyHMSb])/g, (_all, letter: string) => STRFTIME[letter] ?? letter)
      .replace(/%-?/g, ''),
  (format) => format.replace(/Y/g, 'y').replace(/D/g, 'd'),
  (format) => (/j/i.test(format) ? format.replace(/j/gi, 'y').replace(/t/gi, 'd') : format),
  (format) => (/a{2}/i.test(format) ? format.replace(/a/gi, 'y').replace(/g/gi, 'd') : format),
  (format) => format.replace(/([dy\s])T(?=H)/g, `$1'T'`),
  (format) => (/[ML]/.test(unquoted(format)) ? format : format.replace(/m+/, (run) => run.toUpperCase())),
  (format) => format.replace(/y+/g, (run) => (run.length === 2 ? 'yy' : 'yyyy')),
  (format) => format.replace(/(['"])Z\1|(?<=[sS])Z$/g, 'ZZ').replace(/X{1,3}$/, 'ZZ'),
];
const STRFTIME: { [letter: string]: string } = {
  ...{ d: 'dd', m: 'MM', Y: 'yyyy', y: 'yy' },
  ...{ H: 'HH', M: 'mm', S: 'ss', b: 'LLL' },
};

/** Why a format is refused; undefined when it makes dates. */
export function formatFault(format: string): string | undefined {
  if (makesDates(format)) return undefined;
  let meant = format;
  for (const spelling of SPELLINGS) {
    meant = spelling(meant);
    if (meant !== format && makesDates(meant)) {
      return `"dateFormat": "${format}" does not make a date in Luxon tokens: write "${meant}"`;
    }
  }
  return `"dateFormat": "${format}" does not make a date: year, month and day in Luxon tokens, as M/d/yyyy`;
}

/** The forms that dates mostly have, those that read less first. One or two digits are read by `d` and `M` alike. */
export const COMMON_FORMATS: readonly string[] = [
  ...['yyyy-MM-dd', 'd.M.yyyy', 'M/d/yyyy', 'd/M/yyyy', 'd-M-yyyy', 'M-d-yyyy', 'yyyy/M/d', 'yyyy.M.d'],
  ...['yyyyMMdd', `yyyyMMdd'.0'`, 'ddMMyyyy', 'd.M.yy', 'M/d/yy', 'd/M/yy', 'd-M-yy', 'yyyy-M-d'],
  ...['d-LLL-yyyy', 'd-LLL-yy', 'd LLL yyyy', 'd. LLL yyyy', 'LLL d, yyyy', 'd/LLL/yyyy'],
  ...['yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm:ss.SSS'],
  ...[`yyyy-MM-dd'T'HH:mm:ss`, `yyyy-MM-dd'T'HH:mm:ssZZ`, `yyyy-MM-dd'T'HH:mm:ss.SSSZZ`],
  ...['M/d/yyyy H:mm', 'M/d/yyyy H:mm:ss', 'M/d/yyyy h:mm a', 'M/d/yyyy h:mm:ss a'],
  ...['d/M/yyyy H:mm', 'd/M/yyyy H:mm:ss', 'd.M.yyyy H:mm', 'd.M.yyyy H:mm:ss', 'M/d/yy H:mm', 'd/M/yy H:mm'],
];
