export * from './event-store.js';
export * from './fact.js';
export * from './command.js';
export { memoryEventStore } from './memory-event-store.js';
export { settle, type Settled, type SettleOptions } from './settle.js';
export { uuid5 } from './identity.js';
export { connectEventStore, type EventStoreOptions } from './eventstoredb/event-store.js';
export * from './log-head.js';
