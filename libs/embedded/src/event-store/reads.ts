import { type Answer, Answers } from './answers.js';
import type { EventLog } from './event-log.js';
import { streamDeleted, unforeseen } from './failures.js';
import { matcher } from './filter.js';
import type { ReadOptions } from './protocol.js';
import { mustCombine, placeInAll, placeInStream } from './read-options.js';
import type { Stretch } from './reader.js';
import type { ReadingCall } from './reading-call.js';
import { type StoredEvent } from './stored-event.js';
import { firstReadable, isSoftDeleted } from './stream-metadata.js';

const LAST = Number.MAX_SAFE_INTEGER;

/** Reads a stream from a revision, either way; forwards from its end is a mistake, as on the real server. A stream that is not there, or deleted, is said to be not found. */
export async function readStream(call: ReadingCall, log: EventLog, options: ReadOptions): Promise<void> {
  mustCombine(options);
  const stream = String(options.stream!.stream?.name ?? '');
  const place = placeInStream(options.stream!);
  const backwards = options.direction === 1;
  if (place === 'end' && !backwards) throw unforeseen('A stream cannot be read forwards from its end.');
  const state = await log.stateOf(stream);
  if (state.tombstoned) throw streamDeleted(stream);
  if (state.last < 0 || isSoftDeleted(state.metadata)) {
    await call.say({ notFound: { stream: { name: Buffer.from(stream) } } });
    return;
  }
  const start = place === 'start' ? 0 : place === 'end' ? LAST : place;
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
  mustCombine(options);
  const place = placeInAll(options.all!);
  const backwards = options.direction === 1;
  const start = place === 'start' ? 0 : place === 'end' ? LAST : place;
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
  const answers = new Answers(log, options);
  const pick = (event: StoredEvent): Answer | undefined =>
    event.created >= stretch.since && matches(event) ? answers.of(event) : undefined;
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
