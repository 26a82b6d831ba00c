/** What a command about money came to: each allocation has an answer of its own. */
interface Money {
  unapplied?: string;
  currency?: string;
  allocations?: { applied: string; status: 'applied' | 'pending' | 'refused'; code?: string | null }[];
}

export interface Outcome {
  status: 'applied' | 'pending' | 'refused';
  applied: string;
  unapplied: string;
  code: string;
}

/** @returns undefined when the command moved no money of a payment */
export function outcomeOf(answer: unknown): Outcome | undefined {
  const { allocations, unapplied } = (answer ?? {}) as Money;
  const [first] = allocations ?? [];
  if (!first || unapplied === undefined) return undefined;
  return { status: first.status, applied: first.applied, unapplied, code: first.code ?? '' };
}
