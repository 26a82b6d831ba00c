import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { quittance, type Ran, type Running } from '../support/command-line.js';

// A history goes in by the command line, as its user runs it.

jest.setTimeout(180_000);

const mapping = {
  dateFormat: 'd.M.yyyy',
  delimiter: ';',
  decimal: ',',
  thousands: '.',
  constants: { currency: 'EUR' },
  columns: {
    number: 'No',
    customerId: 'Customer',
    customerName: 'Name',
    issuedOn: 'Issued',
    dueOn: 'Due',
    total: 'Total',
    paidOn: 'Paid',
    paidAmount: 'Amount',
  },
};
const HEADER = 'No;Customer;Name;Issued;Due;Total;Paid;Amount';

let running: Quittance;
let folder: string;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-import-'));
  running = await startQuittance();
});
afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function file(...rows: string[]): Promise<string> {
  const path = join(folder, `history-${++made}.csv`);
  await writeFile(path, [HEADER, ...rows, ''].join('\r\n'));
  await writeFile(`${path}.json`, JSON.stringify(mapping));
  return path;
}

const environment = () => ({ QUITTANCE_URL: running.url, DATA_DIR: running.dataDir, QUITTANCE_TOKEN: '' });

const importing = (path: string, ...options: string[]): Running =>
  quittance(['import', path, '--mapping', `${path}.json`, ...options], environment());

const imported = (path: string, ...options: string[]): Promise<Ran> => importing(path, ...options).ended;

const added = (customers: number, invoices: number, payments: number) => ({ customers, invoices, payments });

/** The amounts of one customer in a report. */
async function agingOf(customer: string, question: string) {
  const analyst = await running.as('analyst');
  const { body } = await analyst.get<{
    rows: { key: string; open: string; unapplied: string; pending: string }[];
  }>(`/v1/reports/aging?by=customer&limit=500&${question}`);
  const row = body.rows.find(({ key }) => key === customer);
  return row && { open: row.open, unapplied: row.unapplied, pending: row.pending };
}

describe('an import', () => {
  it('adds what is new, and nothing when it is run again', async () => {
    const path = await file(
      'A-1;twice;Two Times Ltd;2.1.2024;1.2.2024;1.234,50;15.1.2024;',
      'A-2;twice;Two Times Ltd;2.2.2024;3.3.2024;100;;',
      'A-3;once;Once Srl;2.2.2024;3.3.2024;80;4.3.2024;30,00',
    );
    const first = await imported(path);
    expect(first.last).toMatchObject({
      rows: 3,
      added: added(2, 3, 2),
      unchanged: 0,
      rejected: 0,
      rejectFile: null,
    });
    expect(first.code).toBe(0);
    // At its end everything it caused is projected: nothing is pending.
    expect(await agingOf('once', 'asOf=2024-03-31')).toEqual({
      open: '50.00',
      unapplied: '0.00',
      pending: '0.00',
    });
    expect(await agingOf('twice', 'asOf=2024-03-31')).toEqual({
      open: '100.00',
      unapplied: '0.00',
      pending: '0.00',
    });

    const facts = (await running.facts()).length;
    const again = await imported(path);
    expect(again.last).toMatchObject({ rows: 3, added: added(0, 0, 0), unchanged: 3, rejected: 0 });
    expect(again.code).toBe(0);
    expect(await running.facts()).toHaveLength(facts);
  });

  it('finds its rows again in another order, on other lines and in another form', async () => {
    const rows = ['B-1;b;;2.1.2024;1.2.2024;10,5;15.1.2024;', 'B-2;b;;2.1.2024;1.2.2024;20;;'];
    expect((await imported(await file(...rows))).last).toMatchObject({ added: added(1, 2, 1) });
    const moved = await file('', rows[1]!, 'B-1;"b";;02.01.2024;1.2.2024;10,50;15.1.2024;10,50');
    expect((await imported(moved)).last).toMatchObject({ added: added(0, 0, 0), unchanged: 2 });
  });

  it('known until a day takes payments up to it; a later one adds just the rest', async () => {
    const path = await file(
      'U-1;until;;2.1.2024;1.2.2024;10;31.1.2024;',
      'U-2;until;;2.1.2024;1.2.2024;20;1.2.2024;',
      'U-3;until;;2.1.2024;1.2.2024;40;;',
    );
    const part = await imported(path, '--known-until', '2024-01-31');
    expect(part.last).toMatchObject({ added: added(1, 3, 1) });
    expect(await agingOf('until', 'asOf=2024-02-29')).toMatchObject({ open: '60.00' });
    const rest = await imported(path);
    expect(rest.last).toMatchObject({ added: added(0, 0, 1), unchanged: 2 });
    expect(await agingOf('until', 'asOf=2024-02-29')).toMatchObject({ open: '40.00' });
  });

  it('takes each payment of an invoice that has several rows, and leaves unapplied what is too much', async () => {
    const invoice = 'P-1;parts;;2.1.2024;1.2.2024;100';
    const path = await file(`${invoice};10.1.2024;60`, `${invoice};20.1.2024;60`, `${invoice};10.1.2024;60`);
    const { last } = await imported(path);
    expect(last).toMatchObject({ rows: 3, added: added(1, 1, 2), unchanged: 1 });
    expect(await agingOf('parts', 'asOf=2024-02-29')).toEqual({
      open: '0.00',
      unapplied: '20.00',
      pending: '0.00',
    });
  });

  it('rejects what is wrong by line, column, value and rule, while the others go in', async () => {
    const path = await file(
      'R-1;bad;"Two\r\nlines";2.1.2024;1.2.2024;10;;',
      'R-2;bad;;30.2.2024;1.2.2024;1.00;;',
      'R-3;bad;;2.1.2024;1.2.2024;10;;;;',
      'R-4;bad;;2.1.2024;1.2.2024;10;1.1.2999;',
      'R-5;bad;"stray;2.1.2024;1.2.2024;10;;',
      'R-6;bad;;2.1.2024;1.2.2024;10;;',
      'R-6;bad;;2.1.2024;1.2.2024;11;;',
    );
    await writeFile(`${path}.rejects.csv`, 'of a former run');
    const { code, last } = await imported(path);
    expect(code).toBe(1);
    expect(last).toMatchObject({ rows: 7, rejected: 6, rejectFile: `${path}.rejects.csv` });
    const rejects = parse(await readFile(`${path}.rejects.csv`, 'utf8'));
    expect(rejects.slice(1).sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      ['2', 'Name', 'Two\nlines', 'must have printable characters only'],
      ['4', 'Issued', '30.2.2024', 'must be a date written as d.M.yyyy'],
      ['4', 'Total', '1.00', 'must be an amount with decimal "," and thousands ".", no sign'],
      ['5', '', '10', 'must have 8 cells, as the header has'],
      ['6', 'Paid', '1.1.2999', expect.stringMatching(/^not-in-future: /)],
      ['7', '', expect.stringContaining('"stray') as string, expect.stringMatching(/^has a quote/)],
      ['9', 'Total', '11', 'the number is taken by an invoice that says 10.00'],
    ]);
    expect(rejects[0]).toEqual(['line', 'column', 'value', 'rule']);
    // The invoice of a refused payment is in; the rows beside the wrong ones too.
    expect(last.added).toEqual(added(1, 2, 0));
    expect(await agingOf('bad', 'asOf=2024-02-29')).toMatchObject({ open: '20.00' });
  });
});
