import { stringify, type Stringifier } from 'csv-stringify';

/** A column of a CSV answer. `text` cells come from people and are guarded; all others are ours. */
export interface CsvColumn<Row> {
  name: string;
  value: (row: Row) => string | number | boolean | null | undefined;
  text?: boolean;
}

/**
 * Rows as RFC 4180: a header row, comma, CRLF, UTF-8, quotes where needed; null is an empty cell. Streams with
 * back-pressure. A text cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or
 * carriage return) gets an apostrophe in front; amounts and dates never do.
 */
export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: AsyncIterable<Row>): Stringifier {
  const csv = stringify({
    header: true,
    columns: columns.map(({ name }) => ({ key: name, header: name })),
    record_delimiter: 'windows',
    cast: { boolean: String },
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

/** Spreadsheets run cells that begin like this. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

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
