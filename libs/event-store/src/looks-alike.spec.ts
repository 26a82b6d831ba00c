import type { Pool } from 'pg';
import {
  fresh,
  ACCOUNT_ROUTES,
  accountProcess,
  key,
  OpenAccount,
  MoveMoney,
  request,
  typesIn,
} from '../../../test/support/accounts.js';
import { useWriteSide } from '../../../test/support/write-side.js';
import type { CommandHandler } from './command-handler.js';
import { type EventStore, StoreUnavailableError } from './event-store.js';
import { LookAlikes } from './looks-alike.js';
import { memoryEventStore } from './memory-event-store.js';

let pool: Pool;
useWriteSide((its) => (pool = its));

const ENTITY = 'main';
const ids = { account: (_entity: string, account: string) => `account-${account}` };
const ROUTES = ACCOUNT_ROUTES.map((route) => ({
  ...route,
  ids,
  ...(route.command === OpenAccount && { unmistakable: { field: 'account', kind: 'account' } }),
}));

/** A process in which no two accounts may look alike. */
function careful(store: EventStore, { lease = 60_000 } = {}): CommandHandler {
  const told = ({ type, stream }: { type: string; stream: string }) =>
    type === 'Opened' ? { kind: 'account', name: stream.slice('account-'.length) } : undefined;
  const lookAlikes = new LookAlikes({ pool, store, entity: ENTITY, told }, lease);
  return accountProcess(pool, store, { lookAlikes, routes: ROUTES });
}
const open = (process: CommandHandler, account: string) =>
  process.execute(request(OpenAccount, key(), { account }));
const refusedFor = (other: string) => ({
  code: 'looks-alike',
  detail: expect.stringContaining(`"${other}"`) as string,
});
const name = (): string => `Account ${fresh()}`;
const lost = () => pool.query('truncate write_side.looks_alike, write_side.looks_alike_read');

describe('a name', () => {
  beforeEach(lost);

  it('that differs by case alone from one that is there is refused, naming it', async () => {
    const process = careful(memoryEventStore());
    const account = name();
    await open(process, account);
    await expect(open(process, account.toUpperCase())).rejects.toMatchObject(refusedFor(account));
  });

  it('is folded before it is stored, and found as it is written where it was stored so', async () => {
    const store = memoryEventStore();
    const [old, account] = [`old  ${fresh()}`, `new  ${fresh()}`];
    await open(accountProcess(pool, store), old); // an earlier release stored what was written
    const process = careful(store);
    const put = (into: string) => process.execute(request(MoveMoney, key(), { account: into, by: 1 }));
    await open(process, account);
    expect(await typesIn(store, `account-${account.replace('  ', ' ')}`)).toEqual(['Opened']);
    await put(account);
    await put(old);
    expect(await typesIn(store, `account-${old}`)).toEqual(['Opened', 'Moved']);
  });

  it('of two that come at once to two processes is given to one', async () => {
    const store = memoryEventStore();
    const [one, other] = [careful(store), careful(store)];
    for (let round = 0; round < 10; round++) {
      const account = name();
      const both = await Promise.allSettled([open(one, account), open(other, account.toLowerCase())]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('is read again from the log when its row was lost, also under a process that lives on', async () => {
    const store = memoryEventStore();
    const process = careful(store);
    const account = name();
    await open(process, account);
    await lost();
    await expect(open(process, account.toUpperCase())).rejects.toMatchObject(refusedFor(account));
    await lost();
    await expect(open(careful(store), account.toUpperCase())).rejects.toMatchObject(refusedFor(account));
  });

  it('of before, two of which differ by case, stays: both go on, and a third is refused', async () => {
    const store = memoryEventStore();
    const before = accountProcess(pool, store);
    const account = name();
    await open(before, account);
    await open(before, account.toUpperCase());
    const process = careful(store);
    for (const each of [account, account.toUpperCase()]) {
      await process.execute(request(MoveMoney, key(), { account: each, by: 1 }));
      expect(await typesIn(store, `account-${each}`)).toEqual(['Opened', 'Moved']);
    }
    await expect(open(process, account.toLowerCase())).rejects.toMatchObject({ code: 'looks-alike' });
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
    const account = name();
    await open(accountProcess(pool, store), account);
    const unread = but(store, { readAll: () => failing() });
    await expect(open(careful(unread), account.toUpperCase())).rejects.toThrow(StoreUnavailableError);
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
