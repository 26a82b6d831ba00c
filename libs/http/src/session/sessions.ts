import type { Actor } from '@quittance/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.js';
import { refuseOtherSites } from './same-site.js';
import { seal, type SealedFor, unsealed } from './sealed.js';
import type { SessionKey } from './session-key.js';
import { begun, claimsOf, renewed, type Session, sessionOf, type SignedIn } from './session.js';

// What @fastify/cookie reads and sets.
import '@fastify/cookie';

/** Sessions that somebody ended, kept until their cookies end by themselves. */
export interface EndedSessions {
  /** @param until seconds since 1970 */
  add(session: string, until: number): Promise<void>;
  has(session: string): Promise<boolean>;
}

/**
 * The page's way in: a cookie that holds, sealed, who is signed in. No script reads it, and no token is ever in the
 * browser.
 */
export class Sessions {
  constructor(
    private readonly key: SessionKey,
    private readonly ended: EndedSessions,
    /** Milliseconds since 1970. */
    private readonly now: () => number = Date.now,
  ) {}

  /** Who is signed in; undefined: there is no session. @throws ProblemError 401, 403, 415 */
  async actor(request: FastifyRequest, reply: FastifyReply): Promise<Actor | undefined> {
    const text = request.cookies?.[nameOf('quittance', request)];
    if (!text) return undefined;
    refuseOtherSites(request);
    const session = await this.read(text);
    if (!session || (await this.ended.has(session.session))) {
      this.clear(request, reply, 'session');
      throw new ProblemError(401, 'unauthorized', 'The session has ended: sign in again.', [], {
        'WWW-Authenticate': 'Bearer realm="quittance"',
      });
    }
    const next = renewed(session, this.seconds());
    if (next) await this.set(request, reply, next);
    request.signedInAs = session.name;
    return { id: session.id, roles: session.roles };
  }

  async begin(request: FastifyRequest, reply: FastifyReply, who: SignedIn): Promise<void> {
    await this.set(request, reply, begun(who, this.seconds()));
  }

  /** Ends it for every tab and copy of the cookie. A session that is over already is nothing to end. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = await this.read(request.cookies?.[nameOf('quittance', request)] ?? '');
    if (session) await this.ended.add(session.session, session.until);
    this.clear(request, reply, 'session');
  }

  /** Keeps what a round trip to the provider needs, in a cookie that comes back with it. @param lasts seconds */
  async setAside(request: FastifyRequest, reply: FastifyReply, kept: object, lasts: number): Promise<void> {
    const text = await seal(this.key, 'sign-in', { kept }, this.seconds() + lasts);
    const about = { ...COOKIE, secure: isSecure(request), sameSite: 'lax', maxAge: lasts } as const;
    void reply.setCookie(nameOf('quittance-sign-in', request), text, about);
  }

  /** What was set aside; once. */
  async takeBack<Kept>(request: FastifyRequest, reply: FastifyReply): Promise<Kept | undefined> {
    const text = request.cookies?.[nameOf('quittance-sign-in', request)];
    if (!text) return undefined;
    this.clear(request, reply, 'sign-in');
    return (await unsealed(this.key, 'sign-in', text, this.now()))?.kept as Kept | undefined;
  }

  private async read(text: string): Promise<Session | undefined> {
    const claims = await unsealed(this.key, 'session', text, this.now());
    return claims && sessionOf(claims);
  }

  private async set(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<void> {
    const text = await seal(this.key, 'session', claimsOf(session), session.exp);
    const about = { ...COOKIE, secure: isSecure(request), maxAge: session.exp - session.iat };
    void reply.setCookie(nameOf('quittance', request), text, about);
  }

  private clear(request: FastifyRequest, reply: FastifyReply, kind: SealedFor): void {
    const name = nameOf(kind === 'session' ? 'quittance' : 'quittance-sign-in', request);
    void reply.setCookie(name, '', { ...COOKIE, secure: isSecure(request), maxAge: 0 });
  }

  private seconds(): number {
    return Math.floor(this.now() / 1000);
  }
}

const COOKIE = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Without TLS on this machine alone: anywhere else there is a proxy with TLS, also where it does not say so, and a browser
 * that came without keeps no cookie.
 */
export const isSecure = ({ protocol, hostname }: FastifyRequest): boolean =>
  protocol === 'https' || !LOOPBACK.test(hostname);

/** Browsers take a cookie of such a name only over TLS, for the whole host and for no other. */
const nameOf = (name: string, request: FastifyRequest): string =>
  isSecure(request) ? `__Host-${name}` : name;
