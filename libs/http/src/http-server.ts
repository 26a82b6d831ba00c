import type { Actor } from '@quittance/kernel';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Socket } from 'node:net';
import type { Authenticate } from './authentication.js';
import { actingFor } from './acting.js';
import { LARGEST_BODY, readBodies } from './body.js';
import { ProblemError, problemOf } from './problem.js';
import { sendProblem } from './problem.filter.js';
import type { RefusalLimit } from './refusal-limit.js';
import { refuseOtherRoles, type RouteRoles } from './roles.js';
import type { Sessions } from './session/sessions.js';
import { refuseUnclear } from './unclear.js';
import { takeUploads } from './upload.js';

export interface HttpServer {
  authenticate: Authenticate;
  roles: RouteRoles;
  /** Of the page; none: only tokens let anybody in. */
  sessions?: Sessions;
  /** Told of every refused token; none: an address may send as many as it likes. */
  limit?: RefusalLimit;
  /** Told of an actor's first request that its roles allow; a write waits for it, a read goes on without. */
  firstSeen?: (actor: Actor, request: FastifyRequest) => Promise<void>;
}

/**
 * Fastify as Quittance needs it: strict bodies, long ids in paths, every refusal a problem.
 * @param trustProxy whose `X-Forwarded-For` is believed; none: the address is that of the connection
 */
export function fastifyAdapter({ trustProxy }: { trustProxy?: string[] } = {}): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy: trustProxy ?? false,
    // Ids of 100 characters are up to 1,200 bytes percent-encoded; what is too long is refused by name later.
    routerOptions: { maxParamLength: 16_384 },
    frameworkErrors: refusePath,
    clientErrorHandler: refuseUnreadable,
    // A slow sender of headers or body is not waited for without end.
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    // A request that still comes in on an open connection while stopping is served, not refused.
    return503OnClosing: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  refuseUnclear(fastify);
  readBodies(fastify);
  takeUploads(fastify);
  return adapter;
}

/**
 * Who may come in: everything under `/v1` needs a verified token or session (401), then a role that may use the route (403),
 * before the body is even read. Default deny.
 */
export function guard(fastify: FastifyInstance, server: HttpServer): void {
  const { limit, roles, firstSeen } = server;
  const met = new FirstSeenActors(firstSeen);
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isGuarded(request)) return;
    const actor = await whoAsks(server, request, reply).catch(async (error: unknown) => {
      // Whoever has a token that is good is not kept out by what others send from the same address.
      if (error instanceof ProblemError && error.status === 401) await limit?.(request);
      throw error;
    });
    request.actor = actor;
    if (request.routeOptions.url === undefined) return;
    refuseOtherRoles(roles, request, actor);
    // Only now: a caller that is refused leaves no fact.
    const greeted = met.greet(actor, request);
    if (request.method === 'POST') await greeted;
  });
}

/** By the token, else by the session of the page; a question of our own is asked for whoever was let in before. @throws ProblemError 401, 403, 415 */
async function whoAsks(
  { authenticate, sessions }: HttpServer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Actor> {
  const known = actingFor();
  if (known) return known;
  const { authorization } = request.headers;
  const signedIn = authorization === undefined ? await sessions?.actor(request, reply) : undefined;
  return signedIn ?? authenticate(authorization);
}

/** Whether the route is one of those that need a token. */
export const isGuarded = (request: FastifyRequest): boolean =>
  /^\/+v1(?:[/?#]|$)/i.test(request.routeOptions.url ?? request.url);

/** Actors already told of, the latest 10,000. */
class FirstSeenActors {
  private readonly seen = new LRUCache<string, Promise<void>>({ max: 10_000 });
  constructor(private readonly meet: HttpServer['firstSeen']) {}

  greet(actor: Actor, request: FastifyRequest): Promise<void> | undefined {
    const { meet } = this;
    if (!meet) return undefined;
    let greeted = this.seen.get(actor.id);
    if (!greeted) {
      greeted = meet(actor, request);
      this.seen.set(actor.id, greeted);
      // Tried again with the next request; whoever waits for it hears of the failure itself.
      greeted.catch(() => this.seen.delete(actor.id));
    }
    return greeted;
  }
}

/** The router could not decode the path: there is no route and no hook yet. */
function refusePath(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(
    new ProblemError(400, 'malformed-path', 'The path is not percent-encoded UTF-8.'),
    request,
    reply,
  );
}

/** What Node's parser cannot read never becomes a request: too many header bytes, no HTTP at all. */
function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, line, detail] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', 'The address and headers are larger than 16 KiB.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout', 'The request did not arrive in time.']
        : [400, 'Bad Request', 'This is not an HTTP request.'];
  const code = line.toLowerCase().replaceAll(' ', '-');
  const body = JSON.stringify(problemOf(new ProblemError(status, code, detail)).problem);
  socket.end(
    `HTTP/1.1 ${status} ${line}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
