import { type Actor, folded, isRole, looksLikeSystem } from '@quittance/kernel';
import { type Settings } from '@quittance/process';
import { errors, importJWK, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { isOtherToken } from './access-token.js';
import { DEVELOPMENT, developmentKey, stampOfDevelopmentKey } from './development-issuer.js';
import { issuerKeys } from './issuer-keys.js';
import { ProblemError } from './problem.js';
import { isIdText } from './validation.js';

/** Who a token speaks for. @throws ProblemError 401, or 503 when the issuer's keys cannot be had */
export type Authenticate = (authorization: string | undefined) => Promise<Actor>;

/** Signatures that need the issuer's private key: a shared secret or `none` is never taken. */
const ASYMMETRIC = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
const CLOCK_TOLERANCE_SECONDS = 5;
/** As AUTH_MOST_LIFETIME has it when it is not set. */
const LONGEST_SECONDS = 86_400;
/** A verified token is taken again without its signature, as long as it is valid, at most this long. */
const REMEMBERED_MS = 60_000;

/** Verifies tokens of the issuer that the settings name, else of the development issuer of the data folder. */
export async function authenticator(
  settings: Pick<Settings, 'auth' | 'dataDir'> & Partial<Pick<Settings, 'longestToken'>>,
): Promise<Authenticate> {
  const { auth, longestToken = LONGEST_SECONDS } = settings;
  if (auth) {
    const keys = reachable(issuerKeys(auth.jwksUrl));
    return verifying(keys, { ...auth, algorithms: ASYMMETRIC, longestToken });
  }
  return byDevelopmentKey(settings.dataDir, longestToken);
}

/** By the key in the data folder. When that was replaced, nothing that was remembered is taken any more. */
async function byDevelopmentKey(dataDir: string, longestToken: number): Promise<Authenticate> {
  const load = async (): Promise<{ stamp: string; authenticate: Authenticate }> => {
    await developmentKey(dataDir); // made at first need
    const stamp = stampOfDevelopmentKey(dataDir);
    const { kty, crv, x } = await developmentKey(dataDir); // replaced since: the next look finds another stamp
    const key = await importJWK({ kty, crv, x }, DEVELOPMENT.algorithm);
    const taken = { ...DEVELOPMENT, algorithms: [DEVELOPMENT.algorithm], longestToken };
    return { stamp, authenticate: verifying(async () => key, taken) };
  };
  let current = await load();
  return async (authorization) => {
    if (current.stamp !== stampOfDevelopmentKey(dataDir)) current = await load();
    return current.authenticate(authorization);
  };
}

interface Taken {
  issuer: string;
  audience: string;
  algorithms: string[];
  /** Seconds. */
  longestToken: number;
}

function verifying(
  key: JWTVerifyGetKey,
  { issuer, audience, algorithms, longestToken }: Taken,
): Authenticate {
  const seen = new LRUCache<string, { actor: Actor; expires: number }>({ max: 1_000, ttl: REMEMBERED_MS });
  const options = {
    issuer,
    audience,
    algorithms,
    requiredClaims: ['exp', 'sub'],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  };
  return async (authorization) => {
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw unauthorized('A bearer token is needed: Authorization: Bearer <JWT>.');
    const known = seen.get(token);
    if (known && known.expires > Date.now()) return known.actor;
    const { payload, protectedHeader } = await jwtVerify(token, key, options).catch(refuse);
    if (isOtherToken(protectedHeader, payload)) {
      throw unauthorized(
        'This is not an access token: send one, not an ID or refresh token.',
        'invalid_token',
      );
    }
    if (lifetimeOf(payload) > longestToken) {
      throw unauthorized(
        `The token is valid for longer than ${longestToken} seconds: ask for a shorter one.`,
        'invalid_token',
      );
    }
    const actor = actorOf(payload);
    seen.set(token, { actor, expires: (payload.exp! + CLOCK_TOLERANCE_SECONDS) * 1000 });
    return actor;
  };
}

/** Seconds from issue to end; of one that does not say when it was issued, or says a time to come, from now on. */
function lifetimeOf({ exp, iat }: JWTPayload): number {
  const now = Math.floor(Date.now() / 1000);
  return exp! - Math.min(iat ?? now, now);
}

/** What the token itself is to blame for; anything else means that the keys could not be fetched. */
const NO_SUCH_KEY = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

const reachable =
  (keys: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (NO_SUCH_KEY.some((kind) => error instanceof kind)) throw error;
      throw new ProblemError(503, 'issuer-unavailable', "The token issuer's keys cannot be had.", [], {
        'Retry-After': '5',
      });
    }
  };

function refuse(error: unknown): never {
  if (error instanceof ProblemError) throw error;
  if (error instanceof errors.JWTExpired) throw unauthorized('The token has expired.', 'invalid_token');
  throw unauthorized('The token is not one of ours.', 'invalid_token');
}

/** Who the claims name. @throws ProblemError 401 when that can be nobody */
export function actorOf({ sub, roles }: { sub?: unknown; roles?: unknown }): Actor {
  const id = typeof sub === 'string' ? folded(sub) : undefined;
  // `system:` is what Quittance itself acts as; no token may speak for it, nor for what looks like it.
  if (!isIdText(id) || looksLikeSystem(id)) {
    throw unauthorized(
      'The token has no usable `sub`: printable text of 1 to 100 characters that does not look like `system:`.',
      'invalid_token',
    );
  }
  return { id, roles: rolesOf(roles) };
}

/** More roles than this are not kept with a fact. */
const MOST_ROLES = 20;

/**
 * The roles that a claim states: a list, or one as a text. Issuers send whole lists of groups: the roles that Quittance
 * knows come first, so that none is cut off.
 */
export function rolesOf(claim: unknown): string[] {
  const claimed: unknown[] = Array.isArray(claim) ? claim : [claim];
  const roles = [...new Set(claimed.filter((role) => isIdText(role, 40)))];
  const known = roles.filter(isRole);
  return [...known, ...roles.filter((role) => !isRole(role))].slice(0, MOST_ROLES);
}

function unauthorized(detail: string, error?: string): ProblemError {
  return new ProblemError(401, 'unauthorized', detail, [], {
    'WWW-Authenticate': error
      ? `Bearer realm="quittance", error="${error}", error_description="${detail}"`
      : 'Bearer realm="quittance"',
  });
}
