import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A row of the real receivables history, its dates as `YYYY-MM-DD`. */
export interface RealRow {
  customer: string;
  issuedOn: string;
  dueOn: string;
  settledOn: string;
}

/** All rows of the history with `REAL_ROWS=all`, as `npm run show` takes them; else a slice of it (test/README.md). */
export const WHOLE = process.env.REAL_ROWS === 'all' || Boolean(process.env.QUITTANCE_SHOW);

/** Of rows that no test needs by name the slice has one in so many. */
const ONE_IN = 6;

/** The rows of such a file, in its order. */
export function realRows(file: string): RealRow[] {
  const [head = '', ...lines] = linesOf(file);
  return lines.map(reading(head));
}

/**
 * The file itself, or one in the folder with every row that is needed and one in six of the others. Both have the same columns.
 * @param needed rows without which what is right would be another
 */
export async function realFile(
  file: string,
  folder: string,
  needed: (row: RealRow) => boolean = () => false,
): Promise<string> {
  if (WHOLE) return file;
  const [head = '', ...lines] = linesOf(file);
  const read = reading(head);
  const slice = lines.filter((line, at) => at % ONE_IN === 0 || needed(read(line)));
  const path = join(folder, 'real-rows.csv');
  await writeFile(path, [head, ...slice, ''].join('\n'));
  return path;
}

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trim().split(/\r?\n/);

function reading(head: string): (line: string) => RealRow {
  const names = head.split(',');
  const at = (name: string): number => names.indexOf(name);
  const places = [at('customerID'), at('InvoiceDate'), at('DueDate'), at('SettledDate')];
  return (line) => {
    const cells = line.split(',');
    const [customer = '', issued = '', due = '', settled = ''] = places.map((place) => cells[place]);
    return { customer, issuedOn: isoOf(issued), dueOn: isoOf(due), settledOn: isoOf(settled) };
  };
}

/** `1/26/2013` as `2013-01-26`. */
function isoOf(date: string): string {
  const [month = '', day = '', year = ''] = date.split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
