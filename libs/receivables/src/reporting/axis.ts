import type { Clock } from '@quittance/kernel';
import { KnownAxis, type ProjectorWatch } from '@quittance/reading';
import type { Pool } from 'pg';
import { STATED_LINES } from './receivable.tables.js';

/** The two axes over the lines of the receivables. */
export const knownAxis = (pool: Pool, watch: ProjectorWatch, clock: Clock): KnownAxis =>
  new KnownAxis(pool, watch, clock, STATED_LINES);
