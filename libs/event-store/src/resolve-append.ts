import {
  StoreUnavailableError,
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
} from './event-store.js';
import type { NewFact, RecordedFact } from './fact.js';

/** What became of an append, and how many sends it took: above 1, answer from facts read back. */
export type ResolvedAppend = AppendResult & { tries: number };

export interface ResolveOptions {
  /** Sends in all, the first one included. */
  tries?: number;
  /** Wait before the second send in milliseconds; doubles each time, up to 2 s, with jitter. */
  backOff?: number;
}

/**
 * Appends, and does not leave an `unknown` alone: sends identical bytes at the same expected revision again (at an
 * exact revision the store recognises them, so nothing is doubled), then reads back. Still `unknown` only when the
 * store could not be asked, or when nothing shows that the facts are in and an earlier send may yet land.
 * @throws what `append` does.
 */
export async function resolveAppend(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  facts: readonly NewFact[],
  { tries = 4, backOff = 100 }: ResolveOptions = {},
): Promise<ResolvedAppend> {
  let sends = 0;
  let last: AppendResult;
  do {
    if (sends > 0) await pause(Math.min(backOff * 2 ** (sends - 1), 2_000) * (0.5 + Math.random()));
    last = await store.append(stream, expected, facts);
    sends += 1;
  } while (last.result === 'unknown' && sends < tries);
  if (last.result === 'unknown') last = (await readBack(store, stream, expected, facts)) ?? last;
  return { ...last, tries: sends };
}

/** What the stream itself says of an append; undefined when it does not say. */
async function readBack(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  facts: readonly NewFact[],
): Promise<AppendResult | undefined> {
  const first = expected === 'none' ? 0n : expected + 1n;
  let place = 0;
  let newest: RecordedFact | undefined;
  try {
    for await (const fact of store.read(stream, first)) {
      newest = fact;
      if (fact.id !== facts[place]?.id) continue; // Another's: read on, to say where the stream is now.
      place += 1;
      if (place === facts.length)
        return { result: 'appended', revision: fact.revision, position: fact.position };
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    return undefined; // It cannot be asked: the append stays unknown, with its own cause.
  }
  // Another's facts took the place: a send that is still under way can only be refused.
  return newest && { result: 'conflict', actual: newest.revision };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
