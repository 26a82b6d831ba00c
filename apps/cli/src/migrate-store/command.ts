import { Command, Option } from 'commander';
import type { MigrateOptions } from './migrate-store.js';

export const migrateStoreCommand = (): Command =>
  new Command('migrate-store')
    .description(
      'Move the whole history into another event store, such as a real cluster, and compare the two',
    )
    .addOption(
      new Option(
        '--from <url>',
        'the event store to read; EVENTSTORE_URL, or the embedded one of DATA_DIR, when left out',
      ).env('QUITTANCE_MIGRATE_FROM'),
    )
    .addOption(
      new Option('--to <url>', 'the event store to fill: empty, or where this command was cut off')
        .env('QUITTANCE_MIGRATE_TO')
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--verify <url>',
        `an empty PostgreSQL database: the target is projected into it, and 20 stored questions
are asked of it and of the read side of DATABASE_URL`,
      ).env('QUITTANCE_MIGRATE_VERIFY'),
    )
    .option('--json', 'one line of JSON last')
    .addHelpText(
      'after',
      `
Every fact goes over in the order of the log with its id, type, data, metadata and revision; where and when it was
recorded stands beside its hash, and every stored question is answered with the same bytes. Stop what writes to --from
first. Cut off anywhere, the same command goes on; nobody can use the target until it is whole. It keeps the read side
of DATABASE_URL and the keys of personal data as they are (docs/operations.md). An address with a password belongs into
the variable: command lines can be read by every account of the machine.

Example, with NEW_STORE set to the address, such as esdb://node1,node2,node3:
  npm run -s quittance -- migrate-store --to "$NEW_STORE"`,
    )
    .action(async (options: MigrateOptions) => {
      const { migrateStore } = await import('./migrate-store.js');
      await migrateStore(options);
    });
