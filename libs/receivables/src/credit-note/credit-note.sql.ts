import { type Cut, revisionAt } from '@quittance/reading';
import { summedSql } from '../ledger/sums.js';
import { CREDIT_SUMS } from './credit-note.sums.js';

const FIXED = `v.id, v.number, v.customer_id, v.issued_on, v.counts_on, v.currency, v.total, v.net, v.vat, v.reason_code,
         v.reason, v.corrects, v.corrects_text`;
const NAMES = Object.keys(CREDIT_SUMS);

export const CURRENT = `
  select ${FIXED}, ${NAMES.map((name) => `v.${name}`).join(', ')}, v.pending, v.revision::text
  from live.credit_notes v`;

/** Credit notes as they stand; with a cut at a position, those that nothing touched since. */
export const currentCreditNotes = (cut: Cut): string => `${CURRENT} where ${cut.known('v')}`;

/** The others: as they stood at the cut's position. */
export const touchedCreditNotes = (cut: Cut): string => `${creditNotesAt(cut)} and not (${cut.known('v')})`;

/** Whether the invoice's answer to the part is known; until then it is pending. */
export const answeredAt = (cut: Cut): string => `coalesce(${cut.known('a', 'answered')}, false)`;

/** Whether the part is meant for its invoice by the day, as known. */
export const meantBy = (cut: Cut): string =>
  `${cut.known('a', 'requested')} and ${cut.counts('a.requested_on')}`;

/** Credit notes that count by the day and are known: sums over their lines of the ledger. */
export const creditNotesAt = (cut: Cut): string => `
  select ${FIXED}, ${NAMES.map((name) => `lines.${name}`).join(', ')}, parts.pending,
         ${revisionAt(cut, "'credit-note-' || v.id")} as revision
  from live.credit_notes v
  cross join lateral (
    select ${Object.entries(CREDIT_SUMS)
      .map(([name, sum]) => `${summedSql(sum, 'l')} as ${name}`)
      .join(', ')}
    from live.ledger_lines l where l.document_id = v.id and ${cut.line('l')}
  ) lines
  cross join lateral (
    select coalesce(sum(a.requested) filter (where not ${answeredAt(cut)}), 0) as pending
    from live.credit_applications a where a.credit_note_id = v.id and ${meantBy(cut)}
  ) parts
  where ${cut.counts('v.counts_on')} and ${cut.known('v', 'received')}`;
