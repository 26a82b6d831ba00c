import { ChainBrokenError, type RecordedFact } from '@quittance/event-store';

/** What an export holds of a stream: a piece of its chain, from its first fact on unless dates cut it. */
export interface StreamEnd {
  first: bigint;
  /** Hash of the fact before the first exported one; null at the beginning. */
  before: string | null;
  last: bigint;
  facts: bigint;
  /** Of the last fact. */
  hash: string;
}

/**
 * Follows the chains of all streams through the log, holding so many ends at most: when there are more, those of
 * one half are let go and have to be followed in another pass.
 */
export class StreamEnds {
  private readonly ends = new Map<string, StreamEnd>();
  parts = 1;

  constructor(
    private readonly most: number,
    /** Whether streams begin with their first fact. */
    private readonly fromTheStart: boolean,
    private readonly part = 0,
  ) {}

  /** One of the other parts, for another pass. */
  other(part: number): StreamEnds {
    const other = new StreamEnds(Infinity, this.fromTheStart, part);
    other.parts = this.parts;
    return other;
  }

  /** The next fact of the log. @throws ChainBrokenError when it does not follow the one before in its stream */
  follow(fact: RecordedFact): void {
    const { stream, revision, metadata } = fact;
    if (this.parts > 1 && partOf(stream, this.parts) !== this.part) return;
    const end = this.ends.get(stream);
    if (end && revision !== end.last + 1n) {
      throw new ChainBrokenError(stream, end.last + 1n, 'the fact is missing');
    }
    if (end && metadata.previousHash !== end.hash) {
      throw new ChainBrokenError(stream, revision, 'it does not link to the fact before');
    }
    if (!end && this.fromTheStart && revision !== 0n) {
      throw new ChainBrokenError(stream, 0n, 'the fact is missing');
    }
    if (!end && (revision === 0n) !== (metadata.previousHash === null)) {
      throw new ChainBrokenError(stream, revision, 'only the first fact has none before it');
    }
    if (end) {
      end.last = revision;
      end.facts += 1n;
      end.hash = metadata.hash;
      return;
    }
    const before = metadata.previousHash;
    this.ends.set(stream, { first: revision, before, last: revision, facts: 1n, hash: metadata.hash });
    while (this.ends.size > this.most) this.halve();
  }

  *[Symbol.iterator](): Iterator<[string, StreamEnd]> {
    yield* this.ends;
  }

  private halve(): void {
    this.parts *= 2;
    for (const stream of this.ends.keys()) {
      if (partOf(stream, this.parts) !== this.part) this.ends.delete(stream);
    }
  }
}

/** FNV-1a: spreads names of streams evenly. */
function partOf(stream: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stream.length; i += 1) hash = Math.imul(hash ^ stream.charCodeAt(i), 0x01000193) >>> 0;
  return hash % parts;
}
