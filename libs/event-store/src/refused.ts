import { Rejection } from '@quittance/kernel';
import { StreamDeletedError } from './event-store.js';

/** Nothing can be appended to a stream that was deleted or cut, by whatever try: the caller is told, and may not go on. */
export async function refused<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StreamDeletedError)) throw error;
    throw Rejection.conflict(
      'stream-deleted',
      `Stream ${error.stream} was deleted or cut in the event store, which Quittance never does. Nothing was written. ` +
        'Run quittance check, and restore the event store from a backup.',
    );
  }
}

export const contended = (): Rejection =>
  Rejection.conflict('changed-meanwhile', 'Others keep changing it at the same time: try again.');
