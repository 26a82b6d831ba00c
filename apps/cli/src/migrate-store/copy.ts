import {
  type EventStore,
  type ExpectedRevision,
  mayForget,
  type NewFact,
  type Position,
  type RecordedFact,
  resolveAppend,
} from '@quittance/event-store';
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
  const after = await movedSoFar(from, to);
  const ends = new Map<string, ExpectedRevision>();
  let copied = 0;
  let batch: RecordedFact[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await append(to, batch, ends);
    copied += batch.length;
    batch = [];
    bytes = 0;
    progress(copied);
    if (signal.aborted) throw new Exit(EXIT.interrupted, 'interrupted: the same command goes on from here');
  };
  for await (const fact of from.readAll({ after })) {
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

/** @param ends where streams of heartbeats end in the target: those that --from has forgotten do not come with them */
async function append(
  to: EventStore,
  batch: readonly RecordedFact[],
  ends: Map<string, ExpectedRevision>,
): Promise<void> {
  const { stream, revision } = batch[0]!;
  const renumbered = mayForget(stream);
  const expected = renumbered
    ? (ends.get(stream) ?? (await endOf(to, stream)))
    : revision === 0n
      ? 'none'
      : revision - 1n;
  const settled = await resolveAppend(to, stream, expected, batch.map(moved));
  if (settled.result === 'conflict') {
    const { actual } = settled;
    if (expected !== 'none' && (actual === 'none' || actual < expected))
      throw notWhole(stream, revision, actual);
    throw otherFacts(`stream ${stream} has facts of its own`);
  }
  if (settled.result === 'unknown') throw new Exit(EXIT.unreachable, `--to: ${settled.cause.message}`);
  if (renumbered) ends.set(stream, settled.revision);
}

async function endOf(store: EventStore, stream: string): Promise<ExpectedRevision> {
  let end: ExpectedRevision = 'none';
  for await (const { revision } of store.read(stream)) end = revision;
  return end;
}

/** Where to go on: after the last fact that was moved. That is in both; of heartbeats, --from may have forgotten it. */
async function movedSoFar(from: EventStore, to: EventStore): Promise<Position | undefined> {
  let after: Position | undefined;
  for await (const last of to.readAll({ backwards: true })) {
    const position = (last.metadata as Partial<RecordedFact['metadata']>).$origin?.position;
    if (position === undefined) throw otherFacts(`${last.type} in ${last.stream} was written there`);
    after ??= { commit: BigInt(position), prepare: BigInt(position) };
    if (mayForget(last.stream)) continue;
    for await (const same of from.read(last.stream, last.revision)) {
      if (same.id === last.id && String(same.position.commit) === position) return after;
      break;
    }
    throw otherFacts('its history came from another store');
  }
  return after;
}

const notWhole = (stream: string, revision: bigint, actual: bigint | 'none'): Exit =>
  new Exit(
    EXIT.found,
    `stream ${stream} of --from is not whole: ` +
      `revision ${revision} follows ${actual === 'none' ? 'nothing' : `revision ${actual}`}. A history is moved whole or not at all`,
  );

export const otherFacts = (what: string): Exit =>
  new Exit(EXIT.refused, `--to holds other facts (${what}): a history is moved into an empty store`);
