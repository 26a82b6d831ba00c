import { Command } from 'commander';

export const backupCommand = (): Command =>
  new Command('backup')
    .description('Copy a running installation of the embedded stores, whole and as of one instant')
    .argument('<folder>', 'a new folder, on another disk than DATA_DIR')
    .option('--json', 'one line of JSON last')
    .addHelpText(
      'after',
      `
Writes go on meanwhile. The copy holds both databases with the keys of personal data and of MACs, and the key of the
development issuer: whoever reads it reads everything. A person who is erased later is still in it (docs/backup.md).

Example:
  npm run -s quittance -- backup ~/backups/2026-03-31`,
    )
    .action(async (folder: string, options: { json?: boolean }) => {
      const { backup } = await import('./backup.js');
      await backup(folder, options);
    });

export const restoreCommand = (): Command =>
  new Command('restore')
    .description('Restore a backup into an empty DATA_DIR')
    .argument('<folder>', 'what quittance backup made')
    .option('--json', 'one line of JSON last')
    .addHelpText(
      'after',
      `
The backup is checked whole before anything is written; a damaged or incomplete one is refused (exit 1). Nothing is ever
written over an installation: DATA_DIR must be missing or empty (exit 2). Cut off anywhere, it can be run again: it starts over.

Example:
  DATA_DIR=~/restored npm run -s quittance -- restore ~/backups/2026-03-31`,
    )
    .action(async (folder: string, options: { json?: boolean }) => {
      const { restoreBackup } = await import('./restore.js');
      await restoreBackup(folder, options);
    });
