import { createHash } from 'node:crypto';
import { canonicalForm, type Formed } from './canonical-form.js';
import type { FactMetadata, NewFact, RecordedFact } from './fact.js';
import { type MacKey, macOf } from './mac.js';

/** Version of the form that is hashed: a change of the form is a new number, old facts keep theirs. */
export const HASH_VERSION = 1;

/** The end of a stream that the next fact links to; `none` and null before the first fact. */
export interface ChainEnd {
  revision: bigint | 'none';
  hash: string | null;
}

/** A stream does not hold together: a fact is missing, was changed or put in. Never repaired: an alarm. */
export class ChainBrokenError extends Error {
  override name = 'ChainBrokenError';
  constructor(
    readonly stream: string,
    readonly revision: bigint,
    readonly what: string,
  ) {
    super(`the chain of ${stream} is broken at revision ${revision}: ${what}`);
  }
}

/**
 * SHA-256 (hex) of the RFC 8785 form of a fact as stored (personal data sealed), with the hash of the fact before and
 * the fact's MAC. `hash` and `$origin` are outside it.
 */
export function hashOf(stream: string, revision: bigint, fact: Formed): string {
  return sha256(canonicalForm(stream, revision, fact).with(fact.metadata.mac));
}
const sha256 = (form: string): string => createHash('sha256').update(form).digest('hex');

/** A fact that is complete but for its place in the chain. */
export type Unchained = Omit<NewFact, 'metadata'> & {
  metadata: Omit<FactMetadata, 'hashVersion' | 'previousHash' | 'hash'>;
};

/** Links facts to the end of their stream, in order, each with a MAC where a key is given. */
export function chain(
  stream: string,
  end: ChainEnd,
  facts: readonly Unchained[],
  key?: MacKey,
): (NewFact & { metadata: FactMetadata })[] {
  let previousHash = end.hash;
  const first = end.revision === 'none' ? 0n : end.revision + 1n;
  return facts.map((fact, i) => {
    const metadata = { ...fact.metadata, hashVersion: HASH_VERSION, previousHash };
    const form = canonicalForm(stream, first + BigInt(i), { ...fact, metadata });
    const mac = key ? macOf(form, key) : metadata.mac;
    const hash = sha256(form.with(mac));
    previousHash = hash;
    return { ...fact, metadata: { ...metadata, ...(mac && { mac }), hash } };
  });
}

/**
 * Whether the fact is the one that follows `end`: its revision and its link, not its own hash.
 * @throws ChainBrokenError
 */
export function follow(end: ChainEnd, fact: RecordedFact): ChainEnd {
  const next = end.revision === 'none' ? 0n : end.revision + 1n;
  if (fact.revision !== next) throw new ChainBrokenError(fact.stream, next, 'the fact is missing');
  if (fact.metadata.previousHash !== end.hash) {
    throw new ChainBrokenError(fact.stream, fact.revision, 'it does not link to the fact before');
  }
  return { revision: fact.revision, hash: fact.metadata.hash };
}

/** As `follow`, and the fact's own hash is worked out again. @throws ChainBrokenError */
export function verify(end: ChainEnd, fact: RecordedFact): ChainEnd {
  const next = follow(end, fact);
  mustBeWhole(fact);
  return next;
}

/** @throws ChainBrokenError */
export function mustBeWhole(fact: Omit<RecordedFact, 'position' | 'recordedAt'>): void {
  if (isWhole(fact)) return;
  throw new ChainBrokenError(fact.stream, fact.revision, 'its content is not what was hashed');
}

/**
 * Whether the fact is what was hashed when it was stored, in a form that is known. One that cannot even be hashed,
 * since somebody changed it to no such thing, is not.
 */
export function isWhole(fact: Omit<RecordedFact, 'position' | 'recordedAt'>): boolean {
  const { stream, revision, metadata } = fact;
  try {
    return metadata.hashVersion === HASH_VERSION && hashOf(stream, revision, fact) === metadata.hash;
  } catch {
    return false;
  }
}

export const CHAIN_START: ChainEnd = { revision: 'none', hash: null };

/**
 * Verifies one stream's facts, as stored, from its first. Answers where the chain ends.
 * @throws ChainBrokenError at the first fact that does not hold
 */
export async function verifyChain(
  facts: AsyncIterable<RecordedFact> | Iterable<RecordedFact>,
): Promise<ChainEnd> {
  let end = CHAIN_START;
  for await (const fact of facts) end = verify(end, fact);
  return end;
}
