import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// One field to look for everything in: by number, name or reference.

interface Item {
  kind: string;
  title: string;
  second: string;
}

let quittance: Quittance;
let mara: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  mara = await quittance.as(['clerk', 'manager', 'admin'], 'mara');
});
afterAll(() => quittance?.stop());

async function found(q: string): Promise<string[]> {
  const last = String((await quittance.facts()).at(-1)!.position.commit);
  const { body } = await mara.get<{ items: Item[] }>(`/v1/search?q=${encodeURIComponent(q)}`, last);
  if (!body.items) throw new Error(JSON.stringify(body));
  return body.items.map(({ kind, title, second }) => `${kind}: ${title} (${second})`);
}

story(
  'life',
  'D6',
  'One search finds invoices, customers, payments, credit notes and people',
  async (show) => {
    await mara.done('/v1/people', { personId: 'rosa', name: 'Rosa Rossi', email: 'rosa@example.org' });
    await mara.done('/v1/customers', { customerId: 'C-104', name: 'Costruzioni ROSSI & Figli S.r.l.' });
    const invoice = {
      customerId: 'C-104',
      issuedOn: '2026-01-10',
      dueOn: '2026-02-10',
      currency: 'EUR',
      total: '100.00',
    };
    for (const n of [1, 2, 3, 4, 5, 6])
      await mara.done('/v1/invoices', { ...invoice, number: `INV-2026/00${n}` });
    await mara.done('/v1/payments', {
      ...{ amount: '70.00', currency: 'EUR', receivedOn: '2026-02-01', payerId: 'C-104' },
      reference: 'Rossi, inv-2026/004 of January',
    });
    const note = {
      issuedOn: '2026-02-01',
      currency: 'EUR',
      total: '5.00',
      reasonCode: 'price',
      reason: 'Too much.',
    };
    await mara.done('/v1/credit-notes', { ...note, number: 'ROS-1', customerId: 'C-104' });
    const rossi = 'Costruzioni ROSSI & Figli S.r.l.';
    const fourth = [`invoice: INV-2026/004 (${rossi}, 100.00 EUR)`];
    const invoices = async (q: string) => (await found(q)).filter((line) => line.startsWith('invoice'));
    show({
      input: ['ros', 'inv-2026', 'INV-2026/004', '004', '4', '26', 'figli costr', 'nobody'],
      right: [
        [
          `customer: ${rossi} (C-104)`,
          'payment: Rossi, inv-2026/004 of January (received on 2026-02-01, 70.00 EUR)',
          `credit-note: ROS-1 (${rossi}, 5.00 EUR)`,
          'person: Rosa Rossi (rosa)',
        ],
        [1, 2, 3, 4, 5].map((n) => `invoice: INV-2026/00${n} (${rossi}, 100.00 EUR)`),
        `invoice: INV-2026/004 (${rossi}, 100.00 EUR)`,
        ...[fourth, fourth, []],
        [`customer: ${rossi} (C-104)`],
        [],
      ],
      got: [
        await found('ros'),
        await invoices('inv-2026'),
        (await found('INV-2026/004'))[0],
        ...[await invoices('004'), await invoices('4'), await invoices('26')],
        await found('figli costr'),
        await found('nobody'),
      ],
    });
    expect(await found(`'; drop table live.customers; -- %_\\`)).toEqual([]);
    expect((await mara.get<{ code: string }>('/v1/search')).body.code).toBe('invalid');
  },
);

story('life', 'D6', 'Who was erased is not found any more', async (show) => {
  await mara.done('/v1/customers', { customerId: 'K-7', name: 'Verdi Impianti' });
  const before = await found('verdi');
  await mara.done('/v1/erasures', { customerId: 'K-7', reason: 'Request 9.' });
  show({
    input: 'a customer, found by name; then erased',
    right: [['customer: Verdi Impianti (K-7)'], []],
    got: [before, await found('verdi')],
  });
});

it('asks an index for each kind, and keeps no statistics of names', async () => {
  const { rows } = await quittance.pool.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where schemaname = 'live' and indexdef ~ 'lower\\(' order by indexdef`,
  );
  expect(rows).toHaveLength(7);
  const client = await quittance.pool.connect();
  try {
    await client.query('begin; set local enable_seqscan = off');
    const plan = async (sql: string) =>
      JSON.stringify((await client.query(`explain (format json) ${sql}`, ['ros'])).rows);
    const { SEARCHES } = await import('../../libs/receivables/src/search/search.queries.js');
    for (const kind of ['invoice', 'customer', 'payment', 'credit-note'] as const)
      expect(await plan(SEARCHES[kind])).toMatch(/Index Cond/);
  } finally {
    await client.query('rollback');
    client.release();
  }
  const { rows: statistics } = await quittance.pool.query(
    `select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relname ~ 'personal_' and c.relkind = 'i' and a.attstattarget <> 0`,
  );
  expect(statistics).toEqual([]);
});

it('the list of invoices finds by the same words, without the zeros before a number', async () => {
  const listed = async (q: string): Promise<string[]> => {
    const last = String((await quittance.facts()).at(-1)!.position.commit);
    const { body } = await mara.get<{ items: { number: string }[] }>(`/v1/invoices?q=${q}`, last);
    return body.items.map(({ number }) => number);
  };
  for (const q of ['4', '004', 'inv-2026/4', 'figli 4'])
    expect([q, await listed(q)]).toEqual([q, ['INV-2026/004']]);
  expect(await listed('26')).toEqual([]);
});
