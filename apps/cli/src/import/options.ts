import type { Limit } from './limit.js';

/** What an import was asked for. */
export interface ImportOptions {
  mapping: string;
  knownUntil?: string;
  statedAsEffective?: boolean;
  acceptLookalikes?: boolean;
  dryRun?: boolean;
  maxRejects: Limit;
  json?: boolean;
  concurrency: number;
  wait: number;
}
