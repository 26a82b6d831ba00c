import { connectEventStore, type EventStore } from '@quittance/event-store';
import { story } from '../support/story.js';
import { facts, fresh, ids } from './facts.js';
import { Line } from './line.js';
import { startNode } from './node.js';

describe('A read', () => {
  let node: Awaited<ReturnType<typeof startNode>>;
  let line: Line;
  let store: EventStore;

  beforeAll(async () => {
    node = await startNode();
    line = await Line.to(node.port);
    store = connectEventStore(line.url);
  });
  afterAll(async () => {
    await store?.close();
    line?.close();
    await node?.stop();
  });

  story(
    'mended-doors',
    'C9',
    'Reads that are left early, two thousand in a row, cost no connection and fail nobody',
    async (show) => {
      const stream = fresh();
      await store.append(stream, 'none', facts(3));
      await store.end();
      const reads = Array.from({ length: 2_000 }).keys();
      const got = { left: 0, failed: 0, newConnections: -line.connections };
      const leave = async () => {
        for (const _ of reads) {
          try {
            for await (const { revision } of store.read(stream)) if (revision === 1n) break;
            got.left += 1;
          } catch {
            got.failed += 1;
          }
        }
      };
      await Promise.all(Array.from({ length: 16 }, leave));
      got.newConnections += line.connections;
      show({
        input: '2,000 reads of a stream of three facts, 16 at a time, each left after the second fact',
        right: { left: 2_000, failed: 0, newConnections: 0 },
        got,
      });
    },
  );

  it('whose connection is lost goes on where it was, and gives each fact once', async () => {
    const stream = fresh();
    const after = await store.end();
    const sent = facts(400);
    await store.append(stream, 'none', sent);
    for (const read of [() => store.read(stream), () => store.readAll({ after })]) {
      const found: string[] = [];
      const before = line.connections;
      for await (const { id } of read()) {
        if (found.push(id) % 150 !== 0) continue;
        line.cut();
        line.mend();
      }
      expect(found).toEqual(ids(sent));
      expect(line.connections).toBeGreaterThan(before);
    }
  });
});
