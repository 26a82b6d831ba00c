import { StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
import { StreamDeletedError } from '@quittance/event-store';
import { event, events, failure, revisions } from './events.js';
import { all, fact, fresh } from './facts.js';
import type { Ways } from './ways.js';

export function streamMetadataRules(opened: () => Ways): void {
  let client: Ways['client'];
  beforeEach(() => ({ client } = opened()));

  const written = async (count: number) => {
    const stream = fresh();
    await client.appendToStream(stream, events(count));
    return stream;
  };

  it('is none where none was set', async () => {
    expect((await client.getStreamMetadata(await written(1))).metadata).toBeUndefined();
  });

  it('is given back as it was set last, own words included', async () => {
    const stream = await written(1);
    await client.setStreamMetadata(stream, { maxCount: 5 });
    const metadata = { maxCount: 7, maxAge: 3_600, truncateBefore: 1, cacheControl: 9, owner: 'ada' };
    await client.setStreamMetadata(stream, metadata);
    expect((await client.getStreamMetadata(stream)).metadata).toEqual(metadata);
  });

  it('has revisions of its own', async () => {
    const stream = await written(3);
    await client.setStreamMetadata(stream, { maxCount: 5 }, { expectedRevision: 'no_stream' });
    await client.setStreamMetadata(stream, { maxCount: 6 }, { expectedRevision: 0n });
    const wrong = client.setStreamMetadata(stream, { maxCount: 7 }, { expectedRevision: 0n });
    expect(await failure(wrong)).toBeInstanceOf(WrongExpectedVersionError);
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 6 });
  });

  it('of it only the last is read', async () => {
    const stream = await written(1);
    for (let maxCount = 1; maxCount <= 3; maxCount += 1) await client.setStreamMetadata(stream, { maxCount });
    expect(await revisions(client.readStream(`$$${stream}`))).toEqual([2n]);
  });

  it('does not make a stream', async () => {
    const stream = fresh();
    await client.setStreamMetadata(stream, { maxCount: 5 });
    expect(await failure(all(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
    const done = await client.appendToStream(stream, event(), { expectedRevision: 'no_stream' });
    expect(done.nextExpectedRevision).toBe(0n);
  });

  it('makes the expectation that a stream exists hold', async () => {
    const stream = fresh();
    await client.setStreamMetadata(stream, { maxCount: 5 });
    const done = await client.appendToStream(stream, event(), { expectedRevision: 'stream_exists' });
    expect(done.nextExpectedRevision).toBe(0n);
  });

  it('maxCount leaves the last events of a stream', async () => {
    const stream = await written(10);
    await client.setStreamMetadata(stream, { maxCount: 3 });
    expect(await revisions(client.readStream(stream))).toEqual([7n, 8n, 9n]);
    expect(await revisions(client.readStream(stream, { fromRevision: 2n, maxCount: 2 }))).toEqual([7n, 8n]);
    const backwards = client.readStream(stream, { direction: 'backwards', fromRevision: 'end' });
    expect(await revisions(backwards)).toEqual([9n, 8n, 7n]);
    await client.appendToStream(stream, event());
    expect(await revisions(client.readStream(stream))).toEqual([8n, 9n, 10n]);
  });

  it('truncateBefore leaves the events from a revision on', async () => {
    const stream = await written(10);
    await client.setStreamMetadata(stream, { truncateBefore: 8 });
    expect(await revisions(client.readStream(stream))).toEqual([8n, 9n]);
    await client.setStreamMetadata(stream, { truncateBefore: 4 });
    expect(await revisions(client.readStream(stream))).toEqual([4n, 5n, 6n, 7n, 8n, 9n]);
  });

  it('of maxCount and truncateBefore the stricter counts', async () => {
    const stream = await written(10);
    await client.setStreamMetadata(stream, { truncateBefore: 8, maxCount: 5 });
    expect(await revisions(client.readStream(stream))).toEqual([8n, 9n]);
    await client.setStreamMetadata(stream, { truncateBefore: 2, maxCount: 5 });
    expect(await revisions(client.readStream(stream))).toEqual([5n, 6n, 7n, 8n, 9n]);
  });

  it('maxAge leaves the events that are younger, in seconds', async () => {
    const stream = await written(2);
    await client.setStreamMetadata(stream, { maxAge: 3_600 });
    expect(await revisions(client.readStream(stream))).toEqual([0n, 1n]);
    await client.setStreamMetadata(stream, { maxAge: 1 });
    const found = async () => revisions(client.readStream(stream)).catch(() => []);
    for (let left = await found(); left.length > 0; left = await found());
    expect(await found()).toEqual([]);
  });

  it('hides events from reads of the stream, not from reads of everything', async () => {
    const stream = fresh();
    const { position } = await client.appendToStream(stream, event());
    await client.setStreamMetadata(stream, { truncateBefore: 1 });
    const [first] = await all(client.readAll({ fromPosition: position!, maxCount: 1 }));
    expect(first?.event?.streamId).toBe(stream);
  });

  it('that cuts facts away is an alarm of the port', async () => {
    const stream = await written(3);
    await client.setStreamMetadata(stream, { truncateBefore: 1 });
    const { store } = opened();
    await expect(all(store.read(stream))).rejects.toThrow(StreamDeletedError);
    await expect(store.append(stream, 2n, [fact()])).rejects.toThrow(StreamDeletedError);
    expect(await revisions(client.readStream(stream))).toEqual([1n, 2n]);
  });
}
