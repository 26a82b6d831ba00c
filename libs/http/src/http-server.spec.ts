import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { openSampleServer, type SampleServer } from '../spec/sample-server.js';
import { DEVELOPMENT, signDevelopmentToken } from './development-issuer.js';
import type { Problem } from './problem.js';

let door: SampleServer;
beforeAll(async () => {
  door = await openSampleServer();
});
afterAll(() => door.close());

describe('a path', () => {
  it.each(['O\'Neill & "Co"/North', 'a b', '100%', 'ünïcode', '漢'.repeat(100)])(
    'takes the id %s',
    async (name) => {
      const { body } = await door.ask(`/v1/things/${encodeURIComponent(name)}`);
      expect(body).toEqual({ name });
    },
  );

  it.each(['\0', 'x'.repeat(5000), ' ', 'a\nb'])('finds nothing under what is no id (%#)', async (name) => {
    const { body } = await door.ask(`/v1/things/${encodeURIComponent(name)}`);
    expect(body).toMatchObject({ status: 404, errors: [{ field: '/name', rule: 'text' }] });
  });

  it('is refused when it is badly encoded, far too long or unknown', async () => {
    expect((await door.ask('/v1/things/%E0%A4%A')).body).toMatchObject({
      status: 400,
      code: 'malformed-path',
    });
    expect((await door.ask('/v1/things/%ff')).status).toBe(400);
    expect((await door.ask(`/v1/things/${'x'.repeat(30_000)}`)).body).toMatchObject({ status: 431 });
    expect((await door.ask('/v1/nothing')).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await door.ask('/v1/uuids/abc')).body).toMatchObject({
      errors: [{ field: '/id', rule: 'uuid' }],
    });
  });
});

describe('a token', () => {
  const foreign = async (): Promise<string> => {
    const { privateKey } = await generateKeyPair('EdDSA');
    return new SignJWT({ roles: ['clerk'] })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(DEVELOPMENT.issuer)
      .setAudience(DEVELOPMENT.audience)
      .setSubject('eve')
      .setExpirationTime('1h')
      .sign(privateKey);
  };
  const refusedWith = async (token: string | null): Promise<Problem> => {
    const { response, body } = await door.ask('/v1/things/a', {}, token);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="quittance"/);
    return body;
  };

  it('is needed before anything else is looked at', async () => {
    expect(await refusedWith(null)).toMatchObject({ status: 401, code: 'unauthorized' });
    for (const path of ['/v1/nothing', '/v1', '/V1/things', '//v1/things']) {
      expect((await door.ask(path, {}, null)).status).toBe(401);
    }
    const large = await door.ask('/v1/things', { method: 'POST', body: 'x'.repeat(10_000_000) }, null);
    expect(large.status).toBe(401);
  });

  it('is refused when it is expired, foreign, unsigned or no token', async () => {
    const clerk = await signDevelopmentToken(door.dataDir, { sub: 'anna', roles: ['clerk'] });
    const expired = await signDevelopmentToken(door.dataDir, {
      sub: 'anna',
      roles: ['clerk'],
      expiresIn: -60,
    });
    expect(await refusedWith(expired)).toMatchObject({ status: 401, detail: 'The token has expired.' });
    expect(await refusedWith(await foreign())).toMatchObject({ status: 401 });
    const none = new UnsecuredJWT({ roles: ['admin'] })
      .setIssuer(DEVELOPMENT.issuer)
      .setAudience(DEVELOPMENT.audience)
      .setSubject('eve')
      .setExpirationTime('1h')
      .encode();
    expect(await refusedWith(none)).toMatchObject({ status: 401 });
    expect(await refusedWith('a.b.c')).toMatchObject({ status: 401 });
    expect(await refusedWith(clerk.slice(0, -8) + 'AAAAAAAA')).toMatchObject({ status: 401 });
  });

  it.each(['', 'a\0', 'x'.repeat(101), 'system:reactor'])('speaks for nobody called %j', async (sub) => {
    expect(
      await refusedWith(await signDevelopmentToken(door.dataDir, { sub, roles: ['clerk'] })),
    ).toMatchObject({
      status: 401,
    });
  });

  it('makes its bearer known once', async () => {
    const bob = await signDevelopmentToken(door.dataDir, { sub: 'bob', roles: ['auditor'] });
    await door.ask('/v1/things/a', {}, bob);
    await door.ask('/v1/things/b', {}, bob);
    expect(door.met.filter(({ id }) => id === 'bob')).toEqual([{ id: 'bob', roles: ['auditor'] }]);
  });

  it('is signed with a key file that only its owner reads', async () => {
    expect((await stat(join(door.dataDir, 'issuer.key.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('a role', () => {
  it('opens the routes of the table and no other, before the body is looked at', async () => {
    const auditor = await signDevelopmentToken(door.dataDir, { sub: 'carl', roles: ['auditor'] });
    expect((await door.ask('/v1/things/a', {}, auditor)).status).toBe(200);
    const refusal = await door.ask('/v1/things', { method: 'POST', body: '{"' }, auditor);
    expect(refusal.body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await door.ask('/v1/closed')).body).toMatchObject({ status: 403 });
  });
});

describe('a failure', () => {
  it('is told as what it means to the caller', async () => {
    expect((await door.ask('/v1/failures?of=rule')).body).toMatchObject({
      status: 409,
      code: 'number-taken',
    });
    for (const lost of ['store', 'database']) {
      const { response, body } = await door.ask(`/v1/failures?of=${lost}`);
      expect(body).toMatchObject({ status: 503, code: `${lost}-unavailable` });
      expect(response.headers.get('retry-after')).toBe('2');
      expect(JSON.stringify(body)).not.toContain('10.0.0.7');
    }
  });

  it('that nobody foresaw says no more than where to find it', async () => {
    const { response, body } = await door.ask('/v1/failures', { headers: { 'x-correlation-id': 'run-7' } });
    expect(body).toMatchObject({ status: 500, code: 'internal-error', errors: [] });
    expect(JSON.stringify(body)).not.toContain('vault');
    expect(response.headers.get('x-correlation-id')).toBe('run-7');
  });
});
