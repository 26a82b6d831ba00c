import { AccessDeniedError, StreamDeletedError as ClientStreamDeletedError } from '@eventstore/db-client';
import { FactTooLargeError, StoreUnavailableError, StreamDeletedError } from '../event-store.js';

/** What ends a read or a subscription, in the port's words. The client throws typed errors and raw gRPC ones. */
export function readFailure(error: unknown, stream = ''): Error {
  const known = [StoreUnavailableError, StreamDeletedError, FactTooLargeError];
  if (known.some((type) => error instanceof type)) return error as Error;
  if (error instanceof ClientStreamDeletedError) return new StreamDeletedError(error.streamName ?? stream);
  const what =
    error instanceof AccessDeniedError ? 'the event store denies access' : 'the event store is unavailable';
  return new StoreUnavailableError(`${what}: ${messageOf(error)}`, { cause: error });
}

export function messageOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error);
}
