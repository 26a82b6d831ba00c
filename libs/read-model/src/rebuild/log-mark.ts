import type { Position } from '@quittance/event-store';
import type { Sql } from '@quittance/process';
import { ASK_STATE, LOCK_STATE, stateFrom } from '../state.js';
import { DoubtedMirrorError } from './options.js';

/** How far the live tables are, and what the mirror holds since an earlier mark, in one consistent look. */
export interface LogMark {
  checkpoint: Position | undefined;
  /** Facts projected up to now. */
  facts: bigint;
}

/** Facts came into the mirror before a place that was already read: the projector had found them late. */
export class LateFactsError extends Error {
  override name = 'LateFactsError';
}

export const START: LogMark = { checkpoint: undefined, facts: 0n };

/** @param locked holds the state until the transaction ends: the projector waits */
export async function logMark(sql: Sql, locked = false): Promise<LogMark> {
  const { checkpoint, facts } = stateFrom(await sql.query(locked ? LOCK_STATE : ASK_STATE));
  return { checkpoint, facts };
}

/**
 * The mark now, having made sure that the facts projected since `from` all lie after it in the mirror.
 * @throws LateFactsError
 */
export async function mirrorMark(sql: Sql, from: LogMark, locked = false): Promise<LogMark> {
  if (locked) await sql.query(LOCK_STATE);
  const result = await sql.query<{ between: bigint }>(
    `select s.*, (select count(*) from mirror.facts f
       where f.position > $1 and f.position <= s.checkpoint_commit) as between from projector.state s`,
    [String(from.checkpoint?.commit ?? -1n)],
  );
  const { checkpoint, facts } = stateFrom(result);
  const { between } = result.rows[0]!;
  if (between === facts - from.facts) return { checkpoint, facts };
  if (from === START) throw new DoubtedMirrorError(`the mirror holds ${between} of ${facts} facts`);
  throw new LateFactsError(`${facts - from.facts - between} facts were found late`);
}

/** Streams of a mirror that lack a fact, a few of them. */
export async function brokenStreams(sql: Sql, facts: string): Promise<string[]> {
  const { rows } = await sql.query<{ stream: string }>(
    `select stream from ${facts} group by stream having count(*) <> max(revision) + 1 limit 3`,
  );
  return rows.map(({ stream }) => stream);
}
