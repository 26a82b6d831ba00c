import { connectEventStore, StreamDeletedError, Vault } from '@quittance/event-store';
import {
  type AnyProjection,
  DoubtedMirrorError,
  dropOld,
  ProjectionFaultError,
  ProjectorAtWorkError,
  rebuild,
  RebuildBusyError,
  type RebuildOptions,
  type Rebuilt,
  StoreLacksFactsError,
  TotalsDifferError,
} from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { CONTROL_TOTALS, FACT_STREAMS, PROJECTIONS } from '@quittance/receivables/read-side';
import type { Pool } from 'pg';
import { EXIT, Exit, usage } from '../exit.js';
import { storeUrls } from '../stores.js';
import { pathOf, printLine } from '../terminal.js';
import { analystsProjections } from './analysts.js';
import { differs, printRebuilt } from './print.js';
import { ReplayProgress } from './progress.js';

export interface ReplayOptions {
  from: 'mirror' | 'store';
  dryRun?: boolean;
  diff?: boolean;
  rows: number;
  folder?: string;
  dropOld?: boolean;
  json?: boolean;
}

/** What `quittance replay` does. */
export async function replay(name: string | undefined, options: ReplayOptions): Promise<void> {
  if (options.diff && !options.dryRun) throw usage('--diff shows what would change: give --dry-run too');
  if (!name && !options.dropOld) throw usage('name a projection, or all');
  const { settings, databaseUrl, eventStoreUrl } = await storeUrls();
  const folder = options.folder ?? settings.analystsDir;
  const theirs = folder ? await analystsProjections(pathOf(folder)) : [];
  const what = name === undefined ? undefined : chosen(name, theirs);
  const pool = openDatabase(databaseUrl, { max: 6, name: 'quittance replay' });
  const store = options.from === 'store' ? connectEventStore(eventStoreUrl) : undefined;
  try {
    if (options.dropOld) await dropped(pool, options);
    if (!what) return;
    await run(
      {
        ...what,
        pool,
        store,
        from: options.from,
        streams: FACT_STREAMS,
        entity: settings.legalEntity,
        opener: new Vault(pool),
        totals: CONTROL_TOTALS,
        dryRun: options.dryRun,
        diff: options.diff ? options.rows : undefined,
      },
      options,
    );
  } catch (error) {
    throw asExit(error);
  } finally {
    await Promise.allSettled([pool.end(), store?.close()]);
  }
}

function chosen(
  name: string,
  theirs: readonly AnyProjection[],
): Pick<RebuildOptions, 'projections' | 'target' | 'whole' | 'faults'> {
  if (name === 'all') return { projections: PROJECTIONS, target: 'live', whole: true };
  const ours = PROJECTIONS.find((projection) => projection.name === name);
  if (ours) return { projections: [ours], target: 'live' };
  const one = theirs.find((projection) => projection.name === name);
  if (one) return { projections: [one], target: 'analysis', faults: 'stop' };
  const known = [...PROJECTIONS, ...theirs].map((projection) => projection.name);
  throw usage(`there is no projection ${name}; there are ${known.join(', ')}, and all`);
}

async function run(rebuilding: RebuildOptions, { json }: ReplayOptions): Promise<void> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new Exit(EXIT.interrupted, 'interrupted: nothing was changed'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const progress = new ReplayProgress();
  let rebuilt: Rebuilt;
  try {
    rebuilt = await rebuild({
      ...rebuilding,
      signal: stopping.signal,
      progress: (said) => progress.show(said),
    });
  } finally {
    progress.end();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  if (json) {
    await printLine(
      JSON.stringify(rebuilt, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    );
  } else await printRebuilt(rebuilt, rebuilding.target ?? 'live');
  process.exitCode = differs(rebuilt.differences) || rebuilt.parked.length > 0 ? EXIT.found : EXIT.done;
}

async function dropped(pool: Pool, { json }: ReplayOptions): Promise<void> {
  const schemas = await dropOld(pool);
  if (json) return printLine(JSON.stringify({ dropped: schemas }));
  await printLine(schemas.length ? `dropped ${schemas.join(', ')}` : 'there were no old tables');
}

function asExit(error: unknown): unknown {
  if (error instanceof Exit) return error;
  const { message } = error as Error;
  if (error instanceof RebuildBusyError || error instanceof ProjectorAtWorkError) {
    return new Exit(EXIT.refused, message);
  }
  const found = [DoubtedMirrorError, StoreLacksFactsError, StreamDeletedError];
  if (found.some((type) => error instanceof type)) return new Exit(EXIT.found, message);
  if (error instanceof TotalsDifferError || error instanceof ProjectionFaultError)
    return new Exit(EXIT.found, `not swapped: ${message}`);
  const { code } = error as { code?: string };
  const away = code !== undefined && /^(E[A-Z]+|08...|57P0.)$/.test(code);
  return away || (error as Error).name === 'StoreUnavailableError'
    ? new Exit(EXIT.unreachable, `a store cannot be reached: ${message}`)
    : error;
}
