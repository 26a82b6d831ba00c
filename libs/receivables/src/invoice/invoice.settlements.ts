import { Money } from '@quittance/kernel';
import { Bind, Cut, type Place } from '@quittance/reading';
import type { Pool } from 'pg';
import { LATER } from '../ledger/ledger.tables.js';

/** One line that settles an invoice, whatever its kind is. */
export interface Settlement {
  kind: string;
  /** What an undo names; null: it is undone by its source alone. */
  id: string | null;
  /** The payment or credit note that it came with. */
  sourceId: string | null;
  /** What was undone is not in it. */
  amount: string;
  on: string;
  /** The one that was named; left out: none was. */
  instalment?: number;
}

/** What settles an invoice by the place: sums over its lines of the ledger. */
export interface Settled {
  /** Amounts by settlement kind; kinds that settle nothing are left out. */
  settledBy: Record<string, string>;
  /** The latest 500, oldest first. */
  settlements: Settlement[];
}

const MOST = 500;

export async function settledBy(
  pool: Pool,
  { id, currency }: { id: string; currency: string },
  place?: Place,
): Promise<Settled> {
  const bind = new Bind();
  const cut = place && new Cut(bind, place);
  // All kinds are added up, however many lines are shown.
  const { rows } = await pool.query<Settlement & { kinds: [kind: string, sum: string][] }>(
    `with s as (
       select l.kind, l.settlement_line_id as id, l.document_id as "sourceId", -sum(l.amount) as amount, l.instalment,
              min(l.effective_on) as on, min(l.position) as position
       from live.ledger_lines l
       where l.${LATER} and l.invoice_id = ${bind.add(id)} and l.kind <> 'void' ${cut ? `and ${cut.line('l')}` : ''}
       group by 1, 2, 3, l.instalment having sum(l.amount) <> 0)
     select s.*, (select jsonb_agg(jsonb_build_array(k.kind, k.sum::text) order by k.kind collate "C")
                  from (select kind, sum(amount) from s group by kind) k) as kinds
     from s order by s.position desc limit ${MOST}`,
    bind.values,
  );
  const kinds = rows[0]?.kinds ?? [];
  const exact = (amount: string): string => Money.of(amount, currency).toString();
  return {
    settledBy: Object.fromEntries(kinds.map(([kind, sum]) => [kind, exact(sum)])),
    settlements: rows.reverse().map(({ kind, id: line, sourceId, amount, on, instalment }) => ({
      ...{ kind, id: line, sourceId, amount: exact(amount), on },
      ...(instalment !== null && { instalment }),
    })),
  };
}
