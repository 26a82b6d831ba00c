import { type Cells, cellsReader, currencyInUse, isZero, type RowReader } from '../cells.js';
import type { Field } from '../fields.js';
import type { Columns } from '../header.js';
import type { Mapping } from '../mapping.js';

/** Money received, as a row says it: dates as YYYY-MM-DD, amounts with exactly the currency's decimals. */
export interface ReceiptRow {
  paidOn: string;
  paidAmount: string;
  currency: string;
  /** The invoices that it pays, in the row's order; none: it is on account. */
  numbers: string[];
  /** Who paid. */
  customerId?: string;
  reference?: string;
  method?: string;
  /** Of the payer, at their bank. */
  payerAccount?: string;
  externalId?: string;
  /** ISO 8601, UTC. */
  recordedAt?: string;
  /** Which of several receipts of the same content this is; the first when left out. */
  occurrence?: number;
}

export const REQUIRED: readonly Field[] = ['paidOn', 'paidAmount', 'currency'];
/** Without any of them nobody could say whose money it is. */
export const WHOSE: readonly Field[] = ['number', 'customerId', 'reference'];

/** A payment settles so many invoices at the most. */
const MOST_INVOICES = 500;

export const receiptReader = (mapping: Mapping, columns: Columns, zone: string): RowReader<ReceiptRow> =>
  cellsReader({ mapping, columns, zone }, REQUIRED, receiptRow);

function receiptRow(cells: Cells): ReceiptRow {
  const { read, fault, readers } = cells;
  const { id, text, date, instant } = readers;
  const currency = read('currency', readers.currency);
  const row = {
    paidOn: read('paidOn', date),
    paidAmount: read('paidAmount', readers.amount(currency)),
    currency,
    numbers: read('number', numbersOf(id)) ?? [],
    customerId: read('customerId', id),
    reference: read('reference', text(500)),
    method: read('method', text(50)),
    payerAccount: read('payerAccount', text(50)),
    externalId: read('externalId', id),
    recordedAt: read('recordedAt', instant),
  };
  if (row.paidAmount && isZero(row.paidAmount)) fault('paidAmount', 'must be more than zero');
  if (!row.numbers.length) currencyInUse(cells, currency, row.paidOn);
  // Whole only where nothing is wrong: a row with a fault is not taken.
  return row as ReceiptRow;
}

/** Numbers of one cell: `R-1; R-2` or one a line. A comma or a blank may be part of a number. */
const numbersOf =
  (id: (text: string) => string) =>
  (given: string): string[] => {
    const numbers = given
      .split(/[;|\n]/)
      .map((number) => number.trim())
      .filter(Boolean)
      .map(id);
    if (numbers.length > MOST_INVOICES) throw new RangeError(`must name at most ${MOST_INVOICES} invoices`);
    const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
    if (twice) throw new RangeError(`must name each invoice once: ${twice} is there twice`);
    return numbers;
  };
