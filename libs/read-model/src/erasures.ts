import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedFact } from '@quittance/event-store';
import type { Pool, PoolClient } from 'pg';
import type { Sql } from '@quittance/process';
import { type Emptying, emptyPersonal, erasedIn } from './erasure.js';
import { type FactDecryptor, erasedBy } from './decrypt.js';
import { snapshotsNow, stillLooking } from './rebuild/older-snapshots.js';
import { REBUILD_LOCK } from './rebuild/record.js';

/**
 * Empties the live rows of everyone whom the facts erase, in the transaction of the facts' own rows.
 * @returns how many were erased
 */
export async function eraseRows(
  sql: PoolClient,
  facts: Iterable<RecordedFact>,
  of: Pick<Emptying, 'projections' | 'parking'>,
): Promise<number> {
  const erasing = [...facts].filter((fact) => erasedBy(fact) !== undefined);
  if (erasing.length === 0) return 0;
  const subjects = erasedIn(erasing);
  const emptied = await emptyPersonal(sql, { ...of, schema: 'live', facts: 'mirror.facts', subjects });
  for (const fact of erasing) {
    const subject = erasedBy(fact)!;
    await sql.query(
      `insert into projector.erasures (subject, position, emptied) values ($1, $2, $3)
       on conflict (subject) do update set emptied = excluded.emptied, vacuumed_at = null`,
      [subject, String(fact.position.commit), JSON.stringify(emptied.get(subject))],
    );
  }
  return subjects.length;
}

/**
 * Destroys the keys of everyone who was erased once more, before facts are read from the beginning: an older copy of
 * `vault.keys` that was brought back may hold them, and their facts come before the erasure.
 */
export async function eraseAgain(sql: Sql, opener: FactDecryptor | undefined): Promise<void> {
  if (!opener?.erase) return;
  const { rows } = await sql.query<{ subject: string }>('select subject from projector.erasures');
  for (const { subject } of rows) await opener.erase(subject);
}

/** Bytes of a table that is rewritten at once: readers wait that long. */
const LARGEST = 64 * 1024 * 1024;

/**
 * What a transaction cannot do: drops copies of tables that hold personal data (kept by a rebuild, or made for
 * analysts), and rewrites the files of emptied tables, where PostgreSQL keeps dead rows and keys. Done again after a
 * crash. @returns how many erasures were finished
 */
export async function tidyErasures(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ subject: string; emptied: Record<string, number> }>(
    'select subject, emptied from projector.erasures where vacuumed_at is null',
  );
  if (rows.length === 0) return 0;
  await nobodyLooksBack(pool);
  const sql = await pool.connect();
  try {
    // Whoever reads for long is not waited for with all others in the queue behind: it is tried again later.
    await sql.query("set lock_timeout = '3s'");
    // A rebuild under way meets the erasures itself; what a dead one left is nobody's.
    const { rows: lock } = await sql.query<{ idle: boolean }>('select pg_try_advisory_lock($1) as idle', [
      REBUILD_LOCK,
    ]);
    try {
      const kept = lock[0]!.idle ? '^(retired|rebuild)_[0-9]+$' : '^retired_[0-9]+$';
      const { rows: copies } = await sql.query<{ drop: string }>(COPIES, [kept]);
      for (const { drop } of copies) await sql.query(drop);
    } finally {
      if (lock[0]!.idle) await sql.query('select pg_advisory_unlock($1)', [REBUILD_LOCK]);
    }
    const tables = new Set(rows.flatMap(({ emptied }) => Object.keys(emptied).map((name) => `live.${name}`)));
    const tooLarge: string[] = [];
    for (const table of ['vault.keys', ...tables]) {
      const { rows: of } = await sql.query<{ bytes: bigint }>('select pg_total_relation_size($1) as bytes', [
        table,
      ]);
      const whole = of[0]!.bytes <= LARGEST;
      if (!whole) tooLarge.push(table);
      await sql.query(`vacuum ${whole ? '(full)' : ''} ${table}`);
    }
    const rewritten = ['vault.keys', ...tables].filter((table) => !tooLarge.includes(table));
    const subjects = rows.map(({ subject }) => subject);
    const { rowCount } = await sql.query(FINISHED, [subjects, tooLarge, rewritten]);
    if (rowCount !== subjects.length) throw new OlderTransactionError();
  } finally {
    await sql.query('reset lock_timeout').catch(() => undefined);
    sql.release();
  }
  return rows.length;
}

/** Rows that it may still want to see were kept. */
class OlderTransactionError extends Error {
  override name = 'OlderTransactionError';
  constructor() {
    super('an older transaction is still open');
  }
}

/**
 * Erasures are finished when every rewritten file holds nothing that was dead before them: a rewrite leaves out what
 * died before `relfrozenxid`, the oldest transaction that anyone, seen by us or not, might look back from. The row of
 * an erasure was written in the transaction that emptied the rows.
 */
const FINISHED = `
  update projector.erasures set vacuumed_at = clock_timestamp(), too_large = $2
  where subject = any ($1) and not exists (
    select from unnest($3::text[]) as rewritten join pg_class on pg_class.oid = rewritten::regclass
    where age(relfrozenxid) >= age(erasures.xmin))`;

/** Rows that an older transaction may still want to see would be written again. @throws Error after half a minute */
async function nobodyLooksBack(pool: Pool): Promise<void> {
  const until = Date.now() + 30_000;
  for (let looking = await snapshotsNow(pool); looking.length; looking = await stillLooking(pool, looking)) {
    if (Date.now() > until) throw new OlderTransactionError();
    await delay(20);
  }
}

/** Statements that drop what a rebuild kept, and tables of analysts with columns marked as personal. */
const COPIES = `
  select format('drop schema %I cascade', nspname) as drop from pg_namespace where nspname ~ $1
  union all
  select format('drop table %I.%I cascade', nspname, relname)
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where nspname = 'analysis' and relkind = 'r' and exists (
    select from pg_attribute where attrelid = pg_class.oid and col_description(attrelid, attnum) like '%Personal data%')`;
