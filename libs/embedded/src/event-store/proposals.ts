import type { Expected } from './expected-revision.js';
import type { Proposed, StreamName, Target, Uuid } from './protocol.js';
import { type NewEvent, uuidBytes } from './stored-event.js';

/** PostgreSQL can index so much, and stores no NUL in a text. */
const MAX_NAME = 1_000;

/** The name of a stream that may be written to; otherwise throws what is wrong with it. */
export function streamName(given: StreamName | null | undefined): string {
  const name = String(given?.name ?? '');
  if (name === '') throw new BadProposal('The name of the stream is missing.');
  if (Buffer.byteLength(name) > MAX_NAME) {
    throw new BadProposal(`The name of the stream is longer than ${MAX_NAME} bytes.`);
  }
  if (name.includes('\0')) throw new BadProposal('The name of the stream contains a NUL.');
  if (name === '$all' || name.startsWith('$$$$') || name === '$$') {
    throw new BadProposal(`No events can be written to stream ${name}.`);
  }
  return name;
}

/** 2^64 - 1 is what the real server takes for no stream. @throws BadProposal */
export function expectedRevision({ expected, revision }: Target): Expected {
  if (!expected) throw new BadProposal('The expected revision is missing.');
  if (expected !== 'revision') return expected;
  const place = placeFrom(revision);
  if (place === undefined)
    throw new BadProposal(`The expected revision is beyond 2^63 - 1: ${String(revision)}`);
  return place === 'end' ? 'none' : place;
}

const END = 2n ** 64n - 1n;

/** A revision or position as it came: 2^64 - 1 stands for the end; undefined: no such place can be. */
export function placeFrom(given: { toString(): string }): number | 'end' | undefined {
  const place = BigInt(given.toString());
  if (place === END) return 'end';
  return place < 2n ** 63n ? Number(place) : undefined;
}

/** An event as it will be stored. @throws BadProposal */
export function newEvent({ id, properties, data, metadata }: Proposed): NewEvent {
  const { type, 'content-type': contentType } = properties;
  const bytes = id?.halves ? halves(id.halves) : uuidBytes(id?.text ?? '');
  if (!bytes) throw new BadProposal(`The id of an event is no uuid: ${id?.text ?? ''}`);
  for (const [name, value] of Object.entries({ type, 'content-type': contentType })) {
    if (!value) throw new BadProposal(`Required Metadata Property '${name}' is missing`);
  }
  if (type!.includes('\0')) throw new BadProposal('The type of an event contains a NUL.');
  return {
    id: bytes,
    type: type!,
    json: contentType === 'application/json', // whatever else it is said to be is kept as bytes
    data: buffer(data),
    metadata: buffer(metadata),
  };
}

/** Bytes that were left out come as an empty array, where protobufjs has found no Buffer. */
const buffer = (bytes: Buffer | readonly number[]): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);

function halves({ most, least }: NonNullable<Uuid['halves']>): Buffer {
  const bytes = Buffer.alloc(16);
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- they are Longs, exact in their own words
  for (const [i, half] of [most, least].entries()) bytes.writeBigInt64BE(BigInt(half.toString()), 8 * i);
  return bytes;
}

/** What is wrong with a write before the log is asked. */
export class BadProposal extends Error {
  override name = 'BadProposal';
}
