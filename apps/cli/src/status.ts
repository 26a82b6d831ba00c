import { Command } from 'commander';
import { type Answer, type ApiClient, saying } from './client.js';
import { connect } from './connect.js';
import { EXIT } from './exit.js';
import { printLine, tableOf } from './terminal.js';

/** How the installation stands, as far as the API tells. */
export interface Status {
  ready: boolean;
  /** What /health/ready says. */
  health: unknown;
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
    health: ready.body ?? saying(ready),
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
        else
          await printLine(
            tableOf(['', ''], linesOf(status), () => false)
              .split('\n')
              .slice(2)
              .join('\n'),
          );
        process.exitCode = status.ready && !status.stale ? EXIT.done : EXIT.found;
      } finally {
        await api.close();
      }
    });

function linesOf({ ready, health, position, stale }: Status): string[][] {
  const parts = typeof health === 'object' && health !== null ? Object.entries(health) : [];
  return [
    ['ready', ready ? 'yes' : 'no'],
    ['read model', `${stale ? 'behind' : 'current'}, at position ${position ?? 'unknown'}`],
    ...parts.map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  ];
}
