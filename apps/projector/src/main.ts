import { Vault } from '@quittance/event-store';
import { Counts, runService, type Service, traceProjected } from '@quittance/process';
import { Lease, Projector, rebuildChanged, migrate } from '@quittance/read-model';
import { CONTROL_TOTALS, FACT_STREAMS, isFactType, PROJECTIONS } from '@quittance/receivables/read-side';

/** How long the batch in hand may take to finish at the end; what was not written comes again at the next start. */
const LAST_BATCH_MS = 3_000;

/** Projects once no other projector is at work; until then it stands by. */
async function project({ settings, log, store, pool, tracing, signal, ready }: Service): Promise<void> {
  const counts = new Counts(pool, 'projector');
  const projector = new Projector({
    store,
    pool,
    log,
    projections: PROJECTIONS,
    streams: FACT_STREAMS,
    entity: settings.legalEntity,
    knows: isFactType,
    opener: new Vault(pool),
    counts,
    projected: tracing && traceProjected(tracing),
  });
  signal.addEventListener('abort', () => projector.stop());
  const lease = await Lease.acquire({
    databaseUrl: settings.databaseUrl,
    signal,
    standby: () => {
      log.info({}, 'another projector is at work: standing by');
      ready({ standby: true });
    },
    asked: () => projector.beat(),
  });
  if (!lease) return;
  try {
    log.info({}, 'projecting');
    counts.add('starts');
    ready();
    await madeAnew({ log, pool, signal });
    await projector.run();
  } finally {
    log.info(projector.counts, 'stopped');
    await Promise.all([counts.stop(), lease.release()]);
  }
}

/** Projections that changed are rebuilt first, while the old tables answer and stand still. */
async function madeAnew({ log, pool, signal }: Pick<Service, 'log' | 'pool' | 'signal'>): Promise<void> {
  let step = '';
  try {
    const rebuilt = await rebuildChanged({
      pool,
      signal,
      projections: PROJECTIONS,
      opener: new Vault(pool),
      totals: CONTROL_TOTALS,
      progress: (said) => {
        if (said.step !== step) log.info(said, 'rebuilding changed tables');
        step = said.step;
      },
    });
    if (!rebuilt) return;
    const { facts, seconds, retired, parked } = rebuilt;
    const differing = rebuilt.totals.filter(({ live, rebuilt: now }) => live !== now);
    log.info({ facts, seconds, retired, parked: parked.length, differing }, 'changed tables were rebuilt');
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

runService(
  {
    name: 'projector',
    migrate: (databaseUrl) => migrate(databaseUrl, PROJECTIONS),
    connections: 6,
    lastWork: LAST_BATCH_MS,
  },
  project,
);
