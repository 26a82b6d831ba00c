import { Decimal } from 'decimal.js';
import type { startReading } from '../../../libs/receivables/spec/reading.js';
import type { Aged, AgedRow, AgingAnswer } from '../../../libs/receivables/src/reporting/aging.answer.js';

type Get = Awaited<ReturnType<typeof startReading>>['get'];

/** Ages by every date, and by other buckets. */
const SHAPES = ['', 'basis=contractual&', 'basis=issued&', 'buckets=10,45&'];

interface Sums {
  currency: string;
  count: number;
  open: string;
  aged: string;
}

const cellsIn = ({ currency, buckets }: Aged): Record<string, string> =>
  Object.fromEntries(
    Object.entries(buckets)
      .filter(([, { count }]) => count > 0)
      .map(([name, { count, amount }]) => [`${name} ${currency}`, `${count}: ${amount}`]),
  );

const sumsIn = (value: string, { currency, count, aged }: Sums): [string, string] => [
  `${value} ${currency}`,
  `${count}: ${aged}`,
];

/**
 * Cells of the aging report at a place, in all and of the first customers, beside what the list of invoices says of each: the
 * count and sum of its rows, and the group of all invoices by bucket. The rest of the report and of the list is beside them, too.
 */
export async function cellsBeside(get: Get, place: string): Promise<{ cells: object; listed: object }> {
  const asked = async <Body>(url: string): Promise<Body> => {
    const { status, text } = await get(url);
    if (status !== 200) throw new Error(`${url}: ${status} ${text}`);
    return JSON.parse(text) as Body;
  };
  const [cells, listed]: Record<string, unknown>[] = [{}, {}];
  for (const shape of SHAPES) {
    const { currencies, rows } = await asked<AgingAnswer>(`/v1/reports/aging?by=customer&${shape}${place}`);
    cells![shape] = Object.assign({}, ...currencies.map(cellsIn));
    const { items } = await asked<{ items: (Sums & { value: string | null })[] }>(
      `/v1/invoices/groups?by=bucket&limit=500&${shape}${place}`,
    );
    listed![shape] = Object.fromEntries(
      items.flatMap((group) => (group.value === null ? [] : [sumsIn(group.value, group)])),
    );
    if (shape !== '') continue;
    for (const row of rows.filter(({ key }) => key !== null).slice(0, 2)) {
      const name = `${row.key} ${row.currency}`;
      cells![name] = cellsIn(row);
      listed![name] = Object.fromEntries(await listedCells(asked, row, place));
    }
    const { currencies: sums } = await asked<{ currencies: Sums[] }>(`/v1/invoices/summary?${place}`);
    const open = (all: readonly { currency: string; open: string }[]): [string, string][] =>
      all.flatMap(({ currency, open: sum }) =>
        new Decimal(sum).isZero() ? [] : [[currency, new Decimal(sum).toFixed()] as [string, string]],
      );
    cells!.open = Object.fromEntries(open(currencies));
    listed!.open = Object.fromEntries(open(sums));
  }
  return { cells: cells!, listed: listed! };
}

async function listedCells(
  asked: <Body>(url: string) => Promise<Body>,
  { key, currency, buckets }: AgedRow,
  question: string,
): Promise<[string, string][]> {
  const cells: [string, string][] = [];
  for (const bucket of Object.keys(buckets)) {
    const filters = `customerId=${encodeURIComponent(key!)}&currency=${currency}&bucket=${encodeURIComponent(bucket)}`;
    const { currencies } = await asked<{ currencies: Sums[] }>(`/v1/invoices/summary?${filters}&${question}`);
    cells.push(...currencies.map((sums) => sumsIn(bucket, sums)));
  }
  return cells;
}
