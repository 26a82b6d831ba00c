import type { Pool } from 'pg';
import {
  fresh,
  accountProcess,
  key,
  OpenAccount,
  MoveMoney,
  request,
  storedIn,
  typesIn,
} from '../../../test/support/accounts.js';
import { useWriteSide } from '../../../test/support/write-side.js';
import type { CommandHandler } from './command-handler.js';
import type { EventStore } from './event-store.js';
import { IdempotencyGuard } from './idempotency.js';
import { memoryEventStore } from './memory-event-store.js';
import { Vault } from './vault.js';

let pool: Pool;
useWriteSide((its) => (pool = its));

const processOver = (...given: Given) => accountProcess(pool, ...given);
type Given = Parameters<typeof accountProcess> extends [Pool, ...infer Rest] ? Rest : never;

async function openAccount(store: EventStore): Promise<string> {
  const account = fresh();
  await processOver(store).execute(request(OpenAccount, key(), { account }));
  return account;
}

describe('a command', () => {
  const store = memoryEventStore();
  let handler: CommandHandler;
  beforeAll(() => (handler = processOver(store)));

  it('becomes a fact with who, why and when, and says where it stands', async () => {
    const account = fresh();
    const outcome = await handler.execute(request(OpenAccount, key(), { account }));
    expect(outcome).toMatchObject({
      id: account,
      stream: `account-${account}`,
      revision: 0n,
      created: true,
      replayed: false,
    });
    const [fact] = await storedIn(store, `account-${account}`);
    expect(outcome.position).toEqual(fact!.position);
    expect(fact!.metadata).toMatchObject({
      $correlationId: 'correlation',
      actor: { id: 'anna', roles: ['clerk'] },
      entity: 'main',
      effectiveOn: '2026-01-01',
      schema: 1,
      previousHash: null,
    });
  });

  it('links each fact to the one before', async () => {
    const account = await openAccount(store);
    for (const by of [1, 2, 3]) await handler.execute(request(MoveMoney, key(), { account, by }));
    const facts = await storedIn(store, `account-${account}`);
    expect(facts.map(({ data }) => data.total)).toEqual([undefined, 1, 3, 6]);
    expect(facts[3]!.metadata.previousHash).toBe(facts[2]!.metadata.hash);
  });

  it('is stored without a personal word in plain text', async () => {
    const account = fresh();
    await handler.execute(request(OpenAccount, key(), { account, owner: 'For Marta' }));
    const [fact] = await storedIn(store, `account-${account}`);
    expect(
      JSON.stringify(fact, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toMatch(/Marta/);
    expect(await new Vault(pool).open(fact!.data)).toMatchObject({ personal: { owner: 'For Marta' } });
  });

  it('that is refused leaves no fact, and its key is free', async () => {
    const account = await openAccount(store);
    const again = key();
    await expect(handler.execute(request(OpenAccount, again, { account }))).rejects.toMatchObject({
      code: 'account-taken',
    });
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened']);
    expect(await handler.execute(request(MoveMoney, again, { account, by: 5 }))).toMatchObject({
      revision: 1n,
    });
  });

  it('with nothing to do says where the stream stands, and its key stays used', async () => {
    const account = await openAccount(store);
    const nothing = key();
    const outcome = await handler.execute(request(MoveMoney, nothing, { account, by: 0 }));
    expect(outcome).toMatchObject({ revision: 0n, facts: [], created: false, replayed: false });
    expect(await handler.execute(request(MoveMoney, nothing, { account, by: 0 }))).toMatchObject({
      replayed: true,
    });
    await expect(handler.execute(request(MoveMoney, nothing, { account, by: 1 }))).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('that says it was recorded tomorrow is refused', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const command = request(OpenAccount, key(), { account: fresh(), statedRecordedAt: tomorrow });
    await expect(handler.execute(command)).rejects.toMatchObject({
      errors: [{ field: '/statedRecordedAt', rule: 'not-in-future' }],
    });
  });

  it('keeps the instant that an imported history states, in UTC', async () => {
    const account = fresh();
    const statedRecordedAt = '2013-06-30T23:59:59+02:00';
    await handler.execute(request(OpenAccount, key(), { account, statedRecordedAt }));
    const [fact] = await storedIn(store, `account-${account}`);
    expect(fact!.metadata.statedRecordedAt).toBe('2013-06-30T21:59:59.000Z');
  });
});

describe('the same request again', () => {
  const store = memoryEventStore();

  it('is answered as before, from the facts, by this process and by another', async () => {
    const account = fresh();
    const open = request(OpenAccount, key(), { account });
    const here = processOver(store);
    const first = await here.execute(open);
    await here.execute(request(MoveMoney, key(), { account, by: 5 }));
    for (const handler of [here, processOver(store)]) {
      const { revision, position, created, replayed } = await handler.execute(open);
      expect({ revision, position, created, replayed }).toEqual({
        revision: 0n,
        position: first.position,
        created: true,
        replayed: true,
      });
    }
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened', 'Moved']);
  });

  it('at the same time, in two processes, succeeds twice and is stored once', async () => {
    const handlers = [processOver(store), processOver(store)];
    for (let round = 0; round < 10; round += 1) {
      const account = fresh();
      const open = request(OpenAccount, key(), { account });
      const outcomes = await Promise.all([0, 1, 0, 1].map((i) => handlers[i]!.execute(open)));
      expect(outcomes.map(({ revision }) => revision)).toEqual([0n, 0n, 0n, 0n]);
      expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
      const put = request(MoveMoney, key(), { account, by: 7 });
      const puts = await Promise.all([0, 1, 0, 1].map((i) => handlers[i]!.execute(put)));
      expect(puts.map(({ revision }) => revision)).toEqual([1n, 1n, 1n, 1n]);
      expect(await typesIn(store, `account-${account}`)).toEqual(['Opened', 'Moved']);
    }
  });

  it('with another body is refused, also at the same time, also in another process', async () => {
    const handlers = [processOver(store), processOver(store)];
    for (let round = 0; round < 10; round += 1) {
      const [one, other, reused] = [fresh(), fresh(), key()];
      const results = await Promise.allSettled([
        handlers[0]!.execute(request(OpenAccount, reused, { account: one })),
        handlers[1]!.execute(request(OpenAccount, reused, { account: other })),
      ]);
      const refused = results.filter((result) => result.status === 'rejected');
      expect(refused).toHaveLength(1);
      expect(refused[0]!.reason).toMatchObject({ kind: 'invalid', code: 'idempotency-key-reused' });
      const stored = [
        ...(await storedIn(store, `account-${one}`)),
        ...(await storedIn(store, `account-${other}`)),
      ];
      expect(stored).toHaveLength(1);
    }
  });

  it('leaves nowhere a hash that a guessed name could be tried on', async () => {
    const account = fresh();
    const open = request(OpenAccount, key(), { account, owner: 'For Marta' });
    await processOver(store).execute(open);
    const [fact] = await storedIn(store, `account-${account}`);
    expect(fact!.metadata.commandHash).toMatch(/^[0-9a-f]{64}$/);
    expect(fact!.metadata.commandHash).not.toBe(open.context.hash);
    const { rows } = await pool.query('select hash from write_side.requests where key = $1', [
      open.context.key,
    ]);
    expect(rows).toEqual([{ hash: fact!.metadata.commandHash }]);
  });

  it('goes ahead when the first try died before it stored anything', async () => {
    const account = fresh();
    const open = request(OpenAccount, key(), { account });
    const guard = new IdempotencyGuard(pool, 60_000);
    const hash = await guard.fingerprint(open.context.hash);
    const wanted = { actor: 'anna', key: open.context.key, hash, stream: `account-${account}` };
    expect(await guard.claim({ ...wanted, former: [hash, hash] })).toMatchObject({ claim: 'first' });
    expect(await processOver(store, { lease: 100 }).execute(open)).toMatchObject({
      revision: 0n,
      replayed: false,
    });
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened']);
  });
});
