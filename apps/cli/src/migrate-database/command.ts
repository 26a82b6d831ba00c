import { Command, Option } from 'commander';

export const migrateDatabaseCommand = (): Command =>
  new Command('migrate-database')
    .description(
      'Copy the read side with the keys of personal data into another PostgreSQL, and compare the two',
    )
    .addOption(
      new Option(
        '--to <url>',
        'an empty database of PostgreSQL 15 or later; its owner must be the user of the address',
      )
        .env('QUITTANCE_MIGRATE_DATABASE')
        .makeOptionMandatory(),
    )
    .option('--json', 'one line of JSON last')
    .addHelpText(
      'after',
      `
Reads DATABASE_URL, or the embedded PostgreSQL of DATA_DIR while it runs. Copies the keys and secrets (vault), what commands
need (write_side), the mirror of the log and the tables of the reports, in one transaction: cut off anywhere, the target is
as empty as before, and the same command starts over. Stop what writes first. Rebuild tables of analysts with replay.
An address with a password belongs into the variable: command lines can be read by every account of the machine.

Example:
  npm run -s quittance -- migrate-database --to postgres://quittance@db/quittance_read`,
    )
    .action(async (options: { to: string; json?: boolean }) => {
      const { migrateDatabase } = await import('./migrate-database.js');
      await migrateDatabase(options);
    });
