import { Command } from 'commander';
import { type Answer, type ApiClient, problemOf, saying } from './client.js';
import { connect } from './connect.js';
import { EXIT } from './exit.js';
import { printLine } from './terminal.js';

/** How the installation stands, as far as the API tells. */
export interface Status {
  ready: boolean;
  /** What /health/ready says is missing; null when nothing is. */
  missing: string | null;
  /** Of the last fact projected. */
  position: string | null;
  /** The read model is known to be behind. */
  stale: boolean;
}

export async function statusOf(api: ApiClient): Promise<Status> {
  const ready: Answer = await api.get('/health/ready', { patienceMs: 0 });
  const list: Answer = await api.get('/v1/invoices?limit=1', { patienceMs: 0 });
  return {
    ready: ready.status === 200 && list.status === 200,
    missing: ready.status === 200 ? null : (problemOf(ready).detail ?? saying(ready)),
    position: list.header('quittance-position') ?? null,
    stale: list.header('quittance-stale') === 'true',
  };
}

export const statusCommand = (): Command =>
  new Command('status')
    .description('Whether the API is ready and how far the read model is; exit 1 when not ready or behind')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- status`,
    )
    .action(async ({ json }: { json?: boolean }) => {
      const api = await connect(['analyst']);
      try {
        const status = await statusOf(api);
        if (json) await printLine(JSON.stringify(status));
        else {
          await printLine(
            status.ready ? 'ready' : `not ready: ${status.missing ?? 'the read model does not answer'}`,
          );
          await printLine(
            `read model ${status.stale ? 'behind' : 'current'}, at position ${status.position ?? 'unknown'}`,
          );
        }
        process.exitCode = status.ready && !status.stale ? EXIT.done : EXIT.found;
      } finally {
        await api.close();
      }
    });
