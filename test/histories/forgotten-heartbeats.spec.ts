import { randomUUID } from 'node:crypto';
import { connectEventStore, type EventStore } from '@quittance/event-store';
import { contentHash, ProjectorWatch } from '@quittance/reading';
import { HEARTBEAT, migrate, Projector, rebuild } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import {
  AgingQueries,
  knownAxis,
  CONTROL_TOTALS,
  FACT_STREAMS,
  isFactType,
  PROJECTIONS,
} from '@quittance/receivables';
import { Pool } from 'pg';
import { Protection, SIGNS_OF_LIFE } from '../../libs/embedded/src/event-store/protection.js';
import { scavenge } from '../../libs/embedded/src/event-store/scavenge.js';
import { History } from '../../libs/receivables/spec/history.js';
import {
  startTestDatabases,
  startTestStores,
  type TestDatabases,
  type TestStores,
} from '../support/stores.js';
import { story } from '../support/story.js';

/** Heartbeats that are kept here; a real projector keeps a thousand. */
const KEPT = 20;

describe('Old heartbeats are forgotten', () => {
  let stores: TestStores;
  let store: EventStore;
  let events: Pool;
  const opened: { end(): Promise<void> }[] = [];
  const databases: TestDatabases[] = [];

  beforeAll(async () => {
    stores = await startTestStores();
    store = connectEventStore(stores.eventStoreUrl);
    events = new Pool({ connectionString: stores.eventsDatabaseUrl });
    events.on('error', () => undefined);
    opened.push(events);
  });
  afterAll(async () => {
    for (const pool of opened) await pool.end();
    await store?.close();
    await stores?.stop();
    for (const database of databases) await database.stop();
  });

  /** A fact or heartbeat as one that the store recorded at this time of 1 June 2026. */
  const revisions = new Map<string, bigint>();
  const record = async (
    time: string,
    stream: string,
    type: string,
    data: object = {},
    metadata: object = {},
  ) => {
    const before = revisions.get(stream);
    const $origin = { recordedAt: `2026-06-01T${time}Z` };
    const fact = { id: randomUUID(), type, data, metadata: { ...metadata, $origin } } as never;
    expect((await store.append(stream, before ?? 'none', [fact])).result).toBe('appended');
    revisions.set(stream, (before ?? -1n) + 1n);
  };
  const beat = (time: string) => record(time, 'heartbeat-main', HEARTBEAT);

  const said: string[] = [];
  const say = (_: object, message: string) => void said.push(message);
  /** A read side of its own, projected from the store until this holds. */
  const readSide = async (databaseUrl: string, until: string): Promise<Pool> => {
    await migrate(databaseUrl, PROJECTIONS);
    const pool = openDatabase(databaseUrl, { max: 6 });
    opened.push(pool);
    const projector = new Projector({
      ...{ store, pool, projections: PROJECTIONS, streams: FACT_STREAMS, entity: 'main', knows: isFactType },
      log: { info: () => undefined, warn: say, error: say },
      heartbeat: { idle: 2, soon: 2 },
      forget: KEPT,
    });
    const over = projector.run();
    for (let holds = false; !holds;) {
      const { rows } = await pool.query<{ holds: boolean }>(`select ${until} as holds from projector.state`);
      holds = rows[0]!.holds;
    }
    projector.stop();
    await over;
    return pool;
  };
  const fresh = async (): Promise<string> => {
    const database = await startTestDatabases();
    databases.push(database);
    return database.databaseUrl;
  };

  const TIMES = ['09:00', '10:30', '11:59', '12:00', '13:30', '15:00'];
  /** Place and hash of the same questions, in order. */
  const answers = async (pool: Pool): Promise<string[]> => {
    const clock = { now: () => new Date(), today: () => '2026-06-30' };
    const aging = new AgingQueries(pool, knownAxis(pool, new ProjectorWatch(pool), clock));
    const found: string[] = [];
    for (const time of TIMES) {
      const question = {
        asOf: '2026-06-01',
        knownAt: new Date(`2026-06-01T${time}:00Z`),
        by: 'customer' as const,
      };
      const place = await aging.place(question);
      const hash = contentHash(await aging.page(question, place));
      found.push(`${time}: ${place.knownPosition} ${hash.slice(0, 12)}`);
    }
    return found;
  };
  const heartbeats = async () => {
    let count = 0;
    for await (const { stream } of store.readAll()) count += Number(stream === 'heartbeat-main');
    return count;
  };

  story(
    'mended-doors',
    'D5',
    'A scavenge that takes old heartbeats changes no answer, though a clock went back, and the mirror is read again',
    async (show) => {
      const history = new History();
      const [first, second] = ['A', 'B'].map((number) =>
        history.issue(number, '100.00', { issuedOn: '2026-05-01', dueOn: '2026-05-15' }),
      ) as [ReturnType<History['issue']>, ReturnType<History['issue']>];
      history.pay('40.00', '2026-05-20', [{ invoice: first, amount: '40.00' }]);
      history.pay('10.00', '2026-05-21', [{ invoice: second, amount: '10.00' }]);
      const [issueA, issueB, receive, apply, receive2, apply2] = history.facts;
      const put = (time: string, { stream, type, data, metadata }: (typeof history.facts)[number]) =>
        record(time, stream, type, data, metadata);
      await put('08:00', issueA!);
      await put('08:30', issueB!);
      await beat('12:00');
      // The clock went back: these were recorded when 12:00 had been known to be complete.
      await put('10:00', receive!);
      await put('10:01', apply!);
      await put('13:00', receive2!);
      await beat('14:00');
      await put('13:10', apply2!);

      const live = await readSide(stores.databaseUrl, `forgotten_revision > ${3 * KEPT}`);
      const before = await answers(live);
      const had = await heartbeats();
      const gone = await scavenge(events, new Protection(SIGNS_OF_LIFE), Date.now() + 1);
      const left = await heartbeats();
      const end = String((await store.end())!.commit);
      const again = await answers(await readSide(await fresh(), `checkpoint_commit >= ${end}`));
      await rebuild({
        ...{ pool: live, projections: PROJECTIONS, totals: CONTROL_TOTALS },
        ...{ from: 'store', whole: true, store, streams: FACT_STREAMS },
      });
      show({
        input: `agings as known at ${TIMES.join(', ')}; heartbeats at 12:00 and 14:00, each followed by facts recorded at an earlier time`,
        right: { forgotten: true, readAgain: before, rebuiltFromTheStore: before, said: [] },
        got: {
          forgotten: had > 3 * KEPT && gone >= had - left && left < had / 2,
          readAgain: again,
          rebuiltFromTheStore: await answers(live),
          said,
        },
      });
      expect(new Set(before.map((answer) => answer.slice(7))).size).toBeGreaterThan(2);
    },
  );
});
