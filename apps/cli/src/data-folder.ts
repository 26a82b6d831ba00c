import { resolve } from 'node:path';
import type { Settings } from '@quittance/process/environment';
import { usage } from './exit.js';

/** The data folder that an installation with these settings uses. @throws Exit (usage) it cannot be used */
export async function dataFolder(settings: Settings): Promise<string> {
  // Only the default one may lie elsewhere.
  if (settings.databaseUrl || settings.dataDirGiven) return resolve(settings.dataDir);
  const { CannotStart, dataDirOf } = await import('@quittance/embedded');
  try {
    return dataDirOf(settings).path;
  } catch (error) {
    if (error instanceof CannotStart) throw usage(error.message);
    throw error;
  }
}
