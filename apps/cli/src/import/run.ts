import type { ApiClient } from '../client.js';
import { EXIT, Exit } from '../exit.js';
import type { Fault, Field, ImportRow } from './fields.js';
import type { Counts } from './progress.js';
import type { Record } from './records.js';
import type { RejectFile } from './rejects.js';
import type { ReadRow } from './row.js';
import type { RowSender, Sent } from './sender.js';

export interface Totals extends Counts {
  added: Sent['added'];
  /** Rows that added nothing and were not rejected. */
  unchanged: number;
}

export const noTotals = (): Totals => ({
  rows: 0,
  bytes: 0,
  commands: 0,
  rejected: 0,
  unchanged: 0,
  added: { customers: 0, invoices: 0, payments: 0 },
});

export interface Run {
  records: AsyncIterable<Record>;
  read: (record: Record) => ReadRow;
  /** None: a dry run. */
  sender?: RowSender;
  rejects: RejectFile;
  /** The file's column of a field, and its value in a record. */
  place: (record: Record, field: Field) => { column: string; value: string };
  /** Rows under way at once. */
  concurrency: number;
  totals: Totals;
  /** Asked to stop: no new row begins, those under way end. */
  stopped: () => boolean;
}

/**
 * Reads and sends all rows, several at once; rows of one number one after the other, so that the first in the file
 * wins. Memory holds the rows under way only.
 * @throws Exit when the API is gone or refuses; rows under way have ended then
 */
export async function runImport({
  records,
  read,
  sender,
  rejects,
  place,
  concurrency,
  totals,
  stopped,
}: Run) {
  const underWay = new Set<Promise<void>>();
  const lastOfNumber = new Map<string, Promise<void>>();
  let fatal: Error | undefined;

  const reject = async (record: Record, faults: Fault[]): Promise<void> => {
    totals.rejected += 1;
    for (const { field, value, rule } of faults) {
      const cell = field ? place(record, field) : { column: '', value: '' };
      await rejects.add(record.line, cell.column, value ?? cell.value, rule);
    }
  };
  const send = async (record: Record, row: ImportRow, before: Promise<void> | undefined): Promise<void> => {
    await before;
    if (fatal || !sender) return;
    const { added, faults } = await sender.send(row);
    totals.commands = sender.commands;
    totals.added.customers += added.customers;
    totals.added.invoices += added.invoices;
    totals.added.payments += added.payments;
    if (faults.length) await reject(record, faults);
    else if (added.customers + added.invoices + added.payments === 0) totals.unchanged += 1;
  };

  for await (const record of records) {
    if (fatal || stopped()) break;
    totals.rows += 1;
    totals.bytes = record.bytes;
    const { row, faults } = read(record);
    if (faults) {
      await reject(record, faults);
      continue;
    }
    const { number } = row;
    const task = send(record, row, lastOfNumber.get(number))
      .catch((error: Error) => void (fatal ??= error))
      .finally(() => {
        underWay.delete(task);
        if (lastOfNumber.get(number) === task) lastOfNumber.delete(number);
      });
    underWay.add(task);
    lastOfNumber.set(number, task);
    if (underWay.size >= concurrency) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  if (fatal) throw fatal;
}

/** The read model stands still for so long: it is not going to get there while we wait. */
const STILL_MS = 60_000;

/** Waits until all up to the position is projected. @throws Exit (unreachable) when the read model stands still */
export async function projected(api: ApiClient, position: bigint, stopped: () => boolean): Promise<void> {
  let moved = Date.now();
  let last: string | undefined;
  while (!stopped()) {
    const answer = await api.get(`/v1/invoices?limit=1&after=${position}`, { patienceMs: 0 });
    if (answer.status < 300) return;
    const now = await api.get('/v1/invoices?limit=1', { patienceMs: STILL_MS });
    const at = now.header('quittance-position');
    if (at !== last) moved = Date.now();
    last = at;
    if (Date.now() - moved > STILL_MS) {
      throw new Exit(
        EXIT.unreachable,
        'everything is recorded, but the read model does not catch up: is the projector running?',
      );
    }
  }
}
