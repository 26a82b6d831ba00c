import { everythingHolds } from './support/everything-holds.js';
import { Gate, type Place } from './support/gate.js';
import { Load } from './support/load.js';
import { Processes } from './support/processes.js';
import type { RealProcess } from './support/real-process.js';
import { type Rng, rngFor, sized } from './support/seed.js';
import { until } from './support/until.js';

type Death = 'before its commit' | 'in its commit' | 'after its commit' | 'anywhere';
const DEATHS: readonly Death[] = ['before its commit', 'in its commit', 'after its commit', 'anywhere'];
const OVERTAKEN = /^another projector has moved the checkpoint: .*\n$/;
const KILLED = { code: null, signal: 'SIGKILL', line: '' };

describe('F05: kill -9 of the projector', () => {
  let processes: Processes;
  let gates: Record<Place, Gate>;
  let projector: RealProcess;
  let load: Load;
  const rng: Rng = rngFor('F05');

  beforeAll(async () => {
    processes = await Processes.start();
    const [one, other] = [await processes.api(), await processes.api()];
    const { databaseUrl } = processes.databases;
    gates = {
      statement: await Gate.at('statement', databaseUrl),
      commit: await Gate.at('commit', databaseUrl),
    };
    const users = [one, other, one].map(({ url }) => processes.as(url, ['clerk', 'manager']));
    projector = processes.projector();
    await projector.atWork();
    load = await Load.start(await Promise.all(users), rng);
    await processes.projected(10);
  });
  afterAll(async () => {
    await Promise.all([gates?.statement.remove(), gates?.commit.remove()]);
    await processes?.stop();
  });

  /** The work goes on a while without a projector; then there is one again, and it goes on from where that one died. */
  const another = async (): Promise<void> => {
    const left = await processes.projectedFacts();
    await until('facts wait', async () => (await processes.facts()).length > left + 20);
    load.hold();
    projector = processes.projector();
    await projector.atWork();
    load.goOn();
  };
  /** Kills the projector at the gate, with rows written and not committed. Answers how many facts had been before. */
  const killAt = async (place: Place): Promise<{ before: number; session: number }> => {
    await gates[place].close();
    const session = await gates[place].reached();
    const before = await processes.projectedFacts();
    expect(await projector.kill()).toEqual(KILLED);
    return { before, session };
  };
  const letGo = async (place: Place, session: number): Promise<void> => {
    await gates[place].open();
    await gates[place].sessionOver(session);
  };

  const deaths: Record<Death, () => Promise<void>> = {
    async 'before its commit'() {
      const { before, session } = await killAt('statement');
      await letGo('statement', session);
      expect(await processes.projectedFacts()).toBe(before);
    },
    async 'in its commit'() {
      const { before, session } = await killAt('commit');
      await letGo('commit', session);
      // PostgreSQL went on with what it had been told: committed, and nobody heard of it.
      expect(await processes.projectedFacts()).toBeGreaterThan(before);
    },
    async 'after its commit'() {
      const before = await processes.projectedFacts();
      await until('the state moved', async () => (await processes.projectedFacts()) > before);
      expect(await projector.kill()).toEqual(KILLED);
    },
    async anywhere() {
      await processes.projected((await processes.projectedFacts()) + rng.number(1, 120));
      expect(await projector.kill()).toEqual(KILLED);
    },
  };

  it('ends whoever came after it, when its commit comes to life behind them, and the next one goes on', async () => {
    const { before, session } = await killAt('commit');
    await another();
    await gates.commit.waitsBehind(session);
    await letGo('commit', session);
    expect(await projector.ended).toEqual({
      code: 6,
      signal: null,
      line: expect.stringMatching(OVERTAKEN) as string,
    });
    expect(await processes.projectedFacts()).toBeGreaterThan(before);
    await another();
  });

  it('loses and doubles nothing, wherever it dies under load', async () => {
    const random = Array.from({ length: sized(12, 1) }, () => rng.one(DEATHS));
    for (const death of [...DEATHS, ...random]) {
      await deaths[death]();
      await another();
    }
    expect(await load.stop()).toBeGreaterThan(50);
    const { databaseUrl } = processes.databases;
    const { facts } = await everythingHolds({ databaseUrl, store: processes.store });
    expect(facts).toBe((await processes.facts()).length);
    expect(facts).toBeGreaterThan(100);
  }, 600_000);
});
