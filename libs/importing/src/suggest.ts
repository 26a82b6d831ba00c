import { isCurrency, unguarded } from '@quittance/kernel';
import { columnsByName } from './column-names.js';
import { DateForms } from './date-forms.js';
import type { Field } from './fields.js';
import type { FileKind } from './kind.js';
import { amountForm, delimiterGuess, encodingGuess, recordsIn } from './file-form.js';
import { columnsFrom } from './header.js';
import { encodingOf } from './lines.js';
import { type Mapping, mappingFrom } from './mapping.js';
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
  notes: string[];
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
  const notes: string[] = [];
  const unsure = (note: string): void => void notes.push(`not sure: ${note}`);
  const { columns, doubtful } = columnsByName(names);
  const cellsOf = (...fields: Field[]): string[] =>
    fields.flatMap((field) => {
      const at = columns[field] === undefined ? -1 : names.map((name) => name.trim()).indexOf(columns[field]);
      return at < 0 ? [] : rows.map(({ cells }) => cells[at]?.trim() ?? '').filter(Boolean);
    });
  for (const { field, column, taken } of doubtful) {
    if (columns.paidAmount === column) unsure(`"${column}" is taken for what was paid (paidAmount)`);
    else unsure(`"${taken}" is taken for ${field}; it could be "${column}"`);
  }
  if (encoding) unsure(`the encoding: it is no UTF-8, ${encoding} was guessed`);
  if (!columns.customerId && columns.customerName) {
    columns.customerId = columns.customerName;
    unsure(`no column for the customer's id: the name "${columns.customerName}" stands for it`);
  }
  for (const field of BEFORE) {
    if (!columns[field]) continue;
    notes.push(`"${columns[field]}" (${field}) is left out: it is for a cut-over, with --opening-on`);
    delete columns[field];
  }
  if (columns.dueOn && columns.terms) {
    notes.push(`"${columns.terms}" (terms) is left out: "${columns.dueOn}" has due dates`);
    delete columns.terms;
  }

  const mapping: Suggested = { delimiter, ...(encoding && { encoding }), columns };
  const forms = new DateForms(zone);
  for (const date of cellsOf('issuedOn', 'dueOn', 'paidOn')) forms.add(date);
  const [form, ...others] = forms.forms;
  mapping.dateFormat = form?.format ?? 'yyyy-MM-dd';
  if (form && form.locale !== 'en') mapping.locale = form.locale;
  if (!form) unsure(`the date form: none of the common ones reads every date, "yyyy-MM-dd" is a guess`);
  const alike = others.map(({ format }) => `"${format}"`);
  if (alike.length)
    unsure(`the date form: "${form!.format}" reads every date, and so does ${alike.join(', ')}`);

  const { sure, ...amounts } = amountForm(cellsOf('total', 'paidAmount'));
  Object.assign(mapping, amounts);
  if (!sure) unsure(`the decimal sign: "${amounts.decimal}" was guessed`);
  const currencies = [...new Set(cellsOf('currency'))];
  const unknown = currencies.filter((code) => !isCurrency(code));
  if (unknown.length) unsure(`the currency: ${unknown.slice(0, 3).join(', ')} is no code of ISO 4217`);
  if (!columns.currency) {
    mapping.constants = { currency: 'EUR' };
    unsure('no column for the currency: EUR stands under "constants"');
  }
  if (cellsOf('number', 'customerId').some((id) => /^\d+[.,]0+$/.test(id))) mapping.idsAreNumbers = true;
  company(mapping, cellsOf('company'), unsure);
  const codes = [...new Set(cellsOf('terms'))].filter((code) => !readable(code));
  if (codes.length) unsure(`what terms mean: say it under "terms" for ${codes.slice(0, 5).join(', ')}`);

  const missing = [
    ...kind.required.filter((field) => !columns[field] && !mapping.constants?.[field]),
    ...kind.oneOf.flatMap((fields) => (fields.some((field) => columns[field]) ? [] : [fields[0]!])),
  ];
  if (missing.length) {
    notes.push(
      `not found: ${missing.join(', ')}; the columns are ${names.map((name) => `"${name}"`).join(', ')}`,
    );
  } else notes.push(tried(mapping, names, rows, { zone, file, kind, delimiter }));
  return { mapping, notes, missing: missing.length > 0 };
}

/** The rows of another company are skipped: of several the one that most rows have is taken. */
function company(mapping: Suggested, codes: string[], unsure: (note: string) => void): void {
  if (!codes.length) return;
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [most, ...others] = [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code);
  mapping.company = most;
  if (others.length)
    unsure(`the company: only rows of "${most}" are taken, those of ${others.join(', ')} skipped`);
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
): string {
  const checked = mappingFrom(JSON.stringify(mapping), 'the suggestion', kind);
  const columns = columnsFrom(names, checked, file, delimiter);
  const read = kind.reader({ mapping: checked, columns }, { options: {}, zone });
  const faults = rows.flatMap(
    (record) => read(record).faults?.map(({ rule }) => ({ rule, line: record.line })) ?? [],
  );
  const wrong = new Set(faults.map(({ line }) => line)).size;
  const why = faults[0] ? `; the first is line ${faults[0].line}: ${faults[0].rule}` : '';
  return `it reads ${rows.length - wrong} of the first ${rows.length} rows${why}`;
}
