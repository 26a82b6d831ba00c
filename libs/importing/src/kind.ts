import type { RowReader } from './cells.js';
import type { Fault, Needs } from './fields.js';
import type { Columns } from './header.js';
import type { Mapping } from './mapping.js';
import type { ImportOptions } from './options.js';
import type { Poster } from './answer.js';

/** How many of each were added, by what they are called in the last line. */
export interface Added {
  [what: string]: number;
}

/** What a row added; with faults, why the rest of it was refused. */
export interface Sent {
  added: Added;
  faults: Fault[];
  /** What could be done with money that it left on account. */
  proposed?: Fault[];
  /** The row has a payment, and it was recorded before. */
  paymentWasThere?: boolean;
}

/** Sends the rows of the second reading, several at once. */
export interface RowSender<Row> {
  /** The highest position of all that was written. */
  readonly position: bigint;
  /** Writes answered, new or not. */
  readonly commands: number;
  /** Called in the file's order. Rows with the same `after` are sent one after the other, so that the first in the file wins. */
  take(row: Row): { row: Row; after: string };
  send(row: Row): Promise<Sent>;
}

/** What the first reading gathers of the rows that are taken, for the second. */
export interface Gathering<Row> {
  /** @returns what is to be said of the row */
  note(row: Row): Fault[];
  sender(api: Poster): RowSender<Row>;
}

/** What one import is about. */
export interface Asked {
  options: ImportOptions;
  /** The legal entity's time zone. */
  zone: string;
}

/** What a file may hold: invoices with their payments, or receipts. */
export interface FileKind<Row> extends Needs {
  /** All counts that the last line names, at zero. */
  added: (mapping: Mapping, options: ImportOptions) => Added;
  /** A reader of the rows of one reading, in the file's order: it may compare a row with those before it. */
  reader: (form: { mapping: Mapping; columns: Columns }, asked: Asked) => RowReader<Row>;
  gather: (asked: Asked) => Gathering<Row>;
}
