import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { quittance, type Ran, type Running } from './command-line.js';
import { type Quittance, startQuittance } from './quittance.js';

/** How the histories of the import's scenarios are written. */
export const MAPPING = {
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

export interface Added {
  customers: number;
  invoices: number;
  payments: number;
}

export const added = (customers: number, invoices: number, payments: number): Added => ({
  customers,
  invoices,
  payments,
});

/** Looking without a rest would take the core that the import runs on. */
const betweenLooks = (): Promise<void> => pause(10);

/** A running Quittance, and files of history that go into it by the command line. */
export class Histories {
  private made = 0;
  private constructor(
    readonly running: Quittance,
    readonly folder: string,
  ) {}

  static async start(): Promise<Histories> {
    return new Histories(await startQuittance(), await mkdtemp(join(tmpdir(), 'quittance-import-')));
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A file of these rows, and its mapping beside it. */
  async file(...rows: string[]): Promise<string> {
    const path = join(this.folder, `history-${++this.made}.csv`);
    await writeFile(path, [HEADER, ...rows, ''].join('\r\n'));
    await writeFile(`${path}.json`, JSON.stringify(MAPPING));
    return path;
  }

  /** With the mapping beside it, unless the options name another. */
  importing(path: string, options: string[] = [], env: Record<string, string> = {}): Running {
    const mapping = options.includes('--mapping') ? [] : ['--mapping', `${path}.json`];
    return quittance(['import', path, ...mapping, ...options], {
      QUITTANCE_URL: this.running.url,
      DATA_DIR: this.running.dataDir,
      QUITTANCE_TOKEN: '',
      ...env,
    });
  }

  imported(path: string, ...options: string[]): Promise<Ran> {
    return this.importing(path, options).ended;
  }

  /** Numbers of the invoices issued so far that begin so, doubles too. */
  async issued(prefix: string): Promise<string[]> {
    const facts = await this.running.facts();
    const numbers = facts
      .filter(({ type }) => type === 'InvoiceIssued')
      .map(({ data }) => String(data.number));
    return numbers.filter((number) => number.startsWith(prefix));
  }

  /** Waits until at least so many invoices whose numbers begin so are projected: cheap to ask, unlike the log. */
  async projected(prefix: string, least: number): Promise<void> {
    for (let count = 0; count < least; await betweenLooks()) {
      const { rows } = await this.running.pool.query<{ count: bigint }>(
        'select count(*) from live.invoices where starts_with(number, $1)',
        [prefix],
      );
      count = Number(rows[0]!.count);
    }
  }

  /**
   * Waits until every payment of invoices whose numbers begin so has its answer: requests of an import that died go on in the
   * API, and may ask invoices after the next import found their payments there.
   */
  async answered(prefix: string): Promise<void> {
    for (let pending = true; pending; await betweenLooks()) {
      const { rows } = await this.running.pool.query<{ pending: boolean }>(
        `select exists (select from live.payment_allocations where starts_with(number, $1) and status = 'pending') as pending`,
        [prefix],
      );
      pending = rows[0]!.pending;
    }
  }

  /** The amounts of one customer in a report. */
  async aging(customer: string, question: string): Promise<object | undefined> {
    const analyst = await this.running.as('analyst');
    const { body } = await analyst.get<{
      rows: { key: string; open: string; unapplied: string; pending: string }[];
    }>(`/v1/reports/aging?by=customer&limit=500&${question}`);
    const row = body.rows.find(({ key }) => key === customer);
    return row && { open: row.open, unapplied: row.unapplied, pending: row.pending };
  }
}
