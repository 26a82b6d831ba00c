import type { Changes, ProjectedFact, Projection, Table } from '@quittance/read-model';
import type { Control, ControlAmount } from '../ledger/control.js';
import { mustBalance } from '../ledger/posted.js';
import { CONTROLS } from '../ledger/postings.js';
import { type ControlLine, controlLines, controlMoves } from './control.tables.js';

/** What was issued and what was received, and nothing of who settled what: the other side of every report. */
export const controlProjection: Projection = {
  name: 'control',
  comment:
    'Documents and payments without allocations: what open - unapplied - pending - credits must come to',
  tables: [controlLines, controlMoves],
  on: Object.fromEntries(
    Object.entries(CONTROLS).map(([type, { adds, moves }]: [string, Control<never>]) => [
      type,
      (fact: ProjectedFact, changes: Changes): void => {
        put(controlLines, adds?.(fact.data) ?? [], fact, changes);
        const moving = moves?.(fact.data) ?? [];
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
