import { type Cells, cellsReader, currencyInUse, isZero, type RowReader } from '../cells.js';
import { disputedPart } from './disputed.js';
import { instalmentsOf } from './instalments.js';
import { type ImportRow, REQUIRED } from './invoice-fields.js';
import type { Columns } from '../header.js';
import type { Mapping } from '../mapping.js';
import type { ImportOptions } from '../options.js';
import { openingOf } from './opening.js';
import { type Terms, termsOf } from './terms.js';

/**
 * A reader of rows of invoices with their payments, each by itself.
 * @param told a negative total is a credit note, else it is refused; what is issued up to a cut-over is taken over
 */
export const rowReader = (
  mapping: Mapping,
  columns: Columns,
  zone: string,
  told: Told = {},
): RowReader<ImportRow> =>
  cellsReader({ mapping, columns, zone }, REQUIRED, (cells) => invoiceRow(cells, mapping, told));

/** What the import was told of its rows. */
type Told = Pick<ImportOptions, 'creditNotes' | 'openingOn'>;

/** How a number says that it is negative: `-1`, `1-`, `(1)`. */
const NEGATIVE = /^[-\u2212]\s*(.+)$|^(.+?)\s*[-\u2212]$|^\((.+)\)$/;

function invoiceRow(cells: Cells, mapping: Mapping, told: Told): ImportRow | 'skipped' {
  const { cell, read, fault, warn, readers } = cells;
  const { id, text, date, instant } = readers;
  const currency = read('currency', readers.currency);
  const money = readers.amount(currency);
  const negative = NEGATIVE.exec(cell('total'));
  const total = (given: string): string => {
    if (!negative) return money(given);
    if (!told.creditNotes)
      throw new RangeError('must not be negative: --credit-notes takes it as a credit note');
    return money((negative[1] ?? negative[2] ?? negative[3])!);
  };
  const row = {
    number: read('number', id),
    customerId: read('customerId', id),
    customerName: read('customerName', text(200)),
    issuedOn: read('issuedOn', date),
    dueOn: read('dueOn', date),
    terms: undefined as Terms | undefined,
    instalments: read('instalments', instalmentsOf(date, money)),
    total: read('total', total),
    isCreditNote: negative ? true : undefined,
    currency,
    ownerId: read('ownerId', id),
    paidOn: read('paidOn', date),
    paidAmount: read('paidAmount', money),
    reference: read('reference', text(500)),
    recordedAt: read('recordedAt', instant),
  };
  const disputed = read('disputed', disputedPart(money));
  const disputedOn = read('disputedOn', date) ?? row.issuedOn;
  if (row.isCreditNote) {
    for (const field of ['paidOn', 'paidAmount', 'disputed'] as const) {
      if (row[field as 'paidOn'] ?? (field === 'disputed' && disputed))
        fault(field, 'must be empty for a credit note');
    }
  } else if (cell('instalments')) {
    row.dueOn = undefined;
  } else if (!cell('dueOn')) {
    row.terms = read('terms', (code) =>
      termsOf(Object.hasOwn(mapping.terms, code) ? mapping.terms[code]! : code),
    );
    if (!cell('terms')) fault('dueOn', 'must not be empty');
  }
  currencyInUse(cells, currency, row.issuedOn);
  if (row.total && isZero(row.total)) fault('total', 'must be more than zero');
  if (row.issuedOn && row.dueOn && row.dueOn < row.issuedOn)
    warn('dueOn', `is before the issue (${cell('issuedOn')}): taken as it is`);
  if (row.paidAmount && isZero(row.paidAmount)) {
    if (row.paidOn) fault('paidAmount', 'must be more than zero where a day of payment is given');
    row.paidAmount = undefined;
  } else if (row.paidAmount && !cell('paidOn')) {
    fault('paidOn', 'must be given where an amount was paid');
  }
  const opening = openingOf(cells, row, told.openingOn);
  // Settled before the cut-over: nothing is left to take over.
  if (opening === 'settled') return 'skipped';
  // Whole only where nothing is wrong: a row with a fault is not taken.
  return {
    ...row,
    opening,
    disputed: disputed && { amount: disputed.amount, on: disputedOn },
    paidAmount: row.paidOn && (row.paidAmount ?? row.total),
  } as ImportRow;
}
