import { memoryEventStore } from '@quittance/event-store';
import { AccountsReadSide, history, projections } from '../../spec/accounts-read-side.js';
import { rebuildChanged } from '../rebuild/rebuild-changed.js';
import { rebuild } from '../rebuild/rebuild.js';
import { StandingWatch } from './standing.js';

describe('a rebuild under way', () => {
  let side: AccountsReadSide;
  beforeAll(async () => {
    side = await AccountsReadSide.start();
    await side.projected(history());
    await side.pool.query(`update projector.projections set version = 'another'`);
  });
  afterAll(() => side.stop());

  it('is told as the one that the projector waits for when changed tables are rebuilt at its start', async () => {
    const { pool } = side;
    const watch = new StandingWatch(memoryEventStore(), pool);
    const seen = new Map<string, Set<unknown>>();
    const looking = (by: string) => {
      const told = seen.set(by, new Set()).get(by)!;
      return async () =>
        (await watch.look()).readSide?.rebuilds.forEach(({ projectorWaits }) => told.add(projectorWaits));
    };
    await rebuild({ pool, projections, dryRun: true, progress: looking('dry run') });
    await rebuildChanged({ pool, projections, progress: looking('at start') });
    await rebuild({ pool, projections, progress: looking('replay') });
    expect(Object.fromEntries(seen)).toEqual({
      'dry run': new Set([false]),
      'at start': new Set([true]),
      replay: new Set([false]),
    });
  });
});
