import type { EventStore, Execute } from '@quittance/event-store';
import { asToday, FEATURES } from './features.js';
import type { ReactionParts } from './manifest/reaction.js';
import { reactionsOf } from './manifest/registry.js';
import { answeringToday, readingToday } from './manifest/today.js';

/** What all features do by the clock, in the order of the registry. */
export const REACTIONS = reactionsOf(FEATURES);

/** What they work with, from what a process has. */
export const reactionParts = (
  parts: Omit<ReactionParts, 'facts'> & { store: EventStore; execute: Execute },
): ReactionParts => ({
  ...parts,
  facts: readingToday(asToday, parts.store),
  execute: answeringToday(asToday, parts.execute),
});
