import type { Actor, Settings } from '@quittance/kernel';
import {
  createRemoteJWKSet,
  errors,
  importJWK,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { LRUCache } from 'lru-cache';
import { DEVELOPMENT, developmentKey } from './development-issuer.js';
import { ProblemError } from './problem.js';
import { isIdText, tidy } from './validation.js';

/** Who a token speaks for. @throws ProblemError 401, or 503 when the issuer's keys cannot be had */
export type Authenticate = (authorization: string | undefined) => Promise<Actor>;

/** Signatures that need the issuer's private key: a shared secret or `none` is never taken. */
const ASYMMETRIC = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
const CLOCK_TOLERANCE_SECONDS = 5;
/** A verified token is taken again without its signature, as long as it is valid, at most this long. */
const REMEMBERED_MS = 60_000;

/** Verifies tokens of the issuer that the settings name, else of the development issuer of the data folder. */
export async function authenticator(settings: Pick<Settings, 'auth' | 'dataDir'>): Promise<Authenticate> {
  const { auth } = settings;
  if (auth) {
    const keys = createRemoteJWKSet(new URL(auth.jwksUrl), {
      timeoutDuration: 5_000,
      cooldownDuration: 10_000,
    });
    return verifying(reachable(keys), { ...auth, algorithms: ASYMMETRIC });
  }
  const { kty, crv, x } = await developmentKey(settings.dataDir);
  const key = await importJWK({ kty, crv, x }, DEVELOPMENT.algorithm);
  return verifying(async () => key, { ...DEVELOPMENT, algorithms: [DEVELOPMENT.algorithm] });
}

function verifying(
  key: JWTVerifyGetKey,
  { issuer, audience, algorithms }: { issuer: string; audience: string; algorithms: string[] },
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
    const { payload } = await jwtVerify(token, key, options).catch(refuse);
    const actor = actorOf(payload);
    seen.set(token, { actor, expires: (payload.exp! + CLOCK_TOLERANCE_SECONDS) * 1000 });
    return actor;
  };
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

function actorOf({ sub, roles }: JWTPayload): Actor {
  const id = typeof sub === 'string' ? tidy(sub) : undefined;
  // `system:` is what Quittance itself acts as; no token may speak for it.
  if (!isIdText(id) || id.startsWith('system:')) {
    throw unauthorized(
      'The token has no usable `sub`: printable text of 1 to 100 characters.',
      'invalid_token',
    );
  }
  const claimed: unknown[] = Array.isArray(roles) ? roles : [];
  return { id, roles: claimed.filter((role) => isIdText(role, 40)).slice(0, 20) };
}

function unauthorized(detail: string, error?: string): ProblemError {
  return new ProblemError(401, 'unauthorized', detail, [], {
    'WWW-Authenticate': error
      ? `Bearer realm="quittance", error="${error}", error_description="${detail}"`
      : 'Bearer realm="quittance"',
  });
}
