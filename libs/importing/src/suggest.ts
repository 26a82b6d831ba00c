import { isCurrency, unguarded } from '@quittance/kernel';
import { columnsByName } from './column-names.js';
import { DateForms } from './date-forms.js';
import type { Field } from './fields.js';
import type { FileKind } from './kind.js';
import { amountForm, delimiterGuess, encodingGuess, recordsIn } from './file-form.js';
import { columnsFrom } from './header.js';
import { encodingOf } from './lines.js';
import { type Mapping, mappingFrom } from './mapping.js';
import { type Note, note } from './note.js';
import type { Record } from './records.js';
import { headOf, SEP } from './source.js';
import { invoicesFile } from './invoices/invoice-kind.js';
import { BEFORE } from './invoices/opening.js';
import { termsOf } from './invoices/terms.js';
import { unusable } from './unusable.js';
import { refuseWorkbook } from './workbook.js';

type Suggested = Partial<Omit<Mapping, 'terms'>> & Pick<Mapping, 'columns'> & { terms?: Mapping['terms'] };

/** A mapping for a file by its first 64 KiB. */
export interface Suggestion {
  mapping: Suggested;
  /** What it was not sure of, and how many rows it reads. */
  notes: Note[];
  /** A field that is needed was not found. */
  missing: boolean;
  /** Names of the columns, and the first rows below them. */
  header: string[];
  rows: string[][];
}

/** Rows that are shown of a file. */
const SHOWN_ROWS = 10;

/** @throws Unusable when it is no CSV file */
export async function suggestionFor(
  file: string,
  zone: string,
  kind: FileKind<unknown> = invoicesFile,
): Promise<Suggestion> {
  const { head, size } = await headOf(file);
  refuseWorkbook(head, file);
  if (head.length === 0) throw unusable(`${file} is empty: it has no header`);
  const marked = encodingOf(head, undefined, file);
  const guessed = marked === 'utf-8' ? encodingGuess(head) : undefined;
  const whole = new TextDecoder(guessed ?? marked).decode(head);
  // Of a longer file the last line is cut in the middle.
  const text = size > head.length ? whole.slice(0, whole.search(/[\r\n][^\r\n]*$/)) : whole;
  const [first = ''] = text.split(/[\r\n]/, 1);
  const said = SEP.exec(first.trim())?.[1];
  const body = said === undefined ? text : text.slice(first.length).trimStart();
  const delimiter = said ?? (await delimiterGuess(body));
  const [header, ...rows] = await recordsIn(body, delimiter);
  if (!header || header.fault) throw unusable(`${file}: the header ${header?.fault?.rule ?? 'is missing'}`);
  const names = header.cells.map(unguarded);
  const found = suggestion(names, rows, { zone, file, kind, delimiter, encoding: guessed });
  return {
    ...found,
    header: names,
    rows: rows.slice(0, SHOWN_ROWS).map(({ cells }) => cells.map(unguarded)),
  };
}

type Say = (...said: Parameters<typeof note>) => void;

interface About {
  zone: string;
  file: string;
  kind: FileKind<unknown>;
  delimiter: string;
  encoding?: string;
}

function suggestion(
  names: string[],
  rows: Record[],
  { zone, file, kind, delimiter, encoding }: About,
): Pick<Suggestion, 'mapping' | 'notes' | 'missing'> {
  const notes: Note[] = [];
  const say: Say = (...said) => void notes.push(note(...said));
  const { columns, doubtful } = columnsByName(names);
  const cellsOf = (...fields: Field[]): string[] =>
    fields.flatMap((field) => {
      const at = columns[field] === undefined ? -1 : names.map((name) => name.trim()).indexOf(columns[field]);
      return at < 0 ? [] : rows.map(({ cells }) => cells[at]?.trim() ?? '').filter(Boolean);
    });
  for (const { field, column, taken } of doubtful) {
    if (columns.paidAmount === column) say('taken-for-paid', { column });
    else say('other-column', { taken, field, column });
  }
  if (encoding) say('encoding-guessed', { encoding });
  if (!columns.customerId && columns.customerName) {
    columns.customerId = columns.customerName;
    say('name-for-id', { column: columns.customerName });
  }
  for (const field of BEFORE) {
    if (!columns[field]) continue;
    say('for-cut-over', { column: columns[field], field });
    delete columns[field];
  }
  if (columns.dueOn && columns.terms) {
    say('due-not-terms', { column: columns.terms, due: columns.dueOn });
    delete columns.terms;
  }

  const mapping: Suggested = { delimiter, ...(encoding && { encoding }), columns };
  const forms = new DateForms(zone);
  for (const date of cellsOf('issuedOn', 'dueOn', 'paidOn')) forms.add(date);
  const [form, ...others] = forms.forms;
  mapping.dateFormat = form?.format ?? 'yyyy-MM-dd';
  if (form && form.locale !== 'en') mapping.locale = form.locale;
  if (!form) say('date-form-guessed');
  const alike = others.map(({ format }) => `"${format}"`);
  if (alike.length) say('date-forms-alike', { form: form!.format, others: alike.join(', ') });

  const { sure, ...amounts } = amountForm(cellsOf('total', 'paidAmount'));
  Object.assign(mapping, amounts);
  if (!sure) say('decimal-guessed', { decimal: amounts.decimal });
  const currencies = [...new Set(cellsOf('currency'))];
  const unknown = currencies.filter((code) => !isCurrency(code));
  if (unknown.length) say('currency-unknown', { currencies: unknown.slice(0, 3).join(', ') });
  if (!columns.currency) {
    mapping.constants = { currency: 'EUR' };
    say('currency-assumed');
  }
  if (cellsOf('number', 'customerId').some((id) => /^\d+[.,]0+$/.test(id))) mapping.idsAreNumbers = true;
  company(mapping, cellsOf('company'), say);
  const codes = [...new Set(cellsOf('terms'))].filter((code) => !readable(code));
  if (codes.length) say('terms-unknown', { terms: codes.slice(0, 5).join(', ') });

  const missing = [
    ...kind.required.filter((field) => !columns[field] && !mapping.constants?.[field]),
    ...kind.oneOf.flatMap((fields) => (fields.some((field) => columns[field]) ? [] : [fields[0]!])),
  ];
  if (missing.length) {
    const columns = names.map((name) => `"${name}"`).join(', ');
    say('not-found', { fields: missing.join(', '), columns });
  } else notes.push(tried(mapping, names, rows, { zone, file, kind, delimiter }));
  return { mapping, notes, missing: missing.length > 0 };
}

/** The rows of another company are skipped: of several the one that most rows have is taken. */
function company(mapping: Suggested, codes: string[], say: Say): void {
  if (!codes.length) return;
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [most, ...others] = [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code);
  mapping.company = most;
  if (others.length) say('company-chosen', { company: most!, others: others.join(', ') });
}

const readable = (code: string): boolean => {
  try {
    return Boolean(termsOf(code));
  } catch {
    return false;
  }
};

function tried(
  mapping: Suggested,
  names: string[],
  rows: Record[],
  { zone, file, kind, delimiter }: About,
): Note {
  const checked = mappingFrom(JSON.stringify(mapping), 'the suggestion', kind);
  const columns = columnsFrom(names, checked, file, delimiter);
  const read = kind.reader({ mapping: checked, columns }, { options: {}, zone });
  const faults = rows.flatMap(
    (record) => read(record).faults?.map(({ rule }) => ({ rule, line: record.line })) ?? [],
  );
  const wrong = new Set(faults.map(({ line }) => line)).size;
  const params = { count: String(rows.length - wrong), rows: String(rows.length) };
  const [first] = faults;
  return first
    ? note('reads-not-all', { ...params, line: String(first.line), rule: first.rule })
    : note('reads', params);
}
