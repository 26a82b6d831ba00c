import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quittance as run, type Ran } from '../support/command-line.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

const ROOT = join(__dirname, '../..');
const EXAMPLES = join(ROOT, 'docs/examples/analysts');
/** The first statement of the page: days to pay by customer and quarter. */
const DAYS_TO_PAY = /```sql\n(select customer_id[\s\S]*?)```/.exec(
  readFileSync(join(ROOT, 'docs/analysts.md'), 'utf8'),
)![1]!;

// Each command is a process of its own.
jest.setTimeout(240_000);

describe('quittance replay', () => {
  let quittance: Quittance;
  let folder: string;

  beforeAll(async () => {
    quittance = await startQuittance();
    folder = await mkdtemp(join(tmpdir(), 'quittance-test-'));
    const clerk = await quittance.as(['clerk', 'manager']);
    await clerk.done('/v1/customers', { customerId: 'ACME', name: 'Acme' });
    let last = '';
    for (const [number, total, paidOn] of [
      ['A-1', '100.00', '2026-01-21'],
      ['A-2', '300.00', '2026-03-02'],
      ['A-3', '50.00', '2026-04-02'],
    ]) {
      const dates = { issuedOn: '2026-01-01', dueOn: '2026-01-31' };
      const { id } = await clerk.done('/v1/invoices', {
        number,
        customerId: 'ACME',
        ...dates,
        currency: 'EUR',
        total,
      });
      const allocations = [{ invoiceId: id, amount: total }];
      const paid = { amount: total, currency: 'EUR', receivedOn: paidOn, payerId: 'ACME', allocations };
      last = (await clerk.done('/v1/payments', paid)).position;
    }
    expect((await clerk.get('/v1/invoices', last)).status).toBe(200);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await quittance.stop();
  });

  const replay = (...args: string[]): Promise<Ran> =>
    run(['replay', ...args], {
      DATABASE_URL: quittance.databaseUrl,
      EVENTSTORE_URL: quittance.eventStoreUrl,
    }).ended;

  it("builds an analyst's projection over the whole history, to be asked by the read-only role alone", async () => {
    const { code, stdout, stderr } = await replay('days_to_pay', '--folder', EXAMPLES);
    expect({ code, failed: code === 0 ? '' : stderr }).toEqual({ code: 0, failed: '' });
    expect(stdout).toMatch(/rows of days_to_pay_payments +- +3\n[\s\S]*swapped into analysis/);
    const sql = await quittance.pool.connect();
    await sql.query('set role quittance_reader');
    expect((await sql.query(DAYS_TO_PAY)).rows).toEqual([
      {
        customer_id: 'ACME',
        quarter: '2026-01-01',
        currency: 'EUR',
        invoices: 2n,
        paid: '400.00',
        days_to_pay: '50.0',
      },
      {
        customer_id: 'ACME',
        quarter: '2026-04-01',
        currency: 'EUR',
        invoices: 1n,
        paid: '50.00',
        days_to_pay: '91.0',
      },
    ]);
    expect((await sql.query('select from live.invoices')).rowCount).toBe(3);
    expect((await sql.query('select from mirror.facts')).rowCount).toBeGreaterThan(9);
    for (const forbidden of [
      'select from vault.keys',
      'select from write_side.idempotency',
      'select from write_side.requests',
      'select from projector.state',
      'delete from analysis.days_to_pay_payments',
      'delete from live.invoices',
      'create table analysis.mine ()',
    ]) {
      await expect(sql.query(forbidden)).rejects.toMatchObject({ code: '42501' });
    }
    await sql.query('reset role');
    sql.release();
    expect((await replay('days_to_pay', '--folder', EXAMPLES)).code).toBe(0);
  });

  it('keeps the rights of the read-only role on tables that were swapped in', async () => {
    const { code, stdout } = await replay('invoices');
    expect(code).toBe(0);
    expect(stdout).toMatch(/EUR issued +450\.00 +450\.00 +450\.00/);
    const sql = await quittance.pool.connect();
    await sql.query('set role quittance_reader');
    expect((await sql.query('select from live.invoices')).rowCount).toBe(3);
    await sql.query('reset role');
    sql.release();
  });

  it('says in a dry run by row what would change, with exit code 1, and changes nothing', async () => {
    await quittance.pool.query(`update live.invoices set open = 1 where number = 'A-1'`);
    const { code, stdout } = await replay('all', '--dry-run', '--diff');
    expect(code).toBe(1);
    expect(stdout).toMatch(/invoices: 1 rows changed, 0 added, 0 gone\n.*\n.*\n\S+ +open +1 +0\.00\n/);
    expect(stdout).toMatch(/dry run: nothing was changed\n$/);
    expect((await quittance.pool.query('select from live.invoices where open = 1')).rowCount).toBe(1);
    const { last } = await replay('all', '--from', 'store', '--json');
    expect(last).toMatchObject({ swapped: true, parked: [] });
    expect((await replay('all', '--dry-run', '--diff')).code).toBe(0);
    expect((await replay('--drop-old')).stdout).toMatch(/^dropped retired_/);
  });

  story(
    'mended-files',
    'B3',
    "An analyst's projection that fails on a fact stops there: one line, and the table of before stays",
    async (show) => {
      const odd = (handler: string): Promise<void> =>
        writeFile(
          join(folder, 'odd.mjs'),
          `const table = { name: 'odd', comment: 'odd', key: ['number'], columns: { number: { type: 'text' }, due: { type: 'date' } } };
          export default { name: 'odd', comment: 'odd', tables: [table], on: { InvoiceIssued({ data }, changes) { ${handler} } } }`,
        );
      const left = async (): Promise<unknown> => ({
        rows: (await quittance.pool.query('select number from analysis.odd order by 1')).rows,
        parked: (await quittance.pool.query('select from projector.parked')).rowCount,
        unfinished: (await quittance.pool.query(`select from pg_namespace where nspname like 'rebuild%'`))
          .rowCount,
      });
      await odd(`changes.put(table, { number: data.number, due: data.dueOn })`);
      expect((await replay('odd', '--folder', folder)).code).toBe(0);
      const before = await left();
      for (const [handler, fault] of [
        [`if (data.number !== 'A-1') throw new Error('not ' + data.number)`, 'not A-2'],
        [`data.lines.forEach((line) => line)`, 'Cannot read properties of undefined .*'],
        [`changes.put(table, { number: data.number, due: null })`, 'null value in column … .*'],
        [
          `changes.put(table, { number: data.number, due: data.number })`,
          'invalid input syntax for type date: .*',
        ],
      ] as const) {
        await odd(handler);
        const { code, stdout, stderr } = await replay('odd', '--folder', folder);
        const said = new RegExp(
          `^quittance: not swapped: projection odd failed on InvoiceIssued, revision 0 of invoice-\\S+ \\(position \\d+\\): ${fault}$`,
        );
        show({
          input: `replay odd, with the handler: ${handler}`,
          right: { code: 1, stdout: '', said: expect.stringMatching(said) as string, left: before },
          got: { code, stdout, said: stderr.trim().split('\n').at(-1), left: await left() },
        });
      }
      await rm(join(folder, 'odd.mjs'));
    },
  );

  it('finds a mirror that lacks facts, in one line, and rebuilds it from the store', async () => {
    await quittance.pool.query(`delete from mirror.facts where type = 'PaymentApplied'`);
    const { code, stderr } = await replay('invoices');
    expect({ code, said: stderr.trim().split('\n').at(-1) }).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^quittance: the mirror holds \d+ of \d+ facts: rebuild the mirror/,
      ) as string,
    });
    expect((await replay('all', '--from', 'store')).code).toBe(0);
    expect((await replay('all', '--dry-run', '--diff')).code).toBe(0);
  });

  it('refuses what cannot be replayed, in one line', async () => {
    const said = async (...args: string[]) => {
      const { code, stderr } = await replay(...args);
      return `${code} ${stderr}`;
    };
    await writeFile(
      join(folder, 'typo.mjs'),
      `export default { name: 'x', comment: 'x', tables: [
      { name: 't', comment: 't', key: ['id'], columns: { id: { type: 'text' } } }], on: { InvoicIssued() {} } }`,
    );
    expect(await said('nothing')).toMatch(/^2 .*there is no projection nothing; there are customers, .*\n$/);
    expect(await said('x', '--folder', folder)).toMatch(
      /^2 .*typo\.mjs: on: there is no fact InvoicIssued .*\n$/,
    );
    expect(await said('all', '--diff')).toMatch(/^2 .*give --dry-run too\n$/);
    await quittance.pool.query(`update projector.projections set version = 'another' where name = 'chases'`);
    const projector = await quittance.pool.connect();
    await projector.query('select pg_advisory_lock(7120002)');
    expect(await said('all')).toMatch(
      /4 .*chases: changed since the tables were made, and a projector is at work/s,
    );
    projector.release(true);
  });
});
