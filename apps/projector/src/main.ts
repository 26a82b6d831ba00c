import { setTimeout as delay } from 'node:timers/promises';
import { connectEventStore, Vault } from '@quittance/event-store';
import { settingsFrom, SettingsError } from '@quittance/kernel';
import { Lease, migrate, openDatabase, Projector, ProjectorStop } from '@quittance/read-model';
import { FACT_STREAMS, isFactType, PROJECTIONS } from '@quittance/receivables';
import { pino } from 'pino';

/** How long the batch in hand may take to finish at the end. */
const LAST_BATCH_MS = 3_000;
/** How long stores that are just starting are waited for. */
const PATIENCE_MS = 10_000;

class Unreachable extends Error {}

const stopping = new AbortController();

async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const { databaseUrl, eventStoreUrl } = settings;
  if (!databaseUrl || !eventStoreUrl) {
    throw new SettingsError(
      'DATABASE_URL and EVENTSTORE_URL: the projector needs both; `npm start` brings its own stores',
    );
  }
  const log = pino({
    level: settings.logLevel,
    base: { app: 'projector' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  const { changed } = await reach('the database', () => migrate(databaseUrl, PROJECTIONS));
  if (changed.length) log.warn({ changed }, 'projections changed since their tables were made');
  const store = connectEventStore(eventStoreUrl);
  await reach('the event store', () => store.end());
  const pool = openDatabase(databaseUrl, { max: 4, name: 'quittance projector' });
  const projector = new Projector({
    store,
    pool,
    log,
    projections: PROJECTIONS,
    streams: FACT_STREAMS,
    entity: settings.legalEntity,
    knows: isFactType,
    opener: new Vault(pool),
  });
  stopping.signal.addEventListener('abort', () => projector.stop());
  const lease = await Lease.acquire({
    databaseUrl,
    signal: stopping.signal,
    standby: () => {
      log.info({}, 'another projector is at work: standing by');
      process.send?.({ ready: { standby: true } });
    },
    asked: () => projector.beat(),
  });
  try {
    if (lease) {
      log.info({}, 'projecting');
      process.send?.({ ready: {} });
      await projector.run();
    }
  } finally {
    log.info(projector.counts, 'stopped');
    await Promise.allSettled([lease?.release(), store.close(), pool.end()]);
  }
}

/** @throws Unreachable */
async function reach<T>(what: string, attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until || stopping.signal.aborted) {
        throw new Unreachable(`${what} cannot be reached: ${(error as Error).message}`);
      }
      await delay(300);
    }
  }
}

/** Ends after the batch in hand; what was not written comes again at the next start. */
function stop(): void {
  if (stopping.signal.aborted) return;
  stopping.abort();
  setTimeout(() => process.exit(0), LAST_BATCH_MS).unref();
}
process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop);

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.message.split('\n')[0]}\n`);
    if (error instanceof ProjectorStop) process.exit(error.exitCode);
    process.exit(error instanceof SettingsError ? 2 : error instanceof Unreachable ? 3 : 1);
  },
);
