import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isSecure, ProblemError } from '@quittance/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Oidc, refused, type Setting } from './oidc.js';
import { SignIn } from './sign-in.js';

/** Seconds that somebody may take at the provider. */
const AT_PROVIDER = 600;

/** A browser goes there; there are no other callers. Served where a provider is set only. */
@ApiExcludeController()
@Controller('session')
export class OidcController {
  constructor(
    private readonly oidc: Oidc,
    private readonly signIn: SignIn,
  ) {}

  @Get('start')
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { to } = request.query as { to?: unknown };
    const { url, kept } = await this.oidc.begin(callbackOf(request), ownPath(to));
    await this.signIn.sessions.setAside(request, reply, kept, AT_PROVIDER);
    await reply.header('Cache-Control', 'no-store').redirect(url.href, 302);
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const kept = await this.signIn.sessions.takeBack<Setting>(request, reply);
    if (!kept) throw refused('it took longer than ten minutes, or began in another browser');
    const at = `${callbackOf(request)}?${request.url.split('?')[1] ?? ''}`;
    if (!URL.canParse(at)) throw refused('the host of the request is none');
    const who = await this.oidc.end(new URL(at), kept).catch(async (error: unknown) => {
      if (error instanceof ProblemError && error.status === 401) await this.signIn.limit?.(request);
      throw error;
    });
    await this.signIn.sessions.begin(request, reply, who);
    await reply.header('Cache-Control', 'no-store').redirect(kept.to, 302);
  }
}

/** As the browser sees us: the proxy passes its host on. */
const callbackOf = (request: FastifyRequest): string =>
  `${isSecure(request) ? 'https' : 'http'}://${request.host}/session/callback`;

const ANYWHERE = 'http://localhost';

/** Path and query of a page of ours; anything else leads to the first page, never to another site. */
export function ownPath(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || !URL.canParse(to, ANYWHERE))
    return '/';
  const { origin, pathname, search } = new URL(to, ANYWHERE);
  const ours = origin === ANYWHERE && !pathname.startsWith('//') && !/^\/session(\/|$)/.test(pathname);
  return ours ? pathname + search : '/';
}
