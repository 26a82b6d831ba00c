import { parse } from 'protobufjs';
import { SCHEMA } from './schema.js';

/** A 64-bit number as protobuf decodes it: exact, whatever its size. */
export interface Long {
  toNumber(): number;
  toString(): string;
}
export type Empty = object;
/** Positions and revisions are dense counters of ours and fit a number; what only clients can send stays a Long. */
type Int64 = number | Long;

export interface Uuid {
  halves?: { most: object; least: object } | null;
  text?: string;
}
export interface StreamName {
  name: Buffer;
}
interface Position {
  commit: Int64;
  prepare: Int64;
}

export interface ReadRequest {
  options?: ReadOptions | null;
}
export interface ReadOptions {
  stream?: { stream?: StreamName | null; from?: 'revision' | 'start' | 'end'; revision: Long } | null;
  all?: { from?: 'position' | 'start' | 'end'; position?: { commit: Long } | null } | null;
  direction: 0 | 1;
  amount?: 'count' | 'subscription';
  count: Long;
  filter?: Filter | null;
  /** Whether what links lead to is wanted with them. */
  links: boolean;
  uuid?: { form?: 'halves' | 'text' } | null;
}
export interface Filter {
  on?: 'stream' | 'type';
  stream?: Expression | null;
  type?: Expression | null;
  window?: 'max' | 'unbounded';
  max: number;
  interval: number;
}
export interface Expression {
  regex: string;
  prefixes: string[];
}

export interface Proposed {
  id?: Uuid | null;
  properties: Record<string, string>;
  metadata: Buffer;
  data: Buffer;
}
interface Seconds {
  seconds: Long;
  nanos: number;
}
export interface Target {
  stream?: StreamName | null;
  expected?: 'revision' | 'none' | 'any' | 'exists';
  revision: Long;
  deadline?: Seconds | null;
  timeout?: Seconds | null;
}
export interface AppendRequest {
  target?: Target | null;
  event?: Proposed | null;
}
export interface BatchRequest {
  correlation?: Uuid | null;
  target?: Target | null;
  events: Proposed[];
  final: boolean;
}
export interface DeleteRequest {
  target?: Target | null;
}

export interface Appended {
  revision?: number;
  noStream?: Empty;
  position?: Position;
  noPosition?: Empty;
}
export interface Conflict {
  revision?: number;
  none?: Empty;
  expectedRevision?: Int64;
  expectedAny?: Empty;
  expectedExists?: Empty;
  expectedNone?: Empty;
}
export interface BatchResponse {
  correlation?: Uuid | null;
  error?: { code: number; message: string; details: { typeUrl: string; value: Buffer } };
  success?: Appended;
  stream?: StreamName | null;
  revision?: Int64;
  none?: Empty;
  any?: Empty;
  exists?: Empty;
}
export interface AppendResponse {
  success?: Appended;
  conflict?: Conflict;
}
export interface DeleteResponse {
  position: Position;
}
export interface Methods {
  methods: { name: string; service: string; features: string[] }[];
  version: string;
}
export interface Members {
  members: {
    id: Uuid;
    time: number;
    state: number;
    alive: boolean;
    address: { address: string; port: number };
  }[];
}
export interface Recorded {
  id: Uuid;
  stream: StreamName;
  revision: Int64;
  prepare: Int64;
  commit: Int64;
  properties: Record<string, string>;
  metadata: Buffer;
  data: Buffer;
}
export interface ReadResponse {
  /** With a link, the event that it led to; without one where it leads nowhere. */
  event?: { event: Recorded; link?: Recorded | null; commit: Int64 };
  confirmation?: { id: string };
  checkpoint?: Position;
  notFound?: { stream: StreamName };
  caughtUp?: Empty;
}

/** One message type: how it is read from and written to the wire. */
export interface Codec<T> {
  encode: (message: T) => Buffer;
  decode: (bytes: Buffer) => T;
}

const { root } = parse(SCHEMA);

function codec<T>(name: string): Codec<T> {
  const type = root.lookupType(name);
  return {
    encode: (message) => type.encode(message as object).finish() as Buffer,
    decode: (bytes) => type.decode(bytes) as T,
  };
}

export const messages = {
  empty: codec<Empty>('Empty'),
  readRequest: codec<ReadRequest>('ReadRequest'),
  readResponse: codec<ReadResponse>('ReadResponse'),
  appendRequest: codec<AppendRequest>('AppendRequest'),
  appendResponse: codec<AppendResponse>('AppendResponse'),
  batchRequest: codec<BatchRequest>('BatchRequest'),
  batchResponse: codec<BatchResponse>('BatchResponse'),
  batchConflict: codec<Conflict>('BatchConflict'),
  batchDeleted: codec<{ stream?: StreamName | null }>('BatchDeleted'),
  batchTooLarge: codec<{ limit: number }>('BatchTooLarge'),
  batchBadRequest: codec<{ message: string }>('BatchBadRequest'),
  deleteRequest: codec<DeleteRequest>('DeleteRequest'),
  deleteResponse: codec<DeleteResponse>('DeleteResponse'),
  methods: codec<Methods>('Methods'),
  members: codec<Members>('Members'),
};

/** Commit and prepare are the same for every write of a modern server. */
export const positionOf = (position: number): Position => ({ commit: position, prepare: position });
