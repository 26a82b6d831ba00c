import { memoryEventStore } from '@quittance/event-store';
import { eventStoreRules } from './event-store.conformance.js';

eventStoreRules('The twin in memory', async () => ({
  store: memoryEventStore(),
  stop: async () => undefined,
}));
