import { everythingHolds } from './support/everything-holds.js';
import { Gate, type Place } from './support/gate.js';
import { Load } from './support/load.js';
import { Processes } from './support/processes.js';
import { rngFor } from './support/seed.js';
import { until } from './support/until.js';

describe('F06: two projectors alive', () => {
  let processes: Processes;
  let gate: Gate | undefined;
  beforeEach(async () => {
    processes = await Processes.start();
  });
  afterEach(async () => {
    await gate?.remove();
    await processes?.stop();
  });

  /** A projector that stands still at that place, with rows written; and a standby that waits for it, under load. */
  async function frozenAt(place: Place) {
    const { url } = await processes.api();
    const load = await Load.start([await processes.as(url, ['clerk', 'manager'])], rngFor(`F06 ${place}`));
    const first = processes.projector();
    await first.atWork();
    gate = await Gate.at(place, processes.databases.databaseUrl);
    const second = processes.projector();
    expect(await second.up()).toMatchObject({ standby: true });
    await gate.close();
    const session = await gate.reached();
    const facts = await processes.projectedFacts();
    await first.freeze();
    await gate.open();
    return { load, first, second, session, facts, gate };
  }

  it.each([
    { place: 'statement' as const, left: 'its rows go with its session' },
    { place: 'commit' as const, left: 'its rows are there, once' },
  ])(
    'one stands still in its $place ($left): the other takes over, the stale one ends when it wakes',
    async ({ place }) => {
      const { load, first, second, session, facts, gate: at } = await frozenAt(place);
      if (place === 'statement') {
        // It holds the rows until PostgreSQL ends a session that stands still in a transaction.
        await at.sessionOver(session);
        expect(await processes.projectedFacts()).toBe(facts);
      }
      await second.atWork();
      expect(first.isRunning).toBe(true);
      await processes.projected(facts + 50);
      await load.stop();
      await processes.projected();

      first.thaw();
      await until('the stale one ends', () => !first.isRunning);
      expect(await first.ended).toEqual({
        code: 6,
        signal: null,
        line: 'another projector has moved the checkpoint: this one rolled back and ends\n',
      });
      expect(second.isRunning).toBe(true);
      await everythingHolds({ databaseUrl: processes.databases.databaseUrl, store: processes.store });
    },
  );
});
