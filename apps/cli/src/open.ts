import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { ROLES } from '@quittance/kernel';
import { settingsFrom } from '@quittance/process/environment';
import { roles, subject } from './arguments.js';
import { openInBrowser } from './browser.js';
import { ApiClient, bodyOf } from './client.js';
import { apiAddress } from './connect.js';
import { dataFolder } from './data-folder.js';
import { usage } from './exit.js';
import { printLine } from './terminal.js';

/** Seconds that a session lasts at most: it never outlives the token that asks for it. */
const A_WORKING_DAY = 36_000;

interface Options {
  role: string[];
  sub: string;
  browser: boolean;
}

export const openCommand = (): Command =>
  new Command('open')
    .description('Sign in to the page: print its address with a code that is good once, for 60 seconds')
    .requiredOption('--role <role[,role]>', `one or more of ${ROLES.join(', ')}`, roles)
    .requiredOption('--sub <sub>', 'who signs in: the actor of every fact', subject)
    .option('--no-browser', 'only print the address, also where there is a browser')
    .addHelpText(
      'after',
      `
Where there is a browser, it is opened as well. Works where tokens are signed with the key in DATA_DIR; with a provider
set (OIDC_ISSUER), open the page and sign in there.

Example:
  npm run -s quittance -- open --role manager --sub anna`,
    )
    .action(async ({ role, sub, browser }: Options) => {
      const url = apiAddress();
      const settings = settingsFrom(process.env);
      if (settings.oidc) throw usage(`people sign in at ${settings.oidc.issuer}: open ${url}/session/start`);
      if (settings.auth) throw usage(`tokens come from AUTH_ISSUER: paste one at ${url}/session/start`);
      const folder = await dataFolder(settings);
      if (!(await stat(join(folder, 'issuer.key.json')).catch(() => undefined)))
        throw usage(`${folder} holds no issuer.key.json: set DATA_DIR to that of the running Quittance`);
      const { signDevelopmentToken } = await import('@quittance/http/development-issuer');
      const expiresIn = Math.min(A_WORKING_DAY, settings.longestToken);
      const token = await signDevelopmentToken(folder, { sub, roles: role, expiresIn });
      const api = new ApiClient({ url, token: async () => token });
      try {
        const { code } = bodyOf<{ code: string }>(await api.post('/session/codes'));
        const address = `${url.replace(/\/$/, '')}/session/start#${code}`;
        await printLine(address);
        if (browser) await openInBrowser(address);
      } finally {
        await api.close();
      }
    });
