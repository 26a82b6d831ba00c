import { currencyFault, isCurrency } from '@quittance/kernel';
import { amountReader, refuseCut } from './amounts.js';
import { dateReaders } from './dates.js';
import type { Fault, Field } from './fields.js';
import type { Columns } from './header.js';
import type { Mapping } from './mapping.js';
import type { Record } from './records.js';

/** A row that is taken, one that is not, or one that is not for us: of another company, or settled before the cut-over. */
export type ReadRow<Row> =
  | { row: Row; warnings: Fault[]; faults?: undefined; skipped?: undefined }
  | { faults: Fault[]; row?: undefined; skipped?: undefined }
  | { skipped: true; row?: undefined; faults?: undefined };

export type RowReader<Row> = (record: Record) => ReadRow<Row>;

/** A field's text in a record as the file has it, trimmed; the mapping's constant where it is empty. */
export type CellReader = (record: Record, field: Field) => string;

/** `="0002"` is how spreadsheets are told that 0002 is a text. */
const AS_TEXT = /^="(.*)"$/s;

export const cellReader =
  (mapping: Mapping, columns: Columns): CellReader =>
  (record, field) => {
    const column = columns.at[field];
    const text = column === undefined ? '' : (record.cells[column] ?? '').normalize('NFC').trim();
    return text.replace(AS_TEXT, '$1').trim() || (mapping.constants[field] ?? '').trim();
  };

/** The cells of one row: reads them in the forms that the mapping names, and keeps all that is wrong with them. */
export interface Cells {
  /** The cell's text, or empty. */
  cell: (field: Field) => string;
  /** What its reader makes of a cell; undefined where it is empty, or wrong, which is kept then. */
  read: <Value>(field: Field, reader: (text: string) => Value) => Value | undefined;
  fault: (field: Field, rule: string) => void;
  warn: (field: Field, rule: string) => void;
  readers: Readers;
}

/** How a file's texts become values. Each throws RangeError that says the rule. */
export interface Readers {
  id: (text: string) => string;
  text: (most: number) => (text: string) => string;
  date: (text: string) => string;
  /** ISO 8601, UTC. */
  instant: (text: string) => string;
  currency: (text: string) => string;
  amount: (currency: string | undefined) => (text: string) => string;
}

/**
 * A reader of records into rows: every cell is checked, all that is wrong is said. What only the receivables
 * can know (a number taken, a payment in the future) is left to them. Cells that are left out at the end are empty; blank
 * ones too many are nothing.
 * @param required fields whose cells must not be empty
 * @param row what a row's cells come to, `skipped` where it is not for us; its faults are looked at first
 * @param zone the legal entity's time zone
 * @throws Unusable when the mapping's date format makes no date
 */
export function cellsReader<Row>(
  { mapping, columns, zone }: { mapping: Mapping; columns: Columns; zone: string },
  required: readonly Field[],
  row: (cells: Cells) => Row | 'skipped',
): RowReader<Row> {
  const amount = amountReader(mapping);
  const readers: Readers = {
    ...dateReaders(mapping.dateFormat, zone, mapping.locale),
    id: idText(mapping.idsAreNumbers),
    text,
    currency: currencyCode,
    // An amount of an unknown currency is read all the same, so that all of its row is said.
    amount: (currency) => (given) => amount(given, currency ?? 'EUR'),
  };
  const cell = cellReader(mapping, columns);

  return (record) => {
    if (record.fault) return { faults: [record.fault] };
    if (record.cells.slice(columns.count).some((extra) => extra.trim())) {
      const rule = `must have ${columns.count} cells, as the header has`;
      return { faults: [{ value: String(record.cells.length), rule }] };
    }
    const faults: Fault[] = [];
    const warnings: Fault[] = [];
    const fault = (field: Field, rule: string): undefined => void faults.push({ field, rule });
    const cells: Cells = {
      cell: (field) => cell(record, field),
      read: (field, reader) => {
        const given = cell(record, field);
        if (!given) return required.includes(field) ? fault(field, 'must not be empty') : undefined;
        if (given.includes('\uFFFD')) return fault(field, 'has bytes that the encoding does not have');
        try {
          return reader(given);
        } catch (error) {
          return fault(field, (error as Error).message);
        }
      },
      fault,
      warn: (field, rule) => void warnings.push({ field, rule }),
      readers,
    };
    if (mapping.company !== undefined) {
      const company = cells.read('company', readers.id);
      if (company !== undefined && company !== mapping.company) return { skipped: true };
      if (company === undefined && !faults.length) fault('company', 'must not be empty');
    }
    const taken = row(cells);
    if (faults.length) return { faults };
    return taken === 'skipped' ? { skipped: true } : { row: taken, warnings };
  };
}

export const isZero = (amount: string): boolean => !/[1-9]/.test(amount);

/** A currency that is not in use on its document's day. */
export function currencyInUse(cells: Cells, currency: string | undefined, on: string | undefined): void {
  const fault = currency && on && currencyFault(currency, on);
  if (fault) cells.fault('currency', fault);
}

function currencyCode(given: string): string {
  if (!isCurrency(given))
    throw new RangeError('must be a currency of ISO 4217 that has a minor unit, as EUR');
  return given;
}

/** What ids and names may be: printable characters, so many at most. */
const text =
  (most: number) =>
  (given: string): string => {
    if ([...given].length > most) throw new RangeError(`must have at most ${most} characters`);
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(given)) throw new RangeError('must have printable characters only');
    return given;
  };

const printable = text(100);

const idText =
  (areNumbers: boolean) =>
  (given: string): string => {
    refuseCut(given);
    return printable(areNumbers ? given.replace(/^(\d+)[.,]0+$/, '$1') : given);
  };
