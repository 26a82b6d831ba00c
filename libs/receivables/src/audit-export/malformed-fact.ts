import type { RecordedFact } from '@quittance/event-store';

type Placed = Pick<RecordedFact, 'stream' | 'revision'>;

export const placeOf = ({ stream, revision }: Placed): string => `${stream}, revision ${revision}`;

/** It is what was hashed, but not what the trade knows: an amount is none, a currency is missing. */
export class MalformedFactError extends Error {
  override name = 'MalformedFactError';
  constructor(fact: Placed, what: string) {
    super(`${placeOf(fact)}: ${what}`);
  }
}
