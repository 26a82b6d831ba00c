export * from './cannot-start.js';
export * from './postgres/databases.js';
export * from './postgres/start-postgres.js';
export * from './data-dir.js';
export * from './processes.js';

export {
  type EventStoreNode,
  type EventStoreNodeOptions,
  startEventStoreNode,
} from './event-store/start-node.js';
export { type Access, accessUrl, makeAccess, readAccess } from './event-store/access/access.js';
