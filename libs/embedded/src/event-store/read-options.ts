import { badRequest } from './failures.js';
import { placeFrom } from './proposals.js';
import type { ReadOptions } from './protocol.js';

/** Where to begin: a revision or position, or one of the ends. */
export type Place = number | 'start' | 'end';

/** @throws Failure for what the real server reads no stream by */
export function mustCombine({ stream, amount, direction, filter }: ReadOptions): void {
  if (!amount) throw badRequest('The read names neither a count nor a subscription.');
  if (amount === 'subscription' && direction === 1) throw badRequest('A subscription goes forwards only.');
  if (stream && filter) throw badRequest('A read of one stream takes no filter.');
}

export function placeInStream({ from, revision }: NonNullable<ReadOptions['stream']>): Place {
  return from === 'revision' ? known(revision, 'revision') : ends(from);
}

export function placeInAll({ from, position }: NonNullable<ReadOptions['all']>): Place {
  return from === 'position' ? known(position?.commit ?? '?', 'position') : ends(from);
}

/** Clients of other languages say 2^64 - 1 for the end. */
function known(given: { toString(): string }, what: string): number | 'end' {
  const place = /^\d+$/.test(given.toString()) ? placeFrom(given) : undefined;
  if (place === undefined) throw badRequest(`The ${what} to read from cannot be: ${given.toString()}`);
  return place;
}

function ends(from: 'start' | 'end' | undefined): 'start' | 'end' {
  if (!from) throw badRequest('The read does not say where to begin.');
  return from;
}
