import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@quittance/event-store';
import { comparePositions, projectorState } from '@quittance/read-model';
import type { Pool } from 'pg';

const LOOK_AGAIN_MS = 100;

/** Whether the tables have all that the log had a moment ago; waits for them a little. */
export async function tablesHaveAll(
  { store, pool }: { store: Pick<EventStore, 'end'>; pool: Pool },
  looks = 20,
): Promise<boolean> {
  const end = await store.end();
  for (let look = 0; look < looks; look += 1) {
    const { checkpoint } = await projectorState(pool);
    if (end === undefined || comparePositions(checkpoint, end) >= 0) return true;
    await pause(LOOK_AGAIN_MS);
  }
  return false;
}
