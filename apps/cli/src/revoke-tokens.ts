import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { settingsFrom } from '@quittance/process/environment';
import { dataFolder } from './data-folder.js';
import { usage } from './exit.js';
import { printLine } from './terminal.js';

export const revokeTokensCommand = (): Command =>
  new Command('revoke-tokens')
    .description('Take back every token of the development issuer, and end every session')
    .addHelpText(
      'after',
      `
Replaces the keys of both in DATA_DIR. Works at once, also while Quittance runs: every token that was printed before, and every
session of the page, is refused with 401. Print new tokens with token, sign in again with open.
With AUTH_ISSUER set, tokens are taken back there (docs/production.md).

Example:
  npm run -s quittance -- revoke-tokens`,
    )
    .action(async () => {
      const settings = settingsFrom(process.env);
      if (settings.auth)
        throw usage(`tokens come from AUTH_ISSUER, and are taken back there: ${settings.auth.issuer}`);
      const folder = await dataFolder(settings);
      // One made here would be of no installation.
      if (!(await stat(join(folder, 'issuer.key.json')).catch(() => undefined)))
        throw usage(`${folder} holds no issuer.key.json: set DATA_DIR to that of the running Quittance`);
      const { replaceDevelopmentKey, replaceSessionKey } = await import('@quittance/http/development-issuer');
      const replaced = replaceDevelopmentKey(folder).then(() => replaceSessionKey(folder));
      await replaced.catch((error: Error) => {
        throw usage(`${folder}: the key cannot be replaced: ${error.message}`);
      });
      await printLine('Every token of this installation is taken back, and every session has ended');
    });
