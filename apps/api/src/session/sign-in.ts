import {
  type Authenticate,
  isOfOtherSite,
  otherSite,
  ProblemError,
  type RefusalLimit,
  type SessionKey,
  Sessions,
  type SignedIn,
} from '@quittance/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import type { Pool } from 'pg';
import { endedSessions } from './ended-sessions.js';
import { SignInCodes } from './sign-in-codes.js';

/** How people come to a session of the page: with a code, or with a token. */
export class SignIn {
  readonly sessions: Sessions;
  private readonly codes: SignInCodes;
  /** Told of every code and token that was refused. */
  limit?: RefusalLimit;

  constructor(
    private readonly authenticate: Authenticate,
    pool: Pool,
    key: SessionKey,
  ) {
    this.sessions = new Sessions(key, endedSessions(pool));
    this.codes = new SignInCodes(pool);
  }

  /** @throws ProblemError 401, 403, 429 */
  async withCode(request: FastifyRequest, reply: FastifyReply, code: string): Promise<void> {
    await this.begin(request, reply, async () => {
      const who = await this.codes.take(code);
      if (who) return who;
      throw new ProblemError(
        401,
        'sign-in-code',
        'The code is not one of ours, was used before, or is older than 60 s: `quittance open` makes another.',
        [],
        { 'WWW-Authenticate': 'Bearer realm="quittance"' },
      );
    });
  }

  /** @throws ProblemError 401, 403, 429 */
  async withToken(request: FastifyRequest, reply: FastifyReply, token: string): Promise<void> {
    await this.begin(request, reply, () => this.holderOf(`Bearer ${token}`));
  }

  /** A code for the holder of the token. @throws ProblemError 401, 429 */
  async codeFor(request: FastifyRequest): Promise<string> {
    return this.codes.make(
      await this.counted(request, () => this.holderOf(request.headers.authorization ?? '')),
    );
  }

  /** @throws ProblemError 403 */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (isOfOtherSite(request) === true) throw otherSite();
    await this.sessions.end(request, reply);
  }

  private async begin(
    request: FastifyRequest,
    reply: FastifyReply,
    who: () => Promise<SignedIn>,
  ): Promise<void> {
    // Else the page of another site could sign its reader in as somebody else.
    if (isOfOtherSite(request) === true) throw otherSite();
    await this.sessions.begin(request, reply, await this.counted(request, who));
  }

  private async counted<Who>(request: FastifyRequest, who: () => Promise<Who>): Promise<Who> {
    return who().catch(async (error: unknown) => {
      if (error instanceof ProblemError && error.status === 401) await this.limit?.(request);
      throw error;
    });
  }

  private async holderOf(authorization: string): Promise<Required<Omit<SignedIn, 'name'>>> {
    const actor = await this.authenticate(authorization);
    return { ...actor, until: decodeJwt(authorization.replace(/^Bearer +/i, '')).exp! };
  }
}
