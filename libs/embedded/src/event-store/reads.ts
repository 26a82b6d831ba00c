import { readResponse } from './read-response.js';
import type { EventLog } from './event-log.js';
import { streamDeleted } from './failures.js';
import { matcher } from './filter.js';
import type { ReadOptions } from './protocol.js';
import type { Stretch } from './reader.js';
import type { ReadingCall } from './reading-call.js';
import { type StoredEvent } from './stored-event.js';
import { firstReadable, isSoftDeleted } from './stream-metadata.js';

const LAST = Number.MAX_SAFE_INTEGER;

/** Reads a stream from a revision, either way. A stream that is not there, or deleted, is said to be not found. */
export async function readStream(call: ReadingCall, log: EventLog, options: ReadOptions): Promise<void> {
  const { stream: name, from, revision } = options.stream!;
  const stream = String(name?.name ?? '');
  const state = await log.stateOf(stream);
  if (state.tombstoned) throw streamDeleted(stream);
  if (state.last < 0 || isSoftDeleted(state.metadata)) {
    await call.say({ notFound: { stream: { name: Buffer.from(stream) } } });
    return;
  }
  const backwards = options.direction === 1;
  const start = from === 'start' ? 0 : from === 'revision' ? revision.toNumber() : LAST;
  const readable = firstReadable(state.metadata, state.last);
  await send(call, log, options, {
    stream,
    first: backwards ? readable : Math.max(start, readable),
    last: backwards ? Math.min(start, state.last) : state.last,
    backwards,
    since: state.metadata.maxAge === undefined ? 0 : Date.now() - state.metadata.maxAge * 1000,
  });
}

/** Reads all events: forwards from a position on, backwards from those before it, up to the end as it is now. */
export async function readAll(call: ReadingCall, log: EventLog, options: ReadOptions): Promise<void> {
  const { from, position } = options.all!;
  const backwards = options.direction === 1;
  const start = from === 'position' ? position!.commit.toNumber() : from === 'end' ? LAST : 0;
  const end = log.tail.end;
  await send(call, log, options, {
    first: backwards ? 0 : start,
    last: backwards ? Math.min(start - 1, end) : end,
    backwards,
    since: 0,
  });
}

async function send(
  call: ReadingCall,
  log: EventLog,
  options: ReadOptions,
  stretch: Stretch & { since: number },
): Promise<void> {
  const matches = matcher(options.all && options.filter);
  const pick = (event: StoredEvent): Buffer | undefined =>
    event.created >= stretch.since && matches(event) ? readResponse(event) : undefined;
  let left = options.count.toNumber();
  if (left === 0) return;
  for await (const page of log.reader.pages({ ...stretch, wanted: left }, pick)) {
    for (const response of page) {
      if (call.over) return;
      if (!response) continue;
      const behind = call.send(response);
      if (behind) await behind;
      if (--left === 0) return;
    }
  }
}
