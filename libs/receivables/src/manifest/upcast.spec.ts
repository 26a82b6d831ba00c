import {
  CommandMessage,
  type EventStore,
  memoryEventStore,
  type RecordedFact,
  verifyChain,
} from '@quittance/event-store';
import { type Decider, factsOf as making, Money } from '@quittance/kernel';
import { openDatabase } from '@quittance/process';
import { migrate, type Projection, ReadModel, table } from '@quittance/read-model';
import type { Pool } from 'pg';
import { accountProcess } from '../../../../test/support/accounts.js';
import { startTestDatabases, type TestDatabases } from '../../../../test/support/stores.js';
import { story } from '../../../../test/support/story.js';
import { ExportedTotals } from '../audit-export/exported-totals.js';
import type { MoneyOfFacts } from '../ledger/control.js';
import { leg, postings } from '../ledger/legs.js';
import { legsBy } from '../ledger/posted.js';
import { leftOutOf } from '../parked/left-out.js';
import type { AnyFact } from './fact.js';
import { commandsOf, feature } from './feature.js';
import { aboutFacts, factsOf, projectionsOf } from './registry.js';
import { servedBy } from './served.js';
import { todayOf } from './today.js';

// A fact of two versions: the first release counted in one text, this one counts by colour.

class Count extends CommandMessage {
  blue!: string;
}
interface Counted {
  Counted: { by: Record<string, string> };
}
type First = { Counted: { count: string } };

const declared: Omit<AnyFact, 'schema'> = {
  effectiveOn: () => '2026-03-02',
  sentence: (_data, actor) => `${actor} counted`,
  stream: 'tally-<uuid>',
  comment: 'Something was counted',
  fields: { by: 'counts by colour' },
};
const send = { command: Count, stream: () => 'tally-1', internal: true } as const;

const firstDecider: Decider<{ Count: Count }, null, First> = {
  category: 'tally',
  initial: null,
  decide: { Count: ({ blue }) => [making<First>()('Counted', { count: blue })] },
  evolve: { Counted: () => null },
};
const firstRelease = feature({
  name: 'tally',
  facts: { Counted: { ...declared, schema: 1 } } as never,
  money: {},
  streams: [firstDecider],
  api: () => ({ commands: commandsOf(firstDecider, { Count: send }) }),
});

const rows = table<{ position: bigint; blue: string }>({
  name: 'tally',
  comment: 'Counts',
  key: ['position'],
  columns: { position: { type: 'bigint' }, blue: { type: 'text' } },
});
const projection: Projection<Counted> = {
  name: 'tally',
  comment: 'Counts by colour',
  tables: [rows],
  on: { Counted: ({ data, at }, changes) => changes.put(rows, { position: at, blue: data.by.blue! }) },
};
const decider: Decider<{ Count: Count }, string[], Counted> = {
  category: 'tally',
  initial: [],
  decide: { Count: ({ blue }, seen) => [making<Counted>()('Counted', { by: { blue, seen: seen.join() } })] },
  evolve: { Counted: (seen, { by }) => [...seen, by.blue!] },
};
const upcasters = { 1: ({ count }: First['Counted']) => ({ by: { blue: count } }) };
/** What was counted is money in the box. */
const money = {
  Counted: postings(({ by }: Counted['Counted']) => {
    const [amount, about] = [Money.of(by.blue!, 'EUR'), { party: null, on: '2026-03-02' }];
    return [leg('cash', 'received', amount, about), leg('unapplied', 'received', amount.negated(), about)];
  }),
};
const thisRelease = feature<Counted, typeof money>({
  name: 'tally',
  facts: { Counted: { ...declared, schema: 2, upcasters } } as never,
  money,
  control: { Counted: {} },
  streams: [decider],
  projections: [projection],
  api: () => ({
    commands: commandsOf(decider, {
      Count: {
        ...send,
        answer: async ({ facts }, _execute, store) => {
          const inStream: unknown[] = [];
          for await (const { data } of store.read('tally-1')) inStream.push(data);
          return { written: facts.map(({ data }) => data), inStream };
        },
      },
    }),
  }),
});

const asToday = todayOf(factsOf([thisRelease]))!;
const moving: MoneyOfFacts = { legsOf: legsBy(money), controls: { Counted: {} }, asToday };

let databases: TestDatabases;
let pool: Pool;
beforeAll(async () => {
  databases = await startTestDatabases();
  await migrate(databases.databaseUrl, projectionsOf([thisRelease]));
  pool = openDatabase(databases.databaseUrl, { max: 3 });
});
afterAll(async () => {
  await pool.end();
  await databases.stop();
});

async function count(
  release: Parameters<typeof servedBy>[0][number],
  store: EventStore,
  blue: string,
): Promise<unknown> {
  const about = aboutFacts(factsOf([release]));
  const { execute } = accountProcess(pool, store, { routes: servedBy([release]).routes, about });
  const by = { actor: { id: 'anna', roles: [] }, correlationId: blue, causationId: blue };
  const outcome = await execute(
    Object.assign(new Count(), { blue, context: { key: blue, hash: '0'.repeat(64), ...by } }),
  );
  return outcome.answer;
}

async function stored(store: EventStore): Promise<RecordedFact[]> {
  const facts: RecordedFact[] = [];
  for await (const fact of store.read('tally-1')) facts.push(fact);
  await verifyChain(facts);
  return facts;
}

story(
  'ground',
  'C2',
  'A fact of an older shape is decided on and projected in the shape of today',
  async (show) => {
    const store = memoryEventStore();
    await count(firstRelease, store, '3');
    const [first] = await stored(store);
    await count(thisRelease, store, '4');
    const facts = await stored(store);
    show({
      input: 'what the decision of this release saw of the first',
      right: { by: { blue: '4', seen: '3' } },
      got: facts[1]!.data,
    });
    const model = await ReadModel.open({ pool, projections: projectionsOf([thisRelease]) });
    const { parked } = await model.project(facts);
    const { rows: got } = await pool.query('select blue from live.tally order by position');
    show({ input: 'the rows of both', right: [[], [{ blue: '3' }, { blue: '4' }]], got: [parked, got] });
    show({
      input: 'what reports would lack if its stream waited',
      right: [[{ type: 'Counted', facts: 2, currency: 'EUR', amount: '7.00' }]],
      got: await leftOutOf(pool, moving, [{ stream: 'tally-1', revision: 0n }], '1000'),
    });
    show({
      input: 'the first fact as it is stored, with its version and hash',
      right: [{ count: '3' }, 1, first!.metadata.hash],
      got: [facts[0]!.data, facts[0]!.metadata.schema, facts[0]!.metadata.hash],
    });
    expect(facts[1]!.metadata.schema).toBe(2);
  },
);

story(
  'ground',
  'C4',
  'A fact of an older shape that is read raw is told in the shape of today',
  async (show) => {
    const store = memoryEventStore();
    await count(firstRelease, store, '3');
    const [first] = await stored(store);
    const today = { by: { blue: '3' } };
    show({
      input: 'the same request at this release, answered from the fact of the first',
      right: { written: [today], inStream: [today] },
      got: await count(thisRelease, store, '3'),
    });
    const totals = new ExportedTotals(moving);
    totals.add(first!);
    const [{ unapplied, accounts }] = totals.totals() as unknown as [Record<string, unknown>];
    show({
      input: 'totals of an export',
      right: ['3.00', { cash: '3.00', unapplied: '-3.00' }],
      got: [unapplied, accounts],
    });
    const changed = { ...first!, data: { count: '4' } };
    show({
      input: 'the first fact with another count beneath its hash',
      right: 'the chain of tally-1 is broken at revision 0: its content is not what was hashed',
      got: messageOf(() => asToday(changed)),
    });
  },
);

const messageOf = (work: () => unknown): string => {
  try {
    return `no error: ${JSON.stringify(work())}`;
  } catch (error) {
    return (error as Error).message;
  }
};

it('does not start where a version lacks its upcaster', () => {
  const lacking = { ...thisRelease, facts: { Counted: { ...declared, schema: 3, upcasters } } as never };
  expect(() => projectionsOf([lacking])).toThrow('Counted: no upcaster from version 2');
});
