import {
  StreamDeletedError as ClientStreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { StreamDeletedError } from '@quittance/event-store';
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

  it('a deleted stream of facts is an alarm of the port, as soon as it is written again', async () => {
    const { store } = opened();
    const stream = await deleted();
    await expect(store.append(stream, 'none', [fact()])).rejects.toThrow(StreamDeletedError);
    await expect(all(store.read(stream))).rejects.toThrow(StreamDeletedError);
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
