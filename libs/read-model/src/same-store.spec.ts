import { randomUUID } from 'node:crypto';
import { type EventStore, type NewFact, memoryEventStore } from '@quittance/event-store';
import { AccountsReadSide, projections } from '../spec/accounts-read-side.js';
import { moved, opened, tables } from '../spec/accounts.js';
import { HEARTBEAT, heartbeatStream } from './heartbeat.js';
import { Projector } from './projector.js';
import { rebuild } from './rebuild/rebuild.js';
import { projectorState } from './state.js';

const ENTITY = 'main';
const streams = ['account-'];
const beat = (): NewFact => ({ id: randomUUID(), type: HEARTBEAT, data: {}, metadata: {} });

describe('a store that ends before the checkpoint', () => {
  let side: AccountsReadSide;
  let kept: [stream: string, fact: NewFact][];

  beforeAll(async () => void (side = await AccountsReadSide.start()));
  afterAll(() => side.stop());
  /** Two facts, and four heartbeats after them. */
  beforeEach(async () => {
    await side.empty();
    kept = [
      ['account-a', opened('a')],
      ['account-a', moved('a', 1)],
    ];
    const facts = [];
    for await (const fact of (await holding(...kept, ...beats(4))).readAll()) facts.push(fact);
    await (await side.model()).project(facts);
    // All of it was read a second time, too.
    await side.pool.query('update projector.state set tail_commit = checkpoint_commit');
  });

  const beats = (count: number): [string, NewFact][] =>
    Array.from({ length: count }, () => [heartbeatStream(ENTITY), beat()]);
  const holding = async (...facts: [string, NewFact][]): Promise<EventStore> => {
    const store = memoryEventStore({ now: () => new Date('2026-03-01T08:00:00Z') });
    const next = new Map<string, bigint>();
    for (const [stream, fact] of facts) {
      const revision = next.get(stream) ?? 0n;
      await store.append(stream, revision === 0n ? 'none' : revision - 1n, [fact]);
      next.set(stream, revision + 1n);
    }
    return store;
  };
  const running = (store: EventStore): { projector: Projector; over: Promise<void> } => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const projector = new Projector({ store, pool: side.pool, projections, entity: ENTITY, streams, log });
    const over = projector.run();
    over.catch(() => undefined);
    return { projector, over };
  };

  it('is gone on with when it lacks heartbeats only: facts before the old checkpoint are not passed over', async () => {
    const { checkpoint } = await projectorState(side.pool);
    const store = await holding(...kept, ['account-b', opened('b')], ['account-b', moved('b', 7)]);
    expect((await store.end())!.commit).toBeLessThan(checkpoint!.commit);
    const { projector, over } = running(store);
    const ended = over.then(() => Promise.reject(new Error('it ended')));
    const projected = (async () => {
      while ((await projectorState(side.pool)).facts < 4n);
    })();
    await Promise.race([projected, ended]);
    projector.stop();
    await over;
    const { accounts, mirror } = await tables(side.pool);
    expect(accounts).toMatchObject([
      { account: 'a', balance: '1' },
      { account: 'b', balance: '7' },
    ]);
    expect(mirror).toHaveLength(4);
  });

  it('looks for passed over facts from there on, too', async () => {
    const { projector, over } = running(await holding(...kept));
    const setBack = (async () => {
      for (;;) {
        const { checkpoint, tail } = await projectorState(side.pool);
        if (checkpoint!.commit <= 300n) return tail;
      }
    })();
    const tail = await Promise.race([setBack, over.then(() => -1n)]);
    projector.stop();
    await over;
    expect(tail).toBeLessThanOrEqual(300n);
    expect(tail).toBeGreaterThanOrEqual(0n);
  });

  it('is refused when it lacks the last fact, whatever it holds in its place, and nothing is changed', async () => {
    const before = await tables(side.pool);
    for (const other of [
      [],
      [['account-a', moved('a', 1)]],
      [['account-b', opened('b')]],
    ] as (typeof kept)[]) {
      const store = await holding(kept[0]!, ...other);
      const options = { pool: side.pool, projections, store, streams };
      await expect(running(store).over).rejects.toMatchObject({ exitCode: 7 });
      await expect(running(store).over).rejects.toThrow(/restored to an older day/);
      await expect(rebuild({ ...options, from: 'store', whole: true })).rejects.toThrow(
        /restored to an older day/,
      );
    }
    expect(await tables(side.pool)).toEqual(before);
  });

  it('rebuilds tables and mirror when it lacks heartbeats only', async () => {
    const { accounts, moves } = await tables(side.pool);
    const store = await holding(...kept);
    const options = { pool: side.pool, projections, store, streams };
    for (const whole of [false, true])
      expect(await rebuild({ ...options, from: 'store', whole })).toMatchObject({ swapped: true, facts: 2 });
    expect(await tables(side.pool)).toMatchObject({ accounts, moves });
  });
});
