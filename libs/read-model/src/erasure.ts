import type { FactMetadata, RecordedFact } from '@quittance/event-store';
import type { PoolClient } from 'pg';
import { type Change, ask } from './asking.js';
import { erasedBy, seen } from './decrypt.js';
import type { Parking } from './parking.js';
import type { AnyProjection, ProjectedFact } from './projection.js';
import { type Row, keyOf, loading, saving } from './rows.js';
import type { AnyTable } from './table.js';

/** Facts read at once. */
const PAGE = 500;

interface Touched {
  key: Row;
  subject: string;
  changes: Change[];
}

export interface Emptying {
  /** Of the tables to empty: `live`, or that of a rebuild. */
  schema: string;
  /** The relation of all facts: the mirror, or that of a rebuild. */
  facts: string;
  projections: readonly AnyProjection[];
  /** Whose rows: names of streams. */
  subjects: readonly string[];
  /** Facts that wait have no rows. */
  parking: Pick<Parking, 'holds'>;
}

/** Rows emptied, by subject and table. */
export type Emptied = Map<string, Record<string, number>>;

/**
 * Empties what the subjects' sealed data left in the tables, whatever stream it came from: the handlers are asked
 * again for every fact that holds some, now with that part marked erased, and only the personal columns of their rows
 * are taken over. So a table ends as one that is filled after the erasure. Reads all facts once.
 */
export async function emptyPersonal(
  sql: PoolClient,
  { schema, facts: relation, projections, subjects, parking }: Emptying,
): Promise<Emptied> {
  const emptied: Emptied = new Map(subjects.map((subject) => [subject, {}]));
  const concerned = projections.filter(({ tables }) => tables.some((table) => personal(table).length > 0));
  for await (const facts of sealedFor(sql, relation, subjects)) {
    const touched = new Map<AnyTable, Map<string, Touched>>();
    for (const projection of concerned) {
      for (const fact of facts) if (!parking.holds(projection.name, fact)) touch(projection, fact, touched);
    }
    for (const [table, rows] of touched) {
      for (const { subject } of await empty(sql, schema, table, rows)) {
        const counts = emptied.get(subject)!;
        counts[table.name] = (counts[table.name] ?? 0) + 1;
      }
    }
  }
  return emptied;
}

/** Whose personal data the facts erase. */
export const erasedIn = (facts: Iterable<RecordedFact>): string[] => [
  ...new Set(Array.from(facts, erasedBy).filter((subject) => subject !== undefined)),
];

const personal = (table: AnyTable): string[] =>
  Object.keys(table.columns).filter((column) => table.columns[column]!.personal);

/** What the projection would make of the fact today. @throws Error when its handler cannot cope with erased data */
function touch(
  projection: AnyProjection,
  fact: ProjectedFact,
  touched: Map<AnyTable, Map<string, Touched>>,
): void {
  const { subject } = (fact.data as { personal: { subject: string } }).personal;
  const { steps, error } = ask(projection, fact);
  if (error) {
    const which = `${fact.stream} at revision ${fact.revision}`;
    throw new Error(`${projection.name} cannot empty what it made of ${which}`, { cause: error });
  }
  for (const step of steps) {
    const { table, key } = step;
    if (personal(table).length === 0) continue;
    const rows = touched.get(table) ?? new Map<string, Touched>();
    touched.set(table, rows);
    const change: Change = step.by ? step.change : () => step.row;
    const changes = [...(rows.get(key)?.changes ?? []), change];
    rows.set(key, { key: step.by ?? step.row, subject, changes });
  }
}

async function empty(
  sql: PoolClient,
  schema: string,
  table: AnyTable,
  touched: ReadonlyMap<string, Touched>,
): Promise<Touched[]> {
  const columns = personal(table);
  const keys = Array.from(touched.values(), ({ key }) => key);
  const { rows } = await sql.query<Row>(loading(schema, table, keys));
  const changed: Row[] = [];
  const emptied: Touched[] = [];
  for (const row of rows) {
    let now = row;
    const mine = touched.get(keyOf(table, row))!;
    for (const change of mine.changes) {
      const wanted = change(now);
      if (wanted) now = { ...now, ...Object.fromEntries(columns.map((column) => [column, wanted[column]])) };
    }
    if (columns.every((column) => now[column] === row[column])) continue;
    changed.push(now);
    emptied.push(mine);
  }
  if (changed.length === 0) return [];
  const { text, values } = saving(schema, table, changed);
  await sql.query(text, values);
  return emptied;
}

interface MirrorRow extends Omit<RecordedFact, 'position' | 'recordedAt' | 'metadata'> {
  position: bigint;
  prepare: bigint;
  metadata: FactMetadata;
  recorded_at: Date;
}

/** Facts that hold something sealed for one of the subjects, marked erased, in commit order, page by page. */
async function* sealedFor(
  sql: PoolClient,
  facts: string,
  subjects: readonly string[],
): AsyncIterable<ProjectedFact[]> {
  let after = -1n;
  for (;;) {
    // Looking for the name in the text first spares reading every fact as JSON.
    const { rows } = await sql.query<MirrorRow>(
      `select position, prepare, stream, revision, id, type, data, metadata, recorded_at from ${facts}
       where position > $1 and data::text like any ($2) and data -> 'personal' ->> 'subject' = any ($3)
       order by position limit ${PAGE}`,
      [String(after), subjects.map((subject) => `%"${subject}"%`), subjects],
    );
    if (rows.length > 0) yield rows.map(asErased);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.position;
  }
}

function asErased({ position, prepare, recorded_at, ...row }: MirrorRow): ProjectedFact {
  const stored = { ...row, position: { commit: position, prepare }, recordedAt: recorded_at };
  const { subject } = row.data.personal as { subject: string };
  return seen(stored, { ...stored, data: { ...row.data, personal: { subject, erased: true } } }).opened;
}
