import type { Reader, Writer } from 'protobufjs/minimal';

/*
 * What messages of EventStoreDB's protocol are made of. Fields have the numbers of its streams.proto and shared.proto;
 * those that are not known here are skipped.
 */

/** Two 32-bit halves, as protobufjs reads a 64-bit number. */
interface Halves {
  low: number;
  high: number;
}

/** The tag of a field that holds a text, bytes or a message. */
export const bytesTag = (field: number): number => (field << 3) | 2;
export const numberTag = (field: number): number => field << 3;

export function uint64(reader: Reader): bigint {
  const { low, high } = reader.uint64() as unknown as Halves;
  // Below 2^53 a number holds it, and makes it at a quarter of the cost.
  if (high >= 0 && high < 0x20_0000) return BigInt(high * 0x1_0000_0000 + (low >>> 0));
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

export function writeUint64(writer: Writer, field: number, value: bigint): Writer {
  const asNumber = Number(value);
  return writer.uint32(numberTag(field)).uint64(Number.isSafeInteger(asNumber) ? asNumber : value.toString());
}

/** A message without fields: said by being there. */
export const writeEmpty = (writer: Writer, field: number): Writer => writer.uint32(bytesTag(field)).uint32(0);

export const writeText = (writer: Writer, field: number, text: string): Writer =>
  writer.uint32(bytesTag(field)).string(text);

/** StreamIdentifier */
export const writeStreamName = (writer: Writer, field: number, stream: string): Writer =>
  writeText(writer.uint32(bytesTag(field)).fork(), 3, stream).ldelim();

/** Where the message that begins here ends. */
export function endOf(reader: Reader): number {
  const length = reader.uint32();
  return reader.pos + length;
}

/** StreamIdentifier */
export function streamName(reader: Reader): string {
  let name = '';
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    if (tag === bytesTag(3)) name = reader.string();
    else reader.skipType(tag & 7);
  }
  return name;
}

/** UUID: the text, or two halves of 64 bits. */
export function uuid(reader: Reader): string {
  let text = '';
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    if (tag === bytesTag(1)) text = uuidOfHalves(reader);
    else if (tag === bytesTag(2)) text = reader.string();
    else reader.skipType(tag & 7);
  }
  return text;
}

function uuidOfHalves(reader: Reader): string {
  const halves = [0n, 0n];
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    if (tag === numberTag(1)) halves[0] = uint64(reader);
    else if (tag === numberTag(2)) halves[1] = uint64(reader);
    else reader.skipType(tag & 7);
  }
  const digits = halves.map((half) => half.toString(16).padStart(16, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
