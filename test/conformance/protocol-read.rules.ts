import { MaxAppendSizeExceededError, StreamNotFoundError, binaryEvent } from '@eventstore/db-client';
import { endOf, event, events, failure, revisions } from './events.js';
import { all, fresh } from './facts.js';
import type { Ways } from './ways.js';

export function protocolReadRules(opened: () => Ways): void {
  let client: Ways['client'];
  beforeEach(() => ({ client } = opened()));

  const written = async (count: number) => {
    const stream = fresh();
    await client.appendToStream(stream, events(count), { expectedRevision: 'no_stream' });
    return stream;
  };

  it('a stream that does not exist is not found, under its name', async () => {
    const stream = fresh('ungefähr');
    const error = await failure(all(client.readStream(stream)));
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect((error as StreamNotFoundError).streamName).toBe(stream);
    expect(
      await failure(all(client.readStream(stream, { direction: 'backwards', fromRevision: 'end' }))),
    ).toBeInstanceOf(StreamNotFoundError);
  });

  it('a stream is read forwards and backwards from a revision, that one included', async () => {
    const stream = await written(6);
    expect(await revisions(client.readStream(stream, { fromRevision: 4n }))).toEqual([4n, 5n]);
    expect(await revisions(client.readStream(stream, { fromRevision: 1n, direction: 'backwards' }))).toEqual([
      1n,
      0n,
    ]);
    expect(await revisions(client.readStream(stream, { fromRevision: 6n }))).toEqual([]);
  });

  it('a stream is read from its start, its end, and not further than asked', async () => {
    const stream = await written(6);
    const backwards = { direction: 'backwards', fromRevision: 'end' } as const;
    expect(await revisions(client.readStream(stream, { maxCount: 2 }))).toEqual([0n, 1n]);
    expect(await revisions(client.readStream(stream, { ...backwards, maxCount: 2 }))).toEqual([5n, 4n]);
    expect(await revisions(client.readStream(stream, { ...backwards, fromRevision: 99n }))).toEqual([
      5n,
      4n,
      3n,
      2n,
      1n,
      0n,
    ]);
  });

  it('a stream is not read forwards from its end: a mistake of the reader', async () => {
    for (const stream of [await written(1), fresh()]) {
      expect(await failure(all(client.readStream(stream, { fromRevision: 'end' })))).not.toMatchObject({
        message: 'it did not fail',
      });
    }
  });

  it('everything is read forwards from a position with it, backwards without it', async () => {
    const stream = await written(3);
    const [, middle] = await all(client.readStream(stream));
    const fromPosition = middle!.event!.position!;
    const [first] = await all(client.readAll({ fromPosition, maxCount: 1 }));
    expect(first?.event).toMatchObject({ streamId: stream, revision: 1n, position: fromPosition });
    const [before] = await all(client.readAll({ fromPosition, maxCount: 1, direction: 'backwards' }));
    expect(before?.event).toMatchObject({ streamId: stream, revision: 0n });
  });

  it('everything from the end forwards is nothing, from the start backwards too', async () => {
    await written(1);
    expect(await all(client.readAll({ fromPosition: 'end', maxCount: 5 }))).toEqual([]);
    expect(await all(client.readAll({ fromPosition: 'start', direction: 'backwards', maxCount: 5 }))).toEqual(
      [],
    );
  });

  it('everything from the start is in the order of positions, and as long as asked', async () => {
    await written(50);
    const found = await all(client.readAll({ maxCount: 40 }));
    expect(found).toHaveLength(40);
    const commits = found.map(({ event: one }) => one!.position.commit);
    expect(commits).toEqual([...commits].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(commits).size).toBe(40);
  });

  it('an append is answered with the position of its last event', async () => {
    const stream = fresh();
    const { position } = await client.appendToStream(stream, events(3));
    const found = await all(client.readStream(stream));
    expect(found[2]?.event?.position).toEqual(position);
    expect((await endOf(client)).commit).toBeGreaterThanOrEqual(position!.commit);
  });

  it('bytes come back as bytes, with or without metadata', async () => {
    const stream = fresh();
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    await client.appendToStream(stream, [
      binaryEvent({ type: 'Scanned', data: bytes, metadata: bytes }),
      binaryEvent({ type: 'Scanned', data: new Uint8Array() }),
    ]);
    const [full, empty] = await all(client.readStream(stream));
    expect(full!.event).toMatchObject({ isJson: false, type: 'Scanned' });
    expect(Buffer.from(full!.event!.data as Uint8Array).equals(bytes)).toBe(true);
    expect(Buffer.from(full!.event!.metadata as Uint8Array).equals(bytes)).toBe(true);
    expect(empty!.event!.metadata).toBeUndefined();
    expect(empty!.event!.data).toHaveLength(0);
  });

  it('an append above 1 MiB is refused whole, saying the limit, and those beside it are stored', async () => {
    const [stream, ...others] = Array.from({ length: 20 }, () => fresh());
    const large = () => event(undefined, { text: 'x'.repeat(600_000) });
    const trial = failure(client.appendToStream(stream!, [event(), large(), large()]));
    const stored = await Promise.all(others.map((one) => client.appendToStream(one, event())));
    expect(stored.every(({ nextExpectedRevision }) => nextExpectedRevision === 0n)).toBe(true);
    const error = await trial;
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect((error as MaxAppendSizeExceededError).maxAppendSize).toBe(1024 * 1024);
    expect(await failure(all(client.readStream(stream!)))).toBeInstanceOf(StreamNotFoundError);
  });

  it('the store’s own events are seen by the bare client, and never through the port', async () => {
    const stream = await written(1);
    const { commit, prepare } = await endOf(client);
    await client.setStreamMetadata(stream, { maxCount: 10 });
    await client.appendToStream(stream, event());
    const types = (await all(client.readAll({ fromPosition: { commit, prepare } }))).map(
      ({ event: one }) => one!.type,
    );
    expect(types).toContain('$metadata');
    const { store } = opened();
    const found = [
      ...(await all(store.readAll({ limit: 60, backwards: true }))),
      ...(await all(store.read(stream))),
    ];
    expect(found.filter(({ stream: name, type }) => name.startsWith('$') || type.startsWith('$'))).toEqual(
      [],
    );
  });

  it('the end is the last fact also when the store’s own events follow it', async () => {
    const { store } = opened();
    const stream = await written(1);
    const { position } = await client.appendToStream(stream, event());
    for (let i = 0; i < 40; i += 1) await client.setStreamMetadata(stream, { maxCount: 10 + i });
    const end = await store.end();
    expect(end!.commit).toBeGreaterThanOrEqual(position!.commit);
    expect(await all(store.readAll({ after: end, limit: 1 }))).toEqual([]);
  });
}
