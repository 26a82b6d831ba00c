import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@quittance/kernel';
import { quittance as command } from '../support/command-line.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// What another policy would have sent over the past, beside the one in force: asked over HTTP, and nothing is written.

jest.setTimeout(300_000);

interface Side {
  policyId: string | null;
  steps: { month: string; step: string; kind: string; tone: string | null; count: number; amount: string }[];
  customers: { customerId: string; reminders: number; mails: number; escalations: number; asked: string }[];
  skipped: { code: string; count: number }[];
  afterPayment: number;
  crossed: number;
}
interface Page {
  invoicesInRange: number;
  customers: number;
  invoices: number;
  simulated: Side;
  beside: Side;
  next: string | null;
}

let quittance: Quittance;
let mara: Caller;
let due: string;
const day = (days: number): string => addDays(due, days);
/** An instant at which a history says that it was recorded. */
const stated = (days: number): { statedRecordedAt: string } => ({
  statedRecordedAt: `${day(days)}T08:00:00Z`,
});

beforeAll(async () => {
  quittance = await startQuittance();
  mara = await quittance.as(['clerk', 'manager', 'importer'], 'mara');
  // A Wednesday long ago: no month or weekend moves with the day on which this runs.
  due = '2025-04-09';
  for (const customerId of ['C-1', 'C-2', 'C-3', 'C-4'])
    await mara.done('/v1/customers', { customerId, name: customerId, ...stated(-40) });
  const issue = (number: string, customerId: string) =>
    mara.done('/v1/invoices', {
      ...{ number, customerId, currency: 'EUR', total: '100.00', issuedOn: day(-30), dueOn: due },
      ...stated(-30),
    });
  const pay = (receivedOn: number, known: number, payerId: string, invoiceId?: string) =>
    mara.done('/v1/payments', {
      ...{ amount: '100.00', currency: 'EUR', receivedOn: day(receivedOn), payerId, ...stated(known) },
      allocations: invoiceId === undefined ? [] : [{ invoiceId, amount: '100.00' }],
    });
  const paid = await issue('S-1', 'C-1');
  await issue('S-2', 'C-1');
  const disputed = await issue('S-3', 'C-2');
  const crossing = await issue('S-4', 'C-3');
  await issue('S-5', 'C-4');
  await pay(10, 10, 'C-1', paid.id);
  const dispute = {
    amount: '100.00',
    reasonCode: 'price',
    reason: 'Too dear',
    disputedOn: day(0),
    ...stated(0),
  };
  await mara.done(`/v1/invoices/${disputed.id}/disputes`, dispute);
  await pay(2, 5, 'C-3', crossing.id);
  await pay(-10, -10, 'C-4');
});
afterAll(() => quittance?.stop());

const settled = async (): Promise<string> => String((await quittance.facts()).at(-1)!.position.commit);
async function simulated(body: object): Promise<Page> {
  await mara.get('/v1/invoices?limit=1', await settled());
  const { status, body: answer } = await mara.post<Page>('/v1/dunning/simulations', body);
  expect({ status, answer }).toMatchObject({ status: 200 });
  return answer;
}
const range = () => ({ from: day(-30), to: day(59) });
const steps = ({ steps: all }: Side): string[] =>
  all.map(({ month, step, kind, tone, count, amount }) =>
    [month, step, kind, tone, count, amount].filter((said) => said !== null).join(' '),
  );
const customers = ({ customers: all }: Side): string[] =>
  all.map(({ customerId, reminders, mails, escalations, asked }) =>
    [customerId, reminders, mails, escalations, asked].join(' '),
  );

story(
  'chase',
  'E5',
  'What another policy would have sent over the past, beside the one in force',
  async (show) => {
    const page = await simulated({ policyId: 'gentle', ...range() });
    show({
      input:
        'an invoice paid at day 10, one never, one disputed, one whose money became known late, one with money on account',
      right: {
        invoices: 5,
        gentle: [
          '2025-04 due+7 reminder friendly 2 200.00',
          '2025-04 due+21 reminder friendly 1 100.00',
          '2025-05 due+45 reminder formal 1 100.00',
        ],
        gentleCustomers: ['C-1 4 3 0 400.00'],
        inForce: [
          '2025-04 due-3 reminder friendly 4 400.00',
          '2025-04 due+3 reminder friendly 3 300.00',
          '2025-04 due+7 reminder formal 2 200.00',
          '2025-04 due+14 reminder firm 1 100.00',
          '2025-05 due+30 escalation 1 100.00',
        ],
        customers: ['C-1 7 4 1 700.00', 'C-2 1 1 0 100.00', 'C-3 2 2 0 200.00'],
        skipped: ['disputed', 'unapplied-cash'],
        after: [0, 0],
        crossed: [0, 1],
        next: null,
      },
      got: {
        invoices: page.invoices,
        gentle: steps(page.simulated),
        gentleCustomers: customers(page.simulated),
        inForce: steps(page.beside),
        customers: customers(page.beside),
        skipped: page.beside.skipped.map(({ code }) => code),
        after: [page.simulated.afterPayment, page.beside.afterPayment],
        crossed: [page.simulated.crossed, page.beside.crossed],
        next: page.next,
      },
    });
  },
);

/** How every table stands: rows of facts, of the read side, of the write side and of keys. */
async function tables(): Promise<unknown> {
  const { rows } = await quittance.pool.query(
    `select t.table_schema, t.table_name, query_to_xml(format(
       'select md5(string_agg(md5(r::text), '''' order by r::text)) from %I.%I r', t.table_schema, t.table_name), false, true, '')::text as hash
     from information_schema.tables t
     where t.table_schema in ('live', 'write_side', 'vault') and t.table_type = 'BASE TABLE' order by 1, 2`,
  );
  return rows;
}

story('chase', 'E6', 'A simulation writes nothing: the log and every table are as before', async (show) => {
  const look = async () => ({ log: await settled(), tables: await tables() });
  const before = await look();
  await simulated({ policyId: 'firm', besidePolicyId: 'standard', ...range() });
  show({ input: 'firm beside standard', right: before, got: await look() });
});

it('answers page by page what it answers at once, and what runs of each day decide', async () => {
  const whole = await simulated({ policyId: 'standard', ...range() });
  expect(whole.simulated).toEqual({ ...whole.beside, policyId: 'standard', name: 'Standard' });
  const pages: Page[] = [];
  for (let cursor: string | null | undefined; cursor !== null; cursor = pages.at(-1)!.next)
    pages.push(await simulated({ policyId: 'standard', ...range(), limit: 1, ...(cursor && { cursor }) }));
  expect(pages.map(({ invoices, invoicesInRange }) => [invoices, invoicesInRange])).toEqual(
    [2, 1, 1, 1].map((invoices) => [invoices, 5]),
  );
  expect(pages.flatMap(({ beside }) => beside.customers)).toEqual(whole.beside.customers);
});

it('counts from the first day on, as if the policy had held before', async () => {
  const page = await simulated({ policyId: 'standard', from: day(7), to: day(14) });
  expect(steps(page.simulated)).toEqual([
    '2025-04 due+7 reminder formal 2 200.00',
    '2025-04 due+14 reminder firm 1 100.00',
  ]);
});

it('takes a policy that is not stored, and refuses what is too long, to come, or nobody knows', async () => {
  const policy = {
    ...{ name: 'Once', minAmount: { EUR: '100.01' } },
    steps: [{ key: 'once', days: 1, kind: 'remind', tone: 'firm', approval: 'never' }],
  };
  const once = await simulated({ policy, ...range() });
  expect([once.simulated.policyId, steps(once.simulated)]).toEqual(['tried', []]);
  expect(once.simulated.skipped).toContainEqual({ code: 'below-minimum', count: 3 });
  const path = '/v1/dunning/simulations';
  const refused = async (body: object) => (await mara.refused(path, body)).fields;
  expect(await refused(range())).toEqual(['/policyId either']);
  expect(await refused({ policyId: 'firm', policy, ...range() })).toEqual(['/policyId either']);
  expect(await refused({ policyId: 'mild', ...range() })).toEqual(['/policyId exists']);
  expect(await refused({ policyId: 'firm', besidePolicyId: 'mild', ...range() })).toEqual([
    '/besidePolicyId exists',
  ]);
  const [from, today] = ['2020-01-01', quittance.clock.today()];
  for (const role of ['analyst', 'auditor', 'admin'] as const)
    expect((await (await quittance.as(role, role)).post(path, { policyId: 'firm', ...range() })).status).toBe(
      200,
    );
  expect(await refused({ policyId: 'firm', from, to: '2024-01-01' })).toEqual(['/from days-most']);
  expect(await refused({ policyId: 'firm', from: day(1), to: day(0) })).toEqual(['/from before-to']);
  expect(await refused({ policyId: 'firm', from: today, to: addDays(today, 1) })).toEqual([
    '/to not-in-future',
  ]);
  const clerk = await quittance.as('clerk', 'carla');
  expect((await clerk.post(path, { policyId: 'firm', ...range() })).status).toBe(403);
});

it('refuses a customer who owes more than can be held in memory, by name', async () => {
  const columns = await quittance.pool.query<{ all: string }>(
    `select string_agg(quote_ident(column_name), ', ') as all from information_schema.columns
     where table_schema = 'live' and table_name = 'invoices' and column_name <> 'id' and is_generated = 'NEVER'`,
  );
  const { all } = columns.rows[0]!;
  const rows = `from live.invoices i, generate_series(1, 5001) n where i.id = (select min(o.id::text)::uuid from live.invoices o)`;
  const many = `insert into live.invoices (id, ${all}) select gen_random_uuid(), ${all} ${rows} returning id`;
  const client = await quittance.pool.connect();
  try {
    const { rows: made } = await client.query<{ id: string }>(many);
    const { status, fields } = await mara.refused('/v1/dunning/simulations', {
      policyId: 'firm',
      ...range(),
    });
    await client.query('delete from live.invoices where id = any ($1)', [made.map(({ id }) => id)]);
    expect([status, fields]).toEqual([422, ['/to invoices-of-customer-most']]);
  } finally {
    client.release();
  }
});

it('is asked on the command line by the name of a policy or a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quittance-simulation-'));
  const file = join(folder, 'policy.json');
  const steps = [{ key: 'once', days: 1, kind: 'remind', tone: 'firm', approval: 'never' }];
  await writeFile(file, JSON.stringify({ name: 'Once', steps }));
  const env = { QUITTANCE_URL: quittance.url, DATA_DIR: quittance.dataDir, QUITTANCE_TOKEN: '' };
  const { from, to } = range();
  const run = (policy: string, ...more: string[]) =>
    command(['dunning', 'simulate', '--policy', policy, '--from', from, '--to', to, ...more], env).ended;
  const [named, own, gone, unknown] = [
    await run('gentle', '--json'),
    await run(file, '--beside', 'gentle'),
    await run('./gone.json'),
    await run('mild'),
  ];
  await rm(folder, { recursive: true });
  expect(named).toMatchObject({ code: 0, last: { customers: 4, invoices: 5, known: 'stated' } });
  expect(own.code).toBe(0);
  expect(own.stdout).toContain('known=stated: 4 customers, 5 invoices; Once beside Gentle');
  expect(own.stdout).toMatch(/2025-04 +once +reminder +firm +EUR +3 +300\.00/);
  expect(own.stdout).toMatch(/reminded after payment +0 +0/);
  expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining('no file ./gone.json')]);
  expect([unknown.code, unknown.stderr]).toEqual([4, expect.stringContaining('--policy one of')]);
});
