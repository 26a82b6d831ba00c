import {
  amount,
  asOneOf,
  code,
  date,
  id,
  type ItemOf,
  list,
  orNull,
  shownOnly,
  text,
  uuid,
  whole,
} from '@quittance/reading';
import { AS_ISSUED, currentInvoices, invoicesAt, issuedInvoices, touchedInvoices } from './invoice.sql.js';
import { SETTLEMENTS, STATUSES, TIMINGS } from './status.sql.js';

const worded = <Word extends string>(about: string, words: readonly Word[], example: Word) => ({
  ...code(about, example, { facet: true }),
  schema: { type: 'string', enum: words },
});

/** What an invoice says in a list. Its status is worked out at asOf (today when none is asked), never stored. */
export const INVOICE_COLUMNS = {
  id: uuid('What paths take', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  number: id('Number of the invoice', '2026-0117'),
  customerId: id('Who owes it', 'C-104', { facet: true }),
  customerName: orNull(text('Name of the customer', 'Rossi S.r.l.')),
  issuedOn: date('Business date of issue', '2026-01-31'),
  dueOn: date('Contractual due date; of an invoice in instalments that of the first', '2026-03-02'),
  agreedDueOn: date(
    'Due date in force: by the last extension, else the contractual; in instalments, of the earliest open one',
    '2026-03-16',
  ),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  total: amount('Including VAT', '1220.00', { sum: true }),
  net: orNull(amount('Without VAT; null: not stated', '1000.00')),
  vat: orNull(amount('VAT; null: not stated', '220.00')),
  paid: amount('Cash that settled it', '500.00', { sum: true }),
  open: amount('What is left of it', '720.00', { sum: true, ask: '0.01' }),
  document: worded('What it is: issued, marked as sent, or void', ['issued', 'sent', 'void'], 'sent'),
  settlement: worded('How much of it is settled: nothing, a part, or all', SETTLEMENTS, 'partly'),
  timing: worded(
    'By its agreed due date, on the day asked for; not-due when nothing is open',
    TIMINGS,
    'overdue',
  ),
  status: shownOnly(
    'The everyday view, the first that fits: void; paid (by cash alone) or closed (anything else took part); overdue; due (within 7 days); sent; issued',
    { type: 'string', enum: STATUSES },
    'overdue',
    (cell) => cell as (typeof STATUSES)[number],
  ),
  overdue: shownOnly(
    'Past its agreed due date',
    { type: 'boolean' },
    true,
    (_cell, { days_overdue: days }) => Number(days) > 0,
  ),
  daysOverdue: whole('Days past the agreed due date while something is open; else 0', 15, { ask: '1' }),
  ownerId: id('Who follows it up', 'maria', { facet: true }),
};

export type InvoiceItem = ItemOf<typeof INVOICE_COLUMNS> & { revision?: number };

/** What a filter by status asks: a word of the everyday view, or what is open or settled whatever its word is. */
const STATUS: Readonly<Record<string, string>> = { open: 's.open > 0', settled: 's.open = 0' };

/** Invoices as they stand, or as they were known at a place of both axes. One row an invoice. */
export const INVOICES = list({
  name: 'invoices',
  columns: INVOICE_COLUMNS,
  identity: 'id',
  sort: 'number',
  words: ['number', 'customerName'],
  more: {
    status: asOneOf(
      'open (whatever its status), settled, or a status at asOf',
      'open',
      'settled',
      ...STATUSES,
    ),
  },
  sums: { overdue: 'r.overdue_open' },
  facets: { status: 'r.status' },
  rows: ({ cut, place, more: { status } }) => {
    const ofStatus = (rows: string): string =>
      status ? `select * from (${rows}) s where ${STATUS[status] ?? `s.status = '${status}'`}` : rows;
    if (!place) {
      return { relation: ofStatus(currentInvoices(cut)), touched: (at) => ofStatus(touchedInvoices(at)) };
    }
    const bare = {
      columns: AS_ISSUED,
      relation: issuedInvoices(cut),
      worked: (some: string) => invoicesAt(cut, some),
    };
    return { relation: ofStatus(invoicesAt(cut)), ...(!status && { bare }) };
  },
});
