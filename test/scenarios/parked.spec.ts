import type { Problem } from '@quittance/http';
import type { Pool } from 'pg';
import { quittance as quittanceCommand, type Ran } from '../support/command-line.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';

// Its commands are processes: a busy machine takes its time.
jest.setTimeout(180_000);

interface Parked {
  items: object[];
  total: number;
}

let quittance: Quittance;
let pool: Pool;
let manager: Caller;
let invoiceId: string;
let paid: string;

/** A rule of the table that one invoice breaks: its payments cannot be kept, as with a mistake in a projection. */
const BREAK = `alter table live.invoices add constraint poison check (number <> 'N-1' or paid = 0)`;
const FIX = 'alter table live.invoices drop constraint poison';

beforeAll(async () => {
  quittance = await startQuittance();
  ({ pool } = quittance);
  manager = await quittance.as('manager', 'mara');
  await manager.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
  const invoice = {
    customerId: 'C-1',
    currency: 'EUR',
    total: '100.00',
    issuedOn: '2026-01-01',
    dueOn: '2026-01-31',
  };
  const { id, position } = await manager.done('/v1/invoices', { ...invoice, number: 'N-1' });
  const other = await manager.done('/v1/invoices', { ...invoice, number: 'N-2' });
  await manager.get('/v1/invoices', position);
  invoiceId = id;
  await pool.query(BREAK);
  const pay = (of: string, amount: string) =>
    manager.done('/v1/payments', {
      ...{ amount, currency: 'EUR', receivedOn: '2026-01-10' },
      allocations: [{ invoiceId: of, amount }],
    });
  await pay(invoiceId, '30.00');
  await manager.done(`/v1/invoices/${invoiceId}/extensions`, {
    agreedDueOn: '2026-03-31',
    reason: 'Goods came late',
  });
  await pay(invoiceId, '20.50');
  paid = (await pay(other.id, '100.00')).position;
  await manager.get('/v1/invoices', paid);
});
afterAll(() => quittance?.stop());

describe('while a projection cannot go on with one invoice', () => {
  it('the list names the fact, the reason, and what reports leave out', async () => {
    const auditor = await quittance.as('auditor', 'otto');
    const { body, headers } = await auditor.get<Parked>('/v1/parked');
    expect(headers.get('quittance-parked')).toBe('1');
    expect(body).toMatchObject({
      total: 1,
      items: [
        {
          projection: 'invoices',
          stream: `invoice-${invoiceId}`,
          revision: '1',
          type: 'PaymentApplied',
          error: expect.stringMatching(
            /^new row for relation … violates check constraint … \(.*poison\)$/,
          ) as string,
          since: expect.stringMatching(/Z$/) as string,
          number: 'N-1',
          customerId: 'C-1',
          waiting: 3,
          leftOut: [
            { type: 'ExtensionGranted', facts: 1, currency: null, amount: null },
            { type: 'PaymentApplied', facts: 2, currency: 'EUR', amount: '50.50' },
          ],
        },
      ],
    });
  });

  it('its row and its page are marked, all else is current', async () => {
    const { body, headers } = await manager.get<{
      items: { number: string; open: string; parked?: boolean }[];
    }>('/v1/invoices?sort=number');
    expect(headers.get('quittance-parked')).toBe('1');
    expect(body.items.map(({ number, open, parked }) => [number, open, parked])).toEqual([
      ['N-1', '100.00', true],
      ['N-2', '0.00', undefined],
    ]);
    expect((await manager.get(`/v1/invoices/${invoiceId}`)).body).toMatchObject({
      parked: true,
      paid: '0.00',
    });
  });

  it('an answer as of a place stays the same bytes; its header tells that something is left out', async () => {
    const asked = `/v1/invoices/${invoiceId}?asOf=2026-01-31`;
    const marked = await manager.get(asked);
    expect(marked.headers.get('quittance-parked')).toBe('1');
    expect(marked.body).not.toHaveProperty('parked');
    const report = await manager.get('/v1/reports/aging?asOf=2026-01-31');
    expect(report.headers.get('quittance-parked')).toBe('1');
  });

  it('an invoice that is missing altogether is not said to be unknown', async () => {
    const [hidden, unknown] = [
      '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
      '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3d',
    ];
    await pool.query('update projector.parked set stream = $1', [`invoice-${hidden}`]);
    const answered = await manager.get<Problem>(`/v1/invoices/${hidden}`);
    expect({ status: answered.status, code: answered.body.code }).toEqual({ status: 503, code: 'parked' });
    expect((await manager.get(`/v1/invoices/${unknown}`)).status).toBe(404);
    await pool.query('update projector.parked set stream = $1', [`invoice-${invoiceId}`]);
  });

  it('it stays ready, and says how many are parked in which projection', async () => {
    const { status, body } = await manager.get('/health/ready');
    expect(status).toBe(200);
    expect(body).toMatchObject({ parkedStreams: 1 });
    expect(body.projections).toContainEqual(expect.objectContaining({ name: 'invoices', parked: 1 }));
    const metrics = await manager.ask<string>('/metrics');
    expect(metrics.body).toContain('quittance_parked_streams{projection="invoices"} 1\n');
  });

  it('a list of any facts is made, also of such that PostgreSQL cannot read', async () => {
    await pool.query(
      `insert into mirror.facts values (-2, 1, 'invoice-x', 0, gen_random_uuid(), 'InvoiceIssued',
         '{"number":"\\u0000","total":"1.00"}', '{}', now(), now()),
         (-1, 2, 'invoice-x', 1, gen_random_uuid(), 'PaymentApplied', '{"applied":"1e9","currency":"EUR"}', '{}', now(), now())`,
    );
    await pool.query(
      `insert into projector.parked values ('invoices', 'invoice-x', 0, 1, 'InvoiceIssued', 'e')`,
    );
    const { body } = await manager.get<Parked>('/v1/parked');
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({
      number: null,
      waiting: 2,
      leftOut: [
        { type: 'InvoiceIssued', facts: 1, amount: null },
        { type: 'PaymentApplied', facts: 1, amount: null },
      ],
    });
    await pool.query(`delete from projector.parked where stream = 'invoice-x'`);
    await pool.query(`delete from mirror.facts where stream = 'invoice-x'`);
  });
});

describe('on the command line', () => {
  const run = (...args: string[]): Promise<Ran> =>
    quittanceCommand(args, {
      QUITTANCE_URL: quittance.url,
      DATA_DIR: quittance.dataDir,
      QUITTANCE_TOKEN: '',
    }).ended;

  it('`parked` explains it and ends with 1', async () => {
    const { code, stdout } = await run('parked');
    expect(code).toBe(1);
    expect(stdout).toContain(`invoice-${invoiceId} in invoices: invoice N-1, customer C-1\n`);
    expect(stdout).toContain('reports leave out 1 ExtensionGranted, 2 PaymentApplied (EUR 50.50)\n');
    expect((await run('parked', 'list', '--json')).last).toMatchObject({ total: 1 });
  });

  it('`status` tells it with stores, lag and projections, and ends with 1', async () => {
    const { code, stdout } = await run('status');
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('ready');
    expect(lines).toContainEqual(expect.stringMatching(/^event store {2}answers, log head at \d+$/));
    expect(lines).toContainEqual(
      expect.stringMatching(/^projector {4}at \d+, \d+ facts, heartbeat [\d.]+ s ago$/),
    );
    expect(lines).toContainEqual('lag          0 facts, 0.0 s');
    expect(lines).toContainEqual(expect.stringMatching(/^parked {7}1 streams/));
    expect(lines).toContainEqual(expect.stringMatching(/^invoices +\w+ +\S+ +1$/));
    expect((await run('status', '--json')).last).toMatchObject({
      ready: true,
      stale: true,
      parkedStreams: 1,
    });
  });

  it('a report says on stderr that it leaves something out', async () => {
    const { code, stderr } = await run('report', 'aging', '--as-of', '2026-01-31');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^1 streams are parked/m) as string,
    });
  });

  it('`parked release` wants to know which, and ends with 1 while one stays', async () => {
    expect((await run('parked', 'release')).code).toBe(2);
    const { code, stdout } = await run('parked', 'release', '--stream', `invoice-${invoiceId}`);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining('violates check') as string,
    });
  });
});

describe('releasing it', () => {
  it('is for managers and admins, and needs to say which', async () => {
    const clerk = await quittance.as('clerk', 'clara');
    expect((await clerk.refused('/v1/parked/releases', { all: true })).status).toBe(403);
    expect((await manager.refused('/v1/parked/releases', {})).fields).toEqual(['/streams required']);
    expect((await manager.refused('/v1/parked/releases', { all: false })).fields).toEqual(['/all true']);
    const both = { all: true, streams: ['invoice-x'] };
    expect((await manager.refused('/v1/parked/releases', both)).fields).toEqual(['/streams required']);
  });

  it('before a fix leaves it parked, with the reason', async () => {
    type Answered = { released: object[]; parked: object[] };
    const { released, parked } = await manager.done<Answered>('/v1/parked/releases', { all: true });
    expect(released).toEqual([]);
    expect(parked).toMatchObject([{ stream: `invoice-${invoiceId}`, revision: '1' }]);
  });

  it('after a fix brings it up to date, and the projector goes on with it', async () => {
    await pool.query(FIX);
    const elsewhere = { streams: ['invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'] };
    expect(await manager.done('/v1/parked/releases', elsewhere)).toEqual({ released: [], parked: [] });
    const streams = [`invoice-${invoiceId}`];
    expect(await manager.done('/v1/parked/releases', { streams })).toEqual({
      released: [{ projection: 'invoices', stream: streams[0] }],
      parked: [],
    });
    const { body, headers } = await manager.get(`/v1/invoices/${invoiceId}`);
    expect(body).toMatchObject({ open: '49.50', paid: '50.50', agreedDueOn: '2026-03-31' });
    expect(body).not.toHaveProperty('parked');
    expect(headers.get('quittance-parked')).toBeNull();
    const { position } = await manager.done('/v1/payments', {
      ...{ amount: '49.50', currency: 'EUR', receivedOn: '2026-01-12' },
      allocations: [{ invoiceId, amount: '49.50' }],
    });
    expect((await manager.get(`/v1/invoices/${invoiceId}`, position)).body).toMatchObject({ open: '0.00' });
    expect((await manager.get<Parked>('/v1/parked')).body).toEqual({
      items: [],
      total: 0,
      next: null,
    });
  });
});
