import type { EventStore, Position, RecordedFact } from '@quittance/event-store';
import { all, fact, facts, fresh, ids } from './facts.js';

export function readRules(opened: () => EventStore): void {
  let store: EventStore;
  beforeEach(() => (store = opened()));

  /** Facts of these streams only: others may write to the same server. */
  const only = (found: RecordedFact[], ...streams: string[]) =>
    found.filter(({ stream }) => streams.includes(stream));

  const lastOf = async (stream: string): Promise<Position> =>
    (await all(store.read(stream))).at(-1)!.position;

  it('gives facts back as they were sent, with stream, revision, position and the time of the store', async () => {
    const stream = fresh();
    const data = {
      text: 'Zürich 東京 😀 "\\/ \u0000\u2028',
      amount: '10.50',
      n: -1.5e-7,
      none: null,
      deep: [{ a: [true] }],
    };
    const metadata = {
      $correlationId: 'a',
      $causationId: 'b',
      $origin: { recordedAt: '2013-06-30T10:00:00Z', position: '9007199254740993' },
      hash: 'ff',
    };
    const sent = { ...fact('InvoiceIssued', data), metadata };
    const done = await store.append(stream, 'none', [sent]);
    const [stored] = await all(store.read(stream));
    expect(done.result).toBe('appended');
    expect(stored).toEqual({
      ...sent,
      stream,
      revision: 0n,
      position: done.result === 'appended' && done.position,
      recordedAt: expect.any(Date) as Date,
    });
    expect(Math.abs(Date.now() - stored!.recordedAt.getTime())).toBeLessThan(3_600_000);
  });

  it('leaves out what has no value in JSON', async () => {
    const stream = fresh();
    await store.append(stream, 'none', [fact('Noted', { reason: undefined, kept: 1 })]);
    expect(Object.keys((await all(store.read(stream)))[0]!.data)).toEqual(['kept']);
  });

  it('of a stream begins at the revision asked for, that one included', async () => {
    const stream = fresh();
    const sent = facts(5);
    await store.append(stream, 'none', sent);
    expect(ids(await all(store.read(stream, 3n)))).toEqual(ids(sent.slice(3)));
    expect((await all(store.read(stream))).map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
  });

  it('from beyond the end, or of a stream that does not exist, yields nothing', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(2));
    expect(await all(store.read(stream, 2n))).toEqual([]);
    expect(await all(store.read(stream, 99n))).toEqual([]);
    expect(await all(store.read(fresh()))).toEqual([]);
  });

  it('sees every append that was answered', async () => {
    const stream = fresh();
    for (let i = 0n; i < 20n; i += 1n) {
      await store.append(stream, i === 0n ? 'none' : i - 1n, [fact()]);
      expect((await all(store.read(stream, i))).map(({ revision }) => revision)).toEqual([i]);
    }
  });

  it('of a long stream yields all of it', async () => {
    const stream = fresh();
    for (let i = 0; i < 5; i += 1)
      await store.append(stream, i === 0 ? 'none' : BigInt(i * 500 - 1), facts(500));
    const found = await all(store.read(stream));
    expect(found.map(({ revision }) => revision)).toEqual(Array.from({ length: 2_500 }, (_, i) => BigInt(i)));
  });

  it('comes whole to a reader who is slower than the store', async () => {
    const stream = fresh();
    const sent = Array.from({ length: 200 }, (_, i) => fact('Noted', { i, text: 'x'.repeat(20_000) }));
    for (let i = 0; i < sent.length; i += 50)
      await store.append(stream, i === 0 ? 'none' : BigInt(i - 1), sent.slice(i, i + 50));
    const found: RecordedFact[] = [];
    for await (const one of store.read(stream)) {
      found.push(one);
      await store.end(); // Meanwhile the rest of the read could have come, and its end.
    }
    expect(ids(found)).toEqual(ids(sent));
  });

  it('of everything is in the order of positions, after the one asked for', async () => {
    const [a, b] = [fresh('invoice'), fresh('payment')];
    await store.append(a, 'none', facts(2));
    const after = await lastOf(a);
    await store.append(b, 'none', facts(2));
    await store.append(a, 1n, facts(1));
    const found = only(await all(store.readAll({ after })), a, b);
    expect(found.map(({ stream, revision }) => [stream, revision])).toEqual([
      [b, 0n],
      [b, 1n],
      [a, 2n],
    ]);
    const commits = found.map(({ position }) => position.commit);
    expect(commits).toEqual([...commits].sort((x, y) => (x < y ? -1 : 1)));
  });

  it('of everything from any position in the middle of an append begins with the next fact of it', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(4));
    const stored = await all(store.read(stream));
    for (const { revision, position } of stored) {
      const found = only(await all(store.readAll({ after: position })), stream);
      expect(found.map((one) => one.revision)).toEqual([0n, 1n, 2n, 3n].filter((one) => one > revision));
    }
  });

  it('of everything backwards begins with the last fact', async () => {
    const stream = fresh();
    const after = await store.end();
    await store.append(stream, 'none', facts(3));
    const found = only(await all(store.readAll({ after, backwards: true })), stream);
    expect(found.map(({ revision }) => revision)).toEqual([2n, 1n, 0n]);
  });

  it('of everything with a limit stops there', async () => {
    const stream = fresh();
    const after = await store.end();
    await store.append(stream, 'none', facts(100));
    expect(await all(store.readAll({ after, limit: 7 }))).toHaveLength(7);
    expect(await all(store.readAll({ limit: 40, backwards: true }))).toHaveLength(40);
    expect(await all(store.readAll({ limit: 0 }))).toEqual([]);
  });

  it('after the last fact yields nothing', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(1));
    const after = await lastOf(stream);
    expect(only(await all(store.readAll({ after })), stream)).toEqual([]);
  });

  it('of the end is the position of the last fact', async () => {
    const stream = fresh();
    const done = await store.append(stream, 'none', facts(3));
    const end = await store.end();
    expect(end!.commit).toBeGreaterThanOrEqual(done.result === 'appended' ? done.position.commit : Infinity);
    const beyond = await all(store.readAll({ after: end }));
    expect(only(beyond, stream)).toEqual([]);
  });

  it('may be left in the middle, a hundred and fifty times over', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(500));
    for (let i = 0; i < 150; i += 1) {
      for await (const found of store.read(stream)) if (found.revision === 1n) break;
    }
    expect(await all(store.read(stream))).toHaveLength(500);
  });

  it('of a stream of signs of life begins where the store was told to forget the rest', async () => {
    const stream = `heartbeat-${fresh()}`; // no other kind may forget
    const sent = facts(5);
    await store.append(stream, 'none', sent);
    await store.forget(stream, 2n);
    await store.forget(stream, 3n);
    expect(ids(await all(store.read(stream)))).toEqual(ids(sent.slice(3)));
    expect(await store.append(stream, 4n, facts(1))).toMatchObject({ result: 'appended', revision: 5n });
    expect((await all(store.read(stream))).map(({ revision }) => revision)).toEqual([3n, 4n, 5n]);
  });

  it('of any other stream is whole for ever', async () => {
    const stream = fresh('invoice');
    await store.append(stream, 'none', facts(2));
    await expect(store.forget(stream, 1n)).rejects.toThrow(RangeError);
    expect(await all(store.read(stream))).toHaveLength(2);
  });

  it('may be one of two hundred at the same time', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(10));
    const found = await Promise.all(Array.from({ length: 200 }, () => all(store.read(stream))));
    expect(new Set(found.map((one) => one.length))).toEqual(new Set([10]));
  });
}
