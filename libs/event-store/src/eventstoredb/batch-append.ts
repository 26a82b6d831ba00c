import { Reader, Writer } from 'protobufjs/minimal';
import type { StorableFact } from '../append-size.js';
import {
  FactTooLargeError,
  StreamDeletedError,
  type AppendResult,
  type ExpectedRevision,
} from '../event-store.js';
import { denied } from './errors.js';
import { positionOf } from './heard.js';
import {
  bytesTag,
  endOf,
  numberTag,
  streamName,
  uint64,
  uuid,
  writeEmpty,
  writeStreamName,
  writeText,
  writeUint64,
} from './wire.js';

export interface Append {
  /** The answer bears it, too. */
  id: string;
  stream: string;
  expected: ExpectedRevision;
  /** When the server is to give it up; milliseconds since 1970. */
  deadline: number;
  /** The same for servers that know it (from 21.10.1 on), whatever the clocks say; milliseconds from now. */
  timeout: number;
  facts: readonly StorableFact[];
}

/** A message of a batch holds no more than the client lets it: servers take 4 MiB. */
const MESSAGE_BYTES = 3 * 1024 * 1024;
const JSON_CONTENT = writeText(writeText(Writer.create(), 1, 'content-type'), 2, 'application/json').finish();

/** The append as messages (BatchAppendReq): one, unless it is very large. */
export function batchAppend(append: Append): Buffer[] {
  const messages: Buffer[] = [];
  let writer = writeTarget(begin(append.id), append);
  for (const fact of append.facts) {
    writeFact(writer, fact);
    if (writer.len < MESSAGE_BYTES) continue;
    messages.push(writer.finish() as Buffer);
    writer = begin(append.id);
  }
  messages.push(writer.uint32(numberTag(4)).bool(true).finish() as Buffer);
  return messages;
}

const begin = (id: string): Writer => writeUuid(Writer.create(), 1, id);

const writeUuid = (writer: Writer, field: number, id: string): Writer =>
  writeText(writer.uint32(bytesTag(field)).fork(), 2, id).ldelim();

function writeTarget(writer: Writer, { stream, expected, deadline, timeout }: Append): Writer {
  writeStreamName(writer.uint32(bytesTag(2)).fork(), 1, stream);
  if (expected === 'none') writeEmpty(writer, 3);
  else writeUint64(writer, 2, expected);
  // Of two, the later is taken: a server whose clock is ahead would give every append up at once.
  return writeSeconds(writeSeconds(writer, 6, deadline), 7, timeout).ldelim();
}

const writeSeconds = (writer: Writer, field: number, milliseconds: number): Writer =>
  writer
    .uint32(bytesTag(field))
    .fork()
    .uint32(numberTag(1))
    .int64(Math.floor(milliseconds / 1000))
    .uint32(numberTag(2))
    .int32((milliseconds % 1000) * 1_000_000)
    .ldelim();

function writeFact(writer: Writer, { id, type, data, metadata }: StorableFact): void {
  writeUuid(writer.uint32(bytesTag(3)).fork(), 1, id);
  writeText(writeText(writer.uint32(bytesTag(2)).fork(), 1, 'type'), 2, type).ldelim();
  writer.uint32(bytesTag(2)).bytes(JSON_CONTENT);
  writeText(writeText(writer, 3, metadata), 4, data).ldelim();
}

/** What the server answered to an append: its result, or the error to throw. */
export interface Answer {
  id: string;
  outcome: AppendResult | Error;
}

/** From BatchAppendResp. @throws when the bytes are no such message */
export function answerFrom(bytes: Buffer): Answer {
  const reader = Reader.create(bytes);
  let id = '';
  let stream = '';
  let outcome: Answer['outcome'] | undefined;
  let refusal: Refusal | undefined;
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === bytesTag(1)) id = uuid(reader);
    else if (tag === bytesTag(2)) refusal = readRefusal(reader);
    else if (tag === bytesTag(3)) outcome = readSuccess(reader);
    else if (tag === bytesTag(4)) stream = streamName(reader);
    else reader.skipType(tag & 7);
  }
  if (refusal) outcome = refused(refusal, stream);
  return { id, outcome: outcome ?? unknown('the event store answered neither yes nor no') };
}

function readSuccess(reader: Reader): AppendResult {
  let revision = 0n;
  let position;
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    if (tag === numberTag(1)) revision = uint64(reader);
    else if (tag === bytesTag(3)) position = positionOf(reader);
    else reader.skipType(tag & 7);
  }
  if (!position) return unknown('the event store did not say the position');
  return { result: 'appended', revision, position };
}

/** google.rpc.Status with one detail */
interface Refusal {
  message: string;
  kind: string;
  detail: Uint8Array;
}

function readRefusal(reader: Reader, refusal: Refusal = { message: '', kind: '', detail: Buffer.of() }) {
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    if (tag === bytesTag(2)) refusal.message = reader.string();
    else if (tag === bytesTag(3)) readDetail(reader, refusal);
    else reader.skipType(tag & 7);
  }
  return refusal;
}

function readDetail(reader: Reader, refusal: Refusal): void {
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    if (tag === bytesTag(1)) refusal.kind = reader.string().replace(/^.*\bevent_store\.client\./, '');
    else if (tag === bytesTag(2)) refusal.detail = reader.bytes();
    else reader.skipType(tag & 7);
  }
}

function refused({ kind, detail, message }: Refusal, stream: string): Answer['outcome'] {
  if (kind === 'WrongExpectedVersion') return { result: 'conflict', actual: currentRevision(detail) };
  if (kind === 'StreamDeleted') return new StreamDeletedError(stream);
  if (kind === 'MaximumAppendSizeExceeded') return new FactTooLargeError(message);
  if (kind === 'AccessDenied') return denied('write', stream, message);
  return unknown(`the event store answered ${kind || 'an error'}: ${message}`);
}

/** Of WrongExpectedVersion: where the stream is. */
function currentRevision(detail: Uint8Array): bigint | 'none' {
  const reader = Reader.create(detail);
  let current: bigint | 'none' = 'none';
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === numberTag(1)) current = uint64(reader);
    else reader.skipType(tag & 7);
  }
  return current;
}

const unknown = (why: string): AppendResult => ({ result: 'unknown', cause: new Error(why) });
