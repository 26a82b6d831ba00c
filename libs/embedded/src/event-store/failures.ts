import { Metadata, status } from '@grpc/grpc-js';
import type { Expected } from './expected-revision.js';
import { type Conflict, type StreamName, type Target, messages } from './protocol.js';

/** The most bytes of one append, of all its events together. */
export const MAX_APPEND_SIZE = 1024 * 1024;

/** An error as the client knows it: a status and, in its trailing metadata, which exception it was. */
export class Failure extends Error {
  readonly metadata = new Metadata();
  readonly details: string;

  constructor(
    readonly code: status,
    message: string,
    properties: Record<string, string> = {},
  ) {
    super(message);
    this.details = message;
    for (const [name, value] of Object.entries(properties)) this.metadata.set(name, value);
  }
}

/** What the real server does not foresee it answers so. */
export const unforeseen = (why: string): Failure => new Failure(status.UNKNOWN, why);
export const unavailable = (why: string): Failure => new Failure(status.UNAVAILABLE, why);
export const badRequest = (why: string): Failure => new Failure(status.INVALID_ARGUMENT, why);
export const timedOut = (): Failure =>
  new Failure(status.ABORTED, 'Operation timed out: the write was not stored in time');

export const streamDeleted = (stream: string): Failure =>
  new Failure(status.FAILED_PRECONDITION, `Event stream '${header(stream)}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': header(stream),
  });

/** Nobody may delete the stream or write its metadata. */
export const denied = (): Failure =>
  new Failure(status.PERMISSION_DENIED, DENIED, { exception: 'access-denied' });

const DENIED = 'Access Denied: this stream keeps its facts, and takes neither a deletion nor metadata';

export const wrongRevision = (stream: string, expected: Expected, actual: number): Failure =>
  new Failure(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${header(stream)}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': header(stream),
      'expected-version': { none: '-1', any: '-2', exists: '-4' }[expected as string] ?? String(expected),
      'actual-version': String(actual),
    },
  );

export const tooLarge = (): Failure =>
  new Failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_SIZE} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(MAX_APPEND_SIZE),
  });

/** Headers of HTTP/2 are visible ASCII: any other name of a stream travels percent-encoded. */
const header = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text : encodeURIComponent(text));

/** What was expected and what is there. */
export const conflict = ({ expected, revision }: Target, actual: number): Conflict => ({
  ...(actual < 0 ? { none: {} } : { revision: actual }),
  ...{
    revision: { expectedRevision: revision },
    none: { expectedNone: {} },
    any: { expectedAny: {} },
    exists: { expectedExists: {} },
  }[expected ?? 'any'],
});

/** The same errors as a batch append carries them: a google.rpc.Status with the details packed into an Any. */
export type BatchError = { code: number; message: string; details: { typeUrl: string; value: Buffer } };

const packed = (code: number, message: string, type: string, value: Buffer): BatchError => ({
  code,
  message,
  details: { typeUrl: `type.googleapis.com/event_store.client.${type}`, value },
});

/** google.rpc.Code, as far as used. */
const CODE = {
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
};

export const batchErrors = {
  conflict(target: Target, actual: number): BatchError {
    const value = messages.batchConflict.encode(conflict(target, actual));
    return packed(CODE.ALREADY_EXISTS, 'WrongExpectedVersion', 'WrongExpectedVersion', value);
  },
  deleted(stream: StreamName): BatchError {
    const value = messages.batchDeleted.encode({ stream });
    return packed(CODE.NOT_FOUND, 'StreamDeleted', 'StreamDeleted', value);
  },
  tooLarge(): BatchError {
    const value = messages.batchTooLarge.encode({ limit: MAX_APPEND_SIZE });
    return packed(CODE.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', 'MaximumAppendSizeExceeded', value);
  },
  denied: (): BatchError => packed(CODE.PERMISSION_DENIED, DENIED, 'AccessDenied', messages.empty.encode({})),
  timeout: (): BatchError => packed(CODE.DEADLINE_EXCEEDED, 'Timeout', 'Timeout', messages.empty.encode({})),
  badRequest: (message: string): BatchError =>
    packed(CODE.INVALID_ARGUMENT, message, 'BadRequest', messages.batchBadRequest.encode({ message })),
};
