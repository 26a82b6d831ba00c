import type { Judge } from '@quittance/event-store';
import { ProjectorWatch } from '@quittance/reading';
import type { Pool } from 'pg';

/** Milliseconds: tables that lack facts older than this are too far behind to rest on. */
const BEHIND = 5_000;
/** Milliseconds that a command waits for a projector that hears nothing new. */
const PATIENCE = 1_000;

/** Asks the tables of this installation; rows and position are of one look at them. */
export function judgeBy(pool: Pool): Judge {
  const watch = new ProjectorWatch(pool);
  const isBehind = async (): Promise<boolean> => {
    const since = Date.now() - BEHIND;
    const reached = ({ completeThrough }: { completeThrough?: Date }): boolean =>
      completeThrough !== undefined && completeThrough.getTime() >= since;
    const state = await watch.state();
    if (reached(state)) return false;
    // Where nothing is recorded, nothing is projected: asked, the projector says that it is complete.
    await watch.nudge();
    return (await watch.until(reached, PATIENCE)) === undefined;
  };
  return async <Row extends object>(select: string, values: readonly unknown[] = []) => {
    const behind = await isBehind();
    const { rows } = await pool.query<{ judged_at: string; rows: Row[] | null }>(
      `select (select coalesce(checkpoint_commit, 0)::text from projector.state) as judged_at,
              (select jsonb_agg(to_jsonb(q)) from (${select}) q) as rows`,
      [...values],
    );
    const [row] = rows;
    return { rows: row?.rows ?? [], judgedAt: row?.judged_at ?? '0', behind };
  };
}
