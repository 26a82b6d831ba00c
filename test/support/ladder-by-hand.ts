import { addDays } from '@quittance/kernel';

/** What is owed, and when it was paid. */
export interface Debt {
  number: string;
  customerId: string;
  issuedOn: string;
  dueOn: string;
  total: string;
  settledOn: string;
  /** The money comes after the run of that day, when its mails are approved already. */
  late: boolean;
}

/** Steps of the standard policy: written down here once more, to judge by. */
const STEPS: readonly [days: number, step: string][] = [
  [-3, 'due-3'],
  [3, 'due+3'],
  [7, 'due+7'],
  [14, 'due+14'],
  [30, 'due+30'],
];

/** What becomes of a debt's steps when the runs of those days are done, as one works it out with a pencil. */
export function stepsOf(debt: Debt, runs: readonly string[]): string[] {
  const { number, issuedOn, dueOn, settledOn, late } = debt;
  const done = new Set<string>();
  const said: string[] = [];
  for (const on of runs) {
    const open = issuedOn <= on && (settledOn > on || (settledOn === on && late));
    const come = STEPS.filter(([days]) => addDays(dueOn, days) <= on);
    const highest = come.at(-1);
    if (!open || !highest || done.has(highest[1]) || (highest[0] < 0 && on > dueOn)) continue;
    for (const one of come) {
      const [days, step] = one;
      if (done.has(step)) continue;
      done.add(step);
      const paid = settledOn === on && days < 30;
      const became = one !== highest ? 'superseded' : days === 30 ? 'escalated' : paid ? 'paid' : 'sent';
      said.push(`${number} ${step} ${became} ${on}`);
    }
  }
  return said;
}
