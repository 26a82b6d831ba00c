import type { Expected } from './expected-revision.js';
import type { Proposed, StreamName, Target } from './protocol.js';
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

export function expectedRevision(target: Target): Expected {
  return target.expected === 'revision' ? target.revision.toNumber() : (target.expected ?? 'any');
}

/** An event as it will be stored. @throws BadProposal */
export function newEvent({ id, properties, data, metadata }: Proposed): NewEvent {
  const { type, 'content-type': contentType } = properties;
  const bytes = id?.halves ? halves(id.halves) : uuidBytes(id?.text ?? '');
  if (!bytes) throw new BadProposal(`The id of an event is no uuid: ${id?.text ?? ''}`);
  if (!type) throw new BadProposal('Required metadata property missing: type');
  if (type.includes('\0')) throw new BadProposal('The type of an event contains a NUL.');
  if (contentType !== 'application/json' && contentType !== 'application/octet-stream') {
    throw new BadProposal(
      'The content-type of an event is neither application/json nor application/octet-stream',
    );
  }
  return {
    id: bytes,
    type,
    json: contentType === 'application/json',
    data: buffer(data),
    metadata: buffer(metadata),
  };
}

/** Bytes that were left out come as an empty array, where protobufjs has found no Buffer. */
const buffer = (bytes: Buffer | readonly number[]): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);

function halves({ most, least }: { most: { toString(): string }; least: { toString(): string } }): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeBigInt64BE(BigInt(most.toString()), 0);
  bytes.writeBigInt64BE(BigInt(least.toString()), 8);
  return bytes;
}

/** What is wrong with a write before the log is asked. */
export class BadProposal extends Error {
  override name = 'BadProposal';
}
