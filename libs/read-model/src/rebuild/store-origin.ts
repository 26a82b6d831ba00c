import type { EventStore, Position, RecordedFact } from '@quittance/event-store';
import type { PoolClient } from 'pg';
import type { Sql } from '@quittance/process';
import { HEARTBEAT } from '../heartbeat.js';
import { KeptInstants } from '../kept-instants.js';
import { recordedAt } from '../mirror.js';
import { placeIn } from '../same-store.js';
import type { AnyTable } from '../table.js';
import { CopyLines, copyLine } from './copy.js';
import { type LogMark, brokenStreams, logMark } from './log-mark.js';
import { DoubtedMirrorError, StoreLacksFactsError } from './options.js';
import type { Origin } from './origin.js';
import type { StagingWriter } from './staging-writer.js';
import { letRead } from './staging.js';
import { fromStore } from './sources.js';
import { lockTables } from './swap.js';

/** As `mirror.facts`, for COPY only: its json is written as jsonb is. */
const FACTS: AnyTable = {
  name: 'facts',
  comment: '',
  key: ['position'],
  columns: {
    position: { type: 'bigint' },
    prepare: { type: 'bigint' },
    stream: { type: 'text' },
    revision: { type: 'bigint' },
    id: { type: 'uuid' },
    type: { type: 'text' },
    data: { type: 'jsonb' },
    metadata: { type: 'jsonb' },
    recorded_at: { type: 'timestamptz' },
    recorded_max: { type: 'timestamptz' },
  },
};

/**
 * The event store itself. What is read is also written down as a new mirror: its continuity is checked, and it takes
 * the place of the mirror when all projections are rebuilt (`whole`), else it must be the same.
 */
export function storeOrigin(
  store: EventStore,
  streams: readonly string[],
  schema: string,
  whole: boolean,
  entity: string,
): Origin {
  const facts = `${schema}.facts`;
  let recordedMax = new Date(0);
  let count = 0n;
  let instants = new KeptInstants();
  const line = copyLine(FACTS);
  return {
    pages: fromStore(store, streams),
    facts,
    async begin(sql) {
      instants = await KeptInstants.read(store, entity);
      await sql.query(`create table ${facts} (like mirror.facts including comments);
       comment on table ${facts} is 'Every fact as it was stored, in the order of the log';
        create table ${schema}.streams (like projector.streams including all);
        do $$ begin execute format('comment on table ${schema}.streams is %L',
          obj_description('projector.streams'::regclass, 'pg_class')); end $$`);
      await letRead(sql, facts);
    },
    async mark(sql, _from, locked) {
      const mark = await logMark(sql, locked);
      return { ...mark, checkpoint: await placeIn(store, sql, mark.checkpoint) };
    },
    async read(writer: StagingWriter, page: readonly RecordedFact[]) {
      const lines = new CopyLines();
      for (const fact of page) {
        const recorded = recordedAt(fact);
        const kept = instants.at(fact.position.commit);
        if (recorded > recordedMax) recordedMax = recorded;
        if (kept && kept > recordedMax) recordedMax = kept;
        if (fact.type === HEARTBEAT) continue;
        const { position, ...rest } = fact;
        const place = { position: position.commit, prepare: position.prepare };
        lines.add(line({ ...rest, ...place, recorded_at: recorded, recorded_max: recordedMax }));
        count += 1n;
      }
      await writer.copy(FACTS, lines.take());
    },
    async firstEnded(sql: PoolClient) {
      await sql.query(`alter table ${facts} add primary key (position), add unique (stream, revision)`);
      await sql.query(`create index on ${facts} (recorded_max)`);
      await sql.query(`vacuum (analyze) ${facts}`);
    },
    async roundEnded(sql: PoolClient, after: Position | undefined) {
      await sql.query(
        `insert into ${schema}.streams select stream, max(revision) from ${facts} where position > $1 group by stream
         on conflict (stream) do update set revision = excluded.revision`,
        [String(after?.commit ?? -1n)],
      );
    },
    async check(sql: Sql, { checkpoint }: LogMark) {
      const [stream] = await brokenStreams(sql, facts);
      if (stream)
        throw new StoreLacksFactsError(`the event store lacks a fact of ${stream}: nothing was changed`);
      if (whole) return;
      const { rows } = await sql.query<{ other: bigint }>(
        `select count(*) as other from ${facts} new
         full join (select * from mirror.facts where position <= $1) old using (position, id)
         where new.stream is distinct from old.stream or new.revision is distinct from old.revision`,
        [String(checkpoint?.commit ?? -1n)],
      );
      if (rows[0]!.other > 0n) throw otherMirror(rows[0]!.other);
    },
    async swap(sql: Sql, mark: LogMark, retired: string) {
      if (!whole) {
        if (count !== mark.facts) throw otherMirror(count - mark.facts);
        return;
      }
      await lockTables(sql, ['mirror.facts', 'projector.streams']);
      await sql.query(`create schema if not exists ${retired};
        alter table mirror.facts set schema ${retired}; alter table projector.streams set schema ${retired};
        alter table ${facts} set schema mirror; alter table ${schema}.streams set schema projector;
        update projector.state set facts = ${count}`);
    },
  };
}

const otherMirror = (facts: bigint): Error =>
  new DoubtedMirrorError(`mirror and store differ by ${facts} facts`);
