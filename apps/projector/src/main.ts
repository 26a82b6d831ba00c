import { Vault } from '@quittance/event-store';
import { Counts, Lease, Projector, runService, type Service } from '@quittance/read-model';
import { FACT_STREAMS, isFactType, PROJECTIONS } from '@quittance/receivables';

/** How long the batch in hand may take to finish at the end; what was not written comes again at the next start. */
const LAST_BATCH_MS = 3_000;

/** Projects once no other projector is at work; until then it stands by. */
async function project({ settings, log, store, pool, signal, ready }: Service): Promise<void> {
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
    await projector.run();
  } finally {
    log.info(projector.counts, 'stopped');
    await Promise.all([counts.stop(), lease.release()]);
  }
}

runService({ name: 'projector', projections: PROJECTIONS, connections: 4, lastWork: LAST_BATCH_MS }, project);
