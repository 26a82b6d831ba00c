import { Command } from 'commander';
import { settingsFrom } from '@quittance/process/environment';
import { dataFolder } from './data-folder.js';
import { EXIT, Exit, usage } from './exit.js';
import { printLine } from './terminal.js';

export const analystsAddressCommand = (): Command =>
  new Command('analysts-address')
    .description('Print where Power BI, DBeaver and others read with SQL, with the password')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
For the embedded stores, started with ANALYSTS_PORT. Whoever has the password reads facts and reports, names included; nobody
can write with it. To change it, stop, remove analysts.password in DATA_DIR, start (docs/analysts.md).

Example:
  npm run -s quittance -- analysts-address`,
    )
    .action(async ({ json }: { json?: boolean }) => {
      const settings = settingsFrom(process.env);
      if (settings.databaseUrl) throw usage('ANALYSTS_PORT works with the embedded stores only');
      const { analystsPassword, CannotStart, embeddedUrls } = await import('@quittance/embedded');
      const folder = await dataFolder(settings);
      const { analysts } = await embeddedUrls(folder).catch((error: Error) => {
        throw error instanceof CannotStart
          ? new Exit(error.exitCode === 3 ? EXIT.unreachable : EXIT.usage, error.message)
          : error;
      });
      const password = analysts && analystsPassword(folder);
      if (!password)
        throw usage('the running Quittance lets no analysts in: start it with ANALYSTS_PORT=5433');
      if (json) return printLine(JSON.stringify({ ...analysts, password }));
      const { host, port, database, user } = analysts;
      await printLine(
        [`server    ${host}`, `port      ${port}`, `database  ${database}`, `user      ${user}`].join('\n') +
          `\npassword  ${password}`,
      );
    });
