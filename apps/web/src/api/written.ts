/** The highest position that this window wrote: what is read right after it includes that fact (rule 4). */
let last: { position: bigint; at: number } | undefined;

/** Milliseconds. Later the reports have passed it, or say themselves that they are behind. */
const WAITED_FOR = 30_000;

export function wrote(position: bigint): void {
  if (last === undefined || position >= last.position) last = { position, at: Date.now() };
}

/** What a question has to wait for, as `after` of the API. */
export const writtenLately = (): string | undefined =>
  last !== undefined && Date.now() - last.at < WAITED_FOR ? String(last.position) : undefined;

/** These tell of the processes, not of facts. */
const NEVER = ['/v1/me', '/v1/status', '/v1/demonstration'];

/** Whether a question takes `after`: of the past it needs none, and a cursor has its own instant. */
export const waitsForWritten = ({ pathname, searchParams }: URL): boolean =>
  pathname.startsWith('/v1/') &&
  !NEVER.includes(pathname) &&
  !['knownAt', 'cursor', 'after'].some((name) => searchParams.has(name));
