import type { BeginningOfMacs } from '@quittance/receivables';
import type { Logger } from 'pino';
import type { DutyQueue } from './duty-queue.js';

/** How often it is looked whether every process writes MACs, until MacBegun is recorded. */
const LOOK_EVERY_MS = 5_000;

/** The reactor acts in its own name. */
const ACTOR = { id: 'system:reactor', roles: ['system'] };

/** Looks at once, and again until MACs have begun. @returns ends it */
export function beginMacs(queue: DutyQueue, beginning: BeginningOfMacs, log: Logger): () => void {
  let held = '';
  const look = (): void =>
    queue.add('begin macs', async (correlationId) => {
      const now = await beginning.run({ actor: ACTOR, correlationId });
      if (now.state === 'begun') clearInterval(timer);
      const by = now.state === 'held' ? now.by : '';
      if (by && by !== held)
        log.warn({ by }, 'facts need no MAC yet: a process writes none, end it to finish the upgrade');
      held = by;
    });
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return () => clearInterval(timer);
}
