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

/** What ends a read or a subscription, in the port's words. The client throws typed errors and raw gRPC ones. */
export function readFailure(error: unknown, stream = ''): Error {
  const known = [StoreUnavailableError, StreamDeletedError, FactTooLargeError];
  if (known.some((type) => error instanceof type)) return error as Error;
  if (error instanceof ClientStreamDeletedError) return new StreamDeletedError(error.streamName ?? stream);
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
  if (error instanceof ClientStreamDeletedError || error instanceof AccessDeniedError) {
    return readFailure(error, stream);
  }
  return { result: 'unknown', cause: error instanceof Error ? error : new Error(String(error)) };
}

export function messageOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error);
}
