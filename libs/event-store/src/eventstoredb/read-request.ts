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

/** A read of one stream (ReadReq), from a revision or from its end. */
export function readStream(stream: string, from: bigint | 'end', reading: Reading = {}): Buffer {
  return request((options) => {
    options.uint32(bytesTag(1)).fork();
    writeStreamName(options, 1, stream);
    if (from === 'end') writeEmpty(options, 4);
    else writeUint64(options, 2, from);
    options.ldelim();
    events(options, reading);
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
