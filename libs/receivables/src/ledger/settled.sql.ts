import type { Cut } from '@quittance/reading';
import type { SettlementKind } from './settlement.kinds.js';
import { LATER } from './ledger.tables.js';

/**
 * What a part of a payment or credit note settles of its invoice, less what was given back; with a cut, of what counts there.
 * @param part alias of a row with `id` and `invoice_id`
 */
export const settledSql = (part: string, kind: SettlementKind, cut?: Cut): string => `
  (select coalesce(-sum(l.amount), 0) from live.ledger_lines l
   where ${LATER} and l.invoice_id = ${part}.invoice_id and l.settlement_line_id = ${part}.id and l.kind = '${kind}'
     ${cut ? `and ${cut.line('l')}` : ''})`;
