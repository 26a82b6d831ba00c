import type { ImportOptions } from '@quittance/importing';

/** What an import was asked for on the command line. */
export interface Options extends ImportOptions {
  /** Path of the mapping. */
  mapping: string;
  dryRun?: boolean;
  /** `250` rows, or `5%` of them. */
  maxRejects?: string;
  json?: boolean;
  /** Rows under way at once. */
  concurrency: number;
  /** Seconds to wait for an API that is gone. */
  wait: number;
}
