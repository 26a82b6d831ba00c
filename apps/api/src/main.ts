import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { authenticator } from '@quittance/http';
import {
  asked,
  DEVELOPMENT_WARNING,
  mustKnowIssuer,
  runService,
  type Service,
  type Settings,
  SettingsError,
} from '@quittance/process';
import { migrate } from '@quittance/read-model';
import { entityClock } from '@quittance/kernel';
import { PROJECTIONS } from '@quittance/receivables';
import { createApi } from './create-api.js';

/** How long requests under way may take to finish at the end. */
const LAST_REQUESTS_MS = 8_000;

/** Opens the door, and closes it after the requests under way. */
async function answer({ settings, log, store, pool, tracing, signal, ready }: Service): Promise<void> {
  if (settings.authDevelopment) log.warn(DEVELOPMENT_WARNING);
  const authenticate = await authenticator(settings);
  const parts = {
    store,
    pool,
    clock: entityClock(settings.timeZone, settings.clockOffsetDays),
    entity: settings.legalEntity,
    timeZone: settings.timeZone,
    dueYearsMost: settings.dueYearsMost,
    spool: join(settings.dataDir, 'imports'),
    mailFrom: settings.mailFrom,
    // Who signs tokens with a file evaluates: nobody fills a production installation by a click.
    demonstration: settings.auth === undefined,
  };
  const app = await createApi(parts, authenticate, log, tracing, settings);
  const url = await listen(app, settings);
  log.info({ url }, 'listening');
  ready({ url });
  await asked(signal);
  log.info('stopping');
  await app.close();
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

runService(
  {
    name: 'api',
    migrate: (databaseUrl) => migrate(databaseUrl, PROJECTIONS),
    connections: 20,
    lastWork: LAST_REQUESTS_MS,
    check: mustKnowIssuer,
  },
  answer,
);
