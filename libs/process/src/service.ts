import { setTimeout as delay } from 'node:timers/promises';
import { connectEventStore, type EventStore } from '@quittance/event-store';
import { mustExist } from './must-exist.js';
import { settingsFrom, type Settings } from './settings.js';
import { SettingsError } from './settings-error.js';
import { wordsOf } from '@quittance/kernel';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { openDatabase } from './database.js';
import { sessionName } from './sessions.js';
import { openLog } from './log.js';
import { startTracing, type Tracing } from './tracing.js';

/** What a process over both stores has: open connections, its log, and the signal that asks it to end. */
export interface Service {
  settings: Settings & { databaseUrl: string; eventStoreUrl: string };
  log: Logger;
  store: EventStore;
  pool: Pool;
  /** Where an exporter is set. */
  tracing?: Tracing;
  /** Aborted by SIGTERM, SIGINT, or when the process that started this one is gone. */
  signal: AbortSignal;
  /** Says to the process that started this one that it is up. */
  ready: (said?: object) => void;
}

export interface ServiceOptions {
  name: string;
  /** Brings the database's tables up to date before it is used. `changed` names projections that need a rebuild. */
  migrate: (databaseUrl: string) => Promise<{ changed: readonly string[] }>;
  /** Connections to PostgreSQL at most. */
  connections: number;
  /** Milliseconds that the work in hand may take to finish at the end. */
  lastWork: number;
  /** What else the settings must hold, before anything is reached. @throws SettingsError */
  check?: (settings: Settings) => void;
}

/** How long stores that are just starting are waited for. */
const PATIENCE = 10_000;

class Unreachable extends Error {}

/**
 * Runs a process over both stores until its work ends. Exit 0 when asked to stop, 2 for settings, 3 when a store
 * cannot be reached, the error's own `exitCode` or 1 otherwise; one line on stderr, never a stack trace.
 */
export function runService(options: ServiceOptions, work: (service: Service) => Promise<void>): void {
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    setTimeout(() => process.exit(0), options.lastWork).unref();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop);
  serve(options, stopping.signal, work).then(
    () => process.exit(0),
    (error: Error & { exitCode?: number }) => {
      process.stderr.write(`${lastWords(error)}\n`);
      process.exit(
        error instanceof SettingsError ? 2 : error instanceof Unreachable ? 3 : (error.exitCode ?? 1),
      );
    },
  );
}

/** Ours say what to do; what nobody foresaw may quote values, and the line goes into a log. */
function lastWords(error: Error & { exitCode?: number }): string {
  const isOurs =
    error instanceof SettingsError || error instanceof Unreachable || error.exitCode !== undefined;
  return (isOurs ? error.message : wordsOf(error)).split('\n')[0]!;
}

async function serve(
  { name, migrate, connections, check }: ServiceOptions,
  signal: AbortSignal,
  work: (service: Service) => Promise<void>,
): Promise<void> {
  const settings = settingsFrom(process.env);
  const { databaseUrl, eventStoreUrl } = settings;
  if (!databaseUrl || !eventStoreUrl) {
    throw new SettingsError(
      `DATABASE_URL and EVENTSTORE_URL: the ${name} needs both; \`npm start\` brings its own stores`,
    );
  }
  mustExist(settings);
  check?.(settings);
  const log = openLog(name, settings.logLevel);
  const { changed } = await reach('the database', signal, () => migrate(databaseUrl));
  if (changed.length > 0) log.warn({ changed }, 'projections changed since their tables were made');
  const store = connectEventStore(eventStoreUrl);
  await reach('the event store', signal, () => store.end());
  const pool = openDatabase(databaseUrl, { max: connections, name: sessionName(name) });
  const tracing = settings.otlpEndpoint ? await startTracing(`quittance-${name}`) : undefined;
  const ready = (said: object = {}): void => void process.send?.({ ready: said });
  try {
    const given = { ...settings, databaseUrl, eventStoreUrl };
    await work({ settings: given, log, store, pool, tracing, signal, ready });
  } finally {
    await Promise.allSettled([store.close(), pool.end(), tracing?.stop()]);
  }
}

/** @throws Unreachable */
async function reach<T>(what: string, signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until || signal.aborted) {
        throw new Unreachable(`${what} cannot be reached: ${(error as Error).message}`);
      }
      await delay(300);
    }
  }
}

/** Resolves when the signal is given. */
export const asked = (signal: AbortSignal): Promise<void> =>
  signal.aborted
    ? Promise.resolve()
    : new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
