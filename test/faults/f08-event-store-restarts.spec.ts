import { everythingHolds } from './support/everything-holds.js';
import { Processes } from './support/processes.js';
import { rngFor, sized } from './support/seed.js';
import { Workload } from './support/workload.js';
import { until } from './support/until.js';

describe('F08 the event store restarts in the middle of a batch', () => {
  let processes: Processes;
  beforeAll(async () => {
    processes = await Processes.start();
  });
  afterAll(() => processes?.stop());

  it('killed again and again under four writers: everybody connects again and goes on, nothing lost or doubled', async () => {
    const api = await processes.api();
    const projector = processes.projector();
    await projector.atWork();
    const clerk = await processes.as(api.url, ['manager', 'clerk']);
    const rng = rngFor('f08');
    await new Workload(clerk, rng).open();
    const workloads = Array.from(
      { length: 4 },
      (_, i) => new Workload(clerk, rngFor(`f08-${i}`), `F08-${i}`),
    );
    const done = () => workloads.reduce((sum, { counts }) => sum + counts.done + counts.refused, 0);
    const [kills, each] = [sized(8, 3, 2), 15];
    let over = false;
    const trading = Promise.all(
      workloads.map(async (workload) => {
        while (!over) await workload.action();
      }),
    );
    trading.catch(() => undefined); // told below
    try {
      for (let kill = 1; kill <= kills; kill += 1) {
        const enough = done() + rng.number(each, 2 * each);
        await until(`${enough} actions are done`, () => done() >= enough);
        expect((await processes.eventStore.kill()).signal).toBe('SIGKILL');
        await processes.startEventStore();
      }
      const last = done() + each;
      await until('business goes on', () => done() >= last);
    } finally {
      over = true;
    }
    await trading;
    const { facts } = await everythingHolds({
      databaseUrl: processes.databases.databaseUrl,
      store: processes.store,
    });
    expect(facts).toBe((await processes.facts()).length);
    expect(projector.logged('the subscription ended: starting again')).not.toEqual([]);
    expect([api.isRunning, projector.isRunning]).toEqual([true, true]);
  });
});
