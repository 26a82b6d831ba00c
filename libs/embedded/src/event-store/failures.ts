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

export const unavailable = (why: string): Failure => new Failure(status.UNAVAILABLE, why);
export const badRequest = (why: string): Failure => new Failure(status.INVALID_ARGUMENT, why);
export const timedOut = (): Failure =>
  new Failure(status.DEADLINE_EXCEEDED, 'The write was not stored in time');

export const streamDeleted = (stream: string): Failure =>
  new Failure(status.FAILED_PRECONDITION, `Event stream '${header(stream)}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': header(stream),
  });

export const wrongRevision = (stream: string, expected: Expected, actual: number): Failure =>
  new Failure(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${header(stream)}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': header(stream),
      'expected-version': { none: '-1', any: '-2', exists: '-4' }[expected as string] ?? String(expected),
      ...(actual >= 0 && { 'actual-version': String(actual) }),
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
const CODE = { INVALID_ARGUMENT: 3, DEADLINE_EXCEEDED: 4, FAILED_PRECONDITION: 9 };

export const batchErrors = {
  conflict(target: Target, actual: number): BatchError {
    const value = messages.batchConflict.encode(conflict(target, actual));
    return packed(CODE.FAILED_PRECONDITION, 'WrongExpectedVersion', 'WrongExpectedVersion', value);
  },
  deleted(stream: StreamName): BatchError {
    const value = messages.batchDeleted.encode({ stream });
    return packed(CODE.FAILED_PRECONDITION, 'StreamDeleted', 'StreamDeleted', value);
  },
  tooLarge(): BatchError {
    const value = messages.batchTooLarge.encode({ limit: MAX_APPEND_SIZE });
    return packed(CODE.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', 'MaximumAppendSizeExceeded', value);
  },
  timeout: (): BatchError => packed(CODE.DEADLINE_EXCEEDED, 'Timeout', 'Timeout', messages.empty.encode({})),
  badRequest: (message: string): BatchError =>
    packed(CODE.INVALID_ARGUMENT, message, 'BadRequest', messages.batchBadRequest.encode({ message })),
};
