import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CqrsModule } from '@nestjs/cqrs';
import { memoryEventStore, Vault } from '@quittance/event-store';
import { BodyPipe, fastifyAdapter, LastWritten, ProblemFilter } from '@quittance/http';
import { ListReader, ProjectorWatch, ReadingInterceptor } from '@quittance/reading';
import type { Clock } from '@quittance/kernel';
import { Pool } from 'pg';
import { FACT_STREAMS, MONEY, PROJECTIONS } from '../src/features.js';
import {
  ALL_PROJECTIONS,
  CLOCK,
  DEMONSTRATION,
  ENTITY,
  EVENT_STORE,
  FACT_PREFIXES,
  MONEY_OF_FACTS,
  NEXT_STEP,
  ROLES_OF_ROUTES,
  ROUTES_OF_BATCHES,
  SPOOL,
  STREAMS_BY_DAY,
  STREAMS_KNOWN,
  TIME_ZONE,
} from '../src/parts.js';
import { BATCH_ROUTES, PROVIDERS, READ_CONTROLLERS, ROUTE_ROLES } from '../src/served.js';

export interface Response {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
  body: Body;
}

/** What routes answer, as far as specs look into it by name. */
export interface Body {
  items: Record<string, string>[];
  next: string | null;
  code: string;
  errors: { field: string; rule: string; value: string }[];
  balances?: object[];
  [name: string]: unknown;
}

/** The read routes over HTTP, without the guard at the door. */
export async function startReading(
  pool: Pool,
  clock: Clock,
): Promise<{
  get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  lastWritten: LastWritten;
  app: NestFastifyApplication;
}> {
  const lastWritten = new LastWritten();
  @Module({
    imports: [CqrsModule],
    controllers: READ_CONTROLLERS,
    providers: [
      { provide: Pool, useValue: pool },
      { provide: CLOCK, useValue: clock },
      { provide: EVENT_STORE, useValue: memoryEventStore() },
      { provide: ENTITY, useValue: 'main' },
      { provide: TIME_ZONE, useValue: 'Europe/Rome' },
      { provide: LastWritten, useValue: lastWritten },
      { provide: ProjectorWatch, useValue: new ProjectorWatch(pool) },
      { provide: Vault, useValue: new Vault(pool) },
      { provide: FACT_PREFIXES, useValue: FACT_STREAMS },
      { provide: ALL_PROJECTIONS, useValue: PROJECTIONS },
      { provide: MONEY_OF_FACTS, useValue: MONEY },
      { provide: ROLES_OF_ROUTES, useValue: ROUTE_ROLES },
      { provide: ROUTES_OF_BATCHES, useValue: BATCH_ROUTES },
      { provide: SPOOL, useValue: null },
      { provide: STREAMS_KNOWN, useValue: null },
      { provide: STREAMS_BY_DAY, useValue: null },
      { provide: DEMONSTRATION, useValue: false },
      ReadingInterceptor,
      ListReader,
      ...PROVIDERS,
      { provide: NEXT_STEP, useValue: () => null },
    ],
  })
  class Reading {}
  const app = await NestFactory.create<NestFastifyApplication>(Reading, fastifyAdapter(), {
    abortOnError: false,
    bodyParser: false,
    logger: false,
  });
  app.useGlobalPipes(new BodyPipe());
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const get = async (url: string, headers = {}): Promise<Response> => {
    const { statusCode, headers: answered, payload } = await app.inject({ method: 'GET', url, headers });
    const json = String(answered['content-type']).includes('json');
    return {
      status: statusCode,
      headers: answered as Response['headers'],
      text: payload,
      body: (json ? JSON.parse(payload) : {}) as Body,
    };
  };
  return { get, lastWritten, app };
}
