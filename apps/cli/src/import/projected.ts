import type { ApiClient } from '../client.js';
import { EXIT, Exit } from '../exit.js';

/** The read model stands still for so long: it is not going to get there while we wait. */
const STILL_MS = 60_000;

/** Waits until all up to the position is projected. @throws Exit (unreachable) when the read model stands still */
export async function projected(api: ApiClient, position: bigint, signal: AbortSignal): Promise<void> {
  let moved = Date.now();
  let last: string | undefined;
  while (!signal.aborted) {
    const answer = await api.get(`/v1/invoices?limit=1&after=${position}`, { patienceMs: 0 });
    if (answer.status < 300) return;
    const now = await api.get('/v1/invoices?limit=1', { patienceMs: STILL_MS });
    const at = now.header('quittance-position');
    if (at !== last) moved = Date.now();
    last = at;
    if (Date.now() - moved > STILL_MS) {
      throw new Exit(
        EXIT.unreachable,
        'everything is recorded, but the read model does not catch up: is the projector running?',
      );
    }
  }
}
