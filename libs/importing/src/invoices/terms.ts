/** Terms of payment as the API takes them. */
export interface Terms {
  type: string;
  days?: number;
  months?: number;
  day?: number;
}

type Reader = [form: RegExp, terms: (days: number, day: number) => Terms];

const DAYS = String.raw`(\d{1,4})\s*(?:days?|d|gg|giorni|tage?|t|дни|дена|дн)?\.?`;
const END_OF_MONTH = String.raw`(?:eom|end of (?:the )?month|me|monatsende|край на месеца)`;
const DAYS_THEN_END = String.raw`(?:d\.?\s*f\.?\s*)?(?:f\.?\s*m\.?|fine mese)`;

/** How terms are written, in words that are lower case. */
const FORMS: Reader[] = [
  [
    /^(?:immediate(?:ly)?|due (?:up)?on receipt|on receipt|cash|sofort|prepayment|prepaid|vorkasse|rimessa diretta|a vista|vista fattura|веднага|в брой)$/,
    () => ({ type: 'net', days: 0 }),
  ],
  [new RegExp(`^(?:net|netto|n)?\\s*${DAYS}(?: net| netto)?$`), (days) => ({ type: 'net', days })],
  [new RegExp(`^${END_OF_MONTH}(?:\\s*\\+?\\s*${DAYS})?$`), (days) => ({ type: 'endOfMonth', days })],
  [new RegExp(`^(?:net\\s*)?${DAYS}\\s*${END_OF_MONTH}$`), (days) => ({ type: 'endOfMonth', days })],
  [
    new RegExp(`^${DAYS}\\s*${DAYS_THEN_END}(?:\\s*\\+\\s*(\\d{1,2})(?:\\s*gg)?)?$`),
    (days, day) => ({ type: 'daysEndOfMonth', days, ...(day && { day }) }),
  ],
];

/**
 * Terms from a cell: `30`, `net 30`, `30 days`, `30 gg`, `30 Tage`, `EOM`, `30 EOM`, `30 gg FM`, `60 gg d.f. f.m. + 10`, or the
 * API's own object as JSON. @throws RangeError that says the rule
 */
export function termsOf(text: string): Terms {
  const given = text.trim();
  if (given.startsWith('{')) return objectOf(given);
  const words = given.toLowerCase().replace(/\s+/g, ' ');
  for (const [form, terms] of FORMS) {
    const found = form.exec(words);
    if (found) return terms(Number(found[1] ?? 0), Number(found[2] ?? 0));
  }
  throw new RangeError(
    'must be terms such as "30", "net 30", "30 EOM", "30 gg FM"; say what a code means under "terms" in the mapping',
  );
}

function objectOf(text: string): Terms {
  try {
    const terms = JSON.parse(text) as Terms;
    if (typeof terms.type === 'string') return terms;
  } catch {
    // Said below.
  }
  throw new RangeError('must be terms such as {"type":"net","days":30}');
}
