// A long history put where the product keeps it, without a million commands: into the mirror with the projector's
// state, as if all of it had been projected, and, where it is asked for, into the node's table of events. Tables are
// emptied, copied into and indexed in one transaction, so that PostgreSQL writes neither log nor index row by row.
import { createRequire } from 'node:module';
import { built, Client } from './product.mjs';

const require = createRequire(built('x'));
const { copyIn } = require(built('libs/embedded/src/event-store/copy.js'));
const { EVENTS, writerConnection } = require(built('libs/embedded/src/event-store/database.js'));
const { uuidBytes } = require(built('libs/embedded/src/event-store/stored-event.js'));
const { copyIn: copyLines } = require(built('libs/read-model/src/rebuild/copy.js'));

const AT_ONCE = 4_000;
const SOME = 200_000;

/**
 * Fills the mirror, and the log when `eventsUrl` is given; nothing of the product may run. What was there before is
 * gone, from the read tables as well. Answers how many facts.
 */
export async function fill({ eventsUrl, databaseUrl, facts }) {
  const mirror = await connected(databaseUrl);
  await mirror.query(await emptyLive(mirror));
  const index = [await emptied(mirror, 'mirror.facts'), await emptied(mirror, 'projector.streams')];
  const events = eventsUrl && (await writerConnection(eventsUrl, 3_000));
  const indexEvents = events && (await emptied(events, EVENTS));
  let [count, last, copied] = [0, undefined, []];
  for (const batch of batches(facts, AT_ONCE)) {
    const texts = batch.map(({ data, metadata }) => [JSON.stringify(data), JSON.stringify(metadata)]);
    const lines = batch.map((fact, i) => mirrorLine(fact, texts[i])).join('');
    const stored = events && batch.map((fact, i) => storedEvent(fact, texts[i]));
    await Promise.all(copied); // the next batch was made meanwhile
    copied = [copyLines(mirror, MIRROR, Buffer.from(lines)), stored && copyIn(events, EVENTS, stored)];
    last = batch.at(-1);
    if (Math.floor(count / SOME) < Math.floor((count + batch.length) / SOME)) {
      process.stderr.write(`  ${count + batch.length} facts copied\n`);
    }
    count += batch.length;
  }
  await Promise.all(copied);
  await Promise.all([
    finish(mirror, [STREAMS, ...index, projectedUpTo(last, count)]),
    events && finish(events, [indexEvents]),
  ]);
  process.stderr.write(`  ${count} facts are in\n`);
  return count;
}

async function connected(connectionString) {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

/** Begins a transaction in which the table is empty and has no index. Answers what gives it its indexes back. */
async function emptied(client, table) {
  await client.query(`begin; truncate ${table}`);
  const { rows } = await client.query(
    `select i.indexrelid::regclass as name, c.conname as constraint, pg_get_indexdef(i.indexrelid) as index,
       pg_get_constraintdef(c.oid) as definition
     from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid
     where i.indrelid = $1::regclass`,
    [table],
  );
  for (const { name, constraint } of rows) {
    await client.query(
      constraint ? `alter table ${table} drop constraint ${constraint}` : `drop index ${name}`,
    );
  }
  return rows
    .map(({ constraint, index, definition }) =>
      constraint ? `alter table ${table} add constraint ${constraint} ${definition}` : index,
    )
    .join(';');
}

async function finish(client, statements) {
  await client.query(`set local maintenance_work_mem = '256MB'; ${statements.join(';')}; commit`);
  await client.query('vacuum analyze');
  await client.end();
}

const STREAMS = `set local work_mem = '256MB';
  insert into projector.streams select stream, max(revision) from mirror.facts group by stream`;

const projectedUpTo = (last, count) => `update projector.state set
  checkpoint_commit = ${last.position.commit}, checkpoint_prepare = ${last.position.commit},
  tail_commit = ${last.position.commit}, facts = ${count}, recorded_max = '${last.recordedAt.toISOString()}',
  complete_through = '${last.recordedAt.toISOString()}', beat_at = clock_timestamp(), writer = null`;

async function emptyLive(client) {
  const { rows } = await client.query(
    `select string_agg(format('live.%I', tablename), ', ') as tables from pg_tables where schemaname = 'live'`,
  );
  return `truncate ${rows[0].tables}`;
}

function* batches(items, size) {
  let batch = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const MIRROR = `mirror.facts
  (position, prepare, stream, revision, id, type, data, metadata, recorded_at, recorded_max)`;

/** What is made up holds nothing that COPY would want escaped, and is recorded in the order of its positions. */
function mirrorLine({ stream, revision, position, id, type, recordedAt }, [data, metadata]) {
  const at = recordedAt.toISOString();
  return `${position.commit}\t${position.prepare}\t${stream}\t${revision}\t${id}\t${type}\t${data}\t${metadata}\t${at}\t${at}\n`;
}

const storedEvent = ({ stream, revision, position, id, type, recordedAt }, [data, metadata]) => ({
  position: Number(position.commit),
  stream,
  revision: Number(revision),
  id: uuidBytes(id),
  type,
  json: true,
  data: Buffer.from(data),
  metadata: Buffer.from(metadata),
  created: recordedAt.getTime(),
});
