import {
  type EventStore,
  type Execute,
  type LogHead,
  nextLogHead,
  type Outcome,
  uuid5,
} from '@quittance/event-store';
import type { Actor } from '@quittance/kernel';
import { logHeadStream } from '../streams.js';
import { RecordLogHead } from './log-head.commands.js';
import type { LogHeadFacts } from './log-head.events.js';

/**
 * Reads the log on from its last recorded head and records the new one. Done twice at once, the same head is
 * recorded once. @returns undefined when nothing was added since.
 */
export async function recordLogHead(
  store: EventStore,
  execute: Execute,
  { entity, actor, correlationId }: { entity: string; actor: Actor; correlationId: string },
): Promise<Outcome | undefined> {
  const last = await lastLogHead(store, entity);
  const head = await nextLogHead(store, last && headOf(last));
  if (!head) return undefined;
  const body = {
    position: head.position.commit.toString(),
    facts: head.facts.toString(),
    streams: head.streams.toString(),
    hash: head.hash,
  };
  const key = uuid5('log-head', body.position);
  const context = { key, hash: head.hash, actor, correlationId, causationId: correlationId };
  return execute(Object.assign(new RecordLogHead(), body, { context }));
}

/** The newest recorded head; heads are few (one a day), so the stream is read. */
export async function lastLogHead(
  store: EventStore,
  entity: string,
): Promise<LogHeadFacts['LogHeadRecorded'] | undefined> {
  let last: LogHeadFacts['LogHeadRecorded'] | undefined;
  for await (const fact of store.read(logHeadStream(entity))) {
    if (fact.type !== 'LogHeadRecorded') continue;
    last = fact.data as unknown as LogHeadFacts['LogHeadRecorded'];
  }
  return last;
}

function headOf({ position, facts, streams, hash }: LogHeadFacts['LogHeadRecorded']): LogHead {
  const commit = BigInt(position);
  // In every modern write commit and prepare are the same.
  return { position: { commit, prepare: commit }, facts: BigInt(facts), streams: BigInt(streams), hash };
}
