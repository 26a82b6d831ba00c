import { type EventStore, memoryEventStore, type RecordedFact } from '@quittance/event-store';
import { moved, opened } from '../spec/accounts.js';
import { FaultyStore } from '../spec/faulty-store.js';
import { Listening } from './listening.js';

/** By a clock that the test moves on: what a busy machine takes besides is not in it. */
describe('listening to the store', () => {
  let memory: EventStore;
  let store: FaultyStore;
  let listening: Listening;
  let facts: RecordedFact[];
  let said: string[];
  let heldUp: boolean;

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    memory = memoryEventStore();
    store = new FaultyStore(memory);
    [facts, said, heldUp] = [[], [], false];
    listening = new Listening({
      ...{ store, streams: ['account-'] },
      from: () => facts.at(-1)?.position,
      fact: (fact) => void facts.push(fact),
      again: () => undefined,
      heard: (hears, why) => said.push(hears ? 'hears' : why!),
      isHeldUp: () => heldUp,
    });
    listening.start();
    await memory.append('account-a', 'none', [opened('a')]);
    await jest.advanceTimersByTimeAsync(0);
    expect(facts).toHaveLength(1);
    said = [];
  });
  afterEach(async () => {
    await listening.stop();
    await memory.close();
    jest.useRealTimers();
  });

  it('notices silence and hears again from where processing is within 15 seconds', async () => {
    store.silence();
    await memory.append('account-a', 0n, [moved('a', 1)]);
    await jest.advanceTimersByTimeAsync(13_900);
    expect(said).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_100);
    expect(said.slice(0, 2)).toEqual(['silent for 14 s', 'hears']);
    expect(facts.map(({ revision }) => revision)).toEqual([0n, 1n]);
  });

  it('hears again a moment after an end, and later and later while it ends again, but every 5 seconds', async () => {
    const sound = memory.subscribe.bind(memory);
    let attempts = 0;
    memory.subscribe = (_prefixes, _after, handlers) => {
      attempts += 1;
      setTimeout(() => handlers.ended(), 0);
      return { stop: () => Promise.resolve() };
    };
    store.breakOff();
    await jest.advanceTimersByTimeAsync(60);
    expect(attempts).toBe(1);
    await jest.advanceTimersByTimeAsync(60_000);
    const before = attempts;
    await jest.advanceTimersByTimeAsync(10_100);
    expect(attempts - before).toBe(2);
    memory.subscribe = sound;
    await memory.append('account-a', 0n, [moved('a', 1)]);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(facts).toHaveLength(2);
    expect(said.at(-1)).toBe('hears');
  });

  it('does not take for silence what we hold up ourselves', async () => {
    heldUp = true;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(said).toEqual([]);
  });
});
