export * from './cannot-start.js';
export * from './postgres/databases.js';
export * from './postgres/start-postgres.js';
export {
  admitAnalyst,
  type AnalystsAddress,
  analystsAddress,
  analystsPassword,
} from './postgres/analysts.js';
export * from './closed-folder.js';
export * from './data-dir.js';
export { processesOf } from './postgres/leftover.js';
export * from './processes.js';

export type { EventStoreNode, EventStoreNodeOptions } from './event-store/start-node.js';
export { startEventStoreNode } from './event-store/late-node.js';
export { type Access, accessUrl, makeAccess, readAccess } from './event-store/access/access.js';
export { backUp, type BackupOptions, type Made } from './backup/backup.js';
export { restore, type Restored, type RestoreOptions } from './backup/restore.js';
export { DamagedBackup } from './backup/damaged-backup.js';
