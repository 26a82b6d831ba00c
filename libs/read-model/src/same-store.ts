import type { EventStore } from '@quittance/event-store';
import type { Sql } from './database.js';
import { otherStore } from './stops.js';

/**
 * The last fact of the mirror must lie in the store where it was read. A store that was restored to an older day and
 * went on may end behind the checkpoint again, with other facts before it.
 * @throws ProjectorStop
 */
export async function mustBeSameStore(store: EventStore, sql: Sql): Promise<void> {
  const { rows } = await sql.query<{ stream: string; revision: bigint; position: bigint; id: string }>(
    'select stream, revision, position, id from mirror.facts order by position desc limit 1',
  );
  const last = rows[0];
  if (!last) return;
  for await (const { id, revision, position } of store.read(last.stream, last.revision)) {
    if (revision === last.revision && position.commit === last.position && id === last.id) return;
    break;
  }
  throw otherStore(last.stream, last.revision, last.position);
}
