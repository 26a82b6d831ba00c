import {
  answerOf,
  byName,
  count,
  decimal,
  instant,
  listOf,
  oneOf,
  orNull,
  part,
  texts,
  truth,
  words,
} from '@quittance/reading';
import { INTERRUPTED, saidOf } from './import.notes.js';
import type { ImportRow } from './import.queries.js';

const STATES = ['checking', 'sending', 'done', 'refused', 'failed', 'interrupted'] as const;

const ADDED = {
  customers: count('Registered', 12),
  invoices: count('Issued', 340),
  creditNotes: count('Issued', 0),
  disputes: count('Raised', 0),
  payments: count('Recorded', 301),
  allocations: count('Accepted from what was proposed', 0),
};

export const SAID_OF = {
  code: words('Which sentence it is', 'not-mapped'),
  params: byName('What it names', words('A value', 'Remark'), { columns: 'Remark' }),
};

export const IMPORT = answerOf({
  id: words('What paths take', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  state: oneOf('Where it is; refused: nothing was recorded, too many rows are wrong', STATES, 'done'),
  kind: oneOf('What its rows are', ['invoices', 'receipts'], 'invoices'),
  dryRun: truth('Whether nothing was to be recorded', false),
  fileName: words('The file', 'invoices-2026-03.csv'),
  bytes: count('Of the file', 48_211),
  bytesRead: count('Of the file, in the reading that is under way', 48_211),
  personId: words('Who sent it', 'anna'),
  beganAt: instant('When', '2026-04-01T07:00:00.000Z'),
  endedAt: orNull(instant('When; null: it is under way', '2026-04-01T07:00:09.000Z')),
  rows: count('Checked, or sent, so far', 342),
  commands: count('Answered', 653),
  added: part('What is new by it', ADDED),
  unchanged: count('Rows that added nothing', 0),
  skipped: count('Rows of another company, or settled before the cut-over', 0),
  rejected: count('Rows that are wrong', 2),
  rejectsLeftOut: count('Of these, not in the file of rejects: there are too many', 0),
  warnings: count('Rows that something is said of', 0),
  proposed: count('Rows for whose money something is proposed', 0),
  files: texts('What is to be had beside: rejects, warnings, proposals', ['rejects']),
  notes: texts('What one should know', ['not mapped: Remark']),
  said: listOf(
    'What `because` and `notes` say, in this order, as codes with their values; none: imported before they had codes',
    SAID_OF,
  ),
  because: orNull(words('Why it did not end as asked', 'Somebody must mend it.')),
  position: orNull(decimal('The last position that it wrote, for `after`', '48213')),
});

export type ImportSaid = (typeof IMPORT)['example'];

export function importSaid(row: ImportRow): ImportSaid {
  const counted = (name: string): number => Number(row.totals[name] ?? 0);
  const added = (row.totals.added ?? {}) as Record<string, number | undefined>;
  const isCut = row.state === 'interrupted' && row.because === null;
  const because = isCut ? INTERRUPTED.text : row.because;
  const said = isCut ? [saidOf(INTERRUPTED), ...row.said] : row.said;
  return {
    ...{ id: row.id, state: row.state as ImportSaid['state'], kind: row.kind, dryRun: row.dryRun },
    ...{ fileName: row.fileName, bytes: Number(row.bytes), bytesRead: counted('bytes') },
    ...{ personId: row.personId, beganAt: row.beganAt.toISOString() },
    endedAt: row.endedAt?.toISOString() ?? null,
    ...{ rows: counted('rows'), commands: counted('commands') },
    added: Object.fromEntries(
      Object.keys(ADDED).map((name) => [name, added[name] ?? 0]),
    ) as ImportSaid['added'],
    ...{ unchanged: counted('unchanged'), skipped: counted('skipped'), rejected: counted('rejected') },
    rejectsLeftOut: Number(row.leftOut),
    ...{ warnings: counted('warnings'), proposed: counted('proposed') },
    ...{ files: row.has, notes: row.notes, said, because },
    position: row.position === 0n ? null : String(row.position),
  };
}
