export * from './rebuild.js';
export { RebuildBusyError, REBUILD_LOCK, type RebuildStatus } from './record.js';
export type { ControlTotals, Total } from './totals.js';
export type { Difference, TableDifferences } from './differences.js';
export { changedProjections } from './changed.js';
export { rebuildChanged } from './rebuild-changed.js';
export * from './options.js';
export { dropOld } from './drop-old.js';
