import { connectEventStore, resolveAppend, type EventStore } from '@quittance/event-store';
import { facts, fresh, Listener } from './facts.js';
import { HalfClosingServer } from './half-closing-server.js';

describe('From a server that ends its streams without an error', () => {
  let server: HalfClosingServer;
  let store: EventStore;

  beforeAll(async () => {
    server = await new HalfClosingServer().start();
    store = connectEventStore(`esdb://127.0.0.1:${server.port}?tls=false`);
  });
  afterAll(async () => {
    await store.close();
    server.stop();
  });

  it('a subscription hears that it ended, once', async () => {
    const listener = new Listener(store, [fresh()]);
    await listener.until(({ endings }) => endings.length > 0);
    await new Listener(store, [fresh()]).until(({ endings }) => endings.length > 0);
    expect(listener.endings).toEqual([undefined]);
  });

  it('readings are asked of the leader: who is it no longer may not know the newest facts', async () => {
    server.leaderAsked.length = 0;
    await new Listener(store, [fresh()]).until(({ endings }) => endings.length > 0);
    for await (const _ of store.read(fresh())) continue;
    expect(server.leaderAsked).toEqual([true, true]);
  });

  it('an append is unknown at once, not after the time-out', async () => {
    server.ends = 1;
    const done = await store.append(fresh(), 'none', facts(1));
    expect(done).toMatchObject({
      result: 'unknown',
      cause: { message: expect.stringContaining('closed') as string },
    });
  });

  it('the next append is sent on another stream and stored', async () => {
    server.ends = 1;
    const done = await resolveAppend(store, fresh(), 'none', facts(1));
    expect(done).toEqual({
      result: 'appended',
      revision: 0n,
      position: { commit: 7n, prepare: 7n },
      tries: 2,
    });
  });
});
