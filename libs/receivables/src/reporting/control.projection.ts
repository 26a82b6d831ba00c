import type { Changes, ProjectedFact } from '@quittance/read-model';
import { addedBy, type ControlAmount } from '../ledger/control.js';
import { mustBalance } from '../ledger/posted.js';
import type { DerivedProjection } from '../manifest/feature.js';
import { controlDays, type ControlLine, controlLines, controlMoves } from './control.tables.js';

/** What was issued and what was received, and nothing of who settled what: the other side of every report. */
export const controlProjection: DerivedProjection = {
  name: 'control',
  comment:
    'Documents and payments without allocations: what open - unapplied - pending - credits must come to',
  tables: [controlLines, controlDays, controlMoves],
  derivedFrom: 'money',
  from: ({ controls }) =>
    Object.fromEntries(
      Object.entries(controls).map(([type, control]) => [
        type,
        (fact: ProjectedFact, changes: Changes): void => {
          addedBy(control, fact.data).forEach((added, i) =>
            changes.put(controlLines, { ...lineOf(added, i, fact), owner_id: added.owner ?? null }),
          );
          const moving = control.moves?.(fact.data) ?? [];
          mustBalance(moving, type, 'moves of the control');
          moving.forEach((move, i) => changes.put(controlMoves, lineOf(move, i, fact)));
        },
      ]),
    ),
};

const lineOf = (
  { party, invoice, amount, on }: ControlAmount,
  i: number,
  { at, statedAt }: ProjectedFact,
): ControlLine => ({
  position: at,
  line: i + 1,
  effective_on: on,
  currency: amount.currency,
  amount: amount.toString(),
  stated_at: statedAt,
  party,
  invoice_id: invoice ?? null,
});
