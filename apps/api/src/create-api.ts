import { randomUUID } from 'node:crypto';
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
} from '@quittance/http';
import {
  type HttpServerSettings,
  logCommands,
  traceCommands,
  type Tracing,
  watchCommands,
} from '@quittance/process';
import { StandingWatch } from '@quittance/read-model';
import { type Parts, ReceivablesModule, ROUTE_ROLES, SeePerson } from '@quittance/receivables';
import type { Logger } from 'pino';
import { drain } from './drain.js';
import { HealthController } from './health.controller.js';
import { forNest, logRequests } from './log.js';
import { logRefusals } from './refusals.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics.controller.js';
import { StatusController } from './status.controller.js';
import { traceRequests } from './trace-requests.js';

@Module({})
class ApiModule {
  static with(parts: Parts, watch: StandingWatch, metrics: Metrics): DynamicModule {
    return {
      module: ApiModule,
      imports: [ReceivablesModule.with(parts)],
      controllers: [HealthController, StatusController, MetricsController],
      providers: [
        { provide: StandingWatch, useValue: watch },
        { provide: Metrics, useValue: metrics },
      ],
    };
  }
}

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** How the door treats addresses: as DoorSettings have it; left out, no proxy is believed and nothing is limited. */
export type Addresses = Partial<Pick<HttpServerSettings, 'mostRefusals' | 'trustProxy'>>;

/** The HTTP door over the given stores, ready to listen. Closing it leaves the stores open. */
export async function createApi(
  parts: Parts,
  authenticate: Authenticate,
  log: Logger,
  tracing?: Tracing,
  { mostRefusals, trustProxy }: Addresses = {},
): Promise<NestFastifyApplication> {
  const watch = new StandingWatch(parts.store, parts.pool);
  const metrics = new Metrics(watch);
  const telling = watchCommands(metrics.commands(), logCommands(log));
  const observer = tracing ? observing(telling, traceCommands(tracing)) : telling;
  const module = ApiModule.with({ ...parts, observer }, watch, metrics);
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
  const limit = mostRefusals === undefined ? undefined : await limitRefusals(fastify, mostRefusals);
  guard(fastify, { authenticate, limit, roles: ROUTE_ROLES, firstSeen: meeting(app.get(CommandBus)) });
  answerWrites(fastify, app.get(LastWritten));
  app.useGlobalPipes(new BodyPipe((date) => parts.clock.hasDay?.(date) ?? true));
  app.useGlobalFilters(new ProblemFilter());
  serveDocs(app, describeApi(app, ROUTE_ROLES));
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
