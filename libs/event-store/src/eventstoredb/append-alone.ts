import type { EventStoreDBClient } from '@eventstore/db-client';
import type { AppendResult } from '../event-store.js';
import type { Append } from './batch-append.js';

/** An append as a call of its own, as the client makes it: for servers that know no batches. */
export async function appendAlone(
  client: EventStoreDBClient,
  { stream, expected, facts }: Append,
  timeout: number,
): Promise<AppendResult> {
  const events = facts.map(({ id, type, data, metadata }) => ({
    id,
    type,
    contentType: 'application/json' as const,
    data: JSON.parse(data) as Record<string, unknown>,
    metadata: JSON.parse(metadata) as Record<string, unknown>,
  }));
  const expectedRevision = expected === 'none' ? 'no_stream' : expected;
  const done = await client.appendToStream(stream, events, { expectedRevision, deadline: timeout });
  if (!done.position) throw new Error('the event store did not say the position');
  return { result: 'appended', revision: done.nextExpectedRevision, position: done.position };
}
