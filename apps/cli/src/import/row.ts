import { currencyFault, isCurrency } from '@quittance/kernel';
import { amountReader, refuseCut } from './amounts.js';
import { dateReaders } from './dates.js';
import { type Fault, type Field, type ImportRow, REQUIRED } from './fields.js';
import type { Columns } from './header.js';
import type { Mapping } from './mapping.js';
import type { Record } from './records.js';
import { type Terms, termsOf } from './terms.js';

/** A row that is taken, one that is not, or one of another company. */
export type ReadRow =
  | { row: ImportRow; warnings: Fault[]; faults?: undefined; skipped?: undefined }
  | { faults: Fault[]; row?: undefined; skipped?: undefined }
  | { skipped: true; row?: undefined; faults?: undefined };

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

/**
 * A reader of records into rows: every cell is checked, all that is wrong is said. What only the receivables
 * can know (a number taken, a payment in the future) is left to them. Cells that are left out at the end are empty; blank
 * ones too many are nothing.
 * @param zone the legal entity's time zone
 * @throws Exit (usage) when the mapping's date format makes no date
 */
export function rowReader(mapping: Mapping, columns: Columns, zone: string): (record: Record) => ReadRow {
  const amount = amountReader(mapping);
  const { date, instant } = dateReaders(mapping.dateFormat, zone, mapping.locale);
  const cell = cellReader(mapping, columns);
  const id = idText(mapping.idsAreNumbers);

  return (record) => {
    if (record.fault) return { faults: [record.fault] };
    if (record.cells.slice(columns.count).some((extra) => extra.trim())) {
      const rule = `must have ${columns.count} cells, as the header has`;
      return { faults: [{ value: String(record.cells.length), rule }] };
    }
    const faults: Fault[] = [];
    const warnings: Fault[] = [];
    const fault = (field: Field, rule: string): undefined => void faults.push({ field, rule });
    const read = <Value = string>(field: Field, reader: (text: string) => Value): Value | undefined => {
      const text = cell(record, field);
      if (!text) return REQUIRED.includes(field) ? fault(field, 'must not be empty') : undefined;
      if (text.includes('\uFFFD')) return fault(field, 'has bytes that the encoding does not have');
      try {
        return reader(text);
      } catch (error) {
        return fault(field, (error as Error).message);
      }
    };
    if (mapping.company !== undefined) {
      const company = read('company', id);
      if (company !== undefined && company !== mapping.company) return { skipped: true };
      if (company === undefined && !faults.length) fault('company', 'must not be empty');
    }
    const currency = read('currency', currencyCode);
    const money = (text: string): string => amount(text, currency ?? 'EUR');
    const row = {
      number: read('number', id),
      customerId: read('customerId', id),
      customerName: read('customerName', text(200)),
      issuedOn: read('issuedOn', date),
      dueOn: read('dueOn', date),
      terms: undefined as Terms | undefined,
      total: read('total', money),
      currency,
      ownerId: read('ownerId', id),
      paidOn: read('paidOn', date),
      paidAmount: read('paidAmount', money),
      reference: read('reference', text(500)),
      recordedAt: read('recordedAt', instant),
    };
    if (!cell(record, 'dueOn')) {
      row.terms = read('terms', (code) =>
        termsOf(Object.hasOwn(mapping.terms, code) ? mapping.terms[code]! : code),
      );
      if (!cell(record, 'terms')) fault('dueOn', 'must not be empty');
    }
    const notYetOrEnded = currency && row.issuedOn && currencyFault(currency, row.issuedOn);
    if (notYetOrEnded) fault('currency', notYetOrEnded);
    if (row.total && isZero(row.total)) fault('total', 'must be more than zero');
    if (row.issuedOn && row.dueOn && row.dueOn < row.issuedOn) {
      const rule = `is before the issue (${cell(record, 'issuedOn')}): taken as it is`;
      warnings.push({ field: 'dueOn', rule });
    }
    if (row.paidAmount && isZero(row.paidAmount)) {
      if (row.paidOn) fault('paidAmount', 'must be more than zero where a day of payment is given');
      row.paidAmount = undefined;
    } else if (row.paidAmount && !cell(record, 'paidOn')) {
      fault('paidOn', 'must be given where an amount was paid');
    }
    if (faults.length) return { faults };
    const paidAmount = row.paidOn && (row.paidAmount ?? row.total);
    return { row: { ...row, paidAmount } as ImportRow, warnings };
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

const printable = text(100);

const idText =
  (areNumbers: boolean) =>
  (given: string): string => {
    refuseCut(given);
    return printable(areNumbers ? given.replace(/^(\d+)[.,]0+$/, '$1') : given);
  };
