import {
  type EventStore,
  type Position,
  type RecordedFact,
  StoreUnavailableError,
} from '@quittance/event-store';
import { placeOf } from './malformed-fact.js';

/** The store is there, but what it says from some place on cannot be read. */
export class UnreadableLogError extends Error {
  override name = 'UnreadableLogError';
}

/** The log after a position. @throws UnreadableLogError naming the last fact that could be read; StoreUnavailableError */
export async function* readableLog(store: EventStore, after?: Position): AsyncGenerator<RecordedFact> {
  let last = after ? `position ${after.commit}` : 'its beginning';
  try {
    for await (const fact of store.readAll({ after })) {
      yield fact;
      last = placeOf(fact);
    }
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    throw new UnreadableLogError(`after ${last} the log cannot be read: ${(error as Error).message}`);
  }
}
