import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError as ClientStreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import {
  FactTooLargeError,
  StoreUnavailableError,
  StreamDeletedError,
  type AppendResult,
} from '../event-store.js';

/** What may be refused to an account, and the letters that an ACL has for it. */
export type Right = 'read' | 'write' | 'write the metadata of';
const LETTERS: Record<Right, string> = { read: '$r', write: '$w', 'write the metadata of': '$mw' };

/**
 * Names the right that an account lacks: the server says no more than that it denies access.
 * @param stream `$all`, a stream, or `$$` and a stream for its metadata
 */
export function denied(right: Right, stream: string, said: string): StoreUnavailableError {
  const isMeta = stream.startsWith('$$') && stream !== '$$$all';
  const may = isMeta
    ? `${right} the metadata of ${stream.slice(2)} ($mr`
    : `${right} ${stream} (${LETTERS[right]}`;
  return new StoreUnavailableError(
    `the event store denies access: its account may not ${may} in the ACL; docs/operations.md, An ordinary account): ${said}`,
  );
}

/**
 * What ends a read or a subscription, in the port's words. The client throws typed errors and raw gRPC ones.
 * @param stream what was read or written: `$all`, or a stream
 */
export function readFailure(error: unknown, stream = '', right: Right = 'read'): Error {
  const known = [StoreUnavailableError, StreamDeletedError, FactTooLargeError];
  if (known.some((type) => error instanceof type)) return error as Error;
  if (error instanceof ClientStreamDeletedError) return new StreamDeletedError(error.streamName ?? stream);
  if ((error as { code?: unknown } | null)?.code === status.UNAUTHENTICATED) {
    const what = 'the event store does not know the account (user and password of its address)';
    return new StoreUnavailableError(`${what}: ${messageOf(error)}`, { cause: error });
  }
  if (error instanceof AccessDeniedError && stream !== '') return denied(right, stream, messageOf(error));
  const what =
    error instanceof AccessDeniedError ? 'the event store denies access' : 'the event store is unavailable';
  return new StoreUnavailableError(`${what}: ${messageOf(error)}`, { cause: error });
}

/** Whether the connection was lost, or its server does not lead any more: another one may do what was asked. */
export function isLoss(error: unknown): boolean {
  if (error instanceof NotLeaderError) return true;
  const { code } = error as { code?: unknown };
  return code === status.UNAVAILABLE || (code === status.INTERNAL && /RST_STREAM/.test(messageOf(error)));
}

/** What an error of the client says of an append; an Error is to be thrown. */
export function outcomeOf(error: unknown, stream = ''): AppendResult | Error {
  if (error instanceof WrongExpectedVersionError) {
    const actual = error.actualVersion;
    return { result: 'conflict', actual: typeof actual === 'bigint' ? actual : 'none' };
  }
  if (error instanceof MaxAppendSizeExceededError) return new FactTooLargeError(messageOf(error));
  if (error instanceof StreamDeletedError) return error;
  if (error instanceof ClientStreamDeletedError || error instanceof AccessDeniedError) {
    return readFailure(error, stream, 'write');
  }
  return { result: 'unknown', cause: error instanceof Error ? error : new Error(String(error)) };
}

export function messageOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error);
}
