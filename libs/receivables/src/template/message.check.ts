import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { wrong } from '@quittance/kernel';

/** Characters of a subject and of a body at most. */
export const MOST = { subject: 300, body: 20_000 } as const;
/** Choices within choices. */
const DEEPEST = 5;

/** What a message may name, with what it stands for. */
export const NAMES = {
  customer: 'name of the customer',
  creditor: 'who asks',
  count: 'how many invoices',
  number: 'number of the one that has been due longest',
  amount: 'what that one still asks, with its currency',
  total: 'what all of them ask, by currency',
  held: 'what is held on account and set against them, by currency',
  holds: 'yes or no: whether anything is held',
  dueOn: 'agreed due date of the one that has been due longest',
  daysLate: 'how many days that one is late; 0: not late',
  state: 'coming, today or late: of the one that has been due longest',
} as const;
export type Name = keyof typeof NAMES;

/** An apostrophe is one: nobody who writes a letter means to quote a brace. */
export const asMessage = (text: string): string => text.replaceAll("'", "''");

/** @throws Rejection 422: it cannot be read, names what is not known, or is too deep */
export function checkMessage(field: '/subject' | '/body', text: string): void {
  if (field === '/subject' && /[\r\n\u2028\u2029]/.test(text))
    throw wrong(field, 'one-line', text, 'one line');
  let message: MessageFormatElement[];
  try {
    message = parse(asMessage(text), {
      ignoreTag: true,
      requiresOtherClause: true,
      captureLocation: true,
    });
  } catch (error) {
    const { message: kind, location } = error as Error & {
      location?: { start: { line: number; column: number } };
    };
    const at = location ? ` at line ${location.start.line}, character ${location.start.column}` : '';
    const says = kind.toLowerCase().replaceAll('_', ' ').slice(0, 100);
    throw wrong(field, 'icu-message', text.slice(0, 200), `an ICU message: ${says}${at}`);
  }
  walk(field, message, 0);
}

const TAKEN: ReadonlySet<TYPE> = new Set([TYPE.argument, TYPE.select, TYPE.plural]);

/** Only names, and choices by them. */
function walk(field: string, message: readonly MessageFormatElement[], depth: number): void {
  if (depth > DEEPEST) throw wrong(field, 'nesting', undefined, `choices within at most ${DEEPEST} choices`);
  for (const element of message) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    const name = 'value' in element ? String(element.value) : '';
    if (!TAKEN.has(element.type))
      throw wrong(
        field,
        'finished',
        name,
        'amounts and dates come as the reader writes them: name them alone, as {total}',
      );
    if (!Object.hasOwn(NAMES, name))
      throw wrong(field, 'known-name', name, `one of ${Object.keys(NAMES).join(', ')}`);
    if (element.type === TYPE.plural && !COUNTED.has(name))
      throw wrong(field, 'counted', name, `a plural counts ${[...COUNTED].join(' or ')}`);
    if ('options' in element)
      for (const { value } of Object.values(element.options)) walk(field, value, depth + 1);
  }
}

const COUNTED: ReadonlySet<string> = new Set(['count', 'daysLate'] satisfies Name[]);
