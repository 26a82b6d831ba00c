import type { Deadline, ServerReadableStream } from '@grpc/grpc-js';
import type { Outcome, Write } from './batch.js';
import { appended } from './batch-append.js';
import type { EventLog } from './event-log.js';
import {
  MAX_APPEND_SIZE,
  badRequest,
  conflict,
  denied,
  streamDeleted,
  timedOut,
  tooLarge,
  unavailable,
  wrongRevision,
} from './failures.js';
import { expectedRevision, newEvent, streamName } from './proposals.js';
import {
  type AppendRequest,
  type AppendResponse,
  type DeleteResponse,
  type Target,
  positionOf,
} from './protocol.js';
import { type NewEvent, sizeOf } from './stored-event.js';
import { isMetastream } from './stream-metadata.js';

/** The older way to append: one call an append, the target first, then an event a message. */
export async function append(
  call: ServerReadableStream<AppendRequest, AppendResponse>,
  log: EventLog,
): Promise<AppendResponse> {
  let target: Target | null | undefined;
  const events: NewEvent[] = [];
  let size = 0;
  for await (const request of call as AsyncIterable<AppendRequest>) {
    target ??= request.target;
    if (!request.event || size > MAX_APPEND_SIZE) continue;
    const event = newEvent(request.event);
    size += sizeOf(event);
    if (size <= MAX_APPEND_SIZE) events.push(event);
  }
  if (!target) throw badRequest('The append names no stream.');
  if (size > MAX_APPEND_SIZE) throw tooLarge();
  const stream = streamName(target.stream);
  const expected = expectedRevision(target);
  const outcome = await log.append({
    kind: 'append',
    stream,
    expected,
    events,
    size: size + 1_000,
    deadline: instant(call.getDeadline()),
  });
  if (outcome.result === 'conflict') return { conflict: conflict(target, outcome.actual) };
  return { success: appended(stored(outcome, stream, expected)) };
}

/** Deletes a stream: softly, so that it can be written to again, or for ever (`tombstone`). */
export async function remove(
  kind: 'delete' | 'tombstone',
  target: Target | null | undefined,
  deadline: Deadline,
  log: EventLog,
): Promise<DeleteResponse> {
  if (!target) throw badRequest('The request names no stream.');
  const stream = streamName(target.stream);
  if (isMetastream(stream)) throw badRequest('A metadata stream goes with its stream.');
  const expected = expectedRevision(target);
  const write: Write = { kind, stream, expected, events: [], size: 1_000, deadline: instant(deadline) };
  const { position } = stored(await log.append(write), stream, expected);
  return { position: positionOf(position!) };
}

function stored(
  outcome: Outcome,
  stream: string,
  expected: Write['expected'],
): { revision: number; position?: number } {
  switch (outcome.result) {
    case 'stored':
      return outcome;
    case 'conflict':
      throw wrongRevision(stream, expected, outcome.actual);
    case 'deleted':
      throw streamDeleted(stream);
    case 'denied':
      throw denied();
    case 'timeout':
      throw timedOut();
    case 'unavailable':
      throw unavailable('The event store has no database at the moment');
  }
}

const instant = (deadline: Deadline): number => (deadline instanceof Date ? deadline.getTime() : deadline);
