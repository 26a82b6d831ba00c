import { amountLimit, type Decider, factsOf, Money, Rejection } from '@quittance/kernel';
import type { Pool } from 'pg';
import { accountProcess } from '../../../test/support/accounts.js';
import { story } from '../../../test/support/story.js';
import { startWriteSideDatabase } from '../../../test/support/write-side.js';
import { CommandMessage } from './command.js';
import { type PolicySource, routesOf } from './command-route.js';
import type { EventStore } from './event-store.js';
import { memoryEventStore } from './memory-event-store.js';

// Two API processes over one store: what the one wrote is what the other decides on.

class FillTank extends CommandMessage {
  tank!: string;
  litres!: string;
}
class Pour extends CommandMessage {
  from!: string;
  litres!: string;
}
class SetLimit extends CommandMessage {
  most!: string;
}
interface TankFacts {
  TankFilled: { litres: string };
}
interface SettingFacts {
  LimitSet: { most: string };
}

const tanks: Decider<{ FillTank: FillTank; Pour: Pour }, string, TankFacts, { Pour: string | undefined }> = {
  category: 'tank',
  initial: '0',
  decide: {
    FillTank({ litres }, _state, { policy }) {
      const most = amountLimit(policy, 'most', 'EUR');
      if (most && Money.of(litres, 'EUR').minus(most).isPositive)
        throw Rejection.conflict(
          'over-limit',
          `At most ${most.toString()}, as revision ${policy.revision} says.`,
        );
      return [factsOf<TankFacts>()('TankFilled', { litres })];
    },
    Pour({ litres }, _state, { references: left = '0' }) {
      if (Number(left) < Number(litres)) throw Rejection.conflict('empty', `There are ${left}.`);
      return [factsOf<TankFacts>()('TankFilled', { litres })];
    },
  },
  evolve: { TankFilled: (_state, { litres }) => litres },
};
const settings: Decider<{ SetLimit: SetLimit }, { most?: string }, SettingFacts> = {
  category: 'settings',
  initial: {},
  decide: { SetLimit: ({ most }) => [factsOf<SettingFacts>()('LimitSet', { most })] },
  evolve: { LimitSet: (_state, { most }) => ({ most }) },
};
const policy: PolicySource<{ most?: string }> = {
  folding: settings,
  limits: ({ most }): Record<string, Record<string, string>> => (most ? { most: { EUR: most } } : {}),
};

const routes = [
  ...routesOf(tanks, {
    FillTank: { command: FillTank, stream: ({ tank }) => `tank-${tank}`, policy: true },
    Pour: {
      command: Pour,
      stream: () => 'tank-target',
      references: ({ from }, read) => read.latest(tanks, `tank-${from}`),
    },
  }),
  ...routesOf(settings, {
    SetLimit: { command: SetLimit, stream: (_command, entity) => `settings-${entity}` },
  }),
];

let pool: Pool;
let stop: () => Promise<void>;
let store: EventStore;
let reads: string[];
let made = 0;
beforeAll(async () => ({ pool, stop } = await startWriteSideDatabase()));
afterAll(() => stop());
beforeEach(() => {
  store = memoryEventStore();
  reads = [];
});

/** An API process: its own memory, over the store. */
function api(): (type: new () => CommandMessage, body: object) => Promise<string> {
  const read: EventStore['read'] = (stream, ...more) => {
    reads.push(stream);
    return store.read(stream, ...more);
  };
  const watched = new Proxy(store, {
    get: (target, name) => (name === 'read' ? read : (Reflect.get(target, name) as unknown)),
  });
  const { execute } = accountProcess(pool, watched, { routes, policy: policy });
  return async (type, body) => {
    const key = `fresh ${++made}`;
    const by = { actor: { id: 'anna', roles: ['clerk'] }, correlationId: key, causationId: key };
    const context = { key, hash: `${made}`.padStart(64, '0'), ...by };
    try {
      const { facts } = await execute(Object.assign(new type(), body, { context }));
      return facts.map((fact) => fact.type).join();
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return `${error.code}: ${error.detail}`;
    }
  };
}

story('ground', 'G1', 'What one process used up is refused by the other', async (show) => {
  const [one, other] = [api(), api()];
  await one(FillTank, { tank: 'source', litres: '100' });
  show({
    input: 'pour 60 of 100',
    right: 'TankFilled',
    got: await other(Pour, { from: 'source', litres: '60' }),
  });
  await one(FillTank, { tank: 'source', litres: '40' });
  const got = await other(Pour, { from: 'source', litres: '60' });
  show({ input: 'pour 60 more, after the first process left 40', right: 'empty: There are 40.', got });
});

describe('the limits of the entity', () => {
  it('limit nothing before any was set', async () => {
    expect(await api()(FillTank, { tank: '1', litres: '1000000' })).toBe('TankFilled');
  });

  it('hold from when another process set them, and the decision knows their revision', async () => {
    const [one, other] = [api(), api()];
    expect(await other(FillTank, { tank: '1', litres: '60' })).toBe('TankFilled');
    await one(SetLimit, { most: '50.00' });
    const refused = 'over-limit: At most 50.00, as revision 0 says.';
    expect(await other(FillTank, { tank: '1', litres: '60' })).toBe(refused);
    await one(SetLimit, { most: '70.00' });
    expect(await other(FillTank, { tank: '1', litres: '60' })).toBe('TankFilled');
  });

  it('are read once a command, however often it is decided, and only for a command that asks for them', async () => {
    const [one, other] = [api(), api()];
    await one(SetLimit, { most: '50.00' });
    await other(FillTank, { tank: '1', litres: '10' });
    await one(FillTank, { tank: '1', litres: '20' });
    reads.length = 0;
    // What the process kept of the tank is overtaken: it is decided twice.
    expect(await other(FillTank, { tank: '1', litres: '30' })).toBe('TankFilled');
    expect(reads).toEqual(['settings-main', 'tank-1']);
    reads.length = 0;
    await other(Pour, { from: '1', litres: '30' });
    expect(reads).not.toContain('settings-main');
  });
});
