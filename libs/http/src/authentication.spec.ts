import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '@quittance/kernel';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { story } from '../../../test/support/story.js';
import { type Authenticate, authenticator, rolesOf } from './authentication.js';
import { ProblemError } from './problem.js';

const ISSUER = 'https://issuer.example';
const NOW = Math.floor(Date.now() / 1000);

let key: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
let published: JWK;
const servers: Server[] = [];
let authenticate: Authenticate;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  key = pair.privateKey;
  published = { ...(await exportJWK(pair.publicKey)), kid: 'a', alg: 'ES256' };
  authenticate = await withKeysAt(await serving((_request, response) => response.end(keys())));
});
afterAll(() => servers.forEach((server) => (server.closeAllConnections(), server.close())));

const keys = (): string => JSON.stringify({ keys: [published] });

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
}

const withKeysAt = (jwksUrl: string, longestToken?: number): Promise<Authenticate> =>
  authenticator({ auth: { issuer: ISSUER, audience: 'quittance', jwksUrl }, dataDir: '', longestToken });

const tokenOf = (claims: JWTPayload = {}, typ?: string): Promise<string> =>
  new SignJWT({
    ...{ iss: ISSUER, aud: 'quittance', sub: 'anna', roles: ['clerk'], iat: NOW, exp: NOW + 600 },
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'a', ...(typ !== undefined && { typ }) })
    .sign(key);

/** Who it speaks for, or the status it was refused with. */
async function taken(token: string, by: Authenticate = authenticate): Promise<Actor | number> {
  try {
    return await by(`Bearer ${token}`);
  } catch (error) {
    if (error instanceof ProblemError) return error.status;
    throw error;
  }
}
const status = async (token: string, by?: Authenticate): Promise<number> => {
  const said = await taken(token, by);
  return typeof said === 'number' ? said : 200;
};

describe('the roles of a token', () => {
  story(
    'mended-doors',
    'C1',
    'A role that is known is never cut off, and a single text is one role',
    async (show) => {
      const groups = Array.from({ length: 40 }, (_, i) => `group-${i}`);
      const rolesTaken = async (roles: unknown) => ((await taken(await tokenOf({ roles }))) as Actor).roles;
      show({
        input: '40 groups, then clerk and auditor',
        right: ['clerk', 'auditor', ...groups.slice(0, 18)],
        got: await rolesTaken([...groups, 'clerk', 'auditor']),
      });
      show({ input: 'manager', right: ['manager'], got: await rolesTaken('manager') });
    },
  );

  it('are texts, each once; anything else is none', () => {
    expect(rolesOf(['clerk', 'clerk', 7, null, '', 'x'.repeat(41)])).toEqual(['clerk']);
    for (const claim of [undefined, null, 7, {}, '', 'clerk\nadmin']) expect(rolesOf(claim)).toEqual([]);
  });
});

describe('a token that is no access token', () => {
  const others: [string, JWTPayload, string?][] = [
    ['an ID token of Keycloak', { typ: 'ID' }, 'JWT'],
    ['a refresh token of Keycloak', { typ: 'Refresh' }, 'JWT'],
    ['an offline token of Keycloak', { typ: 'Offline' }, 'JWT'],
    ['an ID token of Cognito', { token_use: 'id' }],
    ['an ID token with the hash of its access token', { at_hash: 'x' }, 'JWT'],
    ['an ID token with the nonce of its request', { nonce: 'n' }, 'JWT'],
    ['a refresh token by its token_type', { token_type: 'refresh' }],
    ['a logout token', {}, 'logout+jwt'],
    ['a token bound to a key that was not shown', { typ: 'DPoP' }, 'JWT'],
  ];
  const access: [string, JWTPayload, string?][] = [
    ['without a type', {}],
    ['as most issuers send it', {}, 'JWT'],
    ['as RFC 9068 says', {}, 'at+jwt'],
    ['as RFC 9068 says in full', {}, 'application/at+jwt'],
    ['of Keycloak', { typ: 'Bearer' }, 'JWT'],
    ['of Keycloak before 25, with a nonce', { typ: 'Bearer', nonce: 'n' }, 'JWT'],
    ['of Cognito', { token_use: 'access' }],
  ];
  story(
    'mended-doors',
    'C2',
    'ID and refresh tokens open nothing, access tokens of the large issuers do',
    async (show) => {
      const all = async (list: typeof others) => {
        const said: Record<string, number> = {};
        for (const [what, claims, typ] of list) said[what] = await status(await tokenOf(claims, typ));
        return said;
      };
      const each = (list: typeof others, code: number) =>
        Object.fromEntries(list.map(([what]) => [what, code]));
      show({ input: others, right: each(others, 401), got: await all(others) });
      show({ input: access, right: each(access, 200), got: await all(access) });
    },
  );
});

describe('the life of a token', () => {
  story(
    'mended-doors',
    'C2',
    'A token that lives longer than AUTH_MOST_LIFETIME is refused',
    async (show) => {
      const hour = await withKeysAt(await serving((_request, response) => response.end(keys())), 3_600);
      const lives: [string, JWTPayload][] = [
        ['an hour', { iat: NOW, exp: NOW + 3_600 }],
        ['a second more', { iat: NOW, exp: NOW + 3_601 }],
        ['a year, nearly over', { iat: NOW - 31_536_000, exp: NOW + 60 }],
        ['an hour by an issue in the future', { iat: NOW + 86_400, exp: NOW + 90_000 }],
        ['a day, not said since when', { iat: undefined, exp: NOW + 86_400 }],
        ['ten minutes, not said since when', { iat: undefined, exp: NOW + 600 }],
      ];
      const got = [];
      for (const [what, claims] of lives) got.push([what, await status(await tokenOf(claims), hour)]);
      show({
        input: { AUTH_MOST_LIFETIME: 3600, lives: lives.map(([what]) => what) },
        right: lives.map(([what], i) => [what, [200, 401, 401, 401, 401, 200][i]]),
        got,
      });
    },
  );

  it('is at most a day where nothing is set', async () => {
    expect(await status(await tokenOf({ exp: NOW + 86_400 }))).toBe(200);
    expect(await status(await tokenOf({ exp: NOW + 86_401 }))).toBe(401);
  });
});

describe('the keys of the issuer', () => {
  story(
    'mended-doors',
    'C2',
    'Keys are read up to 1 MiB, and from nowhere else than where they are said to be',
    async (show) => {
      let sent = 0;
      const endless = await serving((_request, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write(' '.repeat(65_536))) sent += 65_536;
        };
        response.on('drain', more);
        more();
      });
      const elsewhere = await serving((_request, response) => response.end(keys()));
      const moved = await serving((_request, response) =>
        response.writeHead(302, { location: elsewhere }).end(),
      );
      const token = await tokenOf();
      const got = [];
      for (const url of [elsewhere, endless, moved]) got.push(await status(token, await withKeysAt(url)));
      show({
        input: ['a set of keys', 'an answer without end', 'a redirect to a set of keys'],
        right: [200, 503, 503],
        got,
      });
      // What the connection buffers comes on top; without the limit it would go on for the five seconds of the request.
      expect(sent).toBeLessThan(32 * 1024 * 1024);
    },
  );
});
