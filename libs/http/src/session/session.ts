import { randomUUID } from 'node:crypto';
import type { Actor } from '@quittance/kernel';
import type { JWTPayload } from 'jose';

const MINUTE = 60;
/** Seconds that a cookie is good for. */
export const COOKIE_LASTS = 60 * MINUTE;
/** Seconds from signing in after which it is over, however much it is used. */
export const MOST_SESSION = 10 * 60 * MINUTE;
/** Seconds after which a cookie in use is made anew. */
const RENEWED_AFTER = 5 * MINUTE;

/** Who signs in. */
export interface SignedIn extends Actor {
  /** As the provider says it. */
  name?: string;
  /** Seconds since 1970: a session never outlives the token that it was opened with. */
  until?: number;
}

/** What a session's cookie holds. Instants are seconds since 1970. */
export interface Session extends SignedIn {
  /** Of the session, through all its cookies. */
  session: string;
  until: number;
  /** When this cookie was made, and when it ends. */
  iat: number;
  exp: number;
}

/** A session that begins now. @param now seconds since 1970 */
export function begun({ id, roles, name, until }: SignedIn, now: number): Session {
  const last = Math.min(until ?? Infinity, now + MOST_SESSION);
  return cookieAt({ session: randomUUID(), id, roles, name, until: last }, now);
}

/** The session with a cookie of now, when that it has is no longer fresh. @param now seconds since 1970 */
export const renewed = (session: Session, now: number): Session | undefined =>
  now - session.iat >= RENEWED_AFTER && session.exp < session.until ? cookieAt(session, now) : undefined;

const cookieAt = (session: Omit<Session, 'iat' | 'exp'>, now: number): Session => ({
  ...session,
  iat: now,
  exp: Math.min(now + COOKIE_LASTS, session.until),
});

/** As it is sealed. */
export const claimsOf = ({ session, id, roles, name, until, iat }: Session): JWTPayload => ({
  ...{ sub: id, jti: session, roles: [...roles], until, iat },
  ...(name !== undefined && { name }),
});

/** As it was sealed: nobody else can have written it. */
export const sessionOf = ({ sub, jti, roles, name, until, iat, exp }: JWTPayload): Session => ({
  ...{ id: sub!, session: jti!, roles: roles as string[], until: until as number, iat: iat!, exp: exp! },
  ...(typeof name === 'string' && { name }),
});
