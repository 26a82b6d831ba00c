import { cursorFrom, CursorSeal } from '@quittance/reading';
import type { Pool } from 'pg';
import { story } from '../../../test/support/story.js';
import { Ledger } from '../spec/ledger.js';
import { fiveInvoices } from '../spec/five-invoices.js';
import { type Response, startReading } from '../spec/reading.js';

describe('how answers are given', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  let last: bigint;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    get = reading.get;
    await fiveInvoices(ledger);
    last = BigInt((await get('/v1/invoices')).headers['quittance-position']!);
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  story(
    'mended-doors',
    'B3',
    'A cursor that was not sealed here is 422 /cursor, at once, on every list',
    async (show) => {
      const lists = ['invoices', 'customers', 'payments', 'people', 'audit', 'reports/aging', 'audit/heads'];
      const { body: first } = await get('/v1/invoices?limit=1');
      const own = first.next!;
      // As anybody could make it who knows how cursors are written, but not the secret.
      const made = cursorFrom(JSON.stringify(['invoices', [], []]), {
        after: ['x'],
        pinned: { asOf: '2026-02-31', knownAt: '+275760-09-13T00:00:00.000Z' },
      });
      const turned = own.slice(0, 40) + (own[40] === 'A' ? 'B' : 'A') + own.slice(41);
      const forged = [
        made,
        own.slice(32),
        `${'0'.repeat(32)}${made}`,
        turned,
        own.slice(0, -1),
        'x',
        '%00',
        'é',
      ];
      const got = new Set<string>();
      for (const list of lists) {
        for (const cursor of forged) {
          const { status, body } = await get(`/v1/${list}?cursor=${encodeURIComponent(cursor)}`);
          got.add(`${status} ${body.errors[0]?.field}`);
        }
      }
      const { body: second } = await get(`/v1/invoices?limit=1&cursor=${own}`);
      const { body: other } = await get(`/v1/invoices?limit=1&currency=EUR&cursor=${own}`);
      show({
        input: `${forged.length} forged cursors to each of ${lists.join(', ')}; then a true one`,
        right: { forged: ['422 /cursor'], next: 1, 'of other filters': '/cursor' },
        got: { forged: [...got], next: second.items.length, 'of other filters': other.errors[0]?.field },
      });
    },
  );

  it('opens a cursor in any process of the installation, and in no other installation', async () => {
    const { body } = await get('/v1/invoices?limit=1');
    const process = new CursorSeal(ledger.pool);
    expect(await process.seal(await process.open(body.next!))).toBe(body.next);
    const foreign = { query: async () => ({ rows: [{ secret: Buffer.alloc(32) }] }) };
    await expect(new CursorSeal(foreign as unknown as Pool).open(body.next!)).rejects.toMatchObject({
      kind: 'invalid',
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
      expect(lines[1]).toContain(`,"2026-1","A","'=Alfa, S.r.l.",2026-01-01,`);
      expect(lines[5]).toContain(',"é/""5\'","A",');
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
