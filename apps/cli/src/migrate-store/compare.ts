import {
  type EventStore,
  headAfter,
  type LogHead,
  mayForget,
  type RecordedFact,
} from '@quittance/event-store';
import { HEARTBEAT } from '@quittance/read-model';
import canonicalize from 'canonicalize';
import { EXIT, Exit } from '../exit.js';
import { moved } from './copy.js';

/** Two logs that hold the same facts. */
export interface Compared {
  facts: number;
  streams: number;
  heartbeats: number;
  /** SHA-256 (hex) chained over the hashes of all facts of the business, as log heads have it. */
  hash: string | null;
  /** The last fact: its position in the store it came from, and in the target. */
  end: bigint;
  here: bigint;
}

/**
 * Reads both logs side by side, fact by fact: stream, revision, id, type, data, metadata and origin must be those that
 * were to be written. Memory does not grow with the logs. Heartbeats that the source goes on with do not count, nor those
 * that it has forgotten since; what is left of them is numbered anew.
 * @throws Exit with the first difference
 */
export async function compareLogs(
  from: EventStore,
  to: EventStore,
  progress: (compared: number) => void,
): Promise<Compared> {
  const there = to.readAll()[Symbol.asyncIterator]();
  let head: LogHead | undefined;
  let toHead: LogHead | undefined;
  const compared: Compared = { facts: 0, streams: 0, heartbeats: 0, hash: null, end: 0n, here: 0n };
  const beating = new Set<string>();
  let toEnded = false;
  for await (const fact of from.readAll()) {
    let next = toEnded ? undefined : await there.next();
    while (next && !next.done && isForgotten(next.value, fact)) next = await there.next();
    if (!next || next.done) {
      toEnded = true;
      if (fact.type === HEARTBEAT) continue;
      throw new Exit(
        EXIT.refused,
        `${at(fact)} was written to --from meanwhile: stop what writes there, and run this again`,
      );
    }
    const copy = next.value;
    if (inFull(copy) !== inFull({ ...fact, ...moved(fact) } as RecordedFact))
      throw new Exit(EXIT.found, `${at(fact)} is not the same in both: --to has ${at(copy)} in its place`);
    [head, toHead] = [headAfter(head, fact), headAfter(toHead, copy)];
    if (fact.type === HEARTBEAT) compared.heartbeats += 1;
    compared.facts += 1;
    if (mayForget(fact.stream) ? !beating.has(fact.stream) : fact.revision === 0n) compared.streams += 1;
    if (mayForget(fact.stream)) beating.add(fact.stream);
    compared.end = fact.position.commit;
    compared.here = copy.position.commit;
    progress(compared.facts);
  }
  const more = toEnded ? undefined : await there.next();
  if (more && !more.done) throw new Exit(EXIT.refused, `--to holds other facts: ${at(more.value)}`);
  if (head?.hash !== toHead?.hash) throw new Exit(EXIT.found, 'the hashes of the logs differ');
  return { ...compared, hash: toHead?.hash ?? null };
}

const inFull = ({ stream, revision, id, type, data, metadata }: RecordedFact): string =>
  canonicalize([stream, mayForget(stream) ? '' : String(revision), id, type, data, metadata])!;

/** A heartbeat that was moved and lies before the next fact of the source, which does not have it any more. */
function isForgotten({ id, stream, metadata }: RecordedFact, next: RecordedFact): boolean {
  const position = (metadata as Partial<RecordedFact['metadata']>).$origin?.position;
  return (
    mayForget(stream) && id !== next.id && position !== undefined && BigInt(position) < next.position.commit
  );
}

const at = ({ stream, revision, type }: RecordedFact): string => `${type} (${stream}, revision ${revision})`;
