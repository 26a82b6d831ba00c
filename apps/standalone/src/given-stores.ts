import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { closeFolder, fileSystemError, makeLogs, withMark } from '@quittance/embedded';
import type { Settings } from '@quittance/process/environment';
import type { Stores } from './part.js';
import { checkPort } from './ports.js';

/** The production form: both URLs were given, nothing embedded starts. The data folder keeps logs and the key only. */
export async function givenStores(settings: Settings, tell: (line: string) => void): Promise<Stores> {
  const dataDir = resolve(settings.dataDir);
  try {
    mkdirSync(dataDir, { recursive: true });
    const open = closeFolder(dataDir, undefined);
    if (open) tell(open);
    makeLogs(dataDir);
  } catch (error) {
    throw fileSystemError(error, dataDir);
  }
  const mark = `--data-dir=${dataDir}`;
  const ending = (): boolean => withMark(mark).length > 0;
  await checkPort('PORT', settings.port, settings.host, { ending, tell });
  return {
    databaseUrl: settings.databaseUrl!,
    eventStoreUrl: settings.eventStoreUrl!,
    dataDir,
    mark,
    announce: () => undefined,
  };
}
