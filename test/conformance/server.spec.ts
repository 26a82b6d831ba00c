import { connectEventStore } from '@quittance/event-store';
import { eventStoreRules } from './event-store.conformance.js';
import { protocolRules } from './protocol.conformance.js';

const url = process.env.CONFORMANCE_EVENTSTORE_URL;

if (url) {
  const stop = async () => undefined;
  eventStoreRules('The named server through the port', async () => ({ store: connectEventStore(url), stop }));
  protocolRules('The named server', async () => ({ url, stop }));
} else {
  it.skip('skipped: CONFORMANCE_EVENTSTORE_URL names no server', () => undefined);
}
