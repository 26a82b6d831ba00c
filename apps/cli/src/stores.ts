import { settingsFrom, type Settings } from '@quittance/process/environment';
import { dataFolder } from './data-folder.js';
import { EXIT, Exit } from './exit.js';

/** Where both stores are: those of DATABASE_URL and EVENTSTORE_URL, else the embedded ones of DATA_DIR, running. */
export interface StoreUrls {
  settings: Settings;
  databaseUrl: string;
  eventStoreUrl: string;
}

/** @throws Exit (unreachable) nothing runs on DATA_DIR; SettingsError */
export async function storeUrls(): Promise<StoreUrls> {
  const settings = settingsFrom(process.env);
  const { databaseUrl, eventStoreUrl } = settings;
  if (databaseUrl && eventStoreUrl) return { settings, databaseUrl, eventStoreUrl };
  const { CannotStart, embeddedUrls } = await import('@quittance/embedded');
  try {
    return { settings, ...(await embeddedUrls(await dataFolder(settings))) };
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    throw new Exit(error.exitCode === 3 ? EXIT.unreachable : EXIT.usage, error.message);
  }
}
