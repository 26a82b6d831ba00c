import type { paths } from '../api/schema';
import { sumOf } from '../parts/sums';

type Asks = paths['/v1/dunning/simulations']['post'];
/** What is asked: which policy, over which days, beside which other one. */
export type SimulationAsked = Asks['requestBody']['content']['application/json'];
/** A page of the answer: whole customers. */
export type SimulationPage = Asks['responses'][200]['content']['application/json'];
export type Outcome = SimulationPage['simulated'];
export type StepCounted = Outcome['steps'][number];
export type CustomerCounted = Outcome['customers'][number];

/** All pages so far as one. */
export function together(pages: readonly SimulationPage[]): SimulationPage | undefined {
  const last = pages.at(-1);
  if (!last) return undefined;
  const sum = (of: (page: SimulationPage) => number): number =>
    pages.reduce((all, page) => all + of(page), 0);
  return {
    ...last,
    customers: sum(({ customers }) => customers),
    invoices: sum(({ invoices }) => invoices),
    simulated: outcome(pages.map(({ simulated }) => simulated)),
    beside: outcome(pages.map(({ beside }) => beside)),
  };
}

const keyOf = ({ month, step, kind, tone, currency }: StepCounted): string =>
  [month, step, kind, tone, currency].join(' ');

function outcome(parts: readonly Outcome[]): Outcome {
  const steps = new Map<string, StepCounted>();
  const skipped = new Map<string, number>();
  for (const part of parts) {
    for (const step of part.steps) {
      const before = steps.get(keyOf(step));
      const amount = before ? sumOf([before.amount, step.amount]) : step.amount;
      steps.set(keyOf(step), { ...step, amount, count: (before?.count ?? 0) + step.count });
    }
    for (const { code, count } of part.skipped) skipped.set(code, (skipped.get(code) ?? 0) + count);
  }
  const sum = (of: (part: Outcome) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return {
    ...parts[0]!,
    steps: [...steps.values()].sort(byLadder),
    customers: parts.flatMap(({ customers }) => customers),
    skipped: [...skipped].map(([code, count]) => ({ code, count })),
    afterPayment: sum(({ afterPayment }) => afterPayment),
    crossed: sum(({ crossed }) => crossed),
  };
}

/** By month, then day of the ladder. */
export const byLadder = (one: StepCounted, other: StepCounted): number =>
  one.month === other.month ? one.days - other.days : one.month < other.month ? -1 : 1;
