import { Command } from 'commander';
import { exportAuditCommand } from './audit/export-audit.js';
import { analystsAddressCommand } from './analysts-address.js';
import { backupCommand, restoreCommand } from './backup/command.js';
import { checkCommand } from './check.js';
import { demoCommand } from './demo.js';
import { dunningCommand } from './dunning.js';
import { erasePersonCommand } from './erase-person.js';
import { importCommand } from './import/command.js';
import { migrateDatabaseCommand } from './migrate-database/command.js';
import { migrateStoreCommand } from './migrate-store/command.js';
import { productVersion } from '@quittance/process/environment';
import { openCommand } from './open.js';
import { parkedCommand } from './parked.js';
import { replayCommand } from './replay/command.js';
import { reportCommand } from './report.js';
import { revokeTokensCommand } from './revoke-tokens.js';
import { statusCommand } from './status.js';
import { tokenCommand } from './token.js';

/** The whole command line, without running it. */
export function commandLine(): Command {
  const program = new Command('quittance')
    .description('Receivables from the command line. Results go to stdout, progress and errors to stderr.')
    .version(productVersion(), '-V, --version', 'print the release')
    // Options behind the name of a command are that command's, also where a command above has one of the name.
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: false })
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 rows rejected or something found, 2 usage or settings, 3 API unreachable, 4 refused
by the API (any 4xx) or the import as a whole, 130 interrupted. QUITTANCE_URL (http://127.0.0.1:3000) names the API, QUITTANCE_TOKEN the token; without one
the key in DATA_DIR signs it.

Example:
  npm run -s quittance -- report aging --as-of 2026-03-31`,
    );

  for (const command of [
    importCommand(),
    reportCommand(),
    dunningCommand(),
    demoCommand(),
    openCommand(),
    tokenCommand(),
    revokeTokensCommand(),
    statusCommand(),
    parkedCommand(),
    checkCommand(),
    replayCommand(),
    erasePersonCommand(),
    exportAuditCommand(),
    migrateStoreCommand(),
    migrateDatabaseCommand(),
    analystsAddressCommand(),
    backupCommand(),
    restoreCommand(),
  ]) {
    program.addCommand(command);
  }
  throwing(program);
  return program;
}

/** Usage errors are thrown, not ended by commander, in every command below too; they begin as all errors do. */
function throwing(command: Command): void {
  command.exitOverride();
  command.configureOutput({
    outputError: (text, write) => write(text.replace(/^error: /, 'quittance: ')),
  });
  command.commands.forEach(throwing);
}
