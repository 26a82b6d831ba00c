import { randomUUID } from 'node:crypto';
import { StoreUnavailableError, type AppendResult, type EventStore } from './event-store.js';
import type { NewFact } from './fact.js';
import { memoryEventStore } from './memory-event-store.js';
import { resolveAppend } from './resolve-append.js';

const fact = (): NewFact => ({ id: randomUUID(), type: 'Noted', data: {}, metadata: {} });
const unknown: AppendResult = { result: 'unknown', cause: new Error('no answer') };

/** What becomes of each send over a bad line: the reply is lost, the send is, or it is answered. */
type Fate = 'reply lost' | 'send lost' | 'answered';

/** The twin, over a line that treats each append as told; answered when nothing is left to tell. */
function over(line: Fate[], store: EventStore, reads: 'answered' | 'fail' = 'answered') {
  const sent: string[] = [];
  const append: EventStore['append'] = async (stream, expected, facts) => {
    sent.push(JSON.stringify([stream, String(expected), facts]));
    const fate = line.shift() ?? 'answered';
    if (fate === 'send lost') return unknown;
    const done = await store.append(stream, expected, facts);
    return fate === 'reply lost' ? unknown : done;
  };
  const read: EventStore['read'] = (stream, from) => {
    if (reads === 'fail') throw new StoreUnavailableError('gone');
    return store.read(stream, from);
  };
  return { store: { ...bound(store), append, read }, sent };
}

const bound = (store: EventStore): EventStore => ({
  append: store.append.bind(store),
  read: store.read.bind(store),
  readAll: store.readAll.bind(store),
  subscribe: store.subscribe.bind(store),
  touched: store.touched.bind(store),
  end: store.end.bind(store),
  forget: store.forget.bind(store),
  close: store.close.bind(store),
});

const count = async (store: EventStore) => {
  let facts = 0;
  for await (const _ of store.read('invoice-1')) facts += 1;
  return facts;
};

describe('Settling an append', () => {
  const quick = { tries: 3, backOff: 1 };
  let twin: EventStore;
  beforeEach(() => (twin = memoryEventStore()));

  it('that is answered sends once', async () => {
    const { store, sent } = over([], twin);
    const done = await resolveAppend(store, 'invoice-1', 'none', [fact()], quick);
    expect(done).toMatchObject({ result: 'appended', revision: 0n, tries: 1 });
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Fate[]]>([
    ['the reply is lost', ['reply lost']],
    ['the send is lost', ['send lost']],
    ['one after the other is', ['send lost', 'reply lost']],
  ])('when %s sends identical bytes at the same revision, and stores them once', async (_, line) => {
    const tries = line.length + 1;
    const { store, sent } = over(line, twin);
    const done = await resolveAppend(store, 'invoice-1', 'none', [fact(), fact()], quick);
    expect(done).toMatchObject({ result: 'appended', revision: 1n, tries });
    expect(new Set(sent).size).toBe(1);
    expect(sent).toHaveLength(tries);
    expect(await count(twin)).toBe(2);
  });

  it('that is refused is not sent again', async () => {
    await twin.append('invoice-1', 'none', [fact()]);
    const { store, sent } = over([], twin);
    expect(await resolveAppend(store, 'invoice-1', 'none', [fact()], quick)).toEqual({
      result: 'conflict',
      actual: 0n,
      tries: 1,
    });
    expect(sent).toHaveLength(1);
  });

  it('whose replies are all lost reads back that it was stored', async () => {
    const { store } = over(['reply lost', 'reply lost', 'reply lost'], twin);
    const facts = [fact(), fact()];
    const done = await resolveAppend(store, 'invoice-1', 'none', facts, quick);
    const last = await twin.end();
    expect(done).toEqual({ result: 'appended', revision: 1n, position: last, tries: 3 });
  });

  it('whose sends are all lost, while another takes the place, reads back a conflict', async () => {
    await twin.append('invoice-1', 'none', [fact(), fact(), fact()]);
    const { store } = over(['send lost', 'send lost', 'send lost'], twin);
    const done = await resolveAppend(store, 'invoice-1', 0n, [fact()], quick);
    expect(done).toEqual({ result: 'conflict', actual: 2n, tries: 3 });
  });

  it('stays unknown while nothing shows that it was stored: a send may yet arrive', async () => {
    const { store } = over(['send lost', 'send lost', 'send lost'], twin);
    expect(await resolveAppend(store, 'invoice-1', 'none', [fact()], quick)).toEqual({
      ...unknown,
      tries: 3,
    });
  });

  it('stays unknown when the store cannot be asked', async () => {
    const { store } = over(['reply lost', 'reply lost', 'reply lost'], twin, 'fail');
    expect(await resolveAppend(store, 'invoice-1', 'none', [fact()], quick)).toEqual({
      ...unknown,
      tries: 3,
    });
  });
});
