import type { AnyFact } from '../manifest/fact.js';

/** What a fact changed, in texts: what is no single value as JSON; null: nothing. */
export interface ChangeShown {
  field: string;
  from: string | null;
  to: string | null;
}

/** From what to what, as the fact's declaration names it, and as `changes` of its data say it. No personal data. */
export function changesOf(declared: AnyFact | undefined, data: object): ChangeShown[] {
  const of = data as Record<string, unknown>;
  const moved = Object.entries(declared?.moved ?? {}).map(([field, [from, to]]) => ({
    field,
    from: inText(of[from]),
    to: inText(of[to]),
  }));
  const { changes } = of as { changes?: Record<string, { from?: unknown; to?: unknown }> };
  const named = Object.entries(changes ?? {}).map(([field, { from, to }]) => ({
    field,
    from: inText(from),
    to: inText(to),
  }));
  return [...moved, ...named];
}

const inText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
