import { daysBetween, decimalsOf, Money } from '@quittance/kernel';
import { IntlMessageFormat } from 'intl-messageformat';
import { asMessage, type Name } from './message.check.js';
import { type MailText, partsOf } from './layout.js';
import { withChoicesMade } from './settled-choices.js';
import type { Language } from './template.events.js';

/** An invoice, or an instalment of one, as a mail asks for it. Amounts with the currency's decimals. */
export interface Asked {
  number: string;
  currency: string;
  asked: string;
  /** Held on account and set against it. */
  onAccount?: string;
  agreedDueOn: string;
}

/** What a mail is about. */
export interface Facts {
  customer: string;
  creditor: string;
  /** The day on which it speaks. */
  on: string;
  items: readonly Asked[];
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', it: 'it', bg: 'bg', de: 'de' };

/** As the reader writes amounts: `1.250,00 EUR`. Of a decimal text; no float on the way. */
export function amountFor(language: Language, currency: string, amount: string): string {
  const digits = decimalsOf(currency);
  const format = new Intl.NumberFormat(LOCALES[language], {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: 'always' as const },
  });
  return `${format.format(amount as `${number}`)}\u00a0${currency}`;
}

/** As the reader writes dates: `15 maggio 2026`. */
export const dateFor = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replaceAll(' ', '\u00a0');

/** What is on one line and turns no writing around: names are others' words. */
export const plain = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim();

/** One sum a currency, as one text. */
function sums(language: Language, amounts: readonly [currency: string, amount: string][]): string {
  const by = new Map<string, Money>();
  for (const [currency, amount] of amounts)
    by.set(currency, (by.get(currency) ?? Money.of('0', currency)).plus(Money.of(amount, currency)));
  const texts = [...by].map(([currency, sum]) => amountFor(language, currency, sum.toString()));
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(texts);
}

const valuesOf = (
  language: Language,
  { customer, creditor, on, items }: Facts,
): Record<Name, string | number> => {
  const first = [...items].sort((one, other) => (one.agreedDueOn < other.agreedDueOn ? -1 : 1))[0];
  const due = first?.agreedDueOn ?? on;
  const held = items.flatMap(({ currency, onAccount }): [string, string][] =>
    onAccount === undefined ? [] : [[currency, onAccount]],
  );
  return Object.assign(Object.create(null) as Record<Name, string | number>, {
    customer: plain(customer),
    creditor: plain(creditor),
    count: new Set(items.map(({ number }) => number)).size,
    number: plain(first?.number ?? ''),
    amount: first ? amountFor(language, first.currency, first.asked) : '',
    total: sums(
      language,
      items.map(({ currency, asked }) => [currency, asked]),
    ),
    held: sums(language, held),
    holds: held.length > 0 ? 'yes' : 'no',
    dueOn: dateFor(language, due),
    daysLate: Math.max(0, daysBetween(due, on)),
    state: due > on ? 'coming' : due === on ? 'today' : 'late',
  });
};

/** A text with the facts in it. */
function filled(language: Language, text: string, values: Record<Name, string | number>): string {
  const message = new IntlMessageFormat(asMessage(text), LOCALES[language], undefined, { ignoreTag: true });
  return String(message.format(values));
}

/** The text as a person changes it for these facts: what will not come out otherwise is chosen. */
export function messageOf(
  language: Language,
  { subject, body }: { subject: string; body: string },
  facts: Facts,
): { subject: string; body: string } {
  const values = valuesOf(language, facts);
  const made = (text: string): string => withChoicesMade(text, values, LOCALES[language]);
  // Where a whole paragraph fell away, one blank line is left.
  return { subject: made(subject), body: made(body).replace(/\n{3,}/g, '\n\n') };
}

/** The mail whole: subject, text and HTML of the same parts. */
export function rendered(
  language: Language,
  { subject, body }: { subject: string; body: string },
  facts: Facts,
): MailText {
  const values = valuesOf(language, facts);
  const paragraphs = filled(language, body, values)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return partsOf(language, {
    subject: plain(filled(language, subject, values)),
    paragraphs,
    rows: facts.items.map(({ number, currency, asked, agreedDueOn }) => ({
      number: plain(number),
      dueOn: dateFor(language, agreedDueOn),
      daysLate: daysBetween(agreedDueOn, facts.on),
      amount: amountFor(language, currency, asked),
    })),
    total: String(values.total),
  });
}
