import { StoreUnavailableError } from '@quittance/event-store';
import { kindOfError } from '@quittance/process';
import type { NextStep, NextStepOf } from '../manifest/next-step.js';
import type { ExplainChase, PartExplained } from './explain.queries.js';

/** What comes next, of what explains the chase. Without the event store the rest of an invoice is answered all the same. */
export const nextStepBy =
  (explaining: Pick<ExplainChase, 'of'>): NextStepOf =>
  async (invoiceId, on) => {
    try {
      const { parts } = await explaining.of(invoiceId, on);
      return earliest(parts.flatMap((part) => nextOf(part, on) ?? []));
    } catch (error) {
      if (error instanceof StoreUnavailableError || kindOfError(error) === 'passing') return null;
      throw error;
    }
  };

/** The step that comes; where none does, the one that is held up and stays due. */
function nextOf({ part, next, steps, blockedBy }: PartExplained, on: string): NextStep | undefined {
  const held = blockedBy === null ? undefined : steps.filter((step) => step.on <= on).at(-1);
  const step = next ? { key: next.step, on: next.on } : held && { key: held.step, on: held.on };
  const kind = steps.find((each) => each.step === step?.key)?.kind;
  return step && kind !== undefined ? { ...step, kind, part, blockedBy } : undefined;
}

const earliest = (all: readonly NextStep[]): NextStep | null =>
  [...all].sort((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : one.part - other.part,
  )[0] ?? null;
