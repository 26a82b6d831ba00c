import type { Sql } from '@quittance/process';
import type { AnyProjection } from '../projection.js';
import type { AnyTable } from '../table.js';

/** A value that would come out otherwise. Undefined: there is no such row, or no such column. */
export interface Difference {
  table: string;
  /** The row's key, its parts joined. */
  key: string;
  /** `*`: the whole row is only on one side. */
  column: string;
  live?: string | null;
  rebuilt?: string | null;
}

/** What a table would be after the swap. */
export interface TableDifferences {
  table: string;
  /** Rows that only one side has, and rows that both have with other values. */
  onlyLive: number;
  onlyRebuilt: number;
  changed: number;
  /** The first of them, in the order of the key. */
  rows: Difference[];
}

/** Compares live tables with new ones, row by row; at most `most` rows of each table are told. */
export async function differences(
  sql: Sql,
  projections: readonly AnyProjection[],
  schemas: { live: string; rebuilt: string },
  most: number,
): Promise<TableDifferences[]> {
  const found: TableDifferences[] = [];
  for (const table of projections.flatMap(({ tables }) => tables)) {
    const { rows } = await sql.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      `${schemas.live}.${table.name}`,
    ]);
    found.push(
      await ofTable(sql, table, { ...schemas, live: rows[0]!.there ? schemas.live : undefined }, most),
    );
  }
  return found;
}

interface Pair {
  live: Record<string, string | null> | null;
  rebuilt: Record<string, string | null> | null;
}

async function ofTable(
  sql: Sql,
  table: AnyTable,
  { live, rebuilt }: { live: string | undefined; rebuilt: string },
  most: number,
): Promise<TableDifferences> {
  const keys = table.key.join(', ');
  const side = (schema: string): string =>
    `select ${keys}, to_jsonb(t) as row from ${schema}.${table.name} t`;
  const none = `select ${keys}, null::jsonb as row from ${rebuilt}.${table.name} where false`;
  const pairs = `select l.row as live, r.row as rebuilt, ${keys} from (${live ? side(live) : none}) l
    full join (${side(rebuilt)}) r using (${keys}) where l.row is distinct from r.row`;
  const { rows: counts } = await sql.query<Record<'only_live' | 'only_rebuilt' | 'changed', number>>(
    `select count(*) filter (where rebuilt is null)::int as only_live,
            count(*) filter (where live is null)::int as only_rebuilt,
            count(*) filter (where live is not null and rebuilt is not null)::int as changed from (${pairs}) p`,
  );
  const { only_live: onlyLive, only_rebuilt: onlyRebuilt, changed } = counts[0]!;
  const told = onlyLive + onlyRebuilt + changed === 0 ? [] : await first(sql, pairs, keys, most);
  return {
    table: table.name,
    onlyLive,
    onlyRebuilt,
    changed,
    rows: told.flatMap((pair) => byColumn(table, pair)),
  };
}

/** Values as texts: an amount is no number here. */
const TEXTS = (row: string): string =>
  `(select jsonb_object_agg(key, value) from jsonb_each_text(${row})) as ${row}`;

async function first(sql: Sql, pairs: string, keys: string, most: number): Promise<Pair[]> {
  const { rows } = await sql.query<Pair>(
    `select ${TEXTS('live')}, ${TEXTS('rebuilt')} from (${pairs}) p order by ${keys} limit ${most}`,
  );
  return rows;
}

function byColumn(table: AnyTable, { live, rebuilt }: Pair): Difference[] {
  const key = table.key.map((column) => String((live ?? rebuilt)![column])).join(' ');
  const at = { table: table.name, key };
  if (!live) return [{ ...at, column: '*', rebuilt: JSON.stringify(rebuilt) }];
  if (!rebuilt) return [{ ...at, column: '*', live: JSON.stringify(live) }];
  return [...new Set([...Object.keys(live), ...Object.keys(rebuilt)])]
    .filter((column) => live[column] !== rebuilt[column])
    .map((column) => ({ ...at, column, live: live[column], rebuilt: rebuilt[column] }));
}
