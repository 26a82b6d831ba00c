import { connectEventStore } from '@quittance/event-store';
import { eventStoreRules } from './event-store.conformance.js';
import { startNode } from './node.js';
import { protocolRules } from './protocol.conformance.js';

eventStoreRules('The embedded node through the port', async () => {
  const node = await startNode();
  return { store: connectEventStore(node.url), stop: () => node.stop() };
});

protocolRules('The embedded node', startNode);
