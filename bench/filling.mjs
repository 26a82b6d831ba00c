// A long history put where the product keeps it, without a million commands: into the node's table of events, by its
// own COPY, and into the mirror with the projector's state, as if all of it had been projected.
import { createRequire } from 'node:module';
import { built, Client } from './product.mjs';

const require = createRequire(built('x'));
const { copyIn } = require(built('libs/embedded/src/event-store/copy.js'));
const { EVENTS, writerConnection } = require(built('libs/embedded/src/event-store/database.js'));
const { uuidBytes } = require(built('libs/embedded/src/event-store/stored-event.js'));
const { mirroring } = require(built('libs/read-model/src/mirror.js'));
const { savingRevisions } = require(built('libs/read-model/src/continuity.js'));

const AT_ONCE = 5_000;

/** Fills both; the node and the projector must not run. Answers how many facts. */
export async function fill({ eventsUrl, databaseUrl, facts }) {
  const events = await writerConnection(eventsUrl, 3_000);
  const mirror = new Client({ connectionString: databaseUrl });
  await mirror.connect();
  let count = 0;
  let last;
  for (const batch of batches(facts, AT_ONCE)) {
    await copyIn(events, EVENTS, batch.map(storedEvent));
    const { text, values } = mirroring(
      batch,
      batch.map(({ recordedAt }) => recordedAt),
    );
    await mirror.query(text, values);
    const saving = savingRevisions(batch);
    await mirror.query(saving.text, saving.values);
    count += batch.length;
    last = batch.at(-1);
  }
  await mirror.query(
    `update projector.state set checkpoint_commit = $1, checkpoint_prepare = $1, tail_commit = $1, facts = $2,
       recorded_max = $3, complete_through = $3, beat_at = clock_timestamp()`,
    [String(last.position.commit), count, last.recordedAt],
  );
  await mirror.query('vacuum analyze mirror.facts');
  await mirror.end();
  await events.end();
  return count;
}

/** Empties both, and the read tables. */
export async function empty({ eventsUrl, databaseUrl }) {
  const events = await writerConnection(eventsUrl, 3_000);
  await events.query(`truncate ${EVENTS}`);
  await events.end();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'live'`,
  );
  const tables = [...rows.map(({ name }) => name), 'mirror.facts', 'projector.streams'];
  await client.query(`truncate ${tables.join(', ')}`);
  await client.query(
    `update projector.state set checkpoint_commit = null, checkpoint_prepare = null, tail_commit = null, facts = 0,
       recorded_max = null, complete_through = null, beat_at = null, writer = null`,
  );
  await client.end();
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

const storedEvent = ({ stream, revision, position, id, type, data, metadata, recordedAt }) => ({
  position: Number(position.commit),
  stream,
  revision: Number(revision),
  id: uuidBytes(id),
  type,
  json: true,
  data: Buffer.from(JSON.stringify(data)),
  metadata: Buffer.from(JSON.stringify(metadata)),
  created: recordedAt.getTime(),
});
