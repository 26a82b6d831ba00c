import { Reader } from 'protobufjs/minimal';
import type { FactMetadata, Position, RecordedFact } from '../fact.js';
import { endOf, streamName, uint64, uuid } from './wire.js';

/** One message of a read or of a subscription (ReadResp): an event, or what the server says between them. */
export interface Heard {
  event?: RecordedFact;
  confirmed?: true;
  checkpoint?: Position;
  caughtUp?: true;
  /** The stream is not there, or was deleted. */
  notFound?: true;
}

/** Whether it is a fact, and none of the store's own events (metadata, links, statistics, tombstones). */
export const isFact = (event: RecordedFact): boolean =>
  !event.stream.startsWith('$') && !event.type.startsWith('$');

/** @throws when the bytes are no such message */
export function heardFrom(bytes: Buffer): Heard {
  const reader = Reader.create(bytes);
  const heard: Heard = {};
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    switch (tag >>> 3) {
      case 1:
        heard.event = readEvent(reader, bytes);
        break;
      case 2:
        heard.confirmed = true;
        reader.skipType(tag & 7);
        break;
      case 3:
        heard.checkpoint = positionOf(reader);
        break;
      case 8:
        heard.caughtUp = true;
        reader.skipType(tag & 7);
        break;
      case 4:
        heard.notFound = true;
        reader.skipType(tag & 7);
        break;
      default:
        reader.skipType(tag & 7);
    }
  }
  return heard;
}

/** ReadEvent: its event; a link that led there is of no interest. */
function readEvent(reader: Reader, bytes: Buffer): RecordedFact | undefined {
  let event: RecordedFact | undefined;
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    if (tag >>> 3 === 1) event = recordedEvent(reader, bytes);
    else reader.skipType(tag & 7);
  }
  return event;
}

function recordedEvent(reader: Reader, bytes: Buffer): RecordedFact {
  const properties: Properties = { type: '<no-event-type-provided>', contentType: '', created: '' };
  let id = '';
  let stream = '';
  let revision = 0n;
  let prepare = 0n;
  let commit = 0n;
  let metadata = NOTHING;
  let data = NOTHING;
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    switch (tag >>> 3) {
      case 1:
        id = uuid(reader);
        break;
      case 2:
        stream = streamName(reader);
        break;
      case 3:
        revision = uint64(reader);
        break;
      case 4:
        prepare = uint64(reader);
        break;
      case 5:
        commit = uint64(reader);
        break;
      case 6:
        readProperty(reader, properties);
        break;
      case 7:
        metadata = place(reader);
        break;
      case 8:
        data = place(reader);
        break;
      default:
        reader.skipType(tag & 7);
    }
  }
  return {
    stream,
    revision,
    position: { commit, prepare },
    id,
    type: properties.type,
    data: content(bytes, data, properties.contentType === 'application/json') as Record<string, unknown>,
    metadata: (metadata.length ? content(bytes, metadata, true) : {}) as FactMetadata,
    recordedAt: new Date(milliseconds(properties.created)),
  };
}

interface Properties {
  type: string;
  contentType: string;
  created: string;
}

function readProperty(reader: Reader, properties: Properties): void {
  let key = '';
  let value = '';
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    if (tag >>> 3 === 1) key = reader.string();
    else if (tag >>> 3 === 2) value = reader.string();
    else reader.skipType(tag & 7);
  }
  if (key === 'type') properties.type = value;
  else if (key === 'content-type') properties.contentType = value;
  else if (key === 'created') properties.created = value;
}

/** Where bytes lie that are read when everything about them is known. */
interface Place {
  at: number;
  length: number;
}
const NOTHING: Place = { at: 0, length: 0 };

function place(reader: Reader): Place {
  const length = reader.uint32();
  const at = reader.pos;
  reader.skip(length);
  return { at, length };
}

/** JSON where it is some; else what stands there, as nobody of ours wrote it. */
function content(bytes: Buffer, { at, length }: Place, json: boolean): unknown {
  if (!json) return bytes.subarray(at, at + length);
  const text = bytes.toString('utf8', at, at + length);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** From .NET ticks, of which a millisecond has 10,000: more digits than a number holds. */
const milliseconds = (ticks: string): number => Number(ticks.slice(0, -4)) || 0;

/** Position */
export function positionOf(reader: Reader): Position {
  const position = { commit: 0n, prepare: 0n };
  for (const end = endOf(reader); reader.pos < end;) {
    const tag = reader.uint32();
    if (tag >>> 3 === 1) position.commit = uint64(reader);
    else if (tag >>> 3 === 2) position.prepare = uint64(reader);
    else reader.skipType(tag & 7);
  }
  return position;
}
