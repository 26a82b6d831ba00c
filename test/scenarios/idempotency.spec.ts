import { randomUUID } from 'node:crypto';
import { story } from '../support/story.js';
import { invoiceBody } from '../support/invoice-body.js';
import {
  type Answered,
  type Caller,
  type Quittance,
  startQuittance,
  type Written,
} from '../support/quittance.js';

let quittance: Quittance;
let clerk: Caller;

beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as('clerk');
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
});
afterAll(() => quittance?.stop());

const seen = ({ status, headers, body }: Answered) => ({ status, body, etag: headers.get('etag') });
const replayed = ({ headers }: Answered) => headers.get('idempotency-replayed');
const factsOf = async (id: string) => (await quittance.facts()).filter(({ stream }) => stream.endsWith(id));

describe('a request that is sent again under its key', () => {
  it('is answered as before, and says so', async () => {
    const key = randomUUID();
    const body = invoiceBody();
    const first = await clerk.post('/v1/invoices', body, { key });
    const again = await clerk.post('/v1/invoices', body, { key });
    expect(first.status).toBe(201);
    expect(seen(again)).toEqual(seen(first));
    expect([replayed(first), replayed(again)]).toEqual([null, 'true']);
    expect(await factsOf((first.body as unknown as Written).id)).toHaveLength(1);
  });

  it('is answered as before also when the invoice went on since', async () => {
    const { id } = await clerk.done('/v1/invoices', invoiceBody());
    const path = `/v1/invoices/${id}/extensions`;
    const key = randomUUID();
    const body = { agreedDueOn: '2026-03-04', reason: 'asked for', grantedOn: '2026-01-10' };
    const first = await clerk.post(path, body, { key });
    await clerk.done(path, { ...body, agreedDueOn: '2026-04-04' });
    expect(seen(await clerk.post(path, body, { key }))).toEqual(seen(first));
    expect(await factsOf(id)).toHaveLength(3);
  });

  it('tells again what became of every allocation', async () => {
    const { id } = await clerk.done('/v1/invoices', invoiceBody({ total: '60.00' }));
    const key = randomUUID();
    const body = {
      amount: '100.00',
      currency: 'EUR',
      receivedOn: '2026-01-20',
      allocations: [{ invoiceId: id, amount: '80.00' }],
    };
    const first = await clerk.post('/v1/payments', body, { key });
    expect(first.body).toMatchObject({
      allocations: [{ invoiceId: id, requested: '80.00', applied: '60.00', status: 'applied' }],
      unapplied: '40.00',
    });
    expect(seen(await clerk.post('/v1/payments', body, { key }))).toEqual(seen(first));
  });

  it('is done once, however many come at the same time', async () => {
    const key = randomUUID();
    const body = invoiceBody();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => clerk.post('/v1/invoices', body, { key })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(seen(answer)))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(answers.filter((answer) => replayed(answer) === null)).toHaveLength(1);
    expect(await factsOf((answers[0]!.body as unknown as Written).id)).toHaveLength(1);
  });
});

describe('a key', () => {
  story(
    'mended-doors',
    'C3',
    'Two actors with one key make two payments, each with its replay',
    async (show) => {
      const bert = await quittance.as('clerk', 'bert');
      const key = `k-${randomUUID()}`;
      const paid = { amount: '5.00', currency: 'EUR', receivedOn: '2026-01-20' };
      const answers: Answered[] = [];
      for (const each of [clerk, bert, clerk, bert])
        answers.push(await each.post('/v1/payments', paid, { key }));
      const ids = answers.map(({ body }) => (body as unknown as Written).id);
      const got = {
        payments: new Set(ids).size,
        same: [ids[0] === ids[2], ids[1] === ids[3]],
        replayed: answers.map(replayed),
        facts: [(await factsOf(ids[0]!)).length, (await factsOf(ids[1]!)).length],
      };
      const right = {
        payments: 2,
        same: [true, true],
        replayed: [null, null, 'true', 'true'],
        facts: [1, 1],
      };
      show({ input: 'anna, bert, anna, bert post 5.00 EUR under one key', right, got });
    },
  );

  it('is needed, and printable', async () => {
    expect(await clerk.refused('/v1/invoices', invoiceBody(), { key: null })).toMatchObject({
      status: 400,
      code: 'idempotency-key-missing',
    });
    expect(await clerk.refused('/v1/invoices', invoiceBody(), { key: 'x'.repeat(256) })).toMatchObject({
      status: 400,
      code: 'idempotency-key-malformed',
    });
  });

  it('belongs to one request: another body or route under it is refused', async () => {
    const key = randomUUID();
    await clerk.done('/v1/customers', { customerId: 'C-2', name: 'Verdi' }, { key });
    const before = (await quittance.facts()).length;
    const reused = { status: 422, code: 'idempotency-key-reused' };
    const other = { customerId: 'C-3', name: 'Verdi' };
    expect(await clerk.refused('/v1/customers', other, { key })).toMatchObject(reused);
    expect(await clerk.refused('/v1/invoices', invoiceBody(), { key })).toMatchObject(reused);
    expect(await quittance.facts()).toHaveLength(before);
  });

  it('takes one of two different bodies that come at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const key = randomUUID();
      const bodies = [invoiceBody({ total: '1.00' }), invoiceBody({ total: '2.00' })];
      const before = (await quittance.facts()).length;
      const answers = await Promise.all(bodies.map((body) => clerk.post('/v1/invoices', body, { key })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
      expect(await quittance.facts()).toHaveLength(before + 1);
    }
  });

  it('is free again after a refusal', async () => {
    const key = randomUUID();
    const body = { ...invoiceBody(), customerId: 'C-404' };
    await clerk.refused('/v1/invoices', body, { key });
    expect((await clerk.post('/v1/invoices', { ...body, customerId: 'C-1' }, { key })).status).toBe(201);
  });
});

describe('a number', () => {
  it('goes to one of two who want it at the same time', async () => {
    const body = invoiceBody();
    const answers = await Promise.all(
      ['1.00', '2.00'].map((total) => clerk.post('/v1/invoices', { ...body, total })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'number-taken' });
  });
});

describe('If-Match', () => {
  it('lets a write through at the revision it names, and stops it at another', async () => {
    const { id } = await clerk.done('/v1/invoices', invoiceBody());
    const path = `/v1/invoices/${id}/extensions`;
    const body = { agreedDueOn: '2026-03-04', reason: 'asked for', grantedOn: '2026-01-10' };
    const first = await clerk.post(path, body, { ifMatch: '"0"' });
    expect({ status: first.status, etag: first.headers.get('etag') }).toEqual({ status: 200, etag: '"1"' });
    const later = { ...body, agreedDueOn: '2026-04-04' };
    expect(await clerk.refused(path, later, { ifMatch: '"0"' })).toMatchObject({ status: 412 });
    expect((await clerk.post(path, later, { ifMatch: '*' })).status).toBe(200);
    expect(await factsOf(id)).toHaveLength(3);
  });

  story(
    'mended-doors',
    'B5',
    'If-Match compares as RFC 9110 says: "00" and W/"0" match nothing',
    async (show) => {
      const right: Record<string, number> = {
        '"0"': 200,
        '"7", "0"': 200,
        '*': 200,
        'W/"0"': 412,
        '"00"': 412,
        '"7", W/"0"': 412,
        '"a"': 412,
        '""': 412,
        '0': 400,
        '"0': 400,
      };
      const got: Record<string, number> = {};
      for (const tags of Object.keys(right)) {
        const { id } = await clerk.done('/v1/invoices', invoiceBody());
        const body = { agreedDueOn: '2026-03-04', reason: 'asked for', grantedOn: '2026-01-10' };
        got[tags] = (await clerk.post(`/v1/invoices/${id}/extensions`, body, { ifMatch: tags })).status;
      }
      show({ input: Object.keys(right), right, got });
    },
  );

  it('* asks for something that is there', async () => {
    expect(await clerk.refused('/v1/invoices', invoiceBody(), { ifMatch: '*' })).toMatchObject({
      status: 412,
      code: 'stale-revision',
    });
  });
});

describe('the same customer or owner again', () => {
  it('is nothing to do', async () => {
    const again = await clerk.post('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
    expect(again).toMatchObject({ status: 200, body: { id: 'C-1', revision: 0 } });
    const { id } = await clerk.done('/v1/invoices', invoiceBody());
    const owner = await clerk.post(`/v1/invoices/${id}/owner`, { ownerId: 'anna', reason: 'hers anyway' });
    expect(owner).toMatchObject({ status: 200, body: { id, revision: 0 } });
    expect(await factsOf(id)).toHaveLength(1);
  });
});
