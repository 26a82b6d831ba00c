import type { EventStore, Position, RecordedFact } from '@quittance/event-store';
import { all, fact, facts, fresh, ids, Listener } from './facts.js';

export function subscriptionRules(opened: () => EventStore): void {
  let store: EventStore;
  let listeners: Listener[] = [];
  let start: Position | undefined;
  beforeEach(async () => {
    store = opened();
    start = await store.end();
  });
  afterEach(async () => {
    for (const listener of listeners) await listener.stop();
    listeners = [];
  });

  /** Listens from where the test began: the store may hold millions of others' facts. */
  const listen = (
    prefixes: readonly string[],
    after = start,
    onFact?: (fact: RecordedFact) => void | Promise<void>,
  ) => {
    const listener = new Listener(store, prefixes, after, onFact);
    listeners.push(listener);
    return listener;
  };

  it('hears what is there, then that it has caught up, then what comes', async () => {
    const stream = fresh();
    const old = facts(40);
    await store.append(stream, 'none', old);
    const listener = await listen([stream]).catchesUp();
    expect(listener.caughtUpAt[0]).toBe(40);
    const live = facts(3);
    await store.append(stream, 39n, live);
    await listener.hears(43);
    expect(ids(listener.heard)).toEqual(ids([...old, ...live]));
    expect(listener.heard.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 43 }, (_, i) => BigInt(i)),
    );
  });

  it('gives the same facts as a read', async () => {
    const stream = fresh();
    await store.append(stream, 'none', [fact('InvoiceIssued', { total: '10.00' }), fact()]);
    const { heard } = await listen([stream]).hears(2);
    expect(heard).toEqual(await all(store.read(stream)));
  });

  it('hears only streams that begin with one of the prefixes, in commit order', async () => {
    const [a, b, other] = [fresh('invoice'), fresh('payment'), fresh('person')];
    const listener = await listen([a.slice(0, -2), b]).catchesUp();
    await store.append(a, 'none', facts(1));
    await store.append(other, 'none', facts(1));
    await store.append(b, 'none', facts(1));
    await store.append(`x${a}`, 'none', facts(1));
    await store.append(a, 0n, facts(1));
    await listener.hears(3);
    expect(listener.heard.map(({ stream }) => stream)).toEqual([a, b, a]);
  });

  it('without prefixes hears all streams', async () => {
    const streams = [fresh('invoice'), fresh('heartbeat')];
    const listener = listen([]);
    for (const stream of streams) await store.append(stream, 'none', facts(1));
    const both = await listener.until(({ heard }) =>
      streams.every((one) => heard.some(({ stream }) => stream === one)),
    );
    expect(both.heard.some(({ stream, type }) => stream.startsWith('$') || type.startsWith('$'))).toBe(false);
  });

  it('without a position begins with the first fact of the store', async () => {
    await store.append(fresh(), 'none', facts(1));
    const first = await new Promise<RecordedFact>((resolve, reject) => {
      const subscription = store.subscribe([], undefined, {
        fact(one) {
          resolve(one);
          void subscription.stop();
        },
        ended: reject,
      });
    });
    const [read] = await all(store.readAll({ limit: 1 }));
    expect(first).toEqual(read);
  });

  it('goes on after the position it is given, that one left out', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(10));
    const { heard } = await listen([stream]).hears(10);
    const again = await listen([stream], heard[6]!.position).catchesUp();
    expect(again.heard.map(({ revision }) => revision)).toEqual([7n, 8n, 9n]);
  });

  it('after the last position hears only what comes', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(2));
    const listener = await listen([stream], await store.end()).catchesUp();
    await store.append(stream, 1n, facts(1));
    await listener.hears(1);
    expect(listener.heard.map(({ revision }) => revision)).toEqual([2n]);
  });

  it('misses and doubles nothing while others write', async () => {
    const prefix = fresh();
    const write = async (from: number) => {
      for (let i = from; i < 300; i += 4) await store.append(`${prefix}-${i}`, 'none', facts(2));
    };
    const writing = Promise.all([0, 1, 2, 3].map(write));
    const started = [listen([prefix]), listen([prefix])];
    await store.append(`${prefix}-late`, 'none', facts(1));
    started.push(listen([prefix]));
    await writing;
    for (const listener of started) await listener.hears(601);
    started.push(await listen([prefix]).hears(601));
    const [first, ...others] = started.map(({ heard }) => ids(heard));
    expect(new Set(first).size).toBe(601);
    for (const other of others) expect(other).toEqual(first);
  });

  it('hands over one fact at a time: the next waits for a slow handler', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(50));
    let under = 0;
    let most = 0;
    const slow = listen([stream], undefined, async () => {
      most = Math.max(most, ++under);
      await new Promise(setImmediate);
      under -= 1;
    });
    await slow.hears(50);
    expect(most).toBe(1);
  });

  it('with a handler that stands still holds up nobody else, and loses nothing when it goes on', async () => {
    const stream = fresh();
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const slow = listen([stream], undefined, () => gate);
    const quick = listen([stream]);
    for (let i = 0; i < 10; i += 1)
      await store.append(stream, i === 0 ? 'none' : BigInt(i * 400 - 1), facts(400));
    await quick.hears(4_000);
    expect(slow.heard).toHaveLength(0);
    goOn();
    await slow.hears(4_000);
    expect(ids(slow.heard)).toEqual(ids(quick.heard));
  });

  it('ends once, with the error of a handler that throws', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(3));
    const failing = listen([stream], undefined, ({ revision }) => {
      if (revision === 1n) throw new Error('this one I cannot take');
    });
    await failing.until(({ endings }) => endings.length > 0);
    expect(failing.heard.map(({ revision }) => revision)).toEqual([0n]);
    const witness = listen([stream]);
    await store.append(stream, 2n, facts(1));
    await witness.hears(4);
    expect(failing.heard).toHaveLength(1);
    expect(failing.endings.map((error) => error?.message)).toEqual(['this one I cannot take']);
  });

  it('ends with the error of a caughtUp handler that throws', async () => {
    const error = await new Promise((resolve) => {
      store.subscribe([fresh()], start, {
        fact: () => undefined,
        caughtUp() {
          throw new Error('not now');
        },
        ended: resolve,
      });
    });
    expect((error as Error).message).toBe('not now');
  });

  it('that was stopped hears nothing any more, not even that it ended', async () => {
    const stream = fresh();
    const stopped = await listen([stream]).catchesUp();
    const witness = await listen([stream]).catchesUp();
    await stopped.stop();
    await store.append(stream, 'none', facts(2));
    await witness.hears(2);
    expect(stopped.heard).toEqual([]);
    expect(stopped.endings).toEqual([]);
  });

  it('may be stopped at once and twice', async () => {
    const stream = fresh();
    const stopped = listen([stream]);
    await stopped.stop();
    await stopped.stop();
    await store.append(stream, 'none', facts(1));
    await listen([stream]).hears(1);
    expect(stopped.heard).toEqual([]);
    expect(stopped.endings).toEqual([]);
  });
}
