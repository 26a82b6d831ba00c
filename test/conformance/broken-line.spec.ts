import {
  connectEventStore,
  resolveAppend,
  StoreUnavailableError,
  type EventStore,
  type EventStoreOptions,
} from '@quittance/event-store';
import { all, fact, facts, fresh, ids, Listener } from './facts.js';
import { Line } from './line.js';
import { startNode } from './node.js';

describe('Over a line that breaks', () => {
  let node: Awaited<ReturnType<typeof startNode>>;
  /** Another way to the same store, over a line of its own that never breaks. */
  let witness: EventStore;
  let line: Line;
  const opened: EventStore[] = [];

  beforeAll(async () => {
    node = await startNode({ erasable: ['heartbeat-'] }); // as an installation's own
    witness = connectEventStore(node.url, { appendTimeout: 30_000 });
  });
  afterAll(async () => {
    await witness?.close();
    await node?.stop();
  });
  beforeEach(async () => (line = await Line.to(node.port)));
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    line.close();
  });

  const open = (options?: EventStoreOptions) => {
    const store = connectEventStore(line.url, options);
    opened.push(store);
    return store;
  };
  /** A store that has appended, read and listened: its connections stand. */
  const connected = async (options?: EventStoreOptions) => {
    const store = open(options);
    await resolveAppend(store, fresh(), 'none', facts(1));
    await store.end();
    return store;
  };
  const stored = async (stream: string, count: number) => {
    await new Listener(witness, [stream]).hears(count).then((listener) => listener.stop());
  };

  it('an append that was stored but not answered is unknown, and settled as stored once', async () => {
    const store = await connected();
    const stream = fresh();
    const sent = facts(2);
    line.hold();
    const trial = store.append(stream, 'none', sent);
    await stored(stream, 2);
    line.cut();
    expect(await trial).toEqual({ result: 'unknown', cause: expect.any(Error) as Error });
    line.mend();
    expect(await resolveAppend(store, stream, 'none', sent)).toMatchObject({
      result: 'appended',
      revision: 1n,
    });
    expect(ids(await all(witness.read(stream)))).toEqual(ids(sent));
  });

  it('… also when another append landed in between', async () => {
    const store = await connected();
    const stream = fresh();
    const sent = facts(2);
    line.hold();
    const trial = store.append(stream, 'none', sent);
    await stored(stream, 2);
    await witness.append(stream, 1n, facts(1));
    line.cut();
    expect((await trial).result).toBe('unknown');
    line.mend();
    expect(await resolveAppend(store, stream, 'none', sent)).toMatchObject({
      result: 'appended',
      revision: 1n,
    });
    expect(await all(witness.read(stream))).toHaveLength(3);
  });

  it('an append that is not answered in time is unknown', async () => {
    const store = await connected({ appendTimeout: 300 });
    line.hold();
    const done = await store.append(fresh(), 'none', facts(1));
    expect(done).toMatchObject({
      result: 'unknown',
      cause: { message: 'no answer to the append in 300 ms' },
    });
  });

  it('an append that cannot even be sent is unknown, a read fails and a subscription ends', async () => {
    line.cut();
    const store = open();
    expect((await store.append(fresh(), 'none', facts(1))).result).toBe('unknown');
    await expect(all(store.read(fresh()))).rejects.toThrow(StoreUnavailableError);
    await expect(all(store.readAll())).rejects.toThrow(StoreUnavailableError);
    await expect(store.end()).rejects.toThrow(StoreUnavailableError);
    const error = await new Promise((ended) =>
      store.subscribe([], undefined, { fact: () => undefined, ended }),
    );
    expect(error).toBeInstanceOf(StoreUnavailableError);
  });

  it('a read and a subscription that hear nothing fail in time', async () => {
    const store = await connected({ readTimeout: 300 });
    line.hold();
    await expect(all(store.read(fresh()))).rejects.toThrow('silent for 300 ms');
    const error = await new Promise((ended) =>
      store.subscribe([], undefined, { fact: () => undefined, ended }),
    );
    expect(error).toBeInstanceOf(StoreUnavailableError);
  });

  it('a read does not fail because its reader takes long', async () => {
    const store = await connected({ readTimeout: 300 });
    const stream = fresh();
    await witness.append(stream, 'none', facts(3));
    const found: bigint[] = [];
    for await (const { revision } of store.read(stream)) {
      found.push(revision);
      if (revision === 0n) await new Promise((resolve) => setTimeout(resolve, 700)); // The reader's own time.
    }
    expect(found).toEqual([0n, 1n, 2n]);
  });

  it('three hundred appends under way are unknown, those of another store are not touched', async () => {
    const store = await connected();
    line.hold();
    const lost = Array.from({ length: 300 }, () => store.append(fresh(), 'none', facts(1)));
    const kept = Array.from({ length: 300 }, () => witness.append(fresh(), 'none', facts(1)));
    line.cut();
    const results = async (of: typeof lost) => new Set((await Promise.all(of)).map(({ result }) => result));
    expect(await results(lost)).toEqual(new Set(['unknown']));
    expect(await results(kept)).toEqual(new Set(['appended']));
    line.mend();
    expect(await resolveAppend(store, fresh(), 'none', facts(1))).toMatchObject({ result: 'appended' });
  });

  it('writers that settle store every fact once, however often it is cut', async () => {
    const store = await connected({ appendTimeout: 2_000 });
    const stream = fresh('x');
    const before = await witness.end();
    let cuts = 0;
    let done = 0;
    const write = async (writer: number) => {
      for (let i = 0; i < 40; i += 1) {
        const sent = [fact('Counted', { i })];
        let result;
        do result = await resolveAppend(store, `${stream}-${writer}`, i === 0 ? 'none' : BigInt(i - 1), sent);
        while (result.result === 'unknown');
        expect(result).toMatchObject({ result: 'appended', revision: BigInt(i) });
        done += 1;
        if (done % 60 !== 0) continue;
        cuts += 1;
        line.cut();
        line.mend();
      }
    };
    const listener = new Listener(witness, [stream], before);
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    await listener.hears(320);
    await listener.stop();
    expect(cuts).toBe(5);
    for (let writer = 0; writer < 8; writer += 1) {
      const found = await all(witness.read(`${stream}-${writer}`));
      expect(found.map(({ data }) => data.i)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    }
  });

  it('a subscription ends once, and another from its last fact misses and doubles nothing', async () => {
    const store = await connected();
    const stream = fresh();
    await witness.append(stream, 'none', facts(5));
    const first = await new Listener(store, [stream]).hears(5);
    line.cut();
    await first.until(({ endings }) => endings.length > 0);
    await witness.append(stream, 4n, facts(5));
    line.mend();
    const second = await new Listener(store, [stream], first.heard.at(-1)!.position).hears(5);
    await second.stop();
    expect([...first.heard, ...second.heard].map(({ revision }) => Number(revision))).toEqual([
      ...Array(10).keys(),
    ]);
    expect(first.endings).toEqual([expect.any(StoreUnavailableError)]);
  });

  it('appends, reads and subscriptions go over three connections', async () => {
    const store = await connected();
    await new Listener(store, [fresh()]).catchesUp();
    expect(line.connections).toBe(3);
    await Promise.all([store.append(fresh(), 'none', facts(1)), store.end()]);
    expect(line.connections).toBe(3);
  });

  it('a store closes at once after reads that were left in the middle, or stand still', async () => {
    const store = await connected();
    const stream = fresh();
    await store.append(stream, 'none', facts(40));
    for (let i = 0; i < 20; i += 1) for await (const _ of store.read(stream)) break;
    const standing = store.read(stream)[Symbol.asyncIterator]();
    const first = await standing.next();
    await store.close();
    expect(first).toMatchObject({ done: false, value: { revision: 0n } });
  });

  it('a store that is closed ends what is under way and takes nothing more', async () => {
    const store = await connected();
    const listener = await new Listener(store, [fresh()]).catchesUp();
    line.hold();
    const append = store.append(fresh(), 'none', facts(1));
    const read = expect(all(store.readAll())).rejects.toThrow(StoreUnavailableError);
    await store.close();
    expect((await append).result).toBe('unknown');
    await read;
    expect(listener.endings).toEqual([]);
    await expect(store.append(fresh(), 'none', facts(1))).rejects.toThrow(StoreUnavailableError);
    await expect(store.end()).rejects.toThrow(StoreUnavailableError);
  });
});
