import type { Expression, Filter } from './protocol.js';
import { badRequest } from './failures.js';
import type { StoredEvent } from './stored-event.js';

export type Matches = (event: StoredEvent) => boolean;

/** The server's default: a window of 32 events between two checkpoints. */
const WINDOW = 32;

/** Which events of `$all` a reader wants. @throws Failure for an expression that cannot be used */
export function matcher(filter: Filter | null | undefined): Matches {
  if (filter?.on === 'stream') {
    const matches = text(filter.stream!);
    return (event) => matches(event.stream);
  }
  if (filter?.on === 'type') {
    const matches = text(filter.type!);
    return (event) => matches(event.type);
  }
  return () => true;
}

/** After how many considered events, matching or not, a filtered subscription hears a checkpoint. */
export function checkpointInterval(filter: Filter): number {
  const window = filter.window === 'max' && filter.max > 0 ? filter.max : WINDOW;
  return Math.max(1, filter.interval) * window;
}

function text({ regex, prefixes }: Expression): (value: string) => boolean {
  if (prefixes.length > 0) return (value) => prefixes.some((prefix) => value.startsWith(prefix));
  try {
    const expression = new RegExp(regex);
    return (value) => expression.test(value);
  } catch {
    throw badRequest(`The filter's regular expression cannot be used: ${regex}`);
  }
}
