import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LookAlikes, observing } from '@quittance/event-store';
import {
  answerWrites,
  type Authenticate,
  BodyPipe,
  correlationOf,
  describeApi,
  type HttpServer,
  fastifyAdapter,
  guard,
  isGuarded,
  LastWritten,
  limitRefusals,
  ProblemFilter,
  serveDocs,
  sessionKey,
} from '@quittance/http';
import { logCommands, type Settings, traceCommands, type Tracing, watchCommands } from '@quittance/process';
import { StandingWatch } from '@quittance/read-model';
import { type Parts, ReceivablesModule, ROUTE_ROLES, SeePerson } from '@quittance/receivables';
import type { Logger } from 'pino';
import { drain } from './drain.js';
import { HealthController } from './health.controller.js';
import { forNest, logRequests } from './log.js';
import { logRefusals } from './refusals.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics.controller.js';
import { servePage } from './serve-page.js';
import { Oidc } from './session/oidc.js';
import { OidcController } from './session/oidc.controller.js';
import { SessionController } from './session/session.controller.js';
import { SignIn } from './session/sign-in.js';
import { StatusController } from './status.controller.js';
import { traceRequests } from './trace-requests.js';

@Module({})
class ApiModule {
  static with(
    parts: Parts,
    watch: StandingWatch,
    metrics: Metrics,
    signIn: SignIn,
    oidc?: Settings['oidc'],
  ): DynamicModule {
    return {
      module: ApiModule,
      imports: [ReceivablesModule.with(parts)],
      controllers: [
        ...[HealthController, StatusController, MetricsController, SessionController],
        ...(oidc ? [OidcController] : []),
      ],
      providers: [
        { provide: StandingWatch, useValue: watch },
        { provide: Metrics, useValue: metrics },
        { provide: SignIn, useValue: signIn },
        ...(oidc ? [{ provide: Oidc, useValue: new Oidc(oidc) }] : []),
      ],
    };
  }
}

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/**
 * How the door treats addresses, and what it needs to sign people in. Left out, no proxy is believed, nothing is limited, and
 * sessions end with the process.
 */
export type Door = Partial<Pick<Settings, 'mostRefusals' | 'trustProxy' | 'dataDir' | 'sessionKey' | 'oidc'>>;

/** The HTTP door over the given stores, ready to listen. Closing it leaves the stores open. */
export async function createApi(
  parts: Parts,
  authenticate: Authenticate,
  log: Logger,
  tracing?: Tracing,
  { mostRefusals, trustProxy, oidc, ...door }: Door = {},
): Promise<NestFastifyApplication> {
  const watch = new StandingWatch(parts.store, parts.pool);
  const metrics = new Metrics(watch);
  const telling = watchCommands(metrics.commands(), logCommands(log));
  const observer = tracing ? observing(telling, traceCommands(tracing)) : telling;
  const signIn = new SignIn(authenticate, parts.pool, await sessionKey(door.sessionKey, door.dataDir));
  const module = ApiModule.with({ ...parts, observer }, watch, metrics, signIn, oidc);
  const app = await NestFactory.create<NestFastifyApplication>(module, fastifyAdapter({ trustProxy }), {
    abortOnError: false,
    bodyParser: false,
    logger: forNest(log),
  });
  const fastify = app.getHttpAdapter().getInstance();
  if (tracing) traceRequests(fastify, tracing);
  drain(fastify);
  logRequests(fastify, log);
  metrics.requests(fastify);
  logRefusals(fastify, log);
  // Before the guard: what it refuses carries the headers, too.
  await protectPages(fastify);
  await servePage(fastify);
  await fastify.register(cookie);
  const limit = mostRefusals === undefined ? undefined : await limitRefusals(fastify, mostRefusals);
  signIn.limit = limit;
  const firstSeen = meeting(app.get(CommandBus));
  guard(fastify, { authenticate, sessions: signIn.sessions, limit, roles: ROUTE_ROLES, firstSeen });
  answerWrites(fastify, app.get(LastWritten));
  app.useGlobalPipes(new BodyPipe((date) => parts.clock.hasDay?.(date) ?? true));
  app.useGlobalFilters(new ProblemFilter());
  serveDocs(app, () => describeApi(app, ROUTE_ROLES));
  await app.init();
  app.get(LookAlikes, { strict: false }).begin();
  return app;
}

/** The documentation is a page in a browser and gets all of helmet's headers; data is never taken for a page. */
async function protectPages(fastify: Fastify): Promise<void> {
  // Without TLS in front of it, the page must not be told to upgrade its own requests.
  const contentSecurityPolicy = { directives: { upgradeInsecureRequests: null } };
  await fastify.register(helmet, { global: false, contentSecurityPolicy });
  fastify.addHook('onRequest', async (request, reply) => {
    if (isGuarded(request))
      void reply.headers({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
    else void reply.helmet();
  });
}

/** Makes a person of an actor at its first request that its roles allow. A known person is nothing to do. */
const meeting =
  (commands: CommandBus): HttpServer['firstSeen'] =>
  async (actor, request) => {
    const correlationId = correlationOf(request);
    const key = randomUUID();
    const { traceparent } = request;
    const context = { key, hash: key, actor, correlationId, causationId: correlationId, traceparent };
    await commands.execute(
      Object.assign(new SeePerson(), { personId: actor.id, roles: actor.roles, context }),
    );
  };
