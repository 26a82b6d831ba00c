import {
  eventTypeFilter,
  streamNameFilter,
  type AllStreamSubscription,
  type Position,
  type ResolvedEvent,
  type StreamSubscription,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { endOf, event, events } from './events.js';
import { fact, facts, fresh, Listener, OURS } from './facts.js';
import type { Ways } from './ways.js';

export function protocolSubscriptionRules(opened: () => Ways): void {
  let client: Ways['client'];
  const started: (AllStreamSubscription | StreamSubscription)[] = [];
  beforeEach(() => ({ client } = opened()));
  afterEach(async () => {
    for (const subscription of started.splice(0)) await subscription.unsubscribe();
  });

  const kept = <S extends AllStreamSubscription | StreamSubscription>(subscription: S): S => {
    started.push(subscription);
    return subscription;
  };

  /** The next events of a subscription; it goes on afterwards. */
  const hear = async (subscription: AllStreamSubscription | StreamSubscription, count: number) => {
    const found: ResolvedEvent[] = [];
    while (found.length < count) {
      const next = subscription.read() as ResolvedEvent | null;
      if (next) found.push(next);
      else await once(subscription, 'readable');
    }
    return found.map(({ event: one }) => one!);
  };

  it('is confirmed under an id before anything else', async () => {
    const subscription = kept(client.subscribeToStream(fresh()));
    await once(subscription, 'confirmation');
    expect(subscription.id).toEqual(expect.any(String));
  });

  it('to a stream goes on after a revision, that one left out', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(5));
    const found = await hear(kept(client.subscribeToStream(stream, { fromRevision: 2n })), 2);
    expect(found.map(({ revision }) => revision)).toEqual([3n, 4n]);
  });

  it('to a stream from its end hears only what comes', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(5));
    const subscription = kept(client.subscribeToStream(stream, { fromRevision: 'end' }));
    await once(subscription, 'confirmation');
    await client.appendToStream(stream, event());
    expect((await hear(subscription, 1))[0]?.revision).toBe(5n);
  });

  it('to a stream that does not exist yet hears its first event', async () => {
    const stream = fresh();
    const subscription = kept(client.subscribeToStream(stream));
    await once(subscription, 'confirmation');
    await client.appendToStream(stream, event());
    expect((await hear(subscription, 1))[0]?.revision).toBe(0n);
  });

  it('to everything goes on after a position, that one left out', async () => {
    const stream = fresh();
    const { position } = await client.appendToStream(stream, event());
    await client.appendToStream(stream, event());
    const filter = streamNameFilter({ prefixes: [stream] });
    const found = await hear(kept(client.subscribeToAll({ fromPosition: position!, filter })), 1);
    expect(found[0]?.revision).toBe(1n);
  });

  it('to everything from the end hears only what comes', async () => {
    const stream = fresh();
    await client.appendToStream(stream, event());
    const filter = streamNameFilter({ prefixes: [stream] });
    const subscription = kept(client.subscribeToAll({ fromPosition: 'end', filter }));
    await once(subscription, 'confirmation');
    await client.appendToStream(stream, event());
    expect((await hear(subscription, 1))[0]?.revision).toBe(1n);
  });

  it.each([
    [
      'prefixes of stream names',
      (mark: string) => streamNameFilter({ prefixes: [`${OURS}a-${mark}`, `${OURS}b-${mark}`] }),
    ],
    ['a regex on stream names', (mark: string) => streamNameFilter({ regex: `^${OURS}[ab]-${mark}$` })],
    ['prefixes of event types', (mark: string) => eventTypeFilter({ prefixes: [`A${mark}`, `B${mark}`] })],
    ['a regex on event types', (mark: string) => eventTypeFilter({ regex: `^(A|B)${mark}\\w*$` })],
  ])('to everything hears by %s', async (_, filterFor) => {
    const mark = randomUUID().replaceAll('-', '');
    const fromPosition = await client.appendToStream(fresh(), event()).then(({ position }) => position!);
    const write = (letter: string) =>
      client.appendToStream(
        `${OURS}${letter}-${mark}`,
        event(undefined, {}, `${letter.toUpperCase()}${mark}`),
      );
    const subscription = kept(client.subscribeToAll({ fromPosition, filter: filterFor(mark) }));
    for (const letter of 'acbcab') await write(letter);
    const found = await hear(subscription, 4);
    expect(found.map(({ streamId }) => streamId[OURS.length])).toEqual(['a', 'b', 'a', 'b']);
  });

  it('tells how far it has looked where nothing passes the filter', async () => {
    const fromPosition = await endOf(client);
    const checkpoints: Position[] = [];
    const enough = new Promise<void>((resolve) => {
      const checkpointReached = (_: AllStreamSubscription, position: Position) => {
        checkpoints.push(position);
        if (checkpoints.length === 3) resolve();
      };
      const filter = streamNameFilter({
        prefixes: [fresh('nobody')],
        checkpointInterval: 1,
        checkpointReached,
      });
      kept(client.subscribeToAll({ fromPosition, filter })).resume();
    });
    for (let i = 0; i < 5; i += 1) await client.appendToStream(fresh(), events(40));
    await enough;
    const commits = checkpoints.map(({ commit }) => commit);
    expect(commits[0]).toBeGreaterThanOrEqual(fromPosition.commit);
    expect(commits).toEqual([...commits].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('tells how far it has looked through the port too', async () => {
    const { store } = opened();
    const listener = new Listener(store, [fresh('nobody')], await store.end());
    const stream = fresh();
    await store.append(stream, 'none', facts(1_500));
    await listener.until(({ checkpoints }) => checkpoints.length > 0);
    await listener.stop();
    expect(listener.heard).toEqual([]);
  });

  it('says that it has caught up, also where nothing is to be heard', async () => {
    const subscription = kept(client.subscribeToStream(fresh()));
    const toAll = kept(client.subscribeToAll({ fromPosition: 'end' }));
    subscription.resume();
    toAll.resume();
    await Promise.all([once(subscription, 'caughtUp'), once(toAll, 'caughtUp')]);
    expect(started).toHaveLength(2);
  });

  it('that reads slowly hears everything, far behind and then live', async () => {
    const stream = fresh();
    const filter = streamNameFilter({ prefixes: [stream] });
    const slow = kept(client.subscribeToAll({ fromPosition: await endOf(client), filter }));
    const text = 'x'.repeat(1_000);
    for (let i = 0; i < 40; i += 1) {
      await client.appendToStream(
        stream,
        Array.from({ length: 200 }, () => event(undefined, { text })),
      );
    }
    const found = await hear(slow, 8_000);
    expect(found.map(({ revision }) => revision)).toEqual(Array.from({ length: 8_000 }, (_, i) => BigInt(i)));
    await client.appendToStream(stream, event());
    expect((await hear(slow, 1))[0]?.revision).toBe(8_000n);
  });

  it('may be one of sixty', async () => {
    const stream = fresh();
    const { store } = opened();
    const end = await store.end();
    const listeners = Array.from({ length: 60 }, () => new Listener(store, [stream], end));
    for (const listener of listeners) await listener.catchesUp();
    await store.append(stream, 'none', [fact()]);
    for (const listener of listeners) await listener.hears(1);
    for (const listener of listeners) await listener.stop();
    expect(listeners.map(({ heard }) => heard.length)).toEqual(listeners.map(() => 1));
  });
}
