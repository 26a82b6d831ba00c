import { open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@quittance/kernel';
import { Pool, type PoolClient } from 'pg';
import type { Kind } from './import.form.js';
import { type ImportNote, type Said, saidIn, textsOf } from './import.notes.js';

/** Files of an import beside the one that was sent. */
export const SAID = ['rejects', 'warnings', 'proposals'] as const;
export type SaidOfRows = (typeof SAID)[number];

export interface ImportRow {
  id: string;
  personId: string;
  content: Buffer;
  fileName: string;
  bytes: bigint;
  kind: Kind;
  dryRun: boolean;
  state: string;
  totals: Record<string, unknown>;
  notes: string[];
  said: Said[];
  because: string | null;
  position: bigint;
  encoding: string;
  leftOut: bigint;
  beganAt: Date;
  endedAt: Date | null;
  has: SaidOfRows[];
}

/** How far it is. */
export type Progress = Pick<ImportRow, 'state' | 'totals' | 'position'> & { notes: ImportNote[] };

/** Begun: what is known of it before the first row. */
export type Begun = Pick<ImportRow, 'id' | 'personId' | 'content' | 'fileName' | 'kind' | 'dryRun'> & {
  bytes: number;
  encoding: string;
};

/** Imports at once, of all people. */
const MOST_AT_ONCE = 2;
/** Advisory locks: how many there are, one a person, and the one that a run holds. */
const [SLOT, PERSON, RUN] = [7121, 7122, 7123];
/** Bytes of a part of a file. */
const PART = 256 * 1024;

/** Nobody runs it any more, and it did not end. */
const INTERRUPTED = `ended_at is null and not exists (
  select from pg_locks where locktype = 'advisory' and classid = ${RUN} and objid = number and granted
    and database = (select oid from pg_database where datname = current_database()))`;

const TOO_OLD = `began_at < now() - interval '30 days'`;

const COLUMNS = `id, person_id as "personId", content, file_name as "fileName", file_bytes as bytes, kind,
  dry_run as "dryRun", case when ${INTERRUPTED} then 'interrupted' else state end as state, totals, notes, said,
  because, position, encoding, left_out as "leftOut", began_at as "beganAt", ended_at as "endedAt",
  array(select r.kind from page.import_rows r where r.import_id = i.id and r.part = 0
    and i.ended_at is not null order by 1) as has`;

/** The right to import, held by a connection: it ends with the process, whatever ends that. */
export class Slot {
  private gone = false;
  private readonly onError = (): void => {
    this.gone = true;
    this.lost();
  };

  constructor(
    private readonly session: PoolClient,
    /** Told when the connection ends before its time. */
    private readonly lost: () => void,
  ) {
    session.on('error', this.onError);
  }

  /** Begins an import: nobody sees it before it is known that somebody runs it. */
  async begin({ id, personId, content, fileName, bytes, kind, dryRun, encoding }: Begun): Promise<void> {
    await this.session.query(
      `with begun as (
         insert into page.imports (id, person_id, content, file_name, file_bytes, kind, dry_run, encoding)
         values ($2, $3, $4, $5, $6, $7, $8, $9) returning number)
       select pg_advisory_lock($1, number) from begun`,
      [RUN, id, personId, content, fileName, bytes, kind, dryRun, encoding],
    );
  }

  /** Another import may begin, before anybody is told of this one's end. */
  async leave(): Promise<void> {
    await this.session
      .query(
        `select pg_advisory_unlock(classid::int, objid::int) from pg_locks where locktype = 'advisory'
           and pid = pg_backend_pid() and classid in (${SLOT}, ${PERSON})`,
      )
      .catch(() => undefined); // It ended by itself.
  }

  async release(): Promise<void> {
    const broken = await this.session.query('select pg_advisory_unlock_all()').then(
      () => undefined,
      (error: Error) => error,
    );
    this.session.off('error', this.onError);
    this.session.release(this.gone || broken !== undefined);
  }
}

@Injectable()
export class ImportQueries {
  constructor(private readonly pool: Pool) {}

  async find(id: string): Promise<ImportRow | undefined> {
    const [found] = await this.looked(
      `select ${COLUMNS} from page.imports i where id = $1 and not ${TOO_OLD}`,
      [id],
    );
    return found;
  }

  /** The latest first, one more than asked. */
  async list(page: { limit: number; after?: readonly string[] }): Promise<ImportRow[]> {
    return this.looked(
      `select ${COLUMNS} from page.imports i
       where not ${TOO_OLD} and ($1::timestamptz is null or (began_at, id) < ($1, $2::uuid)) order by began_at desc, id desc limit $3`,
      [page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit + 1],
    );
  }

  /**
   * Looks again before it calls an import interrupted. A run notes its end and then lets go of its lock;
   * a statement that begins before the one and asks for locks after the other sees neither.
   */
  private async looked(sql: string, values: unknown[]): Promise<ImportRow[]> {
    const interrupted = new Set<string>();
    for (;;) {
      const { rows } = await this.pool.query<ImportRow>(sql, values);
      const before = interrupted.size;
      for (const { id, state, endedAt } of rows) if (state === 'interrupted' && !endedAt) interrupted.add(id);
      if (interrupted.size === before) return rows;
    }
  }

  /** @returns what keeps it out, where something does: the person's own import, or that of others */
  async enter(personId: string, lost: () => void): Promise<Slot | 'own' | 'others'> {
    const session = await this.pool.connect();
    const slot = new Slot(session, lost);
    const taken = async (sql: string, values: unknown[]): Promise<boolean> =>
      (await session.query<{ taken: boolean }>(`select ${sql} as taken`, values)).rows[0]!.taken;
    try {
      if (!(await taken('pg_try_advisory_lock($1, hashtext($2))', [PERSON, personId]))) {
        await slot.release();
        return 'own';
      }
      for (let at = 1; at <= MOST_AT_ONCE; at += 1) {
        if (await taken('pg_try_advisory_lock($1, $2)', [SLOT, at])) return slot;
      }
      await slot.release();
      return 'others';
    } catch (error) {
      await slot.release();
      throw error;
    }
  }

  /** The import that the person has under way. */
  async underWay(personId: string): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select id from page.imports where person_id = $1 and ended_at is null and not (${INTERRUPTED})
       order by began_at desc limit 1`,
      [personId],
    );
    return rows[0]?.id;
  }

  /** Forgets those that are too old: their rows hold what is said of people. */
  async forget(): Promise<void> {
    await this.pool.query(`delete from page.imports where ${TOO_OLD}`);
  }

  async progress(id: string, now: Progress): Promise<void> {
    await this.pool.query(
      `update page.imports set state = $2, totals = $3, notes = $4, position = $5, said = $6
       where id = $1 and ended_at is null`,
      [id, now.state, now.totals, textsOf(now.notes), String(now.position), saidIn(now.notes)],
    );
  }

  /** In one go, for whoever looks just then. */
  async end(id: string, now: Progress, because: readonly ImportNote[], leftOut: number): Promise<void> {
    await this.pool.query(
      `update page.imports set state = $2, totals = $3, notes = $4, position = $5, because = $6, left_out = $7, said = $8,
         ended_at = clock_timestamp() where id = $1`,
      [
        id,
        now.state,
        now.totals,
        textsOf(now.notes),
        String(now.position),
        textsOf(because).join(' ') || null,
        leftOut,
        saidIn([...because, ...now.notes]),
      ],
    );
  }

  /** Keeps a file of rows, part by part. */
  async keep(id: string, kind: SaidOfRows, path: string): Promise<void> {
    const file = await open(path);
    try {
      for (let part = 0; ; part += 1) {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(PART), 0, PART);
        if (bytesRead === 0) return;
        await this.pool.query('insert into page.import_rows values ($1, $2, $3, $4)', [
          ...[id, kind, part],
          buffer.subarray(0, bytesRead),
        ]);
      }
    } finally {
      await file.close();
    }
  }

  /** The rows that were kept; that they were taken away is noted before the first of them leaves. */
  async *rows(
    { id, position, totals }: ImportRow,
    kind: SaidOfRows,
    { id: actor, roles }: Actor,
  ): AsyncGenerator<Buffer> {
    await this.pool.query(
      `insert into write_side.exports (actor, roles, path, question, position, rows, whole)
       values ($1, $2, $3, '', $4, $5, true)`,
      [
        actor,
        roles,
        `/v1/imports/${id}/${kind}`,
        position,
        totals[kind === 'rejects' ? 'rejected' : kind] ?? 0,
      ],
    );
    for (let part = 0; ; part += 1) {
      const { rows } = await this.pool.query<{ bytes: Buffer }>(
        'select bytes from page.import_rows where import_id = $1 and kind = $2 and part = $3',
        [id, kind, part],
      );
      if (!rows[0]) return;
      yield rows[0].bytes;
    }
  }
}
