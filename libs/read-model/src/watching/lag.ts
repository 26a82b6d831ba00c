import type { EventStore, Position } from '@quittance/event-store';
import { HEARTBEAT } from '../heartbeat.js';
import { comparePositions } from '../state.js';

/** What lies in the log and not yet in the tables. */
export interface Lag {
  /** Facts that wait, heartbeats left out. */
  facts: number;
  /** Counted up to 500; beyond, reckoned from how densely those lie in the log. */
  estimated: boolean;
  /** How long the first of them has been waiting; 0 when none does. */
  seconds: number;
}

/** Beyond so many, a count would cost what the projector has still to do. */
const COUNTED = 500;

/** Reads on from the checkpoint, as the projector would. Positions are not dense: they only serve to estimate. */
export async function lagOf(
  store: Pick<EventStore, 'readAll'>,
  checkpoint: Position | undefined,
  end: Position | undefined,
): Promise<Lag> {
  const lag: Lag = { facts: 0, estimated: false, seconds: 0 };
  if (comparePositions(checkpoint, end) >= 0) return lag;
  let read = 0;
  let last = checkpoint;
  for await (const fact of store.readAll({ after: checkpoint, limit: COUNTED })) {
    read += 1;
    last = fact.position;
    if (fact.type === HEARTBEAT) continue;
    if (lag.facts === 0) lag.seconds = Math.max(0, (Date.now() - fact.recordedAt.getTime()) / 1000);
    lag.facts += 1;
  }
  if (read < COUNTED || comparePositions(last, end) >= 0) return lag;
  const from = checkpoint?.commit ?? 0n;
  const counted = Number(last!.commit - from);
  return { ...lag, estimated: true, facts: Math.round((lag.facts * Number(end!.commit - from)) / counted) };
}
