import type { RowReader } from './cells.js';
import type { Fault, Field } from './fields.js';
import type { Added, Gathering, RowSender } from './kind.js';
import type { Record } from './records.js';
import type { RowFile } from './rejects.js';
import type { Survey } from './survey.js';

export interface Totals {
  rows: number;
  /** Of the file, read so far. */
  bytes: number;
  /** Writes answered, new or not. */
  commands: number;
  rejected: number;
  added: Added;
  /** Rows that added nothing and were not rejected. */
  unchanged: number;
  /** Of another company. */
  skipped: number;
  warnings: number;
  /** Rows for whose money something is proposed. */
  proposed: number;
}

export const noTotals = (added: Added): Totals => ({
  rows: 0,
  bytes: 0,
  commands: 0,
  rejected: 0,
  unchanged: 0,
  skipped: 0,
  warnings: 0,
  proposed: 0,
  added,
});

/** The file's column of a field, and its value in a record. */
export type Place = (record: Record, field: Field) => { column: string; value: string };

/** Writes what is said of rows to a file of theirs. */
export class Said {
  constructor(
    private readonly rows: RowFile,
    private readonly place: Place,
  ) {}

  add(record: Record, faults: readonly Fault[]): Promise<void> {
    const said = faults.map(({ field, value, rule }) => {
      const cell = field ? this.place(record, field) : { column: '', value: '' };
      return { column: cell.column, value: value ?? cell.value, rule };
    });
    return this.rows.add(record, said);
  }
}

interface Reading<Row> {
  records: AsyncIterable<Record>;
  check: RowReader<Row>;
  totals: Totals;
  /** Asked to stop: no new row begins. */
  stopped: () => boolean;
  warnings: Said;
}

/** The first reading: every row is checked, nothing is sent. What is wrong goes to the rejects. */
export async function surveyRows<Row>(
  { records, check, totals, stopped, warnings }: Reading<Row>,
  { survey, gathering, rejects }: { survey: Survey; gathering: Gathering<Row>; rejects: Said },
): Promise<void> {
  for await (const record of records) {
    if (stopped()) return;
    totals.bytes = record.bytes;
    const read = check(record);
    survey.add(record, read);
    totals.rows = survey.rows;
    totals.rejected = survey.rejected;
    totals.skipped = survey.skipped;
    if (read.faults) await rejects.add(record, read.faults);
    if (read.faults || read.skipped) continue;
    const said = [...read.warnings, ...gathering.note(read.row)];
    if (!said.length) continue;
    totals.warnings += 1;
    await warnings.add(record, said);
  }
}

export interface Run<Row> extends Reading<Row> {
  sender: RowSender<Row>;
  rejects: Said;
  proposals: Said;
  /** The rows are those of a rejects file. */
  mended: boolean;
  /** Rows under way at once. */
  concurrency: number;
}

/**
 * The second reading: sends all rows that the first one found well, several at once; those that must wait for another do. Memory holds the rows under way only.
 * @throws what the poster threw; rows under way have ended then
 */
export async function sendRows<Row>(run: Run<Row>): Promise<void> {
  const { records, check, sender, rejects, warnings, proposals, concurrency, totals, stopped } = run;
  const underWay = new Set<Promise<void>>();
  const lastOf = new Map<string, Promise<void>>();
  let fatal: Error | undefined;

  const send = async (record: Record, row: Row, before: Promise<void> | undefined): Promise<void> => {
    await before;
    if (fatal) return;
    const { added, faults, proposed = [], paymentWasThere } = await sender.send(row);
    totals.commands = sender.commands;
    for (const [what, count] of Object.entries(added)) {
      if (what in totals.added) totals.added[what]! += count;
    }
    if (faults.length) {
      totals.rejected += 1;
      await rejects.add(record, faults);
    } else if (Object.values(added).every((count) => count === 0)) totals.unchanged += 1;
    if (proposed.length) {
      totals.proposed += 1;
      await proposals.add(record, proposed);
    }
    if (!run.mended || !paymentWasThere) return;
    totals.warnings += 1;
    await warnings.add(record, [{ field: 'paidOn', rule: THERE }]);
  };

  for await (const record of records) {
    if (fatal || stopped()) break;
    totals.rows += 1;
    totals.bytes = record.bytes;
    const { row: read, skipped, faults } = check(record);
    if (skipped) totals.skipped += 1;
    if (faults) totals.rejected += 1; // Its reasons stand in the file already.
    if (!read) continue;
    const { row, after } = sender.take(read);
    const task = send(record, row, lastOf.get(after))
      .catch((error: Error) => void (fatal ??= error))
      .finally(() => {
        underWay.delete(task);
        if (lastOf.get(after) === task) lastOf.delete(after);
      });
    underWay.add(task);
    lastOf.set(after, task);
    if (underWay.size >= concurrency) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  if (fatal) throw fatal;
}

const THERE =
  'this payment was recorded before: if it is another one of the same day and amount, mend it in the first file and import that';
