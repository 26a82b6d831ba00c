import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStoreNode, startEventStoreNode } from '@quittance/embedded';
import {
  connectEventStore,
  type EventStore,
  type Position,
  type RecordedFact,
  Vault,
} from '@quittance/event-store';
import { authenticator, type Problem, signDevelopmentToken } from '@quittance/http';
import { type Clock, entityClock } from '@quittance/kernel';
import { migrate, openDatabase, Projector } from '@quittance/read-model';
import { FACT_STREAMS, isFactType, PROJECTIONS } from '@quittance/receivables';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { createApi } from '../../apps/api/src/create-api.js';
import { startTestDatabases } from './stores.js';

export const ENTITY = 'main';
export const ZONE = 'Europe/Rome';

export type Role = 'clerk' | 'manager' | 'analyst' | 'auditor' | 'admin';

/** An answer with its body, read whole. */
export interface Answered<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface PostOptions {
  /** The Idempotency-Key; a new one when left out, none when null. */
  key?: string | null;
  ifMatch?: string;
  headers?: Record<string, string>;
}

/** Somebody with a token. Bodies that are no texts are sent as JSON. */
export interface Caller {
  sub: string;
  token: string;
  ask<Body = Record<string, unknown>>(path: string, init?: RequestInit): Promise<Answered<Body>>;
  /** GET; `after` waits until the position is projected. */
  get<Body = Record<string, unknown>>(path: string, after?: string): Promise<Answered<Body>>;
  post<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    options?: PostOptions,
  ): Promise<Answered<Body>>;
  /** POST that must be answered 200 or 201. */
  done<Body = Written>(path: string, body: unknown, options?: PostOptions): Promise<Body>;
  /** POST that must be refused: the problem, with `field rule` of each error. */
  refused(path: string, body: unknown, options?: PostOptions): Promise<Problem & { fields: string[] }>;
}

export interface Written {
  id: string;
  revision: number;
  position: string;
}

/** All of Quittance for one test file, on stores of its own: event store node, PostgreSQL, projector, api. */
export interface Quittance {
  url: string;
  dataDir: string;
  databaseUrl: string;
  eventStoreUrl: string;
  store: EventStore;
  pool: Pool;
  clock: Clock;
  /** A caller with these roles. Subs are names of people: `anna` when left out. */
  as(roles: Role | Role[], sub?: string): Promise<Caller>;
  callerWith(token: string | null, sub?: string): Caller;
  /** The facts of the business in the log, after a position where one is given; heartbeats left out. */
  facts(after?: Position): Promise<RecordedFact[]>;
  /** Stops projecting and goes on with it. */
  projector: { stop(): Promise<void>; start(): void };
  /** Takes the event store away, and brings it back on the same port. */
  eventStoreNode: { stop(): Promise<void>; start(): Promise<void> };
  stop(): Promise<void>;
}

/** Starts it in this process. Call `stop` in `afterAll`. @param options.clock another business today */
export async function startQuittance(options: { clock?: Clock } = {}): Promise<Quittance> {
  const databases = await startTestDatabases();
  const node = await nodeOf(databases.eventsDatabaseUrl);
  const eventStoreUrl = `esdb://127.0.0.1:${node.port}?tls=false`;
  await migrate(databases.databaseUrl, PROJECTIONS);
  const store = connectEventStore(eventStoreUrl);
  const pool = openDatabase(databases.databaseUrl);
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const clock = options.clock ?? entityClock(ZONE);
  const projecting = projectorOf(store, pool, log);
  const dataDir = await mkdtemp(join(tmpdir(), 'quittance-test-'));
  const parts = { store, pool, clock, entity: ENTITY, timeZone: ZONE };
  const api = await createApi(parts, await authenticator({ dataDir }), log);
  await api.listen({ host: '127.0.0.1', port: 0 });
  const url = (await api.getUrl()).replace('[::1]', '127.0.0.1');

  const callerWith: Quittance['callerWith'] = (token, sub = '') => caller(url, token, sub);
  return {
    ...{ url, dataDir, store, pool, clock, callerWith },
    databaseUrl: databases.databaseUrl,
    eventStoreUrl,
    async as(roles, sub = 'anna') {
      return callerWith(await signDevelopmentToken(dataDir, { sub, roles: [roles].flat() }), sub);
    },
    async facts(after) {
      const facts: RecordedFact[] = [];
      for await (const fact of store.readAll({ after }))
        if (!fact.stream.startsWith('heartbeat-')) facts.push(fact);
      return facts;
    },
    projector: projecting,
    eventStoreNode: node,
    async stop() {
      await api.close();
      await projecting.stop();
      await store.close();
      await pool.end();
      await node.stop();
      await databases.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function nodeOf(databaseUrl: string): Promise<Quittance['eventStoreNode'] & { port: number }> {
  const start = (port: number) => startEventStoreNode({ databaseUrl, host: '127.0.0.1', port });
  let node: EventStoreNode | undefined = await start(0);
  const { port } = node;
  return {
    port,
    async start() {
      node ??= await start(port);
    },
    async stop() {
      await node?.stop();
      node = undefined;
    },
  };
}

function projectorOf(store: EventStore, pool: Pool, log: pino.Logger): Quittance['projector'] {
  let projector: Projector | undefined;
  let running: Promise<void> = Promise.resolve();
  const start = (): void => {
    projector = new Projector({
      ...{ store, pool, log, entity: ENTITY, projections: PROJECTIONS, streams: FACT_STREAMS },
      knows: isFactType,
      opener: new Vault(pool),
    });
    running = projector.run();
    running.catch((error: Error) => log.error(error));
  };
  start();
  return {
    start,
    async stop() {
      projector?.stop();
      await running.catch(() => undefined);
    },
  };
}

function caller(url: string, token: string | null, sub: string): Caller {
  const ask: Caller['ask'] = async <Body>(path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(url + path, { ...init, headers });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    const body = (json ? JSON.parse(text) : text) as Body;
    return { status: response.status, headers: response.headers, body };
  };
  const post: Caller['post'] = (path, body, { key = randomUUID(), ifMatch, headers } = {}) =>
    ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(key !== null && { 'idempotency-key': key }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...headers,
      },
    });
  return {
    sub,
    token: token ?? '',
    ask,
    get: (path, after) =>
      ask(after === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}after=${after}`),
    post,
    async done<Body>(path: string, body: unknown, options?: PostOptions) {
      const answered = await post<Body>(path, body, options);
      if (answered.status >= 300) throw new Error(`${answered.status} ${JSON.stringify(answered.body)}`);
      return answered.body;
    },
    async refused(path, body, options) {
      const { status, headers, body: problem } = await post<Problem>(path, body, options);
      if (status < 400) throw new Error(`${path} was not refused: ${status}`);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(problem.status).toBe(status);
      return { ...problem, fields: problem.errors.map(({ field, rule }) => `${field} ${rule}`) };
    },
  };
}
