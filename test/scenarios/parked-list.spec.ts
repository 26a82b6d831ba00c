import type { RecordedFact } from '@quittance/event-store';
import { quittance as quittanceCommand } from '../support/command-line.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

jest.setTimeout(180_000);

interface Page {
  items: { projection: string; stream: string }[];
  total: number;
  next: string | null;
}

let quittance: Quittance;
beforeAll(async () => {
  quittance = await startQuittance();
});
afterAll(() => quittance?.stop());

it('parked streams are listed in pages, by their facts and then by projection; all are counted on each', async () => {
  await quittance.pool.query(
    `insert into projector.parked (projection, stream, revision, position, type, error)
     select projection, 'invoice-' || n, 0, n, 'InvoiceIssued', 'a reason'
     from generate_series(9, 11) n, unnest(array['payments', 'invoices']) projection`,
  );
  const auditor = await quittance.as('auditor');
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page = (await auditor.get<Page>(`/v1/parked?limit=4${cursor && `&cursor=${cursor}`}`)).body;
    expect([page.total, page.items.length]).toEqual([6, seen.length === 0 ? 4 : 2]);
    seen.push(...page.items.map(({ stream, projection }) => `${stream} ${projection}`));
    cursor = page.next;
    // Parked by a fact after the first page: another walk's.
    await quittance.pool.query(
      `insert into projector.parked (projection, stream, revision, position, type, error)
       values ('invoices', 'invoice-later', 0, 1e15, 'InvoiceIssued', 'a reason') on conflict do nothing`,
    );
  }
  await quittance.pool.query("delete from projector.parked where stream = 'invoice-later'");
  expect(seen).toEqual(
    ['invoice-9', 'invoice-10', 'invoice-11'].flatMap((name) => [`${name} invoices`, `${name} payments`]),
  );
  const first = (await auditor.get<Page>('/v1/parked?limit=4')).body;
  await quittance.pool.query("delete from projector.parked where stream = 'invoice-11'");
  const after = await auditor.get<Page>(`/v1/parked?cursor=${first.next}`);
  expect(after.body).toEqual({ items: [], total: 4, next: null });
  expect((await auditor.get('/v1/parked?cursor=bogus')).status).toBe(422);
});

describe('a release', () => {
  const releases = async (): Promise<RecordedFact[]> =>
    (await quittance.facts()).filter(({ type }) => type === 'StreamsReleased');

  story(
    'mended-doors',
    'C4',
    'Who lets parked streams go on, and why, is a fact and in the audit trail',
    async (show) => {
      await quittance.pool.query('delete from projector.parked');
      const mara = await quittance.as('manager', 'mara');
      await mara.done('/v1/parked/releases', { all: true, reason: 'Nothing waits' });
      const before = await releases();
      await quittance.pool.query(
        `insert into projector.parked (projection, stream, revision, position, type, error)
       select projection, 'invoice-7', 0, 7, 'InvoiceIssued', 'a reason' from unnest(array['payments', 'invoices']) projection`,
      );
      const body = { streams: ['invoice-7', 'invoice-8'], reason: 'The constraint is gone' };
      const { headers } = await mara.post('/v1/parked/releases', body, { key: 'release-1' });
      await mara.post('/v1/parked/releases', body, { key: 'release-1' });
      const facts = await releases();
      const auditor = await quittance.as('auditor');
      const trail = await auditor.get<{ items: { sentence: string; reason: string; actor: string }[] }>(
        '/v1/audit?type=StreamsReleased',
        headers.get('quittance-position')!,
      );
      show({
        input: { parked: 'invoice-7 in two projections', by: 'mara', body, sent: 'twice, with one key' },
        right: {
          before: 0,
          facts: [['parked-main', 'mara', ['invoice-7'], 'The constraint is gone']],
          trail: [['mara let 1 parked streams go on: invoice-7', 'The constraint is gone']],
        },
        got: {
          before: before.length,
          facts: facts.map(({ stream, metadata, data }) => [
            stream,
            metadata.actor.id,
            data.streams,
            data.reason,
          ]),
          trail: trail.body.items.map(({ sentence, reason }) => [sentence, reason]),
        },
      });
    },
  );

  it('gives its reason on the command line, in words or not at all', async () => {
    await quittance.pool.query(
      `insert into projector.parked (projection, stream, revision, position, type, error)
       values ('invoices', 'invoice-6', 0, 6, 'InvoiceIssued', 'a reason')`,
    );
    const run = (...args: string[]) =>
      quittanceCommand(['parked', 'release', '--all', ...args], {
        QUITTANCE_URL: quittance.url,
        DATA_DIR: quittance.dataDir,
        QUITTANCE_TOKEN: '',
      }).ended;
    expect(await run('--reason', '...')).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('--reason a reason in words') as string,
    });
    expect((await run('--reason', 'mended by hand')).code).toBe(0);
    expect((await releases()).at(-1)!.data).toMatchObject({
      streams: ['invoice-6'],
      reason: 'mended by hand',
    });
  });
});
