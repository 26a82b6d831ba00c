import { Decimal } from 'decimal.js';
import { escapeLiteral } from 'pg';
import { arrayOf } from '../arrays.js';
import type { Sql } from '@quittance/process';
import type { Parked } from '../parking.js';
import type { AnyProjection } from '../projection.js';

/** Sums by which a projection's new tables are held against the old, and against the facts themselves. */
export interface ControlTotals {
  projection: string;
  /** A select of `currency, name, amount` over its tables, which `at` gives the full names of. */
  ofTables: (at: (table: string) => string) => string;
  /**
   * The same of the facts, for those that must agree whatever the projection's code: selects of other names each;
   * `facts` is a relation. One that several projections share is asked for once.
   */
  ofFacts?: readonly ((facts: string) => string)[];
  /** Those of their names that it must come to; all of them when left out. */
  names?: readonly string[];
}

/** One sum or count, side by side. Amounts are texts; null: not there. */
export interface Total {
  projection: string;
  /** `EUR issued`, or `rows of <table>`. */
  of: string;
  live: string | null;
  rebuilt: string | null;
  /** What the facts themselves come to; null where they do not say. */
  facts: string | null;
}

type Sums = { currency: string; name: string; amount: string }[];
/** Sums by projection, one list a select. */
export type FactSums = Map<string, Sums[]>;

/** Facts of some positions, of a relation like `mirror.facts`. */
interface FactRange {
  of: string;
  after: bigint;
  through: bigint;
}

/** Adds the facts of some positions to sums. Streams that had to wait are left out from where they wait. */
export async function sumFacts(
  sql: Sql,
  totals: readonly ControlTotals[],
  range: FactRange & { parked: readonly Parked[] },
  sums: FactSums = new Map(),
): Promise<FactSums> {
  const added: FactSums = new Map();
  const asked = new Map<string, Sums>();
  for (const { projection, ofFacts } of totals) {
    if (!ofFacts) continue;
    const waiting = range.parked.filter((parked) => parked.projection === projection);
    const facts = factsOf(range, waiting);
    const lists: Sums[] = [];
    for (const [i, select] of ofFacts.entries()) {
      const before = sums.get(projection)?.[i] ?? [];
      const same = `${select(facts)} ${JSON.stringify(before)}`;
      const answer = asked.get(same) ?? (await sumsOf(sql, select(facts), before));
      asked.set(same, answer);
      lists.push(answer);
    }
    added.set(projection, lists);
  }
  return added;
}

/** The facts of the positions but for those that wait. */
function factsOf({ of, after, through }: FactRange, waiting: readonly Parked[]): string {
  const within = `f.position > ${after} and f.position <= ${through}`;
  if (waiting.length === 0) return `(select f.* from ${of} f where ${within})`;
  return `(select f.* from ${of} f
    left join unnest(${texts(waiting.map(({ stream }) => stream))}::text[],
                     ${texts(waiting.map(({ revision }) => String(revision)))}::bigint[]) p (stream, revision)
      on p.stream = f.stream and p.revision <= f.revision
    where p.stream is null and ${within})`;
}

async function sumsOf(sql: Sql, select: string, before: Sums): Promise<Sums> {
  const { rows } = await sql.query<Sums[number]>(
    `select currency, name, sum(amount)::text as amount from (${select} union all
       select * from unnest($1::text[], $2::text[], $3::numeric[])) t (currency, name, amount)
     group by currency, name`,
    [
      before.map(({ currency }) => currency),
      before.map(({ name }) => name),
      before.map(({ amount }) => amount),
    ],
  );
  return rows;
}

const texts = (values: readonly string[]): string => escapeLiteral(arrayOf(values, (text) => text));

/** Counts and sums of the live tables and of the new ones. */
export async function compareTotals(
  sql: Sql,
  projections: readonly AnyProjection[],
  totals: readonly ControlTotals[],
  schemas: { live: string; rebuilt: string },
  facts: FactSums,
): Promise<Total[]> {
  const found: Total[] = [];
  for (const projection of projections) {
    const there = await existing(sql, schemas.live, projection);
    for (const { name } of projection.tables) {
      const [live] = there.has(name) ? await counted(sql, `${schemas.live}.${name}`) : [null];
      const [rebuilt] = await counted(sql, `${schemas.rebuilt}.${name}`);
      found.push({
        projection: projection.name,
        of: `rows of ${name}`,
        live,
        rebuilt: rebuilt!,
        facts: null,
      });
    }
    for (const { ofTables, projection: name, names } of totals) {
      if (name !== projection.name) continue;
      const whole = projection.tables.every((table) => there.has(table.name));
      const live = whole ? await summed(sql, ofTables, schemas.live) : undefined;
      const rebuilt = (await summed(sql, ofTables, schemas.rebuilt)) ?? new Map<string, string>();
      const told = new Map(
        facts
          .get(name)
          ?.flat()
          .filter((sum) => names === undefined || names.includes(sum.name))
          .map((sum) => [`${sum.currency} ${sum.name}`, sum.amount]),
      );
      for (const of of new Set([...(live?.keys() ?? []), ...rebuilt.keys(), ...told.keys()])) {
        found.push({
          projection: name,
          of,
          live: live?.get(of) ?? null,
          rebuilt: rebuilt.get(of) ?? null,
          facts: told.get(of) ?? null,
        });
      }
    }
  }
  return found;
}

async function existing(sql: Sql, schema: string, { tables }: AnyProjection): Promise<Set<string>> {
  const { rows } = await sql.query<{ name: string }>(
    `select t as name from unnest($1::text[]) t where to_regclass($2 || '.' || t) is not null`,
    [tables.map(({ name }) => name), schema],
  );
  return new Set(rows.map(({ name }) => name));
}

async function counted(sql: Sql, table: string): Promise<string[]> {
  const { rows } = await sql.query<{ rows: bigint }>(`select count(*) as rows from ${table}`);
  return rows.map((row) => String(row.rows));
}

/** Undefined when the old tables are of another shape. */
async function summed(
  sql: Sql,
  ofTables: ControlTotals['ofTables'],
  schema: string,
): Promise<Map<string, string> | undefined> {
  await sql.query('savepoint totals');
  try {
    const { rows } = await sql.query<{ currency: string; name: string; amount: string }>(
      `select currency, name, amount::text from (${ofTables((table) => `${schema}.${table}`)}) t
       (currency, name, amount) order by currency, name`,
    );
    return new Map(rows.map(({ currency, name, amount }) => [`${currency} ${name}`, amount]));
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('42')) throw error;
    await sql.query('rollback to savepoint totals');
    return undefined;
  }
}

/** Sums that the facts contradict: the new tables cannot be right. */
export const contradicted = (totals: readonly Total[]): Total[] =>
  totals.filter(({ facts, rebuilt }) => facts !== null && !new Decimal(facts).equals(rebuilt ?? 0));
