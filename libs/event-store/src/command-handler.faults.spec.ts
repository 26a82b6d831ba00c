import type { Pool } from 'pg';
import {
  fresh,
  accountDecider,
  accountProcess,
  key,
  OpenAccount,
  MoveMoney,
  request,
  ROOM,
  storedIn,
  typesIn,
} from '../../../test/support/accounts.js';
import { useWriteSide } from '../../../test/support/write-side.js';
import { routesOf } from './command-route.js';
import type { AppendResult, EventStore } from './event-store.js';
import { memoryEventStore } from './memory-event-store.js';

let pool: Pool;
useWriteSide((its) => (pool = its));

const processOver = (...given: Given) => accountProcess(pool, ...given);
type Given = Parameters<typeof accountProcess> extends [Pool, ...infer Rest] ? Rest : never;

async function openAccount(store: EventStore): Promise<string> {
  const account = fresh();
  await processOver(store).execute(request(OpenAccount, key(), { account }));
  return account;
}

/** The store with another way to append. */
const appending = (inner: EventStore, append: EventStore['append']): EventStore =>
  Object.assign(Object.create(inner) as EventStore, { append });

const UNKNOWN: AppendResult = { result: 'unknown', cause: new Error('no answer') };

describe('when the store does not answer', () => {
  it('and had stored it, the command succeeds with one fact', async () => {
    const store = memoryEventStore();
    const account = await openAccount(store);
    let lost = 0;
    const losing = appending(store, async (...append) => {
      const result = await store.append(...append);
      return lost++ === 0 ? UNKNOWN : result;
    });
    const handler = processOver(losing);
    expect(await handler.execute(request(MoveMoney, key(), { account, by: 5 }))).toMatchObject({
      revision: 1n,
      replayed: false,
    });
    expect(lost).toBe(2);
    expect(await handler.execute(request(MoveMoney, key(), { account, by: 5 }))).toMatchObject({
      revision: 2n,
    });
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened', 'Moved', 'Moved']);
  });

  it('and had stored it, and another command landed in between, it is still one fact', async () => {
    const store = memoryEventStore();
    const account = await openAccount(store);
    let lost = 0;
    const losing = appending(store, async (...append) => {
      const result = await store.append(...append);
      if (lost++ > 0) return result;
      await processOver(store).execute(request(MoveMoney, key(), { account, by: 100 }));
      return UNKNOWN;
    });
    const outcome = await processOver(losing).execute(request(MoveMoney, key(), { account, by: 5 }));
    expect(lost).toBe(2);
    expect(outcome.revision).toBe(1n);
    expect((await storedIn(store, `account-${account}`)).map(({ data }) => data.total)).toEqual([
      undefined,
      5,
      105,
    ]);
  });

  it('and had not stored it, the same request may be sent again', async () => {
    const store = memoryEventStore();
    const account = await openAccount(store);
    let broken = true;
    const breaking = appending(store, async (...append) => (broken ? UNKNOWN : store.append(...append)));
    const handler = processOver(breaking, { lease: 100 });
    const put = request(MoveMoney, key(), { account, by: 5 });
    await expect(handler.execute(put)).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened']);
    broken = false;
    expect(await handler.execute(put)).toMatchObject({ revision: 1n });
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened', 'Moved']);
  });
});

describe('two processes on one stream', () => {
  it('both succeed: the later one decides again on what the other stored', async () => {
    const store = memoryEventStore();
    const account = await openAccount(store);
    const handlers = [processOver(store), processOver(store)];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        handlers[i % 2]!.execute(request(MoveMoney, key(), { account, by: 1 })),
      ),
    );
    expect(new Set(outcomes.map(({ revision }) => revision)).size).toBe(20);
    expect((await storedIn(store, `account-${account}`)).at(-1)!.data.total).toBe(20);
  });

  it('never both take the last room', async () => {
    const store = memoryEventStore();
    const account = await openAccount(store);
    const handlers = [processOver(store), processOver(store)];
    const results = await Promise.allSettled(
      handlers.map((handler) => handler.execute(request(MoveMoney, key(), { account, by: ROOM }))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')!.reason).toMatchObject({
      code: 'account-full',
    });
  });

  it('a process that was overtaken looks again before it refuses', async () => {
    const store = memoryEventStore();
    const account = await openAccount(store);
    const [here, there] = [processOver(store), processOver(store)];
    await here.execute(request(MoveMoney, key(), { account, by: ROOM }));
    await there.execute(request(MoveMoney, key(), { account, by: -ROOM }));
    expect(await here.execute(request(MoveMoney, key(), { account, by: 1 }))).toMatchObject({ revision: 3n });
  });
});

describe('If-Match', () => {
  it('lets the command through at the revision that the caller saw, and only then', async () => {
    const store = memoryEventStore();
    const account = await openAccount(store);
    const handler = processOver(store);
    const put = request(MoveMoney, key(), { account, by: 5 }, 0n);
    expect(await handler.execute(put)).toMatchObject({ revision: 1n });
    await expect(handler.execute(request(MoveMoney, key(), { account, by: 5 }, 0n))).rejects.toMatchObject({
      kind: 'stale',
    });
    expect(await handler.execute(put)).toMatchObject({ revision: 1n, replayed: true });
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened', 'Moved']);
  });
});

describe('the cache of folded streams', () => {
  const countReads = (inner: EventStore) => {
    const reads = { facts: 0 };
    async function* read(stream: string, from?: bigint) {
      for await (const fact of inner.read(stream, from)) {
        reads.facts += 1;
        yield fact;
      }
    }
    return { reads, store: Object.assign(Object.create(inner) as EventStore, { read }) };
  };

  it('makes the thousandth command on a stream cost what the first did', async () => {
    const { store, reads } = countReads(memoryEventStore());
    const account = await openAccount(store);
    const handler = processOver(store);
    reads.facts = 0;
    // A few at a time: a request that waits for long behind others looks for itself in the stream.
    for (let put = 0; put < ROOM; put += 50) {
      await Promise.all(
        Array.from({ length: 50 }, () => handler.execute(request(MoveMoney, key(), { account, by: 1 }))),
      );
    }
    expect(reads.facts).toBe(1);
    expect((await storedIn(store, `account-${account}`)).at(-1)!.data.total).toBe(ROOM);
  });

  it('reads nothing for a command under a key of its own; what another wrote is a conflict all the same', async () => {
    const { store, reads } = countReads(memoryEventStore());
    const stream = ({ account }: { account: string }): string => `account-${account}`;
    const routes = routesOf(accountDecider, {
      OpenAccount: { command: OpenAccount, stream, begins: ({ owner }) => !owner, internal: 'ownKey' },
      MoveMoney: { command: MoveMoney, stream, internal: 'ownKey' },
    });
    const account = fresh();
    const [one, other] = [processOver(store, { routes }), processOver(store, { routes })];
    await one.execute(request(OpenAccount, key(), { account }));
    expect(reads.facts).toBe(0);
    await other.execute(request(MoveMoney, key(), { account, by: 2 }));
    expect(reads.facts).toBe(1);
    // What the first one keeps was overtaken.
    await one.execute(request(MoveMoney, key(), { account, by: 3 }));
    expect((await storedIn(store, stream({ account }))).map(({ data }) => data.total)).toEqual([
      undefined,
      2,
      5,
    ]);
    await expect(other.execute(request(OpenAccount, key(), { account }))).rejects.toThrow('There is one.');
  });

  it('is bounded, and never needed', async () => {
    const store = memoryEventStore();
    const accounts = [await openAccount(store), await openAccount(store)];
    const handler = processOver(store, { streams: 1 });
    for (let i = 0; i < 6; i += 1)
      await handler.execute(request(MoveMoney, key(), { account: accounts[i % 2]!, by: 1 }));
    for (const account of accounts)
      expect((await storedIn(store, `account-${account}`)).at(-1)!.data.total).toBe(3);
  });

  it('stops with an alarm at a fact that does not link to the one before', async () => {
    const store = memoryEventStore();
    const account = await openAccount(store);
    const [opened] = await storedIn(store, `account-${account}`);
    const forged = { ...opened!.metadata, commandId: 'x', previousHash: '0'.repeat(64) };
    await store.append(`account-${account}`, 0n, [
      { id: '7b0f6c1e-0000-5000-8000-000000000001', type: 'Moved', data: { total: 9 }, metadata: forged },
    ]);
    await expect(
      processOver(store).execute(request(MoveMoney, key(), { account, by: 1 })),
    ).rejects.toMatchObject({
      name: 'ChainBrokenError',
      revision: 1n,
    });
  });
});
