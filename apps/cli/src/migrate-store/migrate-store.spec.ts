import { type EventStore, memoryEventStore, type NewFact } from '@quittance/event-store';
import { HEARTBEAT } from '@quittance/read-model';
import { compareLogs } from './compare.js';
import { copyLog } from './copy.js';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const fact = (n: number, change: Partial<NewFact> = {}): NewFact => ({
  id: id(n),
  type: 'InvoiceIssued',
  data: { n },
  metadata: { hash: `hash ${n}` },
  ...change,
});
const HEARTBEATS = 'heartbeat-main';
const copying = { signal: new AbortController().signal, progress: () => undefined };
const compared = (from: EventStore, to: EventStore) => compareLogs(from, to, () => undefined);

/** Three facts of two streams, and a heartbeat between them. */
async function source(): Promise<EventStore> {
  const store = memoryEventStore();
  await store.append('invoice-a', 'none', [fact(1), fact(2)]);
  await store.append(HEARTBEATS, 'none', [fact(3, { type: HEARTBEAT })]);
  await store.append('invoice-b', 'none', [fact(4)]);
  return store;
}

describe('a history that is moved', () => {
  let from: EventStore;
  let to: EventStore;
  beforeEach(async () => {
    from = await source();
    to = memoryEventStore();
  });

  it('is the same in both, by every fact and by the hash of the log', async () => {
    expect(await copyLog({ from, to, ...copying })).toBe(4);
    expect(await compared(from, to)).toMatchObject({
      facts: 4,
      streams: 3,
      heartbeats: 1,
      end: 400n,
      here: 400n,
    });
    expect(await copyLog({ from, to, ...copying })).toBe(0);
  });

  it('goes on after the last fact that is in both', async () => {
    await copyLog({ from, to, ...copying });
    await from.append('invoice-b', 0n, [fact(5)]);
    expect(await copyLog({ from, to, ...copying })).toBe(1);
    expect(await compared(from, to)).toMatchObject({ facts: 5 });
  });

  it('takes no notice of heartbeats that go on, but of every other fact', async () => {
    await copyLog({ from, to, ...copying });
    await from.append(HEARTBEATS, 0n, [fact(6, { type: HEARTBEAT })]);
    expect(await compared(from, to)).toMatchObject({ facts: 4 });
    await from.append('invoice-b', 0n, [fact(5)]);
    await expect(compared(from, to)).rejects.toMatchObject({
      code: 4,
      message: expect.stringContaining('meanwhile') as string,
    });
  });

  it('is moved when its old heartbeats are gone, before or after they were copied', async () => {
    const beat = (n: number) => fact(n, { type: HEARTBEAT });
    await from.append(HEARTBEATS, 0n, [beat(5), beat(6)]);
    await from.forget(HEARTBEATS, 1n);
    expect(await copyLog({ from, to, ...copying })).toBe(5);
    expect(await compared(from, to)).toMatchObject({ facts: 5, streams: 3, heartbeats: 2 });
    await from.append('invoice-b', 0n, [fact(7)]);
    await from.append(HEARTBEATS, 2n, [beat(8)]);
    await from.forget(HEARTBEATS, 2n);
    expect(await copyLog({ from, to, ...copying })).toBe(2);
    expect(await compared(from, to)).toMatchObject({ facts: 6, heartbeats: 2 });
    expect((await all(to, 0n)).filter(({ stream }) => stream === HEARTBEATS).map(({ id: of }) => of)).toEqual(
      [5, 6, 8].map(id),
    );
    await from.forget(HEARTBEATS, 3n);
    expect(await copyLog({ from, to, ...copying })).toBe(0);
  });

  it('is refused when the beginning of another stream is gone, which is named', async () => {
    const cut = Object.assign(Object.create(from) as EventStore, {
      async *readAll(options: Parameters<EventStore['readAll']>[0]) {
        for await (const one of from.readAll(options)) if (one.id !== id(1)) yield one;
      },
    });
    await expect(copyLog({ from: cut, to, ...copying })).rejects.toMatchObject({
      code: 1,
      message: expect.stringContaining(
        'stream invoice-a of --from is not whole: revision 1 follows nothing',
      ) as string,
    });
  });

  it.each<[string, Partial<NewFact>]>([
    ['data', { data: { n: 6 } }],
    ['an id', { id: id(9) }],
    ['a type', { type: 'InvoiceVoided' }],
    ['a hash', { metadata: { hash: 'another' } }],
  ])('shows %s that is not the same', async (_, change) => {
    await copyLog({ from, to, ...copying });
    await from.append('invoice-b', 0n, [fact(5)]);
    const [last] = await all(from, 400n);
    const metadata = {
      ...last!.metadata,
      $origin: { recordedAt: last!.recordedAt.toISOString(), position: '500' },
    };
    const wrong = fact(5, { metadata, ...change });
    if (change.metadata) wrong.metadata = { ...metadata, ...change.metadata };
    await to.append('invoice-b', 0n, [wrong]);
    await expect(compared(from, to)).rejects.toMatchObject({
      code: 1,
      message: expect.stringContaining('not the same') as string,
    });
  });

  it('goes into no store that holds other facts', async () => {
    await to.append('invoice-z', 'none', [fact(7)]);
    await expect(copyLog({ from, to, ...copying })).rejects.toMatchObject({ code: 4 });
    const third = memoryEventStore();
    await copyLog({ from: to, to: third, ...copying });
    await expect(copyLog({ from, to: third, ...copying })).rejects.toMatchObject({ code: 4 });
    await expect(compared(memoryEventStore(), third)).rejects.toMatchObject({ code: 4 });
  });
});

async function all(store: EventStore, after: bigint) {
  const facts = [];
  for await (const one of store.readAll({ after: { commit: after, prepare: after } })) facts.push(one);
  return facts;
}
