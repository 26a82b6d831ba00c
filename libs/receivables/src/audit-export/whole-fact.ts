import { ChainBrokenError, HASH_VERSION, hashOf, type RecordedFact } from '@quittance/event-store';

type Placed = Pick<RecordedFact, 'stream' | 'revision'>;

export const placeOf = ({ stream, revision }: Placed): string => `${stream}, revision ${revision}`;

/** It is what was hashed, but not what the trade knows: an amount is none, a currency is missing. */
export class MalformedFactError extends Error {
  override name = 'MalformedFactError';
  constructor(fact: Placed, what: string) {
    super(`${placeOf(fact)}: ${what}`);
  }
}

/** Whether the fact is what was hashed when it was stored. One that cannot even be hashed is not. */
export function isWhole(fact: Placed & Pick<RecordedFact, 'id' | 'type' | 'data' | 'metadata'>): boolean {
  const { stream, revision, metadata } = fact;
  try {
    return metadata.hashVersion === HASH_VERSION && hashOf(stream, revision, fact) === metadata.hash;
  } catch {
    return false;
  }
}

/** @throws ChainBrokenError */
export function mustBeWhole(fact: RecordedFact): void {
  if (isWhole(fact)) return;
  throw new ChainBrokenError(fact.stream, fact.revision, 'its content is not what was hashed');
}
