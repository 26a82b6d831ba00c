import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// What a page needs of whoever uses it: who they are and what they may do; their saved views; instants that have a name.

let quittance: Quittance;
let anna: Caller;
let ivan: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  anna = await quittance.as('manager', 'anna');
  ivan = await quittance.as('clerk', 'ivan');
});
afterAll(() => quittance?.stop());

interface Me {
  personId: string;
  name: string | null;
  roles: string[];
  language: string;
  may: string[];
  entity: { code: string; timeZone: string; today: string; currencies: { code: string; decimals: number }[] };
  version: string;
}
interface Shown {
  id: string;
  name: string;
  path: string;
  search: string;
  shared: boolean;
  personId: string;
}

story('page', 'B1', 'Who asks, what they may do, and what a page needs of the entity', async (show) => {
  await anna.done('/v1/people', { personId: 'anna', name: 'Anna Neri', email: 'anna@example.org' });
  const { position } = await anna.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  const me = async (caller: Caller, language?: string) =>
    (
      await caller.ask<Me>(`/v1/me?after=${position}`, {
        headers: { ...(language && { 'accept-language': language }) },
      })
    ).body;
  const [her, auditor] = [
    await me(anna, 'fr, bg;q=0.8, it;q=0.9'),
    await me(await quittance.as('auditor', 'otto')),
  ];
  const yen = her.entity.currencies.filter(({ code }) => ['EUR', 'JPY', 'KWD', 'XAU'].includes(code));
  show({
    input: 'GET /v1/me of a manager in Italian before Bulgarian, and of an auditor',
    right: {
      who: ['anna', 'Anna Neri', ['manager'], 'it'],
      auditor: ['otto', null, ['auditor'], 'en'],
      pays: [true, false],
      entity: ['main', 'Europe/Rome', quittance.clock.today()],
      decimals: { EUR: 2, JPY: 0, KWD: 3 },
      version: true,
    },
    got: {
      who: [her.personId, her.name, her.roles, her.language],
      auditor: [auditor.personId, auditor.name, auditor.roles, auditor.language],
      pays: [her, auditor].map(({ may }) => may.includes('POST /v1/payments')),
      entity: [her.entity.code, her.entity.timeZone, her.entity.today],
      decimals: Object.fromEntries(yen.map(({ code, decimals }) => [code, decimals])),
      version: /^\d+\.\d+\.\d+/.test(her.version),
    },
  });
});

story('page', 'B1', 'What somebody may do is what the routes let them do', async (show) => {
  const told: string[] = [];
  for (const role of ['clerk', 'manager', 'analyst', 'auditor', 'admin', 'importer'] as const) {
    const caller = await quittance.as(role, `some-${role}`);
    const { may } = (await caller.get<Me>('/v1/me')).body;
    for (const route of ['POST /v1/payments', 'POST /v1/erasures', 'GET /v1/audit', 'POST /v1/views']) {
      const [method, path] = route.split(' ') as [string, string];
      const { status } = method === 'GET' ? await caller.get(path) : await caller.post(path, {});
      if (may.includes(route) !== (status !== 403)) told.push(`${role} ${route} ${status}`);
    }
  }
  show({ input: 'six roles, four routes', right: [], got: told });
});

const overdue = {
  name: 'Overdue > 1,000',
  path: '/invoices',
  search: 'status=overdue&open=1000..&sort=-open',
};
const views = async (caller: Caller, query = '') =>
  (await caller.get<{ items: Shown[]; next: string | null }>(`/v1/views${query}`)).body;

story(
  'page',
  'B13',
  'A view is saved under its name, shared with all, changed and removed by its person',
  async (show) => {
    const first = await anna.post<{ id: string; revision: number }>('/v1/views', overdue);
    const { id } = first.body;
    const path = `/v1/views/${id}/removal`;
    const beforeShared = (await views(ivan)).items;
    const again = await anna.post<{ id: string; revision: number }>('/v1/views', overdue);
    const stale = await anna.post('/v1/views', { ...overdue, search: '' }, { ifMatch: '"7"' });
    const changed = await anna.post<{ id: string; revision: number }>(
      '/v1/views',
      { ...overdue, shared: true },
      { ifMatch: '"0"' },
    );
    const seen = (await views(ivan, '?path=/invoices')).items;
    const byIvan = await ivan.post<{ code: string }>(path, {});
    const removed = [await anna.post(path, {}), await anna.post(path, {})];
    show({
      input:
        'anna saves it twice, changes it, shares it; ivan sees it and may not remove it; she removes it twice',
      right: {
        saved: [201, 200, 412, 200],
        revisions: [0, 0, 1],
        sameId: true,
        etag: '"1"',
        beforeShared: [],
        seen: [{ id, ...overdue, shared: true, personId: 'anna', revision: 1 }],
        byIvan: [403, 'view-of-another'],
        removed: [
          { id, removed: true },
          { id, removed: false },
        ],
        left: [],
      },
      got: {
        saved: [first, again, stale, changed].map(({ status }) => status),
        revisions: [first, again, changed].map(({ body }) => body.revision),
        sameId: again.body.id === id && changed.body.id === id,
        etag: changed.headers.get('etag'),
        beforeShared,
        seen,
        byIvan: [byIvan.status, byIvan.body.code],
        removed: removed.map(({ body }) => body),
        left: (await views(anna)).items,
      },
    });
  },
);

story('page', 'B13', 'A person has at most 200 views, read page by page', async (show) => {
  const save = (n: number) => ivan.post<{ code: string }>('/v1/views', { ...overdue, name: `View ${n}` });
  const statuses = new Set<number>();
  for (let n = 1; n <= 200; n += 1) statuses.add((await save(n)).status);
  const beyond = await save(201);
  const names: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: { items: Shown[]; next: string | null } = await views(
      ivan,
      `?limit=90${next && `&cursor=${next}`}`,
    );
    names.push(...page.items.map(({ name }) => name));
    next = page.next;
  }
  show({
    input: '201 views, read in pages of 90',
    right: { statuses: [201], beyond: [409, 'too-many-views'], read: 200, different: 200 },
    got: {
      statuses: [...statuses],
      beyond: [beyond.status, beyond.body.code],
      read: names.length,
      different: new Set(names).size,
    },
  });
});

it('refuses odd views and instants by name, and makes no 500 of any', async () => {
  const odd = [
    ...[
      {},
      { ...overdue, name: '' },
      { ...overdue, name: 'x'.repeat(101) },
      { ...overdue, path: '//evil.example' },
    ],
    ...[
      { ...overdue, path: 'invoices' },
      { ...overdue, path: '/a?b' },
      { ...overdue, path: 7 },
    ],
    ...[
      { ...overdue, search: '?a=b' },
      { ...overdue, search: 'a b' },
      { ...overdue, search: 'a'.repeat(4001) },
    ],
    ...[
      { ...overdue, shared: 'yes' },
      { ...overdue, owner: 'anna' },
      { ...overdue, name: 'a\u0000b' },
    ],
  ];
  for (const body of odd) expect((await anna.refused('/v1/views', body)).status).toBe(422);
  expect((await anna.refused('/v1/views?dryRun=true', overdue)).fields).toEqual([
    '/dryRun unknown-parameter',
  ]);
  expect((await anna.refused('/v1/views', overdue, { key: null })).code).toBe('idempotency-key-missing');
  expect((await anna.post('/v1/views/not-an-id/removal', {})).status).toBe(404);
  for (const knownAt of ['2026-03-31', 'now', 7, '2999-01-01T00:00:00Z', null]) {
    expect((await anna.refused('/v1/instants', { name: 'Close', knownAt })).status).toBe(422);
  }
  for (const query of ['?limit=0', '?cursor=x', '?path=', '?sort=name', `?path=${'x'.repeat(9000)}`]) {
    expect((await anna.get(`/v1/views${query}`)).status).toBe(422);
  }
});

story('page', 'B9', 'An instant of the past has a name that everybody sees', async (show) => {
  const close = { name: 'Close of March', knownAt: '2026-04-03T00:00:00+02:00' };
  const named = [
    await anna.post<{ id: string; code?: string }>('/v1/instants', close),
    await ivan.post<{ id: string; code?: string }>('/v1/instants', {
      ...close,
      knownAt: '2026-04-02T22:00:00Z',
    }),
    await ivan.post<{ id: string; code?: string }>('/v1/instants', {
      ...close,
      knownAt: '2026-04-02T22:00:01Z',
    }),
  ];
  await ivan.post('/v1/instants', { name: 'Year 2025', knownAt: '2026-01-01T00:00:00+01:00' });
  const { items } = (await ivan.get<{ items: object[] }>('/v1/instants')).body;
  const removal = `/v1/instants/${named[0]!.body.id}/removal`;
  const removals = [await ivan.post(removal, {}), await anna.post(removal, {}), await anna.post(removal, {})];
  show({
    input:
      'named by anna, by ivan in UTC, by ivan for a second later; another; the list; ivan, anna and anna remove it',
    right: {
      statuses: [201, 200, 409],
      code: 'instant-taken',
      items: [
        { id: named[0]!.body.id, name: close.name, knownAt: '2026-04-02T22:00:00.000Z', personId: 'anna' },
        {
          id: expect.any(String) as string,
          name: 'Year 2025',
          knownAt: '2025-12-31T23:00:00.000Z',
          personId: 'ivan',
        },
      ],
      removals: [403, 200, 200],
    },
    got: {
      statuses: named.map(({ status }) => status),
      code: named[2]!.body.code,
      items,
      removals: removals.map(({ status }) => status),
    },
  });
});
