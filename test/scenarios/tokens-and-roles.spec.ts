import { type Problem, signDevelopmentToken } from '@quittance/http';
import { ROUTE_ROLES } from '@quittance/receivables';
import { openLog } from '@quittance/process';
import { SignJWT, UnsecuredJWT } from 'jose';
import { quittance as run } from '../support/command-line.js';
import { type Quittance, type Role, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

let quittance: Quittance;
/** What the log says of refusals. */
let warnings: Record<string, unknown>[];
const MOST_REFUSALS = 300;
beforeAll(async () => {
  const heard = (line: string): void => void warnings.push(JSON.parse(line) as Record<string, unknown>);
  quittance = await startQuittance({
    log: openLog('api', 'warn', { write: heard }),
    addresses: { mostRefusals: MOST_REFUSALS, trustProxy: ['loopback'] },
  });
});
beforeEach(() => (warnings = []));
afterAll(() => quittance?.stop());

const ROLES: Role[] = ['clerk', 'manager', 'analyst', 'auditor', 'admin', 'importer'];
/** As a proxy on this machine says it; an address of its own for each test that is refused. */
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
/** What goes on until the caller has enough is asked for briefly. */
const BRIEFLY: Record<string, string> = { '/v1/live': '?seconds=1', '/v1/live/next': '?wait=0' };
const routes = Object.entries(ROUTE_ROLES).map(([key, roles]) => {
  const [method, path] = key.split(' ') as ['GET' | 'POST', string];
  return { method, path: path.replace(/:\w+/g, 'x') + (BRIEFLY[path] ?? ''), roles };
});

describe('every route', () => {
  it('needs a token that is valid, of the issuer and signed', async () => {
    const claims = { iss: 'quittance-development', aud: 'quittance', sub: 'eve', roles: ROLES };
    const exp = Math.floor(Date.now() / 1000) + 600;
    const secret = new TextEncoder().encode('a secret that everybody knows, 32 bytes');
    const tokens = {
      none: null,
      expired: await signDevelopmentToken(quittance.dataDir, { sub: 'eve', roles: ROLES, expiresIn: -60 }),
      unsigned: new UnsecuredJWT({ ...claims, exp }).encode(),
      'of a shared secret': await new SignJWT({ ...claims, exp })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(secret),
      'no token at all': 'x',
    };
    for (const [i, [which, token]] of Object.entries(tokens).entries()) {
      const eve = quittance.callerWith(token);
      // One address each: who is refused too often hears nothing else for a while.
      const address = from(`198.51.100.${i + 1}`);
      for (const { method, path } of routes) {
        const { status, headers, body } = await eve.ask<Problem>(path, { method, ...address });
        expect({ which, path, status, code: body.code }).toEqual({
          which,
          path,
          status: 401,
          code: 'unauthorized',
        });
        expect(headers.get('www-authenticate')).toContain('Bearer');
      }
    }
    expect(await quittance.facts()).toEqual([]);
  });

  it.each(ROLES)('opens for a %s just where the table says so', async (role) => {
    const somebody = await quittance.as(role, `some-${role}`);
    for (const { method, path, roles } of routes) {
      const { status } = method === 'GET' ? await somebody.get(path) : await somebody.post(path, {});
      const open = roles.includes(role);
      expect({ method, path, open: status !== 403 }).toEqual({ method, path, open });
      const otherwise = path.startsWith('/v1/imports') ? 415 : path.endsWith('/confirmations') ? 409 : 422;
      if (open) expect([200, 404, otherwise]).toContain(status);
    }
  });

  it('stays shut for roles that are not ours', async () => {
    const guest = await quittance.as('guest' as Role, 'guest');
    for (const { method, path } of routes) expect((await guest.ask(path, { method })).status).toBe(403);
  });
});

describe('an actor', () => {
  it('is a person from its first verified request, and owns what it issues for nobody else', async () => {
    const carla = await quittance.as('clerk', 'carla');
    await carla.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
    const issued = await carla.done('/v1/invoices', {
      number: 'N-1',
      customerId: 'C-1',
      issuedOn: '2026-01-05',
      dueOn: '2026-02-04',
      currency: 'EUR',
      total: '100.00',
    });
    const facts = await quittance.facts();
    const seen = facts.filter(({ type, data }) => type === 'PersonSeen' && data.personId === 'carla');
    expect(seen).toHaveLength(1);
    expect(facts.find(({ stream }) => stream.endsWith(issued.id))!.data.ownerId).toBe('carla');
    expect(facts.at(-1)!.metadata.actor).toEqual({ id: 'carla', roles: ['clerk'] });
  });

  it('is kept with its correlation id in every fact it causes', async () => {
    const carla = await quittance.as('clerk', 'carla');
    const headers = { 'x-correlation-id': 'month-end' };
    const answered = await carla.post('/v1/customers', { customerId: 'C-2', name: 'Verdi' }, { headers });
    expect(answered.status).toBe(201);
    expect((await quittance.facts()).at(-1)!.metadata.$correlationId).toBe('month-end');
  });
});

describe('a caller that is refused', () => {
  story('mended-doors', 'C1', 'Who is refused for a role becomes no person', async (show) => {
    const guest = await quittance.as('guest' as Role, 'gina');
    const statuses = [
      await guest.post('/v1/payments', {}),
      await guest.get('/v1/invoices'),
      await guest.get('/v1/no-such-route'),
    ].map(({ status }) => status);
    // What is recorded of her comes from the first request that her roles allow.
    await (await quittance.as('clerk', 'gina')).done('/v1/customers', { customerId: 'C-9', name: 'Rossi' });
    const seen = (await quittance.facts()).filter(
      ({ type, data }) => type === 'PersonSeen' && data.personId === 'gina',
    );
    show({
      input: [
        'guest: POST /v1/payments',
        'GET /v1/invoices',
        'GET /v1/no-such-route',
        'then clerk: POST /v1/customers',
      ],
      right: { statuses: [403, 403, 404], seenAs: [['clerk']] },
      got: { statuses, seenAs: seen.map(({ data }) => data.roles) },
    });
  });

  story('mended-doors', 'C6', '401 and 403 carry the security headers', async (show) => {
    const names = ['x-content-type-options', 'cache-control', 'content-security-policy', 'x-frame-options'];
    const told = ({ status, headers }: { status: number; headers: Headers }) => [
      status,
      names.filter((name) => headers.has(name)),
    ];
    const guest = await quittance.as('guest' as Role, 'guest');
    show({
      input: ['GET /v1/invoices without a token', 'GET /v1/invoices as a guest'],
      right: [
        [401, names],
        [403, names],
      ],
      got: [
        told(await quittance.callerWith(null).ask('/v1/invoices', from('192.0.2.2'))),
        told(await guest.ask('/v1/invoices', from('192.0.2.2'))),
      ],
    });
  });

  story(
    'mended-doors',
    'C5',
    'Refusals and forged requests leave a warning, without token or value',
    async (show) => {
      const anna = await quittance.as(['clerk', 'auditor'], 'anna');
      const guest = await quittance.as('guest' as Role, 'guest');
      const at = from('192.0.2.3');
      await quittance.callerWith('a.secret.token').ask('/v1/invoices', at);
      await guest.ask('/v1/invoices', at);
      await anna.done('/v1/customers', { customerId: 'C-5', name: 'Rossi' }, { key: 'k-5' });
      await anna.post('/v1/customers', { customerId: 'C-5', name: 'Verdi' }, { key: 'k-5', ...at });
      await anna.ask('/v1/invoices?cursor=Zm9yZ2Vk', at);
      const lines = warnings.map(({ event, status, route, actor, address }) => [
        event,
        status,
        route,
        actor,
        address,
      ]);
      show({
        input: 'a wrong token, a role that may not, a key for another request, a cursor made by hand',
        right: {
          lines: [
            ['unauthorized', 401, '/v1/invoices', undefined, '192.0.2.3'],
            ['forbidden', 403, '/v1/invoices', 'guest', '192.0.2.3'],
            ['idempotency-key-reused', 422, '/v1/customers', 'anna', '192.0.2.3'],
            ['cursor', 422, '/v1/invoices', 'anna', '192.0.2.3'],
          ],
          values: 0,
        },
        got: { lines, values: JSON.stringify(warnings).match(/secret|Verdi|Rossi|k-5|Zm9y/g)?.length ?? 0 },
      });
    },
  );

  story(
    'mended-doors',
    'C5',
    'An address that sends wrong tokens is told to wait; a good token is not kept out',
    async (show) => {
      const nobody = quittance.callerWith('a.b.c');
      const anna = await quittance.as('clerk', 'anna');
      const statuses = new Map<number, number>();
      let last;
      for (let i = 0; i < MOST_REFUSALS + 20; i += 1) {
        last = await nobody.ask<Problem>('/v1/invoices', from('192.0.2.4'));
        statuses.set(last.status, (statuses.get(last.status) ?? 0) + 1);
      }
      show({
        input: `${MOST_REFUSALS + 20} wrong tokens from 192.0.2.4; then a good one from there, and a wrong one from 192.0.2.5`,
        right: {
          statuses: [
            [401, MOST_REFUSALS],
            [429, 20],
          ],
          problem: ['application/problem+json', 'too-many-refusals', true],
          good: 200,
          elsewhere: 401,
          lines: { unauthorized: 10, 'too-many-refusals': 10 },
        },
        got: {
          statuses: [...statuses],
          problem: [
            last?.headers.get('content-type')?.split(';')[0],
            last?.body.code,
            Number(last?.headers.get('retry-after')) >= 1,
          ],
          good: (await anna.ask('/v1/invoices', from('192.0.2.4'))).status,
          elsewhere: (await nobody.ask('/v1/invoices', from('192.0.2.5'))).status,
          lines: Object.fromEntries(
            ['unauthorized', 'too-many-refusals'].map((kind) => [
              kind,
              warnings.filter(({ event, address }) => event === kind && address === '192.0.2.4').length,
            ]),
          ),
        },
      });
    },
  );
});

// The last of this file: who was let in before is let in no more.
describe('tokens that are taken back', () => {
  story('mended-files', 'B2', 'Every token of before is refused from the next request on', async (show) => {
    const [before, path] = [await quittance.as('clerk'), '/v1/invoices'];
    const first = (await before.get(path)).status;
    const ran = await run(['revoke-tokens'], { DATA_DIR: quittance.dataDir }).ended;
    const after = await quittance.as('clerk');
    show({
      input: 'a token; quittance revoke-tokens; the same token; a new one',
      right: [200, 0, 401, 200],
      got: [first, ran.code, (await before.get(path)).status, (await after.get(path)).status],
    });
  });
});
