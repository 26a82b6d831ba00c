import { guarded } from '@quittance/kernel';
import { stringify, type Stringifier } from 'csv-stringify';
import { asOneOf, type Parameter } from './query-string.js';

/** A column of a CSV answer. `text` cells come from people and are guarded; all others are ours. */
export interface CsvColumn<Row> {
  name: string;
  value: (row: Row) => string | number | boolean | null | undefined;
  text?: boolean;
}

/** How a CSV answer is written. */
export interface CsvForm {
  /** One character; a comma when left out. */
  delimiter?: string;
  /** Whether it begins with the byte order mark, by which spreadsheets know UTF-8. */
  bom?: boolean;
}

/** What a query may ask of a CSV answer; a JSON answer takes them and is the same. */
export const CSV_FORM = {
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

/** The form that a query asks for. It was checked where the query was read. */
export function csvFormOf({ bom, delimiter }: Record<string, unknown>): CsvForm {
  return {
    bom: bom === 'true',
    delimiter: typeof delimiter === 'string' ? CSV_FORM.delimiter.read(delimiter) : undefined,
  };
}

/**
 * Rows as RFC 4180: a header row, CRLF, UTF-8; null is an empty cell. Streams with back-pressure. A text cell is quoted, and
 * guarded so that no spreadsheet takes it for a formula, whatever delimiter it is set to; amounts and dates are as they are.
 */
export function csvOf<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: AsyncIterable<Row>,
  { delimiter = ',', bom = false }: CsvForm = {},
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
  void feed(csv, columns, rows);
  return csv;
}

async function feed<Row>(
  csv: Stringifier,
  columns: readonly CsvColumn<Row>[],
  rows: AsyncIterable<Row>,
): Promise<void> {
  try {
    for await (const row of rows) {
      if (csv.destroyed) return;
      if (!csv.write(columns.map((column) => cell(column, row)))) await drained(csv);
    }
    csv.end();
  } catch (error) {
    csv.destroy(error as Error);
  }
}

function cell<Row>({ value, text }: CsvColumn<Row>, row: Row): string | number | boolean | null | undefined {
  const given = value(row);
  return text && typeof given === 'string' ? guarded(given) : given;
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
