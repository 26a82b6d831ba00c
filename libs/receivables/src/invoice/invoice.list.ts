import { type Hold, Money } from '@quittance/kernel';
import {
  amount,
  asOneOf,
  asSome,
  type AskedRows,
  asText,
  code,
  date,
  exampleOf,
  id,
  type ItemOf,
  list,
  oneOf,
  orNull,
  type Parameters,
  schemaOf,
  shownOnly,
  text,
  uuid,
  whole,
} from '@quittance/reading';
import { type Basis, BASES, bucketsParameter } from '../reporting/buckets.js';
import { bucketFacet, type CellsAsked, inCells, ofRow, openInCells } from './cells.sql.js';
import { CLOSED_BY, withClosing } from './closed.sql.js';
import { HOLD_KINDS, heldBy, holdFacet, withHolds } from './holds.sql.js';
import {
  AS_ISSUED,
  currentInvoices,
  hasWordEver,
  invoicesAt,
  issuedInvoices,
  touchedInvoices,
} from './invoice.sql.js';
import { SETTLEMENTS, STATUSES, TIMINGS } from './status.sql.js';

const worded = <Word extends string>(about: string, words: readonly Word[], example: Word) => ({
  ...code(about, example, { facet: true }),
  schema: { type: 'string', enum: words },
});

const HOLD = {
  kind: oneOf('What it is', HOLD_KINDS, 'disputed'),
  id: uuid('Of what made it: a dispute, ...', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  since: date('Counts from this day', '2026-04-20'),
  until: date('The last day; left out: until it is ended', '2026-05-04'),
  amount: amount('What it holds up; left out: all that is open', '120.00'),
};

type HeldRow = { [Field in keyof Hold]: Hold[Field] | null };

/** In all no more than is open. */
const holds = (cell: unknown, { currency }: Readonly<Record<string, unknown>>): Hold[] =>
  ((cell ?? []) as HeldRow[]).map(({ kind, id: by, since, until, amount: held }) => ({
    ...{ kind: kind!, id: by!, since: since! },
    ...(until && { until }),
    ...(held && { amount: Money.of(held, currency as string).toString() }),
  }));

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
  closedBy: orNull(
    shownOnly(
      'What closed it beside cash: credit notes alone, write-offs alone, or anything else; null unless its status is closed',
      { type: 'string', enum: CLOSED_BY },
      'credit',
      (cell) => cell as (typeof CLOSED_BY)[number],
    ),
    null,
  ),
  overdue: shownOnly(
    'Past its agreed due date',
    { type: 'boolean' },
    true,
    (_cell, { days_overdue: days }) => Number(days) > 0,
  ),
  daysOverdue: whole('Days past the agreed due date while something is open; else 0', 15, { ask: '1' }),
  ownerId: id('Who follows it up', 'maria', { facet: true }),
  holds: shownOnly(
    'What stands in the way of its usual course, the earliest first: reminders ask only for the rest',
    { type: 'array', items: schemaOf(HOLD, ['until', 'amount']) },
    [exampleOf(HOLD)] as Hold[],
    holds,
    { inCsv: (value) => (value as Hold[]).map(({ kind }) => kind).join(' ') },
  ),
};

export type InvoiceItem = ItemOf<typeof INVOICE_COLUMNS> & { revision?: number };

/** What a filter by status asks: a word of the everyday view, or what is open or settled whatever its word is. */
const ASKED: Readonly<Record<string, string>> = { open: 'r.open > 0', settled: 'r.open = 0' };
const statusIs = (words: readonly string[]): string =>
  `(${words.map((word) => ASKED[word] ?? `r.status = '${word}'`).join(' or ')})`;

const MORE = {
  status: asSome('open (whatever its status), settled, or a status at asOf', 'open', 'settled', ...STATUSES),
  hold: asSome('what holds it up at asOf', ...HOLD_KINDS),
  bucket: {
    ...asText('in these cells of the aging report, one or several by comma', '1-30'),
    // An unescaped plus arrives as a space.
    read: (text: string) => [...new Set(text.replaceAll(' ', '+').split(','))],
  },
  basis: asOneOf<Basis>('what the age of `bucket` counts from', ...BASES),
  buckets: bucketsParameter,
};

/** Of these there are few invoices each, and indexes lead to them. */
const isOfFew = (filtered: readonly string[]): boolean =>
  ['id', 'number', 'customerId'].some((name) => filtered.includes(name));

/** Whether invoices in parts are worked out together, and bring their dates. A later page has some as they stood: those are looked at one by one. */
const areTogether = ({ cut, place, whole, filtered }: Omit<AskedRows<Parameters>, 'more'>): boolean =>
  whole && (place !== undefined || !(cut.anyDay || isOfFew(filtered)));

/** Invoices as they stand, or as they were known at a place of both axes. One row an invoice. */
export const INVOICES = list({
  name: 'invoices',
  columns: INVOICE_COLUMNS,
  identity: 'id',
  sort: 'number',
  words: ['number', 'customerName'],
  more: MORE,
  where: ({ cut, own, more: { status, hold, ...cells } }): Record<string, string> => ({
    ...(status && { status: statusIs(status) }),
    ...(hold && { hold: heldBy(cut, hold) }),
    ...(cells.bucket && { bucket: inCells(cut, cells) }),
    // The row of a customer in that report has the invoices of those who were merged into it.
    ...(cells.bucket && own.customerId && { customerId: ofRow(cut, own.customerId) }),
  }),
  sums: { overdue: () => 'r.overdue_open', aged: ({ cut, more }) => openInCells(cut, more as CellsAsked) },
  facets: {
    status: () => ({ value: 'r.status' }),
    hold: ({ cut }) => holdFacet(cut),
    bucket: (asked) => bucketFacet(asked.cut, asked.more as CellsAsked, areTogether(asked)),
    dueWeek: () => ({ value: `to_char(r.agreed_due_on, 'IYYY-"W"IW')` }),
  },
  lacks: {
    hold: ({ cut }) => `not ${heldBy(cut, HOLD_KINDS)}`,
    // What is settled has no age.
    bucket: () => 'r.open = 0',
  },
  rows: ({ cut, place, whole, filtered }) => {
    const beside = (page: string): string => withClosing(place ? cut : cut.ofAnyDay, withHolds(cut, page));
    if (!place)
      return {
        relation: currentInvoices(cut, whole && !isOfFew(filtered)),
        touched: touchedInvoices,
        beside,
      };
    const bare = {
      columns: AS_ISSUED,
      relation: issuedInvoices(cut),
      worked: (some: string) => invoicesAt(cut, some),
      hasWord: hasWordEver,
    };
    return { relation: invoicesAt(cut, issuedInvoices(cut), whole), bare, beside };
  },
});
