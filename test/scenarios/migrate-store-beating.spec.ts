import { type EventStoreNode, startEventStoreNode } from '@quittance/embedded';
import { connectEventStore, type EventStore, Vault } from '@quittance/event-store';
import { Projector, projectorState } from '@quittance/read-model';
import { FACT_STREAMS, isFactType, PROJECTIONS } from '@quittance/receivables';
import { pino } from 'pino';
import { quittance } from '../support/command-line.js';
import { issued } from '../support/issued.js';
import { recordGenerated } from '../support/generated.js';
import { ENTITY, type Quittance, startQuittance } from '../support/quittance.js';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';

// As documented: nothing writes during a move, but what is left runs, and the projector keeps beating.

describe('the read side of a history that was moved while its projector ran', () => {
  let running: Quittance;
  let databases: TestDatabases;
  let node: EventStoreNode;
  let store: EventStore;

  beforeAll(async () => {
    running = await startQuittance();
    await recordGenerated(5, running);
    databases = await startTestDatabases();
    node = await startEventStoreNode({
      databaseUrl: databases.eventsDatabaseUrl,
      host: '127.0.0.1',
      access: 'plaintext',
      port: 0,
    });
    const target = `esdb://127.0.0.1:${node.port}?tls=false`;
    const move = ['migrate-store', '--from', running.eventStoreUrl, '--to', target, '--json'];
    const environment = { DATABASE_URL: running.databaseUrl, EVENTSTORE_URL: running.eventStoreUrl };
    const ran = await quittance(move, environment).ended;
    expect({ code: ran.code, said: ran.stderr }).toMatchObject({ code: 0 });
    store = connectEventStore(target);
  }, 300_000);
  afterAll(async () => {
    await store?.close();
    await node?.stop();
    await databases?.stop();
    await running?.stop();
  });

  const state = () => projectorState(running.pool);
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((turn) => setImmediate(turn));
  };

  it('goes on in the new store, and takes in what is written there', async () => {
    const end = (await store.end())!.commit;
    await until(async () => (await state()).checkpoint!.commit > end);
    await running.projector.stop();
    const { facts } = await state();

    const { pool } = running;
    const projector = new Projector({
      ...{ store, pool, log: pino({ level: 'silent' }), entity: ENTITY, projections: PROJECTIONS },
      ...{ streams: FACT_STREAMS, knows: isFactType, opener: new Vault(pool) },
    });
    const over = projector.run();
    over.catch(() => undefined);
    await Promise.race([over, until(async () => (await state()).subscribed)]);
    const position = await issued(store, pool, 'NEW-1');
    await until(async () => (await state()).checkpoint!.commit >= position);
    projector.stop();
    await over;
    expect((await state()).facts).toBe(facts + 1n);
    expect((await pool.query(`select from live.invoices where number = 'NEW-1'`)).rowCount).toBe(1);
  }, 120_000);
});
