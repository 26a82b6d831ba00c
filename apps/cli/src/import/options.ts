import type { Limit } from './limit.js';

/** What an import was asked for. */
export interface ImportOptions {
  mapping: string;
  knownUntil?: string;
  statedAsEffective?: boolean;
  acceptLookalikes?: boolean;
  /** Documents issued up to this day are taken over on it, with what is open then. */
  openingOn?: string;
  /** A negative total is a credit note. */
  creditNotes?: boolean;
  dryRun?: boolean;
  maxRejects: Limit;
  json?: boolean;
  concurrency: number;
  wait: number;
}
