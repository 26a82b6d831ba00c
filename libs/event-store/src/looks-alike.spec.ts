import type { Pool } from 'pg';
import {
  fresh,
  JAR_ROUTES,
  jarProcess,
  key,
  OpenJar,
  PutCoins,
  request,
  typesIn,
} from '../../../test/support/jars.js';
import { useWriteSide } from '../../../test/support/write-side.js';
import type { CommandHandler } from './command-handler.js';
import { type EventStore, StoreUnavailableError } from './event-store.js';
import { LookAlikes } from './looks-alike.js';
import { memoryEventStore } from './memory-event-store.js';

let pool: Pool;
useWriteSide((its) => (pool = its));

const ENTITY = 'main';
const ids = { jar: (_entity: string, jar: string) => `jar-${jar}` };
const ROUTES = JAR_ROUTES.map((route) => ({
  ...route,
  ids,
  ...(route.command === OpenJar && { unmistakable: { field: 'jar', kind: 'jar' } }),
}));

/** A process in which no two jars may look alike. */
function careful(store: EventStore, { lease = 60_000 } = {}): CommandHandler {
  const told = ({ type, stream }: { type: string; stream: string }) =>
    type === 'JarOpened' ? { kind: 'jar', name: stream.slice('jar-'.length) } : undefined;
  const lookAlikes = new LookAlikes({ pool, store, entity: ENTITY, told }, lease);
  return jarProcess(pool, store, { lookAlikes, routes: ROUTES });
}
const open = (process: CommandHandler, jar: string) => process.execute(request(OpenJar, key(), { jar }));
const refusedFor = (other: string) => ({
  code: 'looks-alike',
  detail: expect.stringContaining(`"${other}"`) as string,
});
const name = (): string => `Jar ${fresh()}`;
const lost = () => pool.query('truncate write_side.looks_alike, write_side.looks_alike_read');

describe('a name', () => {
  beforeEach(lost);

  it('that differs by case alone from one that is there is refused, naming it', async () => {
    const process = careful(memoryEventStore());
    const jar = name();
    await open(process, jar);
    await expect(open(process, jar.toUpperCase())).rejects.toMatchObject(refusedFor(jar));
  });

  it('is folded before it is stored, and found as it is written where it was stored so', async () => {
    const store = memoryEventStore();
    const [old, jar] = [`old  ${fresh()}`, `new  ${fresh()}`];
    await open(jarProcess(pool, store), old); // an earlier release stored what was written
    const process = careful(store);
    const put = (into: string) => process.execute(request(PutCoins, key(), { jar: into, coins: 1 }));
    await open(process, jar);
    expect(await typesIn(store, `jar-${jar.replace('  ', ' ')}`)).toEqual(['JarOpened']);
    await put(jar);
    await put(old);
    expect(await typesIn(store, `jar-${old}`)).toEqual(['JarOpened', 'CoinsPut']);
  });

  it('of two that come at once to two processes is given to one', async () => {
    const store = memoryEventStore();
    const [one, other] = [careful(store), careful(store)];
    for (let round = 0; round < 10; round++) {
      const jar = name();
      const both = await Promise.allSettled([open(one, jar), open(other, jar.toLowerCase())]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('is read again from the log when its row was lost, also under a process that lives on', async () => {
    const store = memoryEventStore();
    const process = careful(store);
    const jar = name();
    await open(process, jar);
    await lost();
    await expect(open(process, jar.toUpperCase())).rejects.toMatchObject(refusedFor(jar));
    await lost();
    await expect(open(careful(store), jar.toUpperCase())).rejects.toMatchObject(refusedFor(jar));
  });

  it('of before, two of which differ by case, stays: both go on, and a third is refused', async () => {
    const store = memoryEventStore();
    const before = jarProcess(pool, store);
    const jar = name();
    await open(before, jar);
    await open(before, jar.toUpperCase());
    const process = careful(store);
    for (const each of [jar, jar.toUpperCase()]) {
      await process.execute(request(PutCoins, key(), { jar: each, coins: 1 }));
      expect(await typesIn(store, `jar-${each}`)).toEqual(['JarOpened', 'CoinsPut']);
    }
    await expect(open(process, jar.toLowerCase())).rejects.toMatchObject({ code: 'looks-alike' });
  });

  it('that nothing was stored under is free after a while, and at once when the store refused', async () => {
    const store = memoryEventStore();
    const away = but(store, { append: () => Promise.reject(new StoreUnavailableError('away')) });
    const full = but(store, { append: () => Promise.reject(new RangeError('too large')) });
    const [claimed, refused] = [name(), name()];
    await expect(open(careful(away), claimed)).rejects.toThrow('away');
    await expect(open(careful(full), refused)).rejects.toThrow('too large');
    await expect(open(careful(store), claimed.toUpperCase())).rejects.toMatchObject(refusedFor(claimed));
    await open(careful(store, { lease: 0 }), claimed.toUpperCase());
    await open(careful(store), refused.toUpperCase());
  });

  it('waits for the log', async () => {
    const store = memoryEventStore();
    const jar = name();
    await open(jarProcess(pool, store), jar);
    const unread = but(store, { readAll: () => failing() });
    await expect(open(careful(unread), jar.toUpperCase())).rejects.toThrow(StoreUnavailableError);
  });
});

/** The store, but for what goes otherwise. */
const but = (store: EventStore, otherwise: Partial<EventStore>): EventStore =>
  new Proxy(store, {
    get: (_store, name: keyof EventStore) => otherwise[name] ?? (store[name] as () => unknown).bind(store),
  });

// eslint-disable-next-line require-yield
async function* failing(): AsyncGenerator<never> {
  throw new StoreUnavailableError('away');
}
