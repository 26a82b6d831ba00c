import type { Expression, Filter } from './protocol.js';
import { badRequest } from './failures.js';
import { serverRegex } from './server-regex.js';
import type { StoredEvent } from './stored-event.js';

export type Matches = (event: StoredEvent) => boolean;

/** The server's default: a window of 32 events between two checkpoints. */
const WINDOW = 32;

/** Which events of `$all` a reader wants. @throws Failure for an expression that cannot be used */
export function matcher(filter: Filter | null | undefined): Matches {
  if (!filter) return () => true;
  if (!filter.window) throw badRequest('The filter does not say how far to search.');
  if (filter.on === 'stream') {
    const matches = text(filter.stream!);
    return (event) => matches(event.stream);
  }
  if (filter.on === 'type') {
    const matches = text(filter.type!);
    return (event) => matches(event.type);
  }
  throw badRequest('The filter looks neither at names of streams nor at types.');
}

/** After how many considered events, matching or not, a filtered subscription hears a checkpoint. */
export function checkpointInterval(filter: Filter): number {
  const window = filter.window === 'max' && filter.max > 0 ? filter.max : WINDOW;
  return Math.max(1, filter.interval) * window;
}

function text({ regex, prefixes }: Expression): (value: string) => boolean {
  if (!regex) return (value) => prefixes.some((prefix) => value.startsWith(prefix));
  try {
    const expression = serverRegex(regex);
    return (value) => expression.test(value);
  } catch (error) {
    throw badRequest(`The filter's regular expression ${regex} cannot be used: ${(error as Error).message}`);
  }
}
