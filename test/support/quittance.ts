import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStoreNode, startEventStoreNode } from '@quittance/embedded';
import {
  connectEventStore,
  type EventStore,
  type Position,
  type RecordedFact,
  StoreUnavailableError,
  Vault,
} from '@quittance/event-store';
import { authenticator, signDevelopmentToken } from '@quittance/http';
import { type Clock, entityClock } from '@quittance/kernel';
import { Projector } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { FACT_STREAMS, isFactType, PROJECTIONS } from '@quittance/receivables';
import type { Pool } from 'pg';
import { type Logger, pino } from 'pino';
import { createApi, type Door } from '../../apps/api/src/create-api.js';
import { type Caller, caller, type Role } from './caller.js';
import { startTestDatabases } from './stores.js';

export type { Answered, Caller, PostOptions, Role, Written } from './caller.js';

export const ENTITY = 'main';
export const ZONE = 'Europe/Rome';

/** All of Quittance for one test file, on stores of its own: event store node, PostgreSQL, projector, api. */
export interface Quittance {
  url: string;
  dataDir: string;
  databaseUrl: string;
  /** The superuser, in the database of the read side. */
  adminUrl: string;
  /** Of the event store node: to tamper with what it keeps. */
  eventsDatabaseUrl: string;
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

export interface QuittanceOptions {
  /** Another business today. */
  clock?: Clock;
  /** Where the api and the projector log to. */
  log?: Logger;
  addresses?: Door;
  /** Streams that may be deleted, as an installation's node takes them when left out; `['']`: all, as in EventStoreDB. */
  erasable?: readonly string[];
}

/** Starts it in this process. Call `stop` in `afterAll`. */
export async function startQuittance(options: QuittanceOptions = {}): Promise<Quittance> {
  const databases = await startTestDatabases(PROJECTIONS);
  const node = await nodeOf(databases.eventsDatabaseUrl, options.erasable);
  const eventStoreUrl = `esdb://127.0.0.1:${node.port}?tls=false`;
  const store = connectEventStore(eventStoreUrl);
  const pool = openDatabase(databases.databaseUrl);
  const log = options.log ?? pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const clock = options.clock ?? entityClock(ZONE);
  const projecting = projectorOf(store, pool, log);
  const dataDir = await mkdtemp(join(tmpdir(), 'quittance-test-'));
  const parts = { store, pool, clock, entity: ENTITY, timeZone: ZONE, demonstration: true };
  const door = { dataDir, ...options.addresses };
  const api = await createApi(parts, await authenticator({ dataDir }), log, undefined, door);
  await api.listen({ host: '127.0.0.1', port: 0 });
  const url = (await api.getUrl()).replace('[::1]', '127.0.0.1');

  const callerWith: Quittance['callerWith'] = (token, sub = '') => caller(url, token, sub);
  return {
    ...{ url, dataDir, store, pool, clock, callerWith },
    databaseUrl: databases.databaseUrl,
    adminUrl: databases.adminUrl,
    eventsDatabaseUrl: databases.eventsDatabaseUrl,
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

async function nodeOf(
  databaseUrl: string,
  erasable?: readonly string[],
): Promise<Quittance['eventStoreNode'] & { port: number }> {
  // No machine is so busy that a write fails for that alone.
  const rules = { erasable, writeLimit: 60_000 };
  const start = (port: number) =>
    startEventStoreNode({ databaseUrl, host: '127.0.0.1', access: 'plaintext', port, ...rules });
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

function projectorOf(store: EventStore, pool: Pool, log: Logger): Quittance['projector'] {
  let projector: Projector | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const start = (): void => {
    stopped = false;
    projector = new Projector({
      ...{ store, pool, log, entity: ENTITY, projections: PROJECTIONS, streams: FACT_STREAMS },
      knows: isFactType,
      opener: new Vault(pool),
    });
    running = projector.run();
    // As whoever runs the process does: on a machine that does much else a store may not answer at the start.
    running.catch((error: Error) => {
      log.error(error);
      if (error instanceof StoreUnavailableError && !stopped) start();
    });
  };
  start();
  return {
    start,
    async stop() {
      stopped = true;
      projector?.stop();
      await running.catch(() => undefined);
    },
  };
}
