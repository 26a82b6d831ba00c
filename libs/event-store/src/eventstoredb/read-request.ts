import { Writer } from 'protobufjs/minimal';
import type { Position } from '../fact.js';
import { bytesTag, numberTag, writeEmpty, writeStreamName, writeText, writeUint64 } from './wire.js';

/** Whether a subscription is told of events that it does not see, in searches of 32 events by default. */
const CHECKPOINT_INTERVAL = 16;
/** As much as there is. */
const ALL = BigInt(Number.MAX_SAFE_INTEGER);

interface Reading {
  backwards?: boolean;
  most?: bigint;
}

/** A read of one stream (ReadReq) from a revision on. */
export function readStream(stream: string, from: bigint, { most }: Pick<Reading, 'most'> = {}): Buffer {
  return request((options) => {
    options.uint32(bytesTag(1)).fork();
    writeUint64(writeStreamName(options, 1, stream), 2, from).ldelim();
    events(options, { most });
  });
}

/** A read of the last event of a stream. Only backwards has the end of a stream a meaning. */
export function readLast(stream: string): Buffer {
  return request((options) => {
    options.uint32(bytesTag(1)).fork();
    writeEmpty(writeStreamName(options, 1, stream), 4).ldelim();
    events(options, { backwards: true, most: 1n });
  });
}

/** A read of all streams, from a position, from the start or from the end. */
export function readAll(from: Position | 'start' | 'end', reading: Reading = {}): Buffer {
  return request((options) => {
    ofAll(options, from);
    events(options, reading);
  });
}

/** A subscription to all streams whose names begin with one of the prefixes; without any, to all but the store's. */
export function subscription(from: Position | 'start', prefixes: readonly string[]): Buffer {
  return request((options) => {
    ofAll(options, from);
    writeEmpty(options, 6);
    options.uint32(bytesTag(7)).fork();
    options.uint32(bytesTag(prefixes.length === 0 ? 2 : 1)).fork();
    if (prefixes.length === 0) writeText(options, 1, '^[^$].*'); // types of events
    for (const prefix of prefixes) writeText(options, 2, prefix);
    options.ldelim();
    writeEmpty(options, 4);
    options.uint32(numberTag(5)).uint32(CHECKPOINT_INTERVAL).ldelim();
  });
}

/** A subscription to the store's own events of these types. */
export function systemSubscription(from: Position | 'start', types: readonly string[]): Buffer {
  return request((options) => {
    ofAll(options, from);
    writeEmpty(options, 6);
    options.uint32(bytesTag(7)).fork().uint32(bytesTag(2)).fork();
    for (const type of types) writeText(options, 2, type);
    options.ldelim();
    writeEmpty(options, 4);
    options.uint32(numberTag(5)).uint32(CHECKPOINT_INTERVAL).ldelim();
  });
}

function request(write: (options: Writer) => void): Buffer {
  const writer = Writer.create();
  const options = writer.uint32(bytesTag(1)).fork();
  write(options);
  writeEmpty(options.uint32(bytesTag(9)).fork(), 2).ldelim(); // ids as texts
  return writer.ldelim().finish() as Buffer;
}

function ofAll(options: Writer, from: Position | 'start' | 'end'): void {
  options.uint32(bytesTag(2)).fork();
  if (from === 'start') writeEmpty(options, 2);
  else if (from === 'end') writeEmpty(options, 3);
  else writeUint64(writeUint64(options.uint32(bytesTag(1)).fork(), 1, from.commit), 2, from.prepare).ldelim();
  options.ldelim();
}

function events(options: Writer, { backwards = false, most = ALL }: Reading): void {
  if (backwards) options.uint32(numberTag(3)).uint32(1);
  writeUint64(options, 5, most);
  writeEmpty(options, 8); // without a filter
}
