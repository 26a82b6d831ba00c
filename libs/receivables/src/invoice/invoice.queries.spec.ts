import { contentHash } from '@quittance/http';
import { idOf, Ledger } from '../../spec/ledger.js';
import { type Response, startReading } from '../../spec/reading.js';

describe('reading invoices over HTTP', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  let beforePayment: Date;
  let last: bigint;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    get = reading.get;
    await ledger.customer('A', '=Alfa, S.r.l.');
    await ledger.customer(`O'Neill/"x"`, 'O’Neill');
    await ledger.issue('2026-1', { customer: 'A', total: '100.00', dueOn: '2026-06-30' });
    await ledger.issue('2026-2', { customer: 'A', total: '85.00', dueOn: '2026-06-29' });
    await ledger.issue('2026-3', { customer: `O'Neill/"x"`, total: '85.00', dueOn: '2026-05-01' });
    await ledger.issue('2026-4', { customer: `O'Neill/"x"`, total: '12.50', dueOn: '2026-05-01' });
    await ledger.issue('é/"5\'', {
      customer: 'A',
      total: '7.00',
      issuedOn: '2026-06-29',
      dueOn: '2026-09-01',
    });
    beforePayment = await ledger.beat();
    await ledger.pay('P', '20.00', '2026-05-05', { '2026-4': '12.50' });
    await ledger.extend('2026-3', '2026-07-31', '2026-05-02', 'harvest');
    await ledger.assign('2026-3', 'otto', '2026-05-03');
    await ledger.beat();
    last = BigInt((await get('/v1/invoices')).headers['quittance-position']!);
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  const numbers = async (query: string): Promise<string[]> => {
    const { status, body } = await get(`/v1/invoices?${query}`);
    expect(status).toBe(200);
    return (body.items as { number: string }[]).map(({ number }) => number);
  };

  it('answers one row an invoice, by number, with both due dates and what is open', async () => {
    const { body } = await get('/v1/invoices');
    expect(body.next).toBeNull();
    expect(body.items.map(({ number }: { number: string }) => number)).toEqual([
      ...['2026-1', '2026-2', '2026-3', '2026-4', 'é/"5\''],
    ]);
    expect(body.items[2]).toEqual({
      id: idOf('2026-3'),
      number: '2026-3',
      customerId: `O'Neill/"x"`,
      customerName: 'O’Neill',
      issuedOn: '2026-01-01',
      dueOn: '2026-05-01',
      agreedDueOn: '2026-07-31',
      currency: 'EUR',
      total: '85.00',
      net: null,
      vat: null,
      paid: '0.00',
      open: '85.00',
      status: 'open',
      overdue: false,
      daysOverdue: 0,
      ownerId: 'otto',
      revision: 2,
    });
  });

  it('works out overdue at asOf: due today is not overdue', async () => {
    expect(await numbers('status=overdue')).toEqual(['2026-2']);
    expect(await numbers('status=overdue&asOf=2026-05-01')).toEqual([]);
    expect(await numbers('status=overdue&asOf=2026-05-02&knownAt=' + beforePayment.toISOString())).toEqual([
      '2026-3',
      '2026-4',
    ]);
    expect(await numbers('status=settled')).toEqual(['2026-4']);
    expect(await numbers('status=open&asOf=2026-06-28')).toEqual(['2026-1', '2026-2', '2026-3']);
  });

  it.each([
    ['number=2026-2', ['2026-2']],
    [`number=${encodeURIComponent('é/"5\'')}`, ['é/"5\'']],
    [`customerId=${encodeURIComponent(`O'Neill/"x"`)}`, ['2026-3', '2026-4']],
    ['ownerId=otto', ['2026-3']],
    ['open=0.01..85.00', ['2026-2', '2026-3', 'é/"5\'']],
    ['dueOn=..2026-06-29&open=0.01..', ['2026-2', '2026-3']],
    ['total=85', ['2026-2', '2026-3']],
    ['daysOverdue=1..', ['2026-2']],
    ['sort=-total,number', ['2026-1', '2026-2', '2026-3', '2026-4', 'é/"5\'']],
    ['sort=total,-number', ['é/"5\'', '2026-4', '2026-3', '2026-2', '2026-1']],
    ['sort=net,-number&currency=EUR', ['é/"5\'', '2026-4', '2026-3', '2026-2', '2026-1']],
    ['number=none', []],
  ])('filters and sorts by shown columns: %s', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected);
    expect(await numbers(`${query}&asOf=2026-06-30`)).toEqual(expected);
    expect(await numbers(`${query}&asOf=2026-06-30&known=stated`)).toEqual(expected);
  });

  it.each([
    '',
    'sort=-total',
    'sort=total,-number',
    'sort=customerName,-dueOn',
    'asOf=2026-06-30&sort=-open',
  ])('pages by cursor without losing or doubling a row: %s', async (query) => {
    const whole = await numbers(query);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await get(`/v1/invoices?${query}&limit=2${cursor}`);
      paged.push(...body.items.map(({ number }: { number: string }) => number));
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(paged).toEqual(whole);
  });

  it('refuses a cursor of another list or one changed by hand', async () => {
    const { next } = (await get('/v1/invoices?limit=1&sort=total')).body;
    const changed = Buffer.from(Buffer.from(next, 'base64url').toString().replace('7.00', '8.00'));
    for (const wrong of [
      `sort=number&cursor=${next}`,
      `sort=total&status=open&cursor=${next}`,
      `sort=total&cursor=${changed.toString('base64url')}`,
      `sort=total&asOf=2026-01-01&cursor=${next}`,
      'cursor=x',
      'cursor=',
    ]) {
      const { status, body } = await get(`/v1/invoices?${wrong}`);
      expect([wrong, status, body.errors[0]]).toMatchObject([
        wrong,
        422,
        { field: '/cursor', rule: 'cursor' },
      ]);
    }
  });

  it.each([
    ['limit=0', '/limit', 'limit'],
    ['limit=-1', '/limit', 'limit'],
    ['limit=501', '/limit', 'limit'],
    ['limit=abc', '/limit', 'limit'],
    ['limit=', '/limit', 'limit'],
    ['limit=1&limit=2', '/limit', 'once'],
    ['asOf=2026-02-30', '/asOf', 'date'],
    ['asOf=30.06.2026', '/asOf', 'date'],
    ['knownAt=2026-06-30T10:00:00', '/knownAt', 'instant'],
    ['knownAt=2026-06-30', '/knownAt', 'instant'],
    ['knownAt=2999-01-01T00:00:00Z', '/knownAt', 'not-in-future'],
    ['known=later', '/known', 'one-of'],
    ['status=paid', '/status', 'one-of'],
    ['sort=nothing', '/sort', 'sort'],
    ['sort=total,total', '/sort', 'sort'],
    ['sort=', '/sort', 'sort'],
    ['open=1e3', '/open', 'range'],
    ['dueOn=2026-13-01..', '/dueOn', 'range'],
    ['id=not-a-uuid', '/id', 'uuid'],
    ['number=%00', '/number', 'text'],
    ['colour=red', '/colour', 'unknown-parameter'],
    ['__proto__=1', '/__proto__', 'unknown-parameter'],
    ['after=abc', '/after', 'position'],
    ['after=1&after=2', '/after', 'position'],
  ])('refuses %s, naming the field and the rule', async (query, field, rule) => {
    const { status, body } = await get(`/v1/invoices?${query}`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'invalid', errors: [{ field, rule }] });
  });

  it('refuses a filter of 5,000 characters', async () => {
    const { status, body } = await get(`/v1/invoices?number=${'9'.repeat(5_000)}`);
    expect([status, body.errors[0].rule, body.errors[0].value.length]).toEqual([422, 'text', 100]);
  });

  it('takes an unescaped plus in a zone offset', async () => {
    const { status, body } = await get('/v1/invoices?knownAt=2026-05-30T10:00:00+02:00');
    expect([status, body.knownAt]).toEqual([200, '2026-05-30T08:00:00.000Z']);
  });

  describe('one invoice', () => {
    it('comes with payments, extensions, owners and the reasons; ETag is its revision', async () => {
      const { status, headers, body } = await get(`/v1/invoices/${idOf('2026-3')}`);
      expect([status, headers.etag]).toEqual([200, '"2"']);
      expect(body).toMatchObject({
        dueOn: '2026-05-01',
        agreedDueOn: '2026-07-31',
        extensions: [
          { agreedDueOn: '2026-07-31', grantedOn: '2026-05-02', reason: 'harvest', actor: 'maria' },
        ],
        owners: [{ ownerId: 'otto', assignedOn: '2026-05-03', reason: 'leave', actor: 'maria' }],
        payments: [],
      });
      const paid = await get(`/v1/invoices/${idOf('2026-4')}`);
      expect(paid.body).toMatchObject({
        status: 'settled',
        paid: '12.50',
        open: '0.00',
        payments: [{ paymentId: idOf('P'), requested: '12.50', applied: '12.50', status: 'applied' }],
      });
    });

    it('is shown as it was known then, without what came later', async () => {
      const url = `/v1/invoices/${idOf('2026-4')}?asOf=2026-06-30&knownAt=${beforePayment.toISOString()}`;
      const { body, headers } = await get(url);
      expect(body).toMatchObject({ open: '12.50', payments: [], knownAt: beforePayment.toISOString() });
      expect(headers.etag).toBeUndefined();
      expect(headers['quittance-content-hash']).toBe(contentHash(body));
      expect((await get(url)).text).toBe(JSON.stringify(body));
    });

    it.each([
      ['an unknown id', idOf('none')],
      ['what is no uuid', 'x'],
      ['SQL', encodeURIComponent(`'; drop table live.invoices; --`)],
      ['a slash', 'a%2Fb'],
      ['NUL', '%00'],
      ['a quote', '%22'],
      ['5,000 characters', '9'.repeat(5_000)],
      ['an emoji', '%F0%9F%92%A9'],
    ])('is not found under %s', async (_name, id) => {
      const { status, body } = await get(`/v1/invoices/${id}`);
      expect([status, body.code]).toEqual([404, 'not-found']);
    });

    it('has a history in words, newest last', async () => {
      const { body } = await get(`/v1/invoices/${idOf('2026-3')}/history`);
      expect(body.items).toMatchObject([
        { type: 'InvoiceIssued', actor: 'maria', effectiveOn: '2026-01-01' },
        { type: 'ExtensionGranted', reason: 'harvest' },
        { type: 'OwnerAssigned', reason: 'leave' },
      ]);
      for (const { sentence } of body.items) expect(sentence).toMatch(/^[^{}]{10,}$/);
      expect((await get(`/v1/invoices/${idOf('none')}/history`)).status).toBe(404);
    });
  });

  describe('as CSV', () => {
    const csv = { accept: 'text/csv' };

    it('has a header row and all rows; cells of people that begin like a formula are guarded', async () => {
      const { headers, text } = await get('/v1/invoices', csv);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
      const lines = text.split('\r\n');
      expect(lines[0]).toMatch(
        /^id,number,customerId,customerName,issuedOn,dueOn,agreedDueOn,currency,total,/,
      );
      expect(lines).toHaveLength(7);
      expect(lines[1]).toContain(`,2026-1,A,"'=Alfa, S.r.l.",2026-01-01,`);
      expect(lines[5]).toContain(',"é/""5\'",A,');
    });

    it('is a page when a limit was given, with a link to the next', async () => {
      const first = await get('/v1/invoices?limit=3', csv);
      expect(first.text.trim().split('\r\n')).toHaveLength(4);
      const next = /^<(.+)>; rel="next"$/.exec(first.headers.link!)![1]!;
      const second = await get(next, csv);
      expect(second.text.trim().split('\r\n')).toHaveLength(3);
      expect(second.headers.link).toBeUndefined();
    });

    it('is not given to those who prefer JSON', async () => {
      const { body } = await get('/v1/invoices', { accept: 'text/csv;q=0.5, application/json' });
      expect(body.items).toHaveLength(5);
    });
  });

  describe('how current it is', () => {
    beforeEach(() => ledger.pool.query('update projector.state set beat_at = clock_timestamp()'));

    it('says the projector’s position, and stale while something written is not projected', async () => {
      reading.lastWritten.note(last);
      expect((await get('/v1/invoices')).headers['quittance-stale']).toBeUndefined();
      reading.lastWritten.note(last + 1n);
      expect((await get('/v1/invoices')).headers['quittance-stale']).toBe('true');
    });

    it('says stale when the projector has been silent for 15 seconds, or a stream is parked', async () => {
      const other = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
      const stale = async (): Promise<unknown> => (await other.get('/v1/people')).headers['quittance-stale'];
      expect(await stale()).toBeUndefined();
      await ledger.pool.query(`insert into projector.parked values ('p', 's', 1, 1, 't', 'e')`);
      expect(await stale()).toBe('true');
      await ledger.pool.query('delete from projector.parked');
      await ledger.pool.query(`update projector.state set beat_at = clock_timestamp() - interval '16 s'`);
      expect(await stale()).toBe('true');
      await other.app.close();
    });

    it('waits for ?after= and answers with what came', async () => {
      const waiting = get(`/v1/invoices?number=late&after=${last + 20n}`);
      await ledger.issue('late', { customer: 'A', total: '1.00', dueOn: '2026-12-31' });
      await ledger.beat();
      const { status, body } = await waiting;
      expect([status, body.items.length]).toEqual([200, 1]);
    });

    it('answers 503 when ?after= did not come in ten seconds', async () => {
      const { status, headers, body } = await get('/v1/invoices?after=999999999');
      expect([status, body.code, headers['retry-after']]).toEqual([503, 'not-yet-projected', '5']);
    });
  });
});
