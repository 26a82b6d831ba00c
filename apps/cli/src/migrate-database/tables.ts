import type { Client } from 'pg';
import { EXIT, Exit } from '../exit.js';

/** Cannot be rebuilt from facts. */
export const IRREPLACEABLE = ['vault', 'write_side', 'page'];
/** Could be, in time; copied, so that every answer goes on at once. */
const REBUILDABLE = ['projector', 'mirror', 'live'];

export interface CopiedTable {
  schema: string;
  /** Quoted, with its schema. */
  name: string;
  /** Quoted, in one order on both sides. */
  columns: string[];
}

/**
 * The tables to copy: those that this release makes in the target.
 * @throws Exit (refused) the source has others, or other columns
 */
export async function tablesOf(source: Client, target: Client): Promise<CopiedTable[]> {
  const [from, to] = [await columnsOf(source), await columnsOf(target)];
  const other = [...to].find(([name, { columns }]) => from.get(name)?.columns.join() !== columns.join());
  // A table that no projection of this release has is of one that was taken back; its rows are made from facts.
  const more = [...from].find(([name, { schema }]) => schema !== 'live' && !to.has(name));
  const different = other?.[0] ?? more?.[0];
  if (different)
    throw new Exit(
      EXIT.refused,
      `${different} is not as this release makes it: start the release that runs on DATABASE_URL or DATA_DIR, and use its own command`,
    );
  return [...to.values()];
}

async function columnsOf(client: Client): Promise<Map<string, CopiedTable>> {
  const { rows } = await client.query<CopiedTable>(
    `select n.nspname as schema, format('%I.%I', n.nspname, c.relname) as name,
            array_agg(quote_ident(a.attname) order by a.attname) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = any($1)
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' group by 1, 2 order by 1, 2`,
    [[...IRREPLACEABLE, ...REBUILDABLE]],
  );
  return new Map(rows.map((table) => [table.name, table]));
}

/** How many rows, and a sum over the MD5 of each: the same for the same rows in any order. */
export async function digestOf(client: Client, { name, columns }: CopiedTable): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(
    `select count(*) || ':' || coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric), 0) as digest
     from (select ${columns.join(', ')} from ${name}) t`,
  );
  return rows[0]!.digest;
}

export async function rowsIn(client: Client, { name }: CopiedTable): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${name}`);
  return Number(rows[0]!.count);
}

/** Counters of numbered rows go on where they stood. */
export async function moveCounters(client: Client, tables: readonly CopiedTable[]): Promise<void> {
  for (const { name, columns } of tables) {
    for (const column of columns) {
      const plain = column.replaceAll('"', '');
      const { rows } = await client.query<{ counter: string | null }>(
        'select pg_get_serial_sequence($1, $2) as counter',
        [name, plain],
      );
      if (rows[0]!.counter === null) continue;
      await client.query(
        `select setval($1::regclass, greatest((select max(${column}) from ${name}), 1),
                (select count(*) > 0 from ${name}))`,
        [rows[0]!.counter],
      );
    }
  }
}
