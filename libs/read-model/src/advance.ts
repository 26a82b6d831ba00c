import type { Position, RecordedFact } from '@quittance/event-store';
import { savingRevisions } from './continuity.js';
import { HEARTBEAT } from './heartbeat.js';
import type { KeptInstants } from './kept-instants.js';
import { mirroring, recordedAt } from './mirror.js';
import type { DecryptedFact } from './decrypt.js';
import { type ProjectorState, comparePositions, movingState } from './state.js';
import type { Write } from './writes.js';

/** A heartbeat that is processed with all before it, and the running maximum of recorded times there. */
export interface Beat {
  stream: string;
  revision: bigint;
  position: bigint;
  recordedAt: Date;
  recordedMax: Date;
}

/** What a batch leaves beside the rows of projections: mirror, continuity and, last, the state. */
export interface Advance {
  /** None when everything was there before. */
  writes: Write[];
  /** Facts that lie before the checkpoint: the subscription had passed over them. */
  late: RecordedFact[];
  checkpoint: Position | undefined;
  /** The last heartbeat of the batch. */
  beat: Beat | undefined;
}

/** @param news which facts of the batch are new to the tables */
export function advance(
  batch: readonly DecryptedFact[],
  news: ReadonlySet<RecordedFact>,
  state: ProjectorState,
  writer: string,
  instants: KeptInstants,
): Advance {
  let recordedMax = state.recordedMax ?? new Date(0);
  let { checkpoint } = state;
  let beat: Beat | undefined;
  const facts: RecordedFact[] = [];
  const maxima: Date[] = [];
  const late: RecordedFact[] = [];
  for (const { stored, opened } of batch) {
    const isLate = comparePositions(stored.position, state.checkpoint) <= 0;
    if (isLate && !news.has(opened)) continue;
    let at = recordedAt(stored);
    const own = at;
    const kept = instants.at(stored.position.commit);
    if (kept && kept > at) at = kept;
    if (at > recordedMax) recordedMax = at;
    if (comparePositions(stored.position, checkpoint) > 0) checkpoint = stored.position;
    if (stored.type === HEARTBEAT) {
      const { stream, revision, position } = stored;
      beat = { stream, revision, position: position.commit, recordedAt: own, recordedMax };
    }
    if (!news.has(opened)) continue;
    facts.push(stored);
    maxima.push(isLate ? at : recordedMax);
    if (isLate) late.push(stored);
  }
  const writes: Write[] = [];
  if (facts.length) writes.push(mirroring(facts, maxima), savingRevisions(facts));
  if (checkpoint && (facts.length || checkpoint !== state.checkpoint)) {
    writes.push(movingState({ checkpoint, facts: facts.length, recordedMax, beat: !!beat, writer }));
  }
  return { writes, late, checkpoint, beat };
}
