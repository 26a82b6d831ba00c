import { folded } from '@quittance/kernel';
import type { ReadRow, RowReader } from '../cells.js';
import type { Fault, Field } from '../fields.js';
import type { Record } from '../records.js';
import type { ImportRow } from './invoice-fields.js';
import { SaidOfNumbers } from '../seen.js';

/** What an invoice says beside its number, in the order in which it is compared. */
const SAID = ['customerId', 'issuedOn', 'dueOn', 'total'] as const satisfies readonly Field[];

/**
 * A checker of the rows of a file, in its order: each by itself, and whether a row before says something else of its
 * number. Both passes over a file come to the same.
 */
export function rowChecker(read: RowReader<ImportRow>): RowReader<ImportRow> {
  const numbers = new SaidOfNumbers();
  return (record: Record): ReadRow<ImportRow> => {
    const checked = read(record);
    const { row } = checked;
    const due = row?.dueOn ?? (row?.instalments && JSON.stringify(row.instalments));
    // What terms make of a due date only the API knows.
    if (!row || !due) return checked;
    const said = [folded(row.customerId), row.issuedOn, due, `${row.total} ${row.currency}`];
    const other = numbers.other(folded(row.number), said, record.line);
    if (!other) return checked;
    const faults = other.differ.map((i): Fault => {
      const field = SAID[i]!;
      return { field, rule: `line ${other.line} has this invoice number with another ${WORDS[field]}` };
    });
    return { faults };
  };
}

const WORDS = {
  customerId: 'customer',
  issuedOn: 'day of issue',
  dueOn: 'due date',
  total: 'total or currency',
} as const;
