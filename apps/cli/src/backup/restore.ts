import { restore } from '@quittance/embedded';
import { settingsFrom } from '@quittance/process/environment';
import { usage } from '../exit.js';
import { pathOf, printLine } from '../terminal.js';
import { ByteProgress, exitFor, interruptible } from './progress.js';

/** What `quittance restore` does. */
export async function restoreBackup(name: string, { json }: { json?: boolean }): Promise<void> {
  const settings = settingsFrom(process.env);
  if (settings.databaseUrl)
    throw usage('restore fills DATA_DIR for the embedded stores: leave out DATABASE_URL and EVENTSTORE_URL');
  const began = Date.now();
  const progress = new ByteProgress();
  const { signal, done } = interruptible('interrupted: DATA_DIR holds no installation; run it again');
  try {
    const { dataDir, manifest } = await restore({
      ...{ settings, folder: pathOf(name), signal },
      progress: (step, bytes) => progress.show(step, bytes),
    });
    progress.end();
    const { takenAt, release, files } = manifest;
    const ms = Date.now() - began;
    if (json) return await printLine(JSON.stringify({ dataDir, takenAt, release, files: files.length, ms }));
    await printLine(`${dataDir}: restored as of ${takenAt}, made by ${release}, in ${ms} ms`);
    await printLine('Start it with npm start; quittance check --deep looks through the whole of it');
  } catch (error) {
    progress.end();
    throw exitFor(error);
  } finally {
    done();
  }
}
