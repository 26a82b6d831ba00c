import {
  StreamDeletedError as ClientStreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { StreamDeletedError } from '@quittance/event-store';
import { once } from 'node:events';
import { endOf, event, events, failure, revisions } from './events.js';
import { all, fact, fresh } from './facts.js';
import type { Ways } from './ways.js';

export function deletionRules(opened: () => Ways): void {
  let client: Ways['client'];
  beforeEach(() => ({ client } = opened()));

  const written = async (count = 3) => {
    const stream = fresh();
    await client.appendToStream(stream, events(count));
    return stream;
  };
  const deleted = async () => {
    const stream = await written();
    await client.deleteStream(stream);
    return stream;
  };
  const tombstoned = async () => {
    const stream = await written();
    await client.tombstoneStream(stream);
    return stream;
  };

  it('a deleted stream is not found', async () => {
    const stream = await deleted();
    expect(await failure(all(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
    const backwards = client.readStream(stream, { direction: 'backwards', fromRevision: 'end' });
    expect(await failure(all(backwards))).toBeInstanceOf(StreamNotFoundError);
  });

  it('a stream is deleted at the revision that was expected, or not at all', async () => {
    const stream = await written();
    const wrong = client.deleteStream(stream, { expectedRevision: 1n });
    expect(await failure(wrong)).toBeInstanceOf(WrongExpectedVersionError);
    expect(await revisions(client.readStream(stream))).toHaveLength(3);
    const { position } = await client.deleteStream(stream, { expectedRevision: 2n });
    expect((await endOf(client)).commit).toBeGreaterThanOrEqual(position!.commit);
    expect(await failure(all(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
  });

  it.each([['no_stream' as const], ['any' as const], [2n]])(
    'a deleted stream begins again after its last revision, expecting %s',
    async (expectedRevision) => {
      const stream = await deleted();
      const done = await client.appendToStream(stream, events(2), { expectedRevision });
      expect(done.nextExpectedRevision).toBe(4n);
      expect(await revisions(client.readStream(stream))).toEqual([3n, 4n]);
      expect((await client.getStreamMetadata(stream)).metadata).toMatchObject({ truncateBefore: 3 });
    },
  );

  it.each([['any' as const], ['no_stream' as const], [0n]])(
    'a stream that never was is deleted by nobody, expecting %s, and nothing is written',
    async (expectedRevision) => {
      const stream = fresh();
      const error = await failure(client.deleteStream(stream, { expectedRevision }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect((error as WrongExpectedVersionError).actualVersion).toBe(-1n);
      expect((await client.getStreamMetadata(stream)).metadata).toBeUndefined();
    },
  );

  it('a stream of which there is nothing but metadata may be deleted', async () => {
    const stream = fresh();
    await client.setStreamMetadata(stream, { maxCount: 5 });
    await client.deleteStream(stream);
    const error = await failure(
      client.appendToStream(stream, event(), { expectedRevision: 'stream_exists' }),
    );
    expect(error).toBeInstanceOf(ClientStreamDeletedError);
  });

  it('a deleted stream may be deleted again, expecting no stream too', async () => {
    const stream = await deleted();
    await client.deleteStream(stream, { expectedRevision: 'no_stream' });
    await client.deleteStream(stream);
    expect(await revisions(client.readStream(`$$${stream}`))).toEqual([2n]);
  });

  it('an append of nothing brings a deleted stream back as an empty one, unless it expects no stream', async () => {
    const stream = await deleted();
    const append = (expectedRevision: 'any' | 'no_stream') =>
      client.appendToStream(stream, [], { expectedRevision, credentials: opened().credentials });
    expect(await failure(append('no_stream'))).toBeInstanceOf(WrongExpectedVersionError);
    expect((await append('any')).nextExpectedRevision).toBe(2n);
    expect((await client.getStreamMetadata(stream)).metadata).toMatchObject({ truncateBefore: 3 });
    expect(await revisions(client.readStream(stream))).toEqual([]);
  });

  it('a tombstone is heard by who listens, then the error', async () => {
    const stream = await written(2);
    const subscription = client.subscribeToStream(stream, { fromRevision: 'end' });
    const heard: (string | undefined)[] = [];
    const ended = new Promise<Error>((resolve) => subscription.on('error', resolve));
    subscription.on('data', ({ event: one }) => heard.push(one?.type));
    await once(subscription, 'caughtUp');
    await client.appendToStream(stream, event());
    await client.tombstoneStream(stream);
    expect(await ended).toBeInstanceOf(ClientStreamDeletedError);
    expect(heard).toEqual(['Noted', '$streamDeleted']);
  });

  it('a deleted stream is no stream that exists', async () => {
    const stream = await deleted();
    const error = await failure(
      client.appendToStream(stream, event(), { expectedRevision: 'stream_exists' }),
    );
    expect(error).toBeInstanceOf(ClientStreamDeletedError);
  });

  it('a deleted stream refuses another revision than its last', async () => {
    const stream = await deleted();
    const error = await failure(client.appendToStream(stream, event(), { expectedRevision: 0n }));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
  });

  it('what was deleted is still in reads of everything', async () => {
    const stream = fresh();
    const { position } = await client.appendToStream(stream, event());
    await client.deleteStream(stream);
    const [first] = await all(client.readAll({ fromPosition: position!, maxCount: 1 }));
    expect(first?.event?.streamId).toBe(stream);
  });

  it('a tombstoned stream is gone for ever', async () => {
    const stream = await tombstoned();
    expect(await failure(all(client.readStream(stream)))).toBeInstanceOf(ClientStreamDeletedError);
    for (const expectedRevision of ['any', 'no_stream', 'stream_exists', 2n, 7n] as const) {
      const error = await failure(client.appendToStream(stream, event(), { expectedRevision }));
      expect(error).toBeInstanceOf(ClientStreamDeletedError);
    }
    expect(await failure(client.deleteStream(stream))).toBeInstanceOf(ClientStreamDeletedError);
    expect(await failure(client.tombstoneStream(stream))).toBeInstanceOf(ClientStreamDeletedError);
  });

  it('a tombstone is the last event of its stream', async () => {
    const stream = await written();
    const wrong = client.tombstoneStream(stream, { expectedRevision: 1n });
    expect(await failure(wrong)).toBeInstanceOf(WrongExpectedVersionError);
    const { position } = await client.tombstoneStream(stream, { expectedRevision: 2n });
    const [tombstone] = await all(client.readAll({ fromPosition: position!, maxCount: 1 }));
    expect(tombstone?.event).toMatchObject({
      streamId: stream,
      type: '$streamDeleted',
      revision: 2n ** 63n - 1n,
    });
  });

  it('a deleted stream of facts is an alarm of the port, and takes nothing more through it', async () => {
    const { store } = opened();
    const stream = await deleted();
    for (const expected of ['none', 2n, 0n] as const)
      await expect(store.append(stream, expected, [fact()])).rejects.toThrow(StreamDeletedError);
    await expect(all(store.read(stream))).rejects.toThrow(StreamDeletedError);
    await expect(all(store.read(stream, 2n))).rejects.toThrow(StreamDeletedError);
    expect(await failure(all(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
    expect(await revisions(client.readStream(`$$${stream}`))).toEqual([0n]);
  });

  it('a tombstoned stream of facts is an alarm of the port', async () => {
    const { store } = opened();
    const stream = await tombstoned();
    await expect(store.append(stream, 2n, [fact()])).rejects.toThrow(StreamDeletedError);
    await expect(all(store.read(stream))).rejects.toThrow(StreamDeletedError);
    expect(await all(store.readAll({ limit: 20, backwards: true }))).not.toContainEqual(
      expect.objectContaining({ type: '$streamDeleted' }),
    );
  });
}
