import { backUp } from '@quittance/embedded';
import { productVersion, settingsFrom } from '@quittance/process/environment';
import { dataFolder } from '../data-folder.js';
import { usage } from '../exit.js';
import { pathOf, printLine } from '../terminal.js';
import { ByteProgress, exitFor, gibibytes, interruptible } from './progress.js';

/** What `quittance backup` does. */
export async function backup(name: string, { json }: { json?: boolean }): Promise<void> {
  const settings = settingsFrom(process.env);
  if (settings.databaseUrl)
    throw usage(
      'backup copies the embedded stores; with DATABASE_URL and EVENTSTORE_URL use what those servers have (docs/backup.md)',
    );
  const folder = pathOf(name);
  const began = Date.now();
  const progress = new ByteProgress();
  const { signal, done } = interruptible('interrupted: nothing is left');
  try {
    const made = await backUp({
      ...{ dataDir: await dataFolder(settings), folder, release: productVersion(), signal },
      progress: (bytes) => progress.show('copied', bytes),
    });
    progress.end();
    if (json) return await printLine(JSON.stringify({ folder, ...made, ms: Date.now() - began }));
    await printLine(
      `${folder}: ${made.files} files, ${gibibytes(made.size)}, as of ${made.takenAt}, in ${Date.now() - began} ms`,
    );
    await printLine('It holds personal data and the keys to it: keep it as safe as the installation itself');
  } catch (error) {
    progress.end();
    throw exitFor(error);
  } finally {
    done();
  }
}
