import { guarded, Rejection } from '@quittance/kernel';
import { stringify, type Stringifier } from 'csv-stringify';
import { asOneOf, type Parameter } from './query-string.js';

/** A column of a CSV answer. `text` cells come from people and are guarded; all others are ours. */
export interface CsvColumn<Row> {
  name: string;
  value: (row: Row) => string | number | boolean | null | undefined;
  text?: boolean;
  /** An amount: with the decimal comma of a language that has one. */
  amount?: boolean;
}

/** How a CSV answer is written. */
export interface CsvForm {
  /** One character; a comma when left out. */
  delimiter?: string;
  /** Whether it begins with the byte order mark, by which spreadsheets know UTF-8. */
  bom?: boolean;
  /** Whether amounts have a decimal comma. */
  comma?: boolean;
}

/** Languages whose spreadsheets a CSV answer can be written for. */
const LANGUAGES = ['en', 'it', 'bg', 'de'] as const;

/** What a query may ask of a CSV answer; a JSON answer takes them and is the same. */
export const CSV_FORM = {
  format: asOneOf(
    'the answer as JSON, as CSV, or as CSV for the spreadsheets of `language`; what `Accept` says when left out',
    'json',
    'csv',
    'csv-local',
  ),
  columns: {
    rule: 'columns',
    hint: 'of a CSV answer: its columns by comma, in this order, each once; all of them when left out',
    read: (text: string) => {
      const names = text.split(',');
      return new Set(names).size === names.length ? names : undefined;
    },
  } satisfies Parameter<string[]>,
  language: asOneOf(
    'of csv-local: with a decimal comma and `;` between cells but in English, and with a byte order mark',
    ...LANGUAGES,
  ),
  csvLanguage: asOneOf('the same, where `language` is a filter', ...LANGUAGES),
  bom: asOneOf(
    'of a CSV answer: whether it begins with a byte order mark, by which Excel knows UTF-8',
    'true',
    'false',
  ),
  delimiter: {
    rule: 'delimiter',
    hint: 'of a CSV answer: one of , ; | or tab',
    example: ';',
    read: (text: string) => ({ ',': ',', ';': ';', '|': '|', tab: '\t', '\t': '\t' })[text],
  } satisfies Parameter<string>,
};

type Asked = Record<string, unknown>;

/** Without what a query asks of a CSV answer. */
export const withoutCsvForm = <Query extends object>(query: Query): Omit<Query, keyof typeof CSV_FORM> =>
  Object.fromEntries(Object.entries(query).filter(([name]) => !Object.hasOwn(CSV_FORM, name))) as Omit<
    Query,
    keyof typeof CSV_FORM
  >;

/** The form that a query asks for. It was checked where the query was read. */
export function csvFormOf({ format, language, csvLanguage = language, bom, delimiter }: Asked): CsvForm {
  const local = format === 'csv-local';
  const comma = local && LANGUAGES.some((one) => one === csvLanguage && one !== 'en');
  return {
    comma,
    bom: bom === undefined ? local : bom === 'true',
    delimiter: typeof delimiter === 'string' ? CSV_FORM.delimiter.read(delimiter) : comma ? ';' : undefined,
  };
}

/** The columns that a query asks for, in its order. @throws Rejection 422 `/columns` when there is none of that name */
export function csvColumnsAsked<Row>(
  columns: readonly CsvColumn<Row>[],
  { columns: asked }: Asked,
): readonly CsvColumn<Row>[] {
  if (typeof asked !== 'string') return columns;
  const each = asked.split(',').map((name) => columns.find((column) => column.name === name));
  const chosen = each.filter((column) => column !== undefined);
  if (chosen.length === each.length) return chosen;
  throw Rejection.invalid('invalid', 'A parameter is wrong.', {
    ...{ field: '/columns', rule: CSV_FORM.columns.rule, value: asked },
    hint: `of this answer, by comma: ${columns.map(({ name }) => name).join(', ')}`,
  });
}

/**
 * Rows as RFC 4180: a header row, CRLF, UTF-8; null is an empty cell. Streams with back-pressure. A text cell is quoted, and
 * guarded so that no spreadsheet takes it for a formula, whatever delimiter it is set to; amounts and dates are as they are.
 */
export function csvOf<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: AsyncIterable<Row>,
  { delimiter = ',', bom = false, comma = false }: CsvForm = {},
): Stringifier {
  const isText = columns.map(({ text }) => text === true);
  const csv = stringify({
    header: true,
    columns: columns.map(({ name }) => ({ key: name, header: name })),
    record_delimiter: 'windows',
    delimiter,
    bom,
    cast: {
      boolean: String,
      string: (value, { header, index }) => (isText[index] && !header ? { value, quoted: true } : value),
    },
  });
  void feed(csv, columns, rows, comma);
  return csv;
}

async function feed<Row>(
  csv: Stringifier,
  columns: readonly CsvColumn<Row>[],
  rows: AsyncIterable<Row>,
  comma: boolean,
): Promise<void> {
  try {
    for await (const row of rows) {
      if (csv.destroyed) return;
      if (!csv.write(columns.map((column) => cell(column, row, comma)))) await drained(csv);
    }
    csv.end();
  } catch (error) {
    csv.destroy(error as Error);
  }
}

function cell<Row>(
  { value, text, amount }: CsvColumn<Row>,
  row: Row,
  comma: boolean,
): string | number | boolean | null | undefined {
  const given = value(row);
  if (typeof given !== 'string') return given;
  if (text) return guarded(given);
  return amount && comma ? given.replace('.', ',') : given;
}

/** Until it takes more; also when the reader went away, so that nothing waits for ever. */
const drained = (csv: Stringifier): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      csv.off('drain', done);
      csv.off('close', done);
      resolve();
    };
    csv.once('drain', done).once('close', done);
  });
