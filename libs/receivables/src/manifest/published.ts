import type { HoldsPublished, WorkOffered } from './feature.js';

/** What features publish for lists of others. */
export interface Published {
  /** What they give people to do. */
  work: readonly WorkOffered[];
  /** What they hold up of invoices. */
  holds: readonly HoldsPublished[];
}

let all: Published = { work: [], holds: [] };

/** Said once, when a process begins. */
export const publish = (of: Published): void => void (all = of);
export const published = (): Published => all;
