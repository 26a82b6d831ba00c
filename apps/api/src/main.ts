import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { connectEventStore } from '@quittance/event-store';
import { authenticator } from '@quittance/http';
import { entityClock, settingsFrom, SettingsError, type Settings } from '@quittance/kernel';
import { migrate, openDatabase } from '@quittance/read-model';
import { PROJECTIONS } from '@quittance/receivables';
import { createApi } from './create-api.js';
import { openLog } from './log.js';

/** How long requests under way may take to finish at the end. */
const LAST_REQUESTS_MS = 8_000;

class Unreachable extends Error {}

/** What is open, to be closed at the end; nothing before the door is. */
let close = async (): Promise<void> => {};

async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const { databaseUrl, eventStoreUrl } = settings;
  if (!databaseUrl || !eventStoreUrl) {
    throw new SettingsError(
      'DATABASE_URL and EVENTSTORE_URL: the api needs both; `npm start` brings its own stores',
    );
  }
  const log = openLog(settings.logLevel);
  const authenticate = await authenticator(settings);
  await reach('the database', () => migrate(databaseUrl, PROJECTIONS));
  const store = connectEventStore(eventStoreUrl);
  await reach('the event store', () => store.end());
  const pool = openDatabase(databaseUrl, { max: 20, name: 'quittance api' });
  const parts = {
    store,
    pool,
    clock: entityClock(settings.timeZone, settings.clockOffsetDays),
    entity: settings.legalEntity,
    timeZone: settings.timeZone,
  };
  const app = await createApi(parts, authenticate, log);
  const url = await listen(app, settings);
  close = async () => {
    await app.close();
    await Promise.allSettled([store.close(), pool.end()]);
  };
  log.info({ url }, 'listening');
  process.send?.({ ready: { url } });
}

/** Stores that are just starting are waited for a little. @throws Unreachable */
async function reach<T>(what: string, attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw new Unreachable(`${what} cannot be reached: ${(error as Error).message}`);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

/** @throws SettingsError when the port is in use or may not be had */
async function listen(app: NestFastifyApplication, { host, port }: Settings): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new SettingsError(`PORT: ${port} is in use on ${host}; set another, or 0`);
    if (code === 'EACCES') throw new SettingsError(`PORT: no right to listen on ${port}; set another, or 0`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new SettingsError(`HOST: ${host} is no address of this machine`);
    }
    throw new Error(`cannot listen on ${host}:${port}: ${message}`, { cause: error });
  }
  const { address, port: actual } = app.getHttpServer().address() as AddressInfo;
  const shown = address === '0.0.0.0' || address === '::' ? 'localhost' : address;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${actual}`;
}

/** Ends after the requests under way: asked by a signal, or left alone by the process that started it. */
let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), LAST_REQUESTS_MS).unref();
  void close().then(() => process.exit(0));
}
process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop);

main().catch((error: Error) => {
  process.stderr.write(`${error.message.split('\n')[0]}\n`);
  process.exit(error instanceof SettingsError ? 2 : error instanceof Unreachable ? 3 : 1);
});
