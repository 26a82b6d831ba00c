import { Injectable } from '@nestjs/common';
import {
  asOneOf,
  Bind,
  type Cursor,
  type ListColumns,
  type ListQuestion,
  type ListSource,
  type Page,
  type Question,
  readEvery,
  readPage,
} from '@quittance/reading';
import { Money } from '@quittance/kernel';
import { Pool } from 'pg';
import { Cut } from '@quittance/reading';
import { AXES, KnownAxis, pinned, type Place } from '@quittance/reading';
import { standing, standOf } from '@quittance/reading';
import { AS_ISSUED, currentInvoices, invoicesAt, issuedInvoices, touchedInvoices } from './invoice.sql.js';

export const INVOICE_COLUMNS = {
  id: { type: 'uuid', sql: 'r.id' },
  number: { type: 'text', sql: 'r.number', folded: true, example: '2026-0117' },
  customerId: { type: 'text', sql: 'r.customer_id', folded: true, example: 'C-104' },
  customerName: { type: 'text', sql: 'r.customer_name', nullable: true, example: 'Rossi S.r.l.' },
  issuedOn: { type: 'date', sql: 'r.issued_on', example: '2026-01-31' },
  dueOn: { type: 'date', sql: 'r.due_on' },
  agreedDueOn: { type: 'date', sql: 'r.agreed_due_on' },
  currency: { type: 'text', sql: 'r.currency', example: 'EUR' },
  total: { type: 'amount', sql: 'r.total' },
  net: { type: 'amount', sql: 'r.net', nullable: true },
  vat: { type: 'amount', sql: 'r.vat', nullable: true },
  paid: { type: 'amount', sql: 'r.paid' },
  open: { type: 'amount', sql: 'r.open', example: '0.01' },
  daysOverdue: { type: 'whole', sql: 'r.days_overdue', example: '1' },
  ownerId: { type: 'text', sql: 'r.owner_id', folded: true, example: 'maria' },
} satisfies ListColumns;

export const INVOICE_PARAMETERS = {
  ...AXES,
  status: asOneOf('open (overdue or not), settled, or overdue at asOf', 'open', 'settled', 'overdue'),
};

type Asked = Question<typeof INVOICE_PARAMETERS>;

/** An invoice in a list. Overdue is worked out at asOf (today when none is asked), never stored. */
export interface InvoiceItem {
  id: string;
  number: string;
  customerId: string;
  customerName: string | null;
  issuedOn: string;
  /** The contractual due date. */
  dueOn: string;
  /** The one in force: by the last extension, else the contractual. */
  agreedDueOn: string;
  currency: string;
  total: string;
  net: string | null;
  vat: string | null;
  /** Cash that settled it. */
  paid: string;
  open: string;
  status: 'open' | 'settled';
  overdue: boolean;
  daysOverdue: number;
  ownerId: string;
  /** Of the stream as it stands; not said of the past. */
  revision?: number;
}

export interface InvoiceListRow {
  id: string;
  number: string;
  customer_id: string;
  customer_name: string | null;
  issued_on: string;
  due_on: string;
  agreed_due_on: string;
  currency: string;
  total: string;
  net: string | null;
  vat: string | null;
  paid: string;
  open: string;
  days_overdue: number;
  owner_id: string;
  revision: string | null;
}

/** Invoices as they stand, or as they were known at a place of both axes. One row an invoice. */
@Injectable()
export class InvoiceQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
  ) {}

  page(question: ListQuestion, asked: Asked, place?: Place): Promise<Page<InvoiceItem>> {
    return readPage(this.pool, this.source(asked, place, question.cursor), question);
  }

  every(question: ListQuestion, asked: Asked, place?: Place): AsyncIterable<InvoiceItem> {
    return readEvery(this.pool, this.source(asked, place), question);
  }

  private source({ status }: Asked, place?: Place, cursor?: Cursor): ListSource<InvoiceListRow, InvoiceItem> {
    const bind = new Bind();
    const ofStatus = (rows: string): string =>
      status ? `select * from (${rows}) s where ${STATUS[status]}` : rows;
    const common = {
      columns: INVOICE_COLUMNS,
      bind,
      identity: INVOICE_COLUMNS.id,
      standardSort: [{ column: 'number', descending: false }],
      item: invoiceItem,
    };
    if (!place) {
      const stand = standOf(bind, this.axis.today, cursor);
      const touched = (cut: Cut): string => ofStatus(touchedInvoices(cut));
      return { ...common, relation: ofStatus(currentInvoices(stand.cut)), ...standing(stand, touched) };
    }
    const cut = new Cut(bind, place);
    const bare = {
      columns: AS_ISSUED,
      relation: issuedInvoices(cut),
      worked: (some: string) => invoicesAt(cut, some),
    };
    return {
      ...common,
      relation: ofStatus(invoicesAt(cut)),
      ...(!status && { bare }),
      pinned: pinned(place),
    };
  }
}

const STATUS = { open: 's.open > 0', settled: 's.open = 0', overdue: 's.open > 0 and s.days_overdue > 0' };

export function invoiceItem(row: InvoiceListRow): InvoiceItem {
  const amount = (given: string): string => Money.of(given, row.currency).toString();
  return {
    id: row.id,
    number: row.number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    agreedDueOn: row.agreed_due_on,
    currency: row.currency,
    total: amount(row.total),
    net: row.net === null ? null : amount(row.net),
    vat: row.vat === null ? null : amount(row.vat),
    paid: amount(row.paid),
    open: amount(row.open),
    status: Money.of(row.open, row.currency).isZero ? 'settled' : 'open',
    overdue: row.days_overdue > 0,
    daysOverdue: row.days_overdue,
    ownerId: row.owner_id,
    ...(row.revision !== null && { revision: Number(row.revision) }),
  };
}
