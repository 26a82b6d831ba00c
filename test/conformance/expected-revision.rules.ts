import { WrongExpectedVersionError } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { event, events, failure, revisions } from './events.js';
import { all, fact, fresh } from './facts.js';
import type { Ways } from './ways.js';

type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;
type Outcome = 'stored' | 'recognised' | 'refused';

/** What is there: A to F appended one by one, A alone, or A and B in one append. */
const THERE = { 'A B C D E F': [...'ABCDEF'], A: ['A'], 'A+B': ['AB'], nothing: [] as string[] };

/** The server's own table (its tests name the rows 0em1_1e0_...), one append on what is there. */
const TABLE: [keyof typeof THERE, sent: string, Expected, Outcome][] = [
  ['nothing', 'A', 'no_stream', 'stored'],
  ['nothing', 'A', 'any', 'stored'],
  ['nothing', 'A', 'stream_exists', 'refused'],
  ['nothing', 'A', 0n, 'refused'],
  ['A', 'A', 'no_stream', 'recognised'],
  ['A', 'A', 'any', 'recognised'],
  ['A', 'A', 'stream_exists', 'recognised'],
  ['A', 'A', 0n, 'stored'],
  ['A', 'B', 'no_stream', 'refused'],
  ['A', 'B', 'any', 'stored'],
  ['A', 'B', 'stream_exists', 'stored'],
  ['A', 'B', 0n, 'stored'],
  ['A', 'B', 1n, 'refused'],
  ['A B C D E F', 'A', 'no_stream', 'recognised'],
  ['A B C D E F', 'A', 'any', 'recognised'],
  ['A B C D E F', 'C', 1n, 'recognised'],
  ['A B C D E F', 'CDE', 1n, 'recognised'],
  ['A B C D E F', 'CDX', 1n, 'refused'],
  ['A B C D E F', 'EFX', 3n, 'refused'],
  ['A B C D E F', 'A', 4n, 'refused'],
  ['A B C D E F', 'A', 5n, 'stored'],
  ['A B C D E F', 'A', 6n, 'refused'],
  ['A+B', 'A', 'no_stream', 'recognised'],
  ['A+B', 'A', 'any', 'recognised'],
  ['A+B', 'B', 0n, 'recognised'],
  ['A+B', 'B', 'any', 'recognised'],
  ['A+B', 'B', 1n, 'stored'],
  ['A+B', 'AB', 'no_stream', 'recognised'],
  ['A+B', 'AB', 'any', 'recognised'],
  ['A+B', 'ABC', 'no_stream', 'refused'],
  ['A+B', 'ABC', 'any', 'refused'],
  ['A+B', 'CA', 'any', 'stored'],
];

/** @param ownCall each append in a call of its own, or all on one stream */
export function expectedRevisionRules(opened: () => Ways, ownCall: boolean): void {
  const append = (stream: string, sent: ReturnType<typeof events>, expectedRevision: Expected) =>
    opened().client.appendToStream(stream, sent, {
      ...(ownCall && { credentials: opened().credentials }),
      expectedRevision,
      deadline: 60_000,
    });

  it.each(TABLE)('with %s there, %s expecting %s is %s', async (there, sent, expected, outcome) => {
    const stream = fresh();
    const ids = new Map([...'ABCDEFX'].map((letter) => [letter, randomUUID()]));
    const eventsOf = (letters: string) => [...letters].map((letter) => event(ids.get(letter)));
    let count = 0;
    for (const letters of THERE[there]) {
      await append(stream, eventsOf(letters), count === 0 ? 'no_stream' : BigInt(count - 1));
      count += letters.length;
    }
    const trial = append(stream, eventsOf(sent), expected);
    if (outcome === 'refused') {
      const error = await failure(trial);
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      const { actualVersion, streamName } = error as WrongExpectedVersionError;
      expect([actualVersion, streamName]).toEqual([count === 0 ? 'no_stream' : BigInt(count - 1), stream]);
    } else {
      const last = outcome === 'stored' ? count + sent.length - 1 : [...'ABCDEF'].indexOf(sent.at(-1)!);
      expect((await trial).nextExpectedRevision).toBe(BigInt(last));
    }
    const now = outcome === 'stored' ? count + sent.length : count;
    if (now === 0) return;
    expect(await revisions(opened().client.readStream(stream))).toHaveLength(now);
  });

  it('a recognised append is answered with the first one’s position', async () => {
    const stream = fresh();
    const sent = [event()];
    for (const expected of ['no_stream', 'any'] as const) {
      const first = await append(stream, sent, expected);
      expect((await append(stream, sent, expected)).position).toEqual(first.position);
    }
  });

  it('an id that another stream has is a new one here', async () => {
    const sent = [event()];
    await append(fresh(), sent, 'any');
    for (const expected of ['any', 'no_stream'] as const) {
      const stream = fresh();
      expect((await append(stream, sent, expected)).nextExpectedRevision).toBe(0n);
      expect(await revisions(opened().client.readStream(stream))).toEqual([0n]);
    }
  });

  const order = ownCall
    ? 'are stored, each at a place of its own: calls may overtake one another'
    : 'are stored in the order sent';
  it(`a thousand appends to one stream, none waiting for another, ${order}`, async () => {
    await append(fresh(), events(1), 'any'); // A client sends what had to wait for its connection in an order of its own.
    const stream = fresh();
    const sent = events(1_000);
    const done = await Promise.all(sent.map((one) => append(stream, [one], 'any')));
    const found = new Map<string, bigint>();
    for await (const { event: one } of opened().client.readStream(stream)) found.set(one!.id, one!.revision);
    expect(sent.map(({ id }) => found.get(id))).toEqual(done.map((one) => one.nextExpectedRevision));
    const places = [...found.values()];
    expect(places).toEqual(sent.map((_, i) => BigInt(i)));
    if (!ownCall) expect([...found.keys()]).toEqual(sent.map(({ id }) => id));
  }, 120_000);

  it('a chain of appends, each sent before the one it builds on is answered, is stored', async () => {
    const stream = fresh();
    const sent = events(100);
    const done = sent.map((one, i) => append(stream, [one], i === 0 ? 'no_stream' : BigInt(i - 1)));
    const results = await Promise.allSettled(done);
    // In a call of its own each may overtake another: then it is refused, and never stored in a wrong place.
    const stored = results.filter(({ status }) => status === 'fulfilled').length;
    if (!ownCall) expect(stored).toBe(100);
    expect(await revisions(opened().client.readStream(stream))).toHaveLength(stored);
  });
}

export function restartRules(opened: () => Ways, restart: () => Promise<boolean>): void {
  it('keeps every answered append, its time and its position, and knows a retry at an exact revision', async () => {
    const { store } = opened();
    const [known, grown] = [fresh(), fresh()];
    const sent = [fact('A', { text: 'ü' }), fact('B')];
    const first = await store.append(known, 'none', sent);
    await store.append(grown, 'none', sent);
    await store.append(grown, 1n, [fact('C')]);
    const read = async () => {
      const found = [];
      for (const stream of [known, grown]) for await (const one of store.read(stream)) found.push(one);
      return found;
    };
    const before = await read();
    if (!(await restart())) return console.warn('no restart: this server is not ours to restart');
    expect(await store.append(known, 'none', sent)).toEqual(first);
    expect(await store.append(grown, 'none', sent)).toMatchObject({ result: 'appended', revision: 1n });
    expect(await read()).toEqual(before);
    expect(await store.append(known, 0n, [fact('D')])).toEqual({ result: 'conflict', actual: 1n });
    expect(await store.append(known, 1n, [fact('D')])).toMatchObject({ result: 'appended', revision: 2n });
  });

  it('forgets ids sent without an expected revision: that is why Quittance always sends one', async () => {
    const { client } = opened();
    const stream = fresh();
    const sent = [event()];
    await client.appendToStream(stream, sent, { expectedRevision: 'any' });
    if (!(await restart())) return console.warn('no restart: this server is not ours to restart');
    await failure(all(client.readStream(stream))); // The bare client needs one call to find its connection lost.
    await client.appendToStream(stream, sent, { expectedRevision: 'any' });
    expect(await revisions(client.readStream(stream))).toEqual([0n, 1n]);
  });
}
