import { type Cut, revisionAt } from '@quittance/reading';
import { summedSql } from '../ledger/sums.js';
import { lastName } from '../reporting/named.sql.js';
import { CREDIT_SUMS } from './credit-note.sums.js';

const FIXED = `v.id, v.number, v.customer_id, v.issued_on, v.counts_on, v.currency, v.total, v.net, v.vat, v.reason_code,
         v.reason, v.corrects, v.corrects_text`;
const NAMES = Object.keys(CREDIT_SUMS);

const stands = (name: string): string => `
  select ${FIXED}, ${name} as customer_name, ${NAMES.map((each) => `v.${each}`).join(', ')}, v.pending, v.revision::text
  from live.credit_notes v left join live.customers c on c.id = v.customer_id`;

export const CURRENT = stands('c.name');

/** Credit notes as they stand; with a cut at a position, those that nothing touched since. */
export const currentCreditNotes = (cut: Cut): string =>
  `${stands(`case when ${cut.known('c')} then c.name else (${lastName(cut, 'v.customer_id')}) end`)} where ${cut.known('v')}`;

/** The others: as they stood at the cut's position. */
export const touchedCreditNotes = (cut: Cut): string => `${creditNotesAt(cut)} and not (${cut.known('v')})`;

/** Whether the invoice's answer to the part is known; until then it is pending. */
export const answeredAt = (cut: Cut): string => `coalesce(${cut.known('a', 'answered')}, false)`;

/** Whether the part is meant for its invoice by the day, as known. */
export const meantBy = (cut: Cut): string =>
  `${cut.known('a', 'requested')} and ${cut.counts('a.requested_on')}`;

/** Credit notes that count by the day and are known: sums over their lines of the ledger. */
export const creditNotesAt = (cut: Cut): string => `
  select ${FIXED}, (${lastName(cut, 'v.customer_id')}) as customer_name, ${NAMES.map((name) => `lines.${name}`).join(', ')}, parts.pending,
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
