import { pipeline } from 'node:stream/promises';
import { migrate } from '@quittance/read-model';
import { PROJECTIONS } from '@quittance/receivables/read-side';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ByteProgress, interruptible } from '../backup/progress.js';
import { EXIT, Exit, usage } from '../exit.js';
import { storeUrls } from '../stores.js';
import { printLine } from '../terminal.js';
import { type CopiedTable, digestOf, IRREPLACEABLE, moveCounters, rowsIn, tablesOf } from './tables.js';
import { mayBeMoved, mustBeEmpty, mustTakeIt, onlyOne } from './conditions.js';

/** What `quittance migrate-database` does. */
export async function migrateDatabase({ to, json }: { to: string; json?: boolean }): Promise<void> {
  const began = Date.now();
  if (!/^postgres(ql)?:\/\//.test(to)) throw usage('--to: must begin with postgres:// or postgresql://');
  const { databaseUrl } = await storeUrls();
  const { signal, done } = interruptible('interrupted: the target is as empty as before');
  const progress = new ByteProgress();
  const opened: Client[] = [];
  try {
    const source = await connect(databaseUrl, 'the PostgreSQL of DATABASE_URL or DATA_DIR', opened);
    const target = await connect(to, '--to', opened);
    await onlyOne(source, target);
    await mustTakeIt(target);
    await migrate(to, PROJECTIONS);
    // Everything from one moment of the source.
    await source.query('begin isolation level repeatable read read only');
    const at = await source.query<{ at: Date }>('select now() as at');
    const tables = await tablesOf(source, target);
    await mayBeMoved(source, target);
    await target.query('begin');
    const again = !(await mustBeEmpty(source, target, tables));
    if (!again) await copyAll(source, target, tables, { signal, progress });
    const rows = await compare(source, target, tables, again);
    await moveCounters(target, tables);
    signal.throwIfAborted();
    await target.query('commit');
    await target.query('analyze').catch(() => undefined); // as far as the account may
    progress.end();
    const asOf = at.rows[0]!.at.toISOString();
    const result = { tables: tables.length, rows, copied: again ? 0 : rows, asOf, ms: Date.now() - began };
    if (json) return await printLine(JSON.stringify(result));
    await printLine(
      `${again ? 'moved before' : 'moved'}: ${result.tables} tables, ${rows} rows, the same in both, as of ${asOf}`,
    );
    await printLine(
      'Start everything with the new DATABASE_URL; nobody may write to the old installation any more: keys made there since are not in the new database',
    );
  } catch (error) {
    progress.end();
    throw explained(error);
  } finally {
    done();
    await Promise.allSettled(opened.map((client) => client.end()));
  }
}

async function connect(url: string, name: string, opened: Client[]): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'quittance migrate-database',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined); // the statement under way says it
  await client.connect().catch((error: Error) => {
    throw new Exit(EXIT.unreachable, `${name} cannot be reached: ${error.message}`);
  });
  opened.push(client);
  // Values read the same on both sides, whatever their servers are set to.
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex';
    set intervalstyle = 'postgres'; set extra_float_digits = 1; set client_encoding = 'UTF8'`);
  return client;
}

interface Watching {
  signal: AbortSignal;
  progress: ByteProgress;
}

/** Tables that the database itself keeps. */
const KEPT = new Set(
  PROJECTIONS.flatMap(({ tables }) => tables.filter(({ sums }) => sums).map(({ name }) => `live.${name}`)),
);

async function copyAll(
  source: Client,
  target: Client,
  tables: readonly CopiedTable[],
  { signal, progress }: Watching,
): Promise<void> {
  await target.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  let bytes = 0;
  for (const { name, columns } of tables) {
    if (KEPT.has(name)) continue; // the target keeps its own while the rows come in
    const rows = `${name} (${columns.join(', ')})`;
    const counted = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        progress.show(name, (bytes += chunk.length));
        yield chunk;
      }
    };
    await pipeline(
      source.query(copyTo(`copy ${rows} to stdout`)),
      counted,
      target.query(copyFrom(`copy ${rows} from stdin`)),
      { signal },
    );
  }
}

/** @returns the rows. @throws Exit (found) naming the first table that is not the same */
async function compare(
  source: Client,
  target: Client,
  tables: readonly CopiedTable[],
  again: boolean,
): Promise<number> {
  let rows = 0;
  for (const table of tables) {
    // The reports of one that was moved before may have gone on with heartbeats; keys and facts may not.
    if (again && ![...IRREPLACEABLE, 'mirror'].includes(table.schema)) continue;
    const [from, to] = await Promise.all([digestOf(source, table), digestOf(target, table)]);
    if (from !== to) throw new Exit(EXIT.found, `${table.name} is not the same: ${from} here, ${to} in --to`);
    rows += await rowsIn(target, table);
  }
  return rows;
}

function explained(error: unknown): unknown {
  if (error instanceof Exit) return error;
  const { code, message, cause } = error as { code?: string; message: string; cause?: unknown };
  if (code === 'ABORT_ERR' && cause instanceof Exit) return cause;
  if (code === '42501')
    return new Exit(EXIT.refused, `--to: a right is missing: ${message} (docs/operations.md)`);
  if (code?.match(/^(08|57P|E)/) || message.startsWith('Connection terminated'))
    return new Exit(
      EXIT.unreachable,
      `the connection was lost: ${message}; run the command again: it starts over`,
    );
  return error;
}
