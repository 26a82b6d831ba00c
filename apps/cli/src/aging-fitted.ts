import { type Aging, type Amounts, sumsOf } from './aging-answer.js';
import { longest, shortened, wide } from './terminal-width.js';
import { tableOf } from './terminal.js';

type Row = Aging['rows'][number];

/** A column of amounts: its name, and the amount of a currency or row. */
interface Column {
  name: string;
  of: (amounts: Amounts) => string;
}

const GAP = 2;
const SHORTEST_NAME = 8;
const SHORTEST_KEY = 12;

/**
 * The report for a terminal of so many columns: no line is longer. Currency by currency; columns in which all is zero are
 * left out and named, names and keys are shortened, and what still does not fit stands in a further table below.
 */
export function fitted(report: Aging, columns: number): string {
  const { asOf, knownAt, known, basis, definition, currencies, rows } = report;
  const head = [
    `Aging as of ${asOf}, as known at ${knownAt} (${known});`,
    `basis ${basis}, definition ${definition}`,
  ];
  const title = wide(head.join(' ')) <= columns ? [head.join(' ')] : head;
  if (!currencies.length) return [...title, 'nothing is open, nothing was issued'].join('\n');
  const parts = currencies.map((total) =>
    partOf(
      total,
      rows.filter(({ currency }) => currency === total.currency),
      columns,
      report.by,
    ),
  );
  return [title.join('\n'), ...parts.flat()].join('\n\n');
}

function partOf(total: Amounts, rows: Row[], columns: number, by?: string | null): string[] {
  const all: Column[] = [
    ...Object.keys(total.buckets).map((name) => ({ name, of: (a: Amounts) => a.buckets[name]!.amount })),
    ...sumsOf(total).map((name) => ({ name, of: (a: Amounts) => a[name]! })),
  ];
  const shown = all.filter(({ name, of }) => name === 'open' || [total, ...rows].some((a) => !isZero(of(a))));
  const zero = all.filter((column) => !shown.includes(column)).map(({ name }) => name);
  return [
    [
      totalOf(total, shown),
      ...(zero.length > 0 ? [broken(`all zero: ${zero.join(', ')}`, columns)] : []),
    ].join('\n'),
    ...(rows.length > 0 ? tablesOf(rows, shown, columns, by ?? 'key') : []),
  ];
}

/** A line for each column: it fits whatever the amounts are. */
function totalOf(total: Amounts, shown: Column[]): string {
  const lines = [...shown, ...(total.control === undefined ? [] : [CONTROL])].map(({ name, of }) => {
    const { count } = total.buckets[name] ?? {};
    return [name, grouped(of(total)), count === undefined ? '' : String(count)];
  });
  const table = tableOf([total.currency, 'amount', 'invoices'], lines, (i) => i > 0, wide);
  return total.balanced === false
    ? `${table}\n${total.currency} is NOT balanced: open - unapplied - pending - credits is not control`
    : table;
}

const CONTROL: Column = { name: 'control', of: ({ control }) => control! };

/** The rows in as many tables as the width needs, each with the keys. */
function tablesOf(rows: Row[], shown: Column[], columns: number, by: string): string[] {
  const cells = shown.map(({ name, of }) => ({ name, texts: rows.map((row) => grouped(of(row))) }));
  const widths = cells.map(({ name, texts }) => GAP + longest([name, ...texts]));
  const names = rows.map(({ name }) => name ?? '');
  const keys = rows.map(({ key }) => key ?? '(nobody)');
  const currency = rows[0]!.currency;
  const heads = { key: `${currency} ${by}`, name: names.some(Boolean) ? 'name' : '' };
  const full = { key: longest([heads.key, ...keys]), name: longest([heads.name, ...names]) };
  const least = { key: Math.min(full.key, SHORTEST_KEY), name: Math.min(full.name, SHORTEST_NAME) };
  const taken = (who: typeof full): number => who.key + (who.name && GAP + who.name);
  // Whole names where everything fits beside them, else the shortest that still tell who it is.
  const sum = widths.reduce((all, one) => all + one, 0);
  const blocks = sum + taken(least) <= columns ? [cells] : split(cells, widths, columns - taken(least));
  const widest = Math.max(...blocks.map((block) => blockWidth(block, cells, widths)));
  const room = Math.max(0, columns - widest - taken(least));
  const name = Math.min(full.name, least.name + room);
  const key = Math.min(full.key, least.key + room - (name - least.name));
  return blocks.map((block) =>
    tableOf(
      [shortened(heads.key, key), ...(name ? [heads.name] : []), ...block.map((cell) => cell.name)],
      rows.map((_, i) => [
        shortened(keys[i]!, key),
        ...(name ? [shortened(names[i]!, name)] : []),
        ...block.map(({ texts }) => texts[i]!),
      ]),
      (i) => i > (name ? 1 : 0),
      wide,
    ),
  );
}

type Cell = { name: string; texts: string[] };

const blockWidth = (block: Cell[], cells: Cell[], widths: number[]): number =>
  block.reduce((all, cell) => all + widths[cells.indexOf(cell)]!, 0);

/** In the order of the columns, as many as fit in each; one at least. */
function split(cells: Cell[], widths: number[], room: number): Cell[][] {
  const blocks: Cell[][] = [];
  let left = 0;
  cells.forEach((cell, i) => {
    if (blocks.length === 0 || widths[i]! > left) {
      blocks.push([]);
      left = room;
    }
    blocks.at(-1)!.push(cell);
    left -= widths[i]!;
  });
  return blocks;
}

const isZero = (amount: string): boolean => /^-?[0.]+$/.test(amount);

/** `-1234567.80` as `-1,234,567.80`. */
export const grouped = (amount: string): string => {
  const [whole, decimals] = amount.split('.') as [string, string?];
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
};

/** Words over as many lines as the width needs. */
function broken(text: string, columns: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)!} ${word}`.trim();
    if (wide(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('\n');
}
