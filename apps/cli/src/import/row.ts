import { isCurrency } from '@quittance/kernel';
import { amountReader } from './amounts.js';
import { dateReaders } from './dates.js';
import { type Fault, type Field, type ImportRow, REQUIRED } from './fields.js';
import type { Columns } from './header.js';
import type { Mapping } from './mapping.js';
import type { Record } from './records.js';

export type ReadRow = { row: ImportRow; faults?: undefined } | { row?: undefined; faults: Fault[] };

/** A field's text in a record as the file has it, trimmed; the mapping's constant where it is empty. */
export type CellReader = (record: Record, field: Field) => string;

export const cellReader =
  (mapping: Mapping, columns: Columns): CellReader =>
  (record, field) => {
    const column = columns.at[field];
    const text = column === undefined ? '' : (record.cells[column] ?? '').normalize('NFC').trim();
    return text || (mapping.constants[field] ?? '').trim();
  };

/**
 * A reader of records into rows: every cell is checked, all that is wrong is said. What only the receivables
 * can know (a number taken, a date in the future) is left to them.
 * @param zone the legal entity's time zone
 * @throws Exit (usage) when the mapping's date format makes no date
 */
export function rowReader(mapping: Mapping, columns: Columns, zone: string): (record: Record) => ReadRow {
  const amount = amountReader(mapping);
  const { date, instant } = dateReaders(mapping.dateFormat, zone);
  const cell = cellReader(mapping, columns);

  return (record) => {
    if (record.fault) return { faults: [record.fault] };
    if (record.cells.length !== columns.count) {
      const rule = `must have ${columns.count} cells, as the header has`;
      return { faults: [{ value: String(record.cells.length), rule }] };
    }
    const faults: Fault[] = [];
    const fault = (field: Field, rule: string): undefined => void faults.push({ field, rule });
    const read = (field: Field, reader: (text: string) => string): string | undefined => {
      const text = cell(record, field);
      if (!text) return REQUIRED.includes(field) ? fault(field, 'must not be empty') : undefined;
      if (text.includes('\uFFFD')) return fault(field, 'has bytes that the encoding does not have');
      try {
        return reader(text);
      } catch (error) {
        return fault(field, (error as Error).message);
      }
    };
    const currency = read('currency', currencyCode);
    const money = (text: string): string => amount(text, currency ?? 'EUR');
    const row = {
      number: read('number', text(100)),
      customerId: read('customerId', text(100)),
      customerName: read('customerName', text(200)),
      issuedOn: read('issuedOn', date),
      dueOn: read('dueOn', date),
      total: read('total', money),
      currency,
      ownerId: read('ownerId', text(100)),
      paidOn: read('paidOn', date),
      paidAmount: read('paidAmount', money),
      reference: read('reference', text(500)),
      recordedAt: read('recordedAt', instant),
    };
    if (row.total && isZero(row.total)) fault('total', 'must be more than zero');
    if (row.issuedOn && row.dueOn && row.dueOn < row.issuedOn) {
      fault('dueOn', `must not be before the issue (${cell(record, 'issuedOn')})`);
    }
    if (row.paidAmount && isZero(row.paidAmount)) {
      if (row.paidOn) fault('paidAmount', 'must be more than zero where a day of payment is given');
      row.paidAmount = undefined;
    } else if (row.paidAmount && !cell(record, 'paidOn')) {
      fault('paidOn', 'must be given where an amount was paid');
    }
    if (faults.length) return { faults };
    return { row: { ...row, paidAmount: row.paidOn && (row.paidAmount ?? row.total) } as ImportRow };
  };
}

const isZero = (amount: string): boolean => !/[1-9]/.test(amount);

function currencyCode(text: string): string {
  if (!isCurrency(text)) throw new RangeError('must be a currency of ISO 4217 that has a minor unit, as EUR');
  return text;
}

/** What ids and names may be: printable characters, so many at most. */
const text =
  (most: number) =>
  (given: string): string => {
    if ([...given].length > most) throw new RangeError(`must have at most ${most} characters`);
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(given)) throw new RangeError('must have printable characters only');
    return given;
  };
