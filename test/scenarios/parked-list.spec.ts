import { type Quittance, startQuittance } from '../support/quittance.js';

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
  }
  expect(seen).toEqual(
    ['invoice-9', 'invoice-10', 'invoice-11'].flatMap((name) => [`${name} invoices`, `${name} payments`]),
  );
  const first = (await auditor.get<Page>('/v1/parked?limit=4')).body;
  await quittance.pool.query("delete from projector.parked where stream = 'invoice-11'");
  const after = await auditor.get<Page>(`/v1/parked?cursor=${first.next}`);
  expect(after.body).toEqual({ items: [], total: 4, next: null });
  expect((await auditor.get('/v1/parked?cursor=bogus')).status).toBe(422);
});
