import { type Changes, type ProjectedFact, table, type Table } from '@quittance/read-model';
import { changedFrom, changedTo, type ChangedOn } from './changes.decider.js';
import type { Changed } from './changes.events.js';
import { LINE } from './columns.js';

/** One field of something from a day on, and what it was when it was changed. */
export interface FieldLine {
  position: bigint;
  field: string;
  of_id: string;
  before: unknown;
  value: unknown;
  effective_on: string;
  stated_at: Date;
}

const { effective_on, position, stated_at } = LINE;

/** Changes of things of a kind, a row a field. @param of what `of_id` refers to */
export const fieldLines = (name: string, comment: string, of: string): Table<FieldLine> =>
  table<FieldLine>({
    name,
    comment: `${comment}, a row a field; in force is the last by (effective_on, position)`,
    key: ['position', 'field'],
    columns: {
      position,
      field: { type: 'text', comment: 'Name of the field, as in answers' },
      of_id: { type: 'text', comment: of },
      before: {
        type: 'jsonb',
        nullable: true,
        personal: true,
        comment: 'What was in force on that day, as known then; null: nothing, or erased',
      },
      value: {
        type: 'jsonb',
        nullable: true,
        personal: true,
        comment: 'What it is from then on; null: nothing, or erased',
      },
      effective_on,
      stated_at,
    },
    indexes: ['(of_id)'],
  });

/** A line for each field of the fact. */
export function putLines(
  lines: Table<FieldLine>,
  id: string,
  { data, at, statedAt, effectiveOn }: ProjectedFact<Changed & Record<string, unknown>>,
  changes: Changes,
): void {
  const from = changedFrom(data);
  for (const [field, value] of Object.entries(changedTo(data)))
    changes.put(lines, {
      ...{ position: at, field, of_id: id, before: from[field] ?? null, value: value ?? null },
      ...{ effective_on: effectiveOn, stated_at: statedAt },
    });
}

/** The row with the fields of a change that counts, and from when each of its fields does. @param columns by field */
export function withChange<Row extends { changed_on: ChangedOn | null }>(
  row: Row,
  data: Changed,
  on: string,
  columns: Readonly<Record<string, keyof Row & string>>,
): Row {
  const taken = Object.entries(changedTo(data)).filter(([field]) => (row.changed_on?.[field] ?? '') <= on);
  return {
    ...row,
    ...Object.fromEntries(taken.map(([field, value]) => [columns[field]!, value ?? null])),
    changed_on: { ...row.changed_on, ...Object.fromEntries(taken.map(([field]) => [field, on])) },
  };
}
