import { isIP } from 'node:net';
import { isNetwork } from './networks.js';
import { SettingsError } from './settings-error.js';

/** Whose tokens are taken, and who may ask how often without one. */
export interface HttpServerSettings {
  /** Unset: the embedded development issuer. */
  auth?: { issuer: string; audience: string; jwksUrl: string };
  /** The provider that people sign in at; unset: with a code of `quittance open`, or a token. */
  oidc?: { issuer: string; clientId: string; clientSecret: string; scope: string };
  /** Seals sessions: 32 bytes as base64; unset: a key file in DATA_DIR. */
  sessionKey?: string;
  /** The development issuer on stores of one's own: said on purpose, and warned of. */
  authDevelopment: boolean;
  /** Seconds that a token may live, from its issue to its end. */
  longestToken: number;
  /** Refused tokens (401) that one address may send in a minute; after that it is answered 429. */
  mostRefusals: number;
  /** Reverse proxies whose `X-Forwarded-For` is believed: addresses, networks, or the names Fastify knows. */
  trustProxy?: string[];
}

const A_DAY = 86_400;
const TEN_YEARS = 3_650 * A_DAY;

/** @throws SettingsError */
export function httpServerSettings(text: (name: string) => string | undefined): HttpServerSettings {
  const issuer = auth(text('AUTH_ISSUER'), text('AUTH_AUDIENCE'), text('AUTH_JWKS_URL'));
  const authDevelopment = flag(text('AUTH_DEVELOPMENT'), 'AUTH_DEVELOPMENT');
  if (issuer && authDevelopment) {
    throw new SettingsError(
      'AUTH_DEVELOPMENT: tokens come from AUTH_ISSUER or from the development issuer, not from both; set one',
    );
  }
  return {
    auth: issuer,
    authDevelopment,
    oidc: oidc(text),
    sessionKey: sessionKey(text('SESSION_KEY')),
    longestToken: whole(text('AUTH_MOST_LIFETIME'), 'AUTH_MOST_LIFETIME', A_DAY, [60, TEN_YEARS], 'seconds'),
    mostRefusals: whole(text('AUTH_MOST_REFUSALS'), 'AUTH_MOST_REFUSALS', 100, [1, 1_000_000], 'a minute'),
    trustProxy: proxies(text('TRUST_PROXY')),
  };
}

/**
 * Whoever brings stores of their own must say whose tokens are taken: a key file that a start makes by itself must never
 * be the lock of a production installation by oversight.
 * @throws SettingsError
 */
export function mustKnowIssuer(
  settings: Pick<HttpServerSettings, 'auth' | 'authDevelopment'> & {
    databaseUrl?: string;
    embedded: boolean;
  },
): void {
  if (!settings.databaseUrl || settings.embedded || settings.auth || settings.authDevelopment) return;
  throw new SettingsError(
    'AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL: set all three, since DATABASE_URL and EVENTSTORE_URL are given; ' +
      'to try it out with tokens signed by a key in DATA_DIR, set AUTH_DEVELOPMENT=true',
  );
}

/** Said at every start with AUTH_DEVELOPMENT=true. */
export const DEVELOPMENT_WARNING =
  'AUTH_DEVELOPMENT: tokens are signed by a key in DATA_DIR, and whoever reads that file is anybody; ' +
  'for production set AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL';

function auth(issuer?: string, audience?: string, jwksUrl?: string): HttpServerSettings['auth'] {
  if (!issuer && !audience && !jwksUrl) return undefined;
  if (!issuer || !audience || !jwksUrl) {
    throw new SettingsError('AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL: set all three, or none');
  }
  if (!isSafe(jwksUrl)) {
    throw new SettingsError(
      'AUTH_JWKS_URL: must begin with https:// (http:// on this machine only): whoever stands between could bring keys of their own',
    );
  }
  return { issuer, audience, jwksUrl };
}

function oidc(text: (name: string) => string | undefined): HttpServerSettings['oidc'] {
  const [issuer, clientId, clientSecret] = [
    text('OIDC_ISSUER'),
    text('OIDC_CLIENT_ID'),
    text('OIDC_CLIENT_SECRET'),
  ];
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret) {
    throw new SettingsError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set all three, or none');
  }
  if (!isSafe(issuer)) {
    throw new SettingsError('OIDC_ISSUER: must begin with https:// (http:// on this machine only)');
  }
  const scope = text('OIDC_SCOPE') ?? 'openid profile';
  if (!scope.split(' ').includes('openid')) {
    throw new SettingsError('OIDC_SCOPE: words with blanks between, `openid` among them');
  }
  return { issuer, clientId, clientSecret, scope };
}

function sessionKey(value: string | undefined): string | undefined {
  if (value === undefined || (/^[\w+/-]{43}=?$/.test(value) && Buffer.from(value, 'base64url').length === 32))
    return value;
  throw new SettingsError('SESSION_KEY: 32 bytes as base64, as `openssl rand -base64 32` prints them');
}

/** https, or http on this machine. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** An address of this machine, as WHATWG URLs spell it. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'));

function flag(value: string | undefined, name: string): boolean {
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw new SettingsError(`${name}: true, or left out`);
}

function whole(
  value: string | undefined,
  name: string,
  standard: number,
  [least, most]: [number, number],
  unit: string,
): number {
  if (value === undefined) return standard;
  if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw new SettingsError(`${name}: a whole number of ${least} to ${most} (${unit})`);
}

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

function proxies(value: string | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  const named = value.split(',').map((part) => part.trim());
  const wrong = named.find((part) => !NAMED_NETWORKS.includes(part) && !isNetwork(part));
  if (wrong === undefined) return named;
  throw new SettingsError(
    `TRUST_PROXY: ${wrong || 'nothing'} is no address or network of a proxy (as 10.0.0.5, 10.0.0.0/8 or loopback), with commas between`,
  );
}
