import {
  FactTooLargeError,
  resolveAppend,
  type AppendResult,
  type EventStore,
  type Position,
} from '@quittance/event-store';
import { all, fact, facts, fresh, ids } from './facts.js';

export function appendRules(opened: () => EventStore): void {
  let store: EventStore;
  beforeEach(() => (store = opened()));

  const revisionOf = (done: AppendResult) => (done.result === 'appended' ? done.revision : done);
  const positionOf = (done: AppendResult): Position => {
    if (done.result !== 'appended') throw new Error(`not appended but ${done.result}`);
    return done.position;
  };

  it('begins a new stream at revision 0', async () => {
    const done = await store.append(fresh(), 'none', [fact()]);
    expect(done).toEqual({ result: 'appended', revision: 0n, position: expect.anything() as unknown });
  });

  it('at the last revision takes the next one', async () => {
    const stream = fresh();
    await store.append(stream, 'none', facts(2));
    expect(revisionOf(await store.append(stream, 1n, [fact()]))).toBe(2n);
  });

  it('of many facts answers with the revision and position of the last, and keeps their order', async () => {
    const stream = fresh();
    const sent = facts(50);
    const done = await store.append(stream, 'none', sent);
    const stored = await all(store.read(stream));
    expect(ids(stored)).toEqual(ids(sent));
    expect(revisionOf(done)).toBe(49n);
    expect(positionOf(done)).toEqual(stored.at(-1)?.position);
  });

  it.each([
    ['an older revision', 0n],
    ['a revision that is not there yet', 2n],
    ['no stream', 'none' as const],
  ])('that expects %s is refused and says where the stream is', async (_, expected) => {
    const stream = fresh();
    await store.append(stream, 'none', facts(2));
    expect(await store.append(stream, expected, [fact()])).toEqual({ result: 'conflict', actual: 1n });
    expect(await all(store.read(stream))).toHaveLength(2);
  });

  it('that expects a revision of a stream that does not exist is refused', async () => {
    expect(await store.append(fresh(), 0n, [fact()])).toEqual({ result: 'conflict', actual: 'none' });
  });

  it('wins alone when ten race for the same revision', async () => {
    const stream = fresh();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => store.append(stream, 'none', facts(2))),
    );
    expect(results.filter(({ result }) => result === 'appended')).toHaveLength(1);
    expect(results.filter(({ result }) => result === 'conflict')).toHaveLength(9);
    expect(await all(store.read(stream))).toHaveLength(2);
  });

  it.each([['none' as const], [2n]])(
    'sent again at the same revision (%s) is answered as the first time and stored once',
    async (expected) => {
      const stream = fresh();
      if (expected !== 'none') await store.append(stream, 'none', facts(3));
      const sent = [fact()];
      const first = await store.append(stream, expected, sent);
      expect(first.result).toBe('appended');
      expect(await store.append(stream, expected, sent)).toEqual(first);
      const stored = await all(store.read(stream));
      expect(ids(stored).filter((id) => id === sent[0]?.id)).toHaveLength(1);
    },
  );

  it('sent again after others went on from it is answered with its own revision', async () => {
    const stream = fresh();
    const sent = facts(2);
    await store.append(stream, 'none', sent);
    await store.append(stream, 1n, facts(3));
    expect(revisionOf(await store.append(stream, 'none', sent))).toBe(1n);
    expect(await all(store.read(stream))).toHaveLength(5);
  });

  it('with the stored facts and one more is refused: it is another append', async () => {
    const stream = fresh();
    const sent = facts(2);
    await store.append(stream, 'none', sent);
    expect(await store.append(stream, 'none', [...sent, fact()])).toEqual({ result: 'conflict', actual: 1n });
  });

  it('with a stored fact followed by another than the stored one is refused', async () => {
    const stream = fresh();
    const [first, second] = facts(2);
    await store.append(stream, 'none', [first!, second!]);
    expect(await store.append(stream, 'none', [first!, fact()])).toEqual({ result: 'conflict', actual: 1n });
  });

  it('of a stored fact at a later revision stores it again: the revision decides, not the id', async () => {
    const stream = fresh();
    const sent = [fact()];
    await store.append(stream, 'none', sent);
    expect(revisionOf(await store.append(stream, 0n, sent))).toBe(1n);
    expect(ids(await all(store.read(stream)))).toEqual([sent[0]?.id, sent[0]?.id]);
  });

  it('takes an id that another stream has', async () => {
    const sent = [fact()];
    await store.append(fresh(), 'none', sent);
    expect(revisionOf(await store.append(fresh(), 'none', sent))).toBe(0n);
  });

  it('of nearly 1 MiB is stored, of more is refused with nothing of it stored', async () => {
    const stream = fresh();
    const large = (bytes: number) => fact('Noted', { text: 'x'.repeat(bytes) });
    expect(revisionOf(await store.append(stream, 'none', [large(1_000_000)]))).toBe(0n);
    const tooMuch = [fact(), large(600_000), large(600_000)];
    await expect(store.append(stream, 0n, tooMuch)).rejects.toThrow(FactTooLargeError);
    await expect(store.append(stream, 0n, [large(20_000_000)])).rejects.toThrow(FactTooLargeError);
    expect(await all(store.read(stream))).toHaveLength(1);
  });

  it('without facts, to a system stream or of what is no JSON is a mistake of the caller', async () => {
    await expect(store.append(fresh(), 'none', [])).rejects.toThrow(RangeError);
    await expect(store.append('$settings', 'none', [fact()])).rejects.toThrow(RangeError);
    await expect(store.append(fresh(), 'none', [fact('Noted', { amount: 1n })])).rejects.toThrow(TypeError);
  });

  it('is stored whole with a thousand others sent at the same time, each in its place', async () => {
    const streams = Array.from({ length: 1_000 }, () => fresh());
    const before = await store.end();
    // A busy server may answer some too late: those are sent again.
    const done = await Promise.all(streams.map((stream) => resolveAppend(store, stream, 'none', facts(2))));
    expect(new Set(done.map(revisionOf))).toEqual(new Set([1n]));
    const positions = done.map((one) => positionOf(one).commit);
    expect(new Set(positions).size).toBe(1_000);
    const wanted = new Set(streams);
    const stored = (await all(store.readAll({ after: before }))).filter(({ stream }) => wanted.has(stream));
    expect(stored).toHaveLength(2_000);
    const neighbours = stored.filter(
      ({ revision }, i) => revision === 0n && stored[i + 1]?.stream === stored[i]?.stream,
    );
    expect(neighbours).toHaveLength(1_000);
  });

  it('has a later position than every append that was answered before it', async () => {
    let last = 0n;
    for (let i = 0; i < 20; i += 1) {
      const { commit } = positionOf(await store.append(fresh(), 'none', [fact()]));
      expect(commit).toBeGreaterThan(last);
      last = commit;
    }
  });
}
