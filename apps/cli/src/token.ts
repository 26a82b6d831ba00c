import { Command } from 'commander';
import { ROLES } from '@quittance/kernel';
import { mustKnowIssuer, settingsFrom } from '@quittance/process/environment';
import { roles, subject, whole } from './arguments.js';
import { dataFolder } from './data-folder.js';
import { usage } from './exit.js';
import { printLine } from './terminal.js';

const DAY = 86_400;

interface Options {
  role: string[];
  sub: string;
  expiresIn?: number;
}

export const tokenCommand = (): Command =>
  new Command('token')
    .description('Print a token of the development issuer')
    .requiredOption('--role <role[,role]>', `one or more of ${ROLES.join(', ')}`, roles)
    .requiredOption('--sub <sub>', 'who the token speaks for: the actor of every fact', subject)
    .option(
      '--expires-in <seconds>',
      'how long it is valid: at most AUTH_MOST_LIFETIME, a day unless set',
      whole(1, 3650 * DAY),
    )
    .addHelpText(
      'after',
      `
Signed with the key in DATA_DIR, which is made at first need. With AUTH_ISSUER set, tokens come from there.

Example:
  npm run -s quittance -- token --role clerk,manager --sub anna`,
    )
    .action(async ({ role, sub, ...options }: Options) => {
      const settings = settingsFrom(process.env);
      const { expiresIn = Math.min(DAY, settings.longestToken) } = options;
      if (settings.auth) throw usage(`tokens come from AUTH_ISSUER: ${settings.auth.issuer}`);
      mustKnowIssuer(settings);
      const { longestToken } = settings;
      if (expiresIn > longestToken) {
        throw usage(
          `--expires-in: ${expiresIn} is more than the API takes (${longestToken}); set AUTH_MOST_LIFETIME for both, or ask for less`,
        );
      }
      const { signDevelopmentToken } = await import('@quittance/http/development-issuer');
      const folder = await dataFolder(settings);
      const token = await signDevelopmentToken(folder, { sub, roles: role, expiresIn }).catch(
        (error: Error) => {
          throw usage(`${folder}: no token can be signed: ${error.message.split('\n')[0]}`);
        },
      );
      await printLine(token);
    });
