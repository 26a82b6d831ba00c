/**
 * What one should know of a file, and why it was not imported as asked: in English, with its values in braces. Each has a code, so
 * that the page says the same in the language of its reader.
 */
export const NOTES = {
  'not-mapped': 'not mapped: {columns}',
  'rows-elsewhere': '{file} cannot be written: its rows go to {other}',
  // Of a suggestion
  'taken-for-paid': 'not sure: "{column}" is taken for what was paid (paidAmount)',
  'other-column': 'not sure: "{taken}" is taken for {field}; it could be "{column}"',
  'encoding-guessed': 'not sure: the encoding: it is no UTF-8, {encoding} was guessed',
  'name-for-id': `not sure: no column for the customer's id: the name "{column}" stands for it`,
  'for-cut-over': '"{column}" ({field}) is left out: it is for a cut-over, with --opening-on',
  'due-not-terms': '"{column}" (terms) is left out: "{due}" has due dates',
  'date-form-guessed':
    'not sure: the date form: none of the common ones reads every date, "yyyy-MM-dd" is a guess',
  'date-forms-alike': 'not sure: the date form: "{form}" reads every date, and so does {others}',
  'decimal-guessed': 'not sure: the decimal sign: "{decimal}" was guessed',
  'currency-unknown': 'not sure: the currency: {currencies} is no code of ISO 4217',
  'currency-assumed': 'not sure: no column for the currency: EUR stands under "constants"',
  'company-chosen': 'not sure: the company: only rows of "{company}" are taken, those of {others} skipped',
  'terms-unknown': 'not sure: what terms mean: say it under "terms" for {terms}',
  'not-found': 'not found: {fields}; the columns are {columns}',
  reads: 'it reads {count} of the first {rows} rows',
  'reads-not-all': 'it reads {count} of the first {rows} rows; the first is line {line}: {rule}',
  // Why an import is refused
  'too-many-refused': '{rejected} of {rows} rows would be refused, more than {most} (--max-rejects {limit}).',
  'wrong-cells': 'Column "{column}": {count} cells, as {examples}: {rule}.',
  'wrong-rows': '{count} rows, as {examples}: {rule}.',
  'date-forms-fit': '"dateFormat" {forms} would read all of the column.',
  'no-date-form': 'None of the common date forms reads all of the column.',
  'more-rejects': 'More in the rejects file.',
} as const;

type NoteCode = keyof typeof NOTES;

/** @see NOTES */
export interface Note {
  code: NoteCode;
  /** The values in braces, and more that a sentence may be made of. */
  params: Readonly<Record<string, string>>;
  text: string;
}

export const note = (code: NoteCode, params: Readonly<Record<string, string>> = {}): Note => ({
  ...{ code, params },
  text: NOTES[code].replace(/\{(\w+)\}/g, (_braces, name: string) => params[name] ?? ''),
});
