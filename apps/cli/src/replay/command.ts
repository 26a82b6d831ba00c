import { Command } from 'commander';
import { oneOf, whole } from '../arguments.js';
import type { ReplayOptions } from './replay.js';

export const replayCommand = (): Command =>
  new Command('replay')
    .description('Rebuild the tables of a projection from all facts, then swap them in whole')
    .argument(
      '[projection]',
      'its name, one of the folder, or all; an unknown one is answered with the names',
    )
    .option(
      '--from <source>',
      'read the facts from the mirror or the store',
      oneOf('mirror', 'store'),
      'mirror',
    )
    .option('--dry-run', 'swap nothing')
    .option('--diff', 'with --dry-run: which rows would change; exit 1 when some would')
    .option('--rows <n>', 'differing rows shown of a table', whole(0, 10_000), 100)
    .option('--folder <folder>', "analysts' projections, one a file (ANALYSTS_DIR)")
    .option('--drop-old', 'drop the tables that earlier rebuilds replaced')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Works on DATABASE_URL and EVENTSTORE_URL, else on the embedded stores of DATA_DIR while they run. Readers see the old
tables until the moment they see the new ones. Ctrl-C at any time leaves the live tables as they were. A projection of
the folder is built into the schema analysis and touches nothing else (docs/analysts.md).

Examples:
  npm run -s quittance -- replay all --dry-run --diff
  npm run -s quittance -- replay days_to_pay --folder docs/examples/analysts`,
    )
    .action(async (name: string | undefined, options: ReplayOptions) => {
      // Not before it is asked for: what does the work takes seconds to load on a slow machine.
      const { replay } = await import('./replay.js');
      await replay(name, options);
    });
