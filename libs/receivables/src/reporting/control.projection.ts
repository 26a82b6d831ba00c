import type { Changes, ProjectedFact, Table } from '@quittance/read-model';
import { addedBy, type ControlAmount } from '../ledger/control.js';
import { mustBalance } from '../ledger/posted.js';
import type { DerivedProjection } from '../manifest/feature.js';
import { type ControlLine, controlLines, controlMoves } from './control.tables.js';

/** What was issued and what was received, and nothing of who settled what: the other side of every report. */
export const controlProjection: DerivedProjection = {
  name: 'control',
  comment:
    'Documents and payments without allocations: what open - unapplied - pending - credits must come to',
  tables: [controlLines, controlMoves],
  derivedFrom: 'money',
  from: ({ controls }) =>
    Object.fromEntries(
      Object.entries(controls).map(([type, control]) => [
        type,
        (fact: ProjectedFact, changes: Changes): void => {
          put(controlLines, addedBy(control, fact.data), fact, changes);
          const moving = control.moves?.(fact.data) ?? [];
          mustBalance(moving, type, 'moves of the control');
          put(controlMoves, moving, fact, changes);
        },
      ]),
    ),
};

function put(
  table: Table<ControlLine>,
  amounts: readonly ControlAmount[],
  { at, statedAt }: ProjectedFact,
  changes: Changes,
): void {
  amounts.forEach(({ party, invoice, amount, on }, i) =>
    changes.put(table, {
      position: at,
      line: i + 1,
      currency: amount.currency,
      amount: amount.toString(),
      effective_on: on,
      stated_at: statedAt,
      party,
      invoice_id: invoice ?? null,
    }),
  );
}
