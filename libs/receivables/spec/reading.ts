import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { memoryEventStore } from '@quittance/event-store';
import { BodyPipe, fastifyAdapter, LastWritten, ProblemFilter } from '@quittance/http';
import { ProjectorWatch } from '@quittance/reading';
import type { Clock } from '@quittance/kernel';
import { Pool } from 'pg';
import { CLOCK, ENTITY, EVENT_STORE, TIME_ZONE } from '../src/parts.js';
import { READ_CONTROLLERS, READ_PROVIDERS } from '../src/reads.js';

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
    controllers: READ_CONTROLLERS,
    providers: [
      { provide: Pool, useValue: pool },
      { provide: CLOCK, useValue: clock },
      { provide: EVENT_STORE, useValue: memoryEventStore() },
      { provide: ENTITY, useValue: 'main' },
      { provide: TIME_ZONE, useValue: 'Europe/Rome' },
      { provide: LastWritten, useValue: lastWritten },
      { provide: ProjectorWatch, useValue: new ProjectorWatch(pool) },
      ...READ_PROVIDERS,
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
