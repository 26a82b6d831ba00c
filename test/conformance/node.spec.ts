import { connectEventStore } from '@quittance/event-store';
import { eventStoreRules } from './event-store.conformance.js';
import { all, facts, fresh, Listener } from './facts.js';
import { startNode } from './node.js';
import { protocolRules } from './protocol.conformance.js';

eventStoreRules('The embedded node through the port', async () => {
  const node = await startNode();
  return { store: connectEventStore(node.url), stop: () => node.stop() };
});

protocolRules('The embedded node', () => startNode());

describe('The embedded node as a cluster of one', () => {
  it('is found by asking it for the members', async () => {
    const node = await startNode();
    const store = connectEventStore(`esdb://127.0.0.1:${node.port},127.0.0.1:${node.port}?tls=false`);
    try {
      const stream = fresh();
      await store.append(stream, 'none', facts(2));
      expect(await all(store.read(stream))).toHaveLength(2);
      await (await new Listener(store, [stream]).hears(2)).stop();
    } finally {
      await store.close();
      await node.stop();
    }
  });
});
