import { type EventStore, type NewFact, type RecordedFact, settle } from '@quittance/event-store';
import { EXIT, Exit } from '../exit.js';

/** Neighbours of one stream go in one append, which the store takes whole or not at all. */
const MOST_FACTS = 100;
const MOST_BYTES = 512 * 1024;

export interface Copying {
  from: EventStore;
  /** With its own positions. */
  to: EventStore;
  signal: AbortSignal;
  progress: (copied: number) => void;
}

/** The fact as it goes over: all that it was, and beside its hash where and when it was recorded. */
export function moved({ id, type, data, metadata, position, recordedAt }: RecordedFact): NewFact {
  const $origin = {
    recordedAt: metadata.$origin?.recordedAt ?? recordedAt.toISOString(),
    position: String(position.commit),
  };
  return { id, type, data, metadata: { ...metadata, $origin } };
}

/**
 * Appends what the target does not have yet, in the order of the log, one append after another: only so is it the
 * order of the target too. May be cut off anywhere and begun again: ids and expected revisions are those of the facts.
 * @returns how many facts were copied by this call
 * @throws Exit when the target holds anything else, when a store cannot be reached, and when interrupted
 */
export async function copyLog({ from, to, signal, progress }: Copying): Promise<number> {
  const last = await movedSoFar(from, to);
  let copied = 0;
  let batch: RecordedFact[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await append(to, batch);
    copied += batch.length;
    batch = [];
    bytes = 0;
    progress(copied);
    if (signal.aborted) throw new Exit(EXIT.interrupted, 'interrupted: the same command goes on from here');
  };
  for await (const fact of from.readAll({ after: last?.position })) {
    const size = JSON.stringify([fact.data, fact.metadata]).length;
    const first = batch[0];
    if (first && (first.stream !== fact.stream || batch.length >= MOST_FACTS || bytes + size > MOST_BYTES))
      await flush();
    batch.push(fact);
    bytes += size;
  }
  await flush();
  return copied;
}

async function append(to: EventStore, batch: readonly RecordedFact[]): Promise<void> {
  const { stream, revision } = batch[0]!;
  const settled = await settle(to, stream, revision === 0n ? 'none' : revision - 1n, batch.map(moved));
  if (settled.result === 'conflict') throw otherFacts(`stream ${stream} has facts of its own`);
  if (settled.result === 'unknown') throw new Exit(EXIT.unreachable, `--to: ${settled.cause.message}`);
}

/** The last fact that is in both. */
async function movedSoFar(from: EventStore, to: EventStore): Promise<RecordedFact | undefined> {
  for await (const last of to.readAll({ backwards: true, limit: 1 })) {
    const position = (last.metadata as Partial<RecordedFact['metadata']>).$origin?.position;
    if (position === undefined) throw otherFacts(`${last.type} in ${last.stream} was written there`);
    for await (const same of from.read(last.stream, last.revision)) {
      if (same.id === last.id && String(same.position.commit) === position) return same;
      break;
    }
    throw otherFacts('its history came from another store');
  }
  return undefined;
}

export const otherFacts = (what: string): Exit =>
  new Exit(EXIT.refused, `--to holds other facts (${what}): a history is moved into an empty store`);
