import { setTimeout as delay } from 'node:timers/promises';
import { changedProjections } from './changed.js';
import type { RebuildOptions, Rebuilt } from './options.js';
import { rebuild } from './rebuild.js';
import { RebuildBusyError } from './record.js';

/**
 * What a projector does before it projects, once it holds the lease: rebuilds what changed, while the old tables
 * answer and stand still. @returns undefined when nothing changed
 */
export async function rebuildChanged(options: RebuildOptions): Promise<Rebuilt | undefined> {
  for (;;) {
    const projections = await changedProjections(options.pool, options.projections);
    if (projections.length === 0) return undefined;
    try {
      return await rebuild({ ...options, projections, projecting: true });
    } catch (error) {
      if (!(error instanceof RebuildBusyError)) throw error;
      await delay(500, undefined, { signal: options.signal });
    }
  }
}
