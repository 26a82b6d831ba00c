import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileSystemError, logsIn } from '@quittance/embedded';
import type { Settings } from '@quittance/kernel';
import type { Stores } from './part.js';
import { checkPort } from './ports.js';

/** The production form: both URLs were given, nothing embedded starts. The data folder keeps logs and the key only. */
export async function givenStores(settings: Settings): Promise<Stores> {
  const dataDir = resolve(settings.dataDir);
  try {
    mkdirSync(logsIn(dataDir), { recursive: true });
  } catch (error) {
    throw fileSystemError(error, dataDir);
  }
  await checkPort('PORT', settings.port, settings.host);
  return {
    databaseUrl: settings.databaseUrl!,
    eventStoreUrl: settings.eventStoreUrl!,
    dataDir,
    mark: `--data-dir=${dataDir}`,
    announce: () => undefined,
  };
}
