import canonicalize from 'canonicalize';
import { type Answer, answered, client } from './client';
import type { paths } from './schema';

/** A fact as the event store has it: data and metadata as JSON texts. */
export type StoredFact = RawPage['items'][number];
type RawPage = paths['/v1/streams/{id}/raw']['get']['responses'][200]['content']['application/json'];

/** Why a chain does not hold: a fact is missing, does not link to the one before, or is not what was hashed. */
export type BreakKind = 'missing' | 'unlinked' | 'changed';

export interface Verdict {
  /** Facts that hold, from the first on. */
  facts: number;
  /** Hash of the last of them. */
  hash: string | null;
  broken?: { kind: BreakKind; revision: number; position: string };
}

/** Facts of one page of the check. */
const PAGE = 200;

/**
 * Works the chain of a stream out again, here: SHA-256 over the RFC 8785 form of each fact, linked to the one before. It
 * ends at the first fact that breaks it.
 * @param told how many facts hold so far
 */
export async function checkChain(
  stream: string,
  told: (facts: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Verdict> {
  const verdict: Verdict = { facts: 0, hash: null };
  for (let from: number | null = 0; from !== null;) {
    const { body }: Answer<RawPage> = await answered<RawPage>(
      client.GET('/v1/streams/{id}/raw', {
        params: { path: { id: stream }, query: { from, limit: PAGE } },
        signal,
      }),
    );
    for (const fact of body.items) {
      const kind = await breakOf(stream, fact, verdict);
      if (kind) {
        const { revision, position } = fact;
        return { ...verdict, broken: { kind, revision, position } };
      }
      verdict.facts += 1;
      verdict.hash = metadataOf(fact).hash;
    }
    told(verdict.facts);
    from = body.next;
  }
  return verdict;
}

/** What is wrong with the fact that comes after those of the verdict. */
export async function breakOf(
  stream: string,
  fact: StoredFact,
  { facts, hash }: Verdict,
): Promise<BreakKind | undefined> {
  if (fact.revision !== facts) return 'missing';
  const read = await readable(stream, fact);
  if (read?.previousHash !== hash) return read === undefined ? 'changed' : 'unlinked';
  return read.worked === read.hash ? undefined : 'changed';
}

/** What a fact says of its chain, and its hash as it is worked out here. Undefined: it is no JSON any more. */
async function readable(stream: string, fact: StoredFact) {
  try {
    const { hash, previousHash } = metadataOf(fact);
    return { hash, previousHash, worked: await sha256(formOf(stream, fact)) };
  } catch {
    return undefined;
  }
}

interface Metadata {
  hash: string;
  previousHash: string | null;
  hashVersion: number;
}

const metadataOf = ({ metadata }: StoredFact): Metadata => JSON.parse(metadata) as Metadata;

/** The form that is hashed: the fact as stored, without its own hash and what another store said of it. */
function formOf(stream: string, fact: StoredFact): string {
  const { hash: _hash, $origin: _origin, ...metadata } = JSON.parse(fact.metadata) as Record<string, unknown>;
  const { hashVersion, previousHash } = metadata;
  const { revision, id, type, data } = fact;
  const stored = { stream, revision: String(revision), id, type, data: JSON.parse(data) as object };
  return canonicalize({ hashVersion, previousHash, ...stored, metadata })!;
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Browsers give no cryptography to pages that come unencrypted from elsewhere. */
export const canCheck = (): boolean => globalThis.crypto?.subtle !== undefined;

/** The way from a recorded head of the log to the next one, as the API answers it with a fact. */
interface Proof {
  from: { hash: string } | null;
  hashes: string[] | null;
  place: number | null;
  to: { hash: string };
}

/** Whether the fact is in the log as its next head says: each step is SHA-256 of the hash so far and the next one. */
export async function provesFact(hash: string, { from, hashes, place, to }: Proof): Promise<boolean> {
  if (hashes === null || place === null || hashes[place] !== hash) return false;
  let running = from?.hash ?? '';
  for (const one of hashes) running = await sha256(running + one);
  return running === to.hash;
}
