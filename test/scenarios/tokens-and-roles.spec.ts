import { type Problem, signDevelopmentToken } from '@quittance/http';
import { ROUTE_ROLES } from '@quittance/receivables';
import { SignJWT, UnsecuredJWT } from 'jose';
import { type Quittance, type Role, startQuittance } from '../support/quittance.js';

let quittance: Quittance;
beforeAll(async () => {
  quittance = await startQuittance();
});
afterAll(() => quittance?.stop());

const ROLES: Role[] = ['clerk', 'manager', 'analyst', 'auditor', 'admin'];
const routes = Object.entries(ROUTE_ROLES).map(([key, roles]) => {
  const [method, path] = key.split(' ') as ['GET' | 'POST', string];
  return { method, path: path.replace(/:\w+/g, 'x'), roles };
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
    for (const [which, token] of Object.entries(tokens)) {
      const eve = quittance.callerWith(token);
      for (const { method, path } of routes) {
        const { status, headers, body } = await eve.ask<Problem>(path, { method });
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
      if (open) expect([200, 404, 422]).toContain(status);
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
