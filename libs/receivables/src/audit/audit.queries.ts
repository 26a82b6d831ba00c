import { Inject, Injectable } from '@nestjs/common';
import {
  askable,
  asText,
  asUuid,
  Bind,
  type Columns,
  count,
  date,
  decimal,
  id,
  instant,
  type ItemOf,
  type ListQuestion,
  type ListSource,
  type Page,
  orNull,
  type Parameter,
  type Question,
  readEvery,
  readInstant,
  readPage,
  sameId,
  type Standing,
  standingAt,
  text,
  unknown,
  uuid,
  words,
} from '@quittance/reading';
import { isUuid } from '@quittance/http';
import { endOfDay, folded, isBusinessDate, startOfDay } from '@quittance/kernel';
import { Pool } from 'pg';
import { TIME_ZONE } from '../parts.js';

/** One fact in words: who, when, why, and what changed from what to what. */
export const AUDIT_SHOWN = {
  position: { ...decimal('Its place in the log', '48213'), type: 'whole', ask: '48213..' },
  recordedAt: instant('When the store recorded it', '2026-03-01T09:12:44.120Z'),
  effectiveOn: date('The business date it counts from', '2026-03-01'),
  type: words('Type of the fact', 'ExtensionGranted'),
  actor: id('Who did it', 'maria'),
  sentence: text(
    'What happened',
    'maria agreed a later due date for invoice 2026-0117: 2026-03-16 instead of 2026-03-02',
  ),
  reason: orNull(text('Why, as stated', 'Goods came late')),
  invoiceId: orNull(uuid('Of the invoice it is about', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c')),
  paymentId: orNull(uuid('Of the payment it is about', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'), null),
  customerId: orNull(id('Whom it is about', 'C-104')),
  stream: words('Its stream in the event store', 'invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  revision: count('Its place in the stream', 1),
} satisfies Columns;

export type AuditItem = ItemOf<typeof AUDIT_SHOWN>;

/** The log's order, and the order of what was recorded. */
export const AUDIT_COLUMNS = askable({ position: AUDIT_SHOWN.position });

const moment = (which: string): Parameter<string> => ({
  rule: 'date-or-instant',
  hint: `${which} recorded: a date YYYY-MM-DD (the whole day in the entity's zone) or an instant with zone, inclusive`,
  example: '2026-03-31',
  read: (text) => (isBusinessDate(text) ? text : readInstant(text)?.toISOString()),
});

export const AUDIT_PARAMETERS = {
  invoice: asText('an invoice by id or number', '2026-0117'),
  payment: asUuid('a payment', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  customer: asText('a customer by id', 'C-104'),
  actor: asText('who did it', 'maria'),
  type: asText('the type of fact', 'ExtensionGranted'),
  correlation: asText('what one request caused, by its X-Correlation-Id', 'month-end-2026-03'),
  from: moment('first'),
  to: moment('last'),
};

type Asked = Question<typeof AUDIT_PARAMETERS>;

interface AuditListRow {
  position: string;
  recorded_at: Date;
  effective_on: string;
  stream: string;
  revision: string;
  type: string;
  actor: string;
  invoice_id: string | null;
  payment_id: string | null;
  customer_id: string | null;
  sentence: string;
  reason: string | null;
}

/** The facts in words, in the order of the log: newest last. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly pool: Pool,
    @Inject(TIME_ZONE) private readonly zone: string,
  ) {}

  page(question: ListQuestion, asked: Asked): Promise<Page<AuditItem>> {
    return readPage(this.pool, this.source(asked, standingAt(question.cursor)), question);
  }

  every(question: ListQuestion, asked: Asked): AsyncIterable<AuditItem> {
    return readEvery(this.pool, this.source(asked), question);
  }

  /** One whose list waits on a parked stream is known by its history. @throws Rejection 404 */
  async mustKnowInvoice(id: string): Promise<void> {
    const { rowCount } = await this.pool.query(
      `select from live.invoices where id = $1 union all (select from live.audit_trail where invoice_id = $1 limit 1)`,
      [id],
    );
    if (!rowCount) throw unknown('invoice');
  }

  private source(
    { invoice, payment, customer, actor, type, correlation, from, to }: Asked,
    standing: Standing = {},
  ): ListSource<AuditListRow, AuditItem> {
    const bind = new Bind();
    const equal = (column: string, value?: string): string[] =>
      value === undefined ? [] : [`${column} = ${bind.add(value)}`];
    // By the few spellings of the id, so that the index of the long table serves.
    const same = (column: string, known: string, id?: string): string[] =>
      id === undefined
        ? []
        : [
            `${column} = any (array(select id from live.${known} where ${sameId('id', id, bind)}
               union all select ${bind.add(id)} union all select ${bind.add(folded(id))}))`,
          ];
    const conditions = [
      ...(invoice === undefined ? [] : [this.ofInvoice(invoice, bind)]),
      ...equal('t.payment_id', payment),
      ...same('t.customer_id', 'customers', customer),
      ...same('t.actor', 'people', actor),
      ...equal('t.type', type),
      ...equal('t.correlation_id', correlation),
      ...(from === undefined ? [] : [`t.recorded_at >= ${bind.add(this.start(from))}`]),
      ...(to === undefined ? [] : [this.until(to, bind)]),
      ...(standing.at === undefined ? [] : [`t.position <= ${bind.add(standing.at)}`]),
    ];
    return {
      columns: AUDIT_COLUMNS,
      relation: `select t.* from live.audit_trail t ${conditions.length ? `where ${conditions.join(' and ')}` : ''}`,
      bind,
      identity: AUDIT_COLUMNS.position!,
      standardSort: [{ column: 'position', descending: false }],
      item: auditItem,
      standing,
    };
  }

  /** A number may look like an id: both count. */
  private ofInvoice(invoice: string, bind: Bind): string {
    const byNumber = `select id from live.invoices where ${sameId('number', invoice, bind)}`;
    const byId = isUuid(invoice) ? ` union all select ${bind.add(invoice)}::uuid` : '';
    return `t.invoice_id = any(array(${byNumber}${byId}))`;
  }

  private start(moment: string): Date {
    return isBusinessDate(moment) ? startOfDay(moment, this.zone) : new Date(moment);
  }

  private until(moment: string, bind: Bind): string {
    return isBusinessDate(moment)
      ? `t.recorded_at < ${bind.add(endOfDay(moment, this.zone))}`
      : `t.recorded_at <= ${bind.add(new Date(moment))}`;
  }
}

const auditItem = (row: AuditListRow): AuditItem => ({
  position: String(row.position),
  recordedAt: row.recorded_at.toISOString(),
  effectiveOn: row.effective_on,
  type: row.type,
  actor: row.actor,
  sentence: row.sentence,
  reason: row.reason,
  invoiceId: row.invoice_id,
  paymentId: row.payment_id,
  customerId: row.customer_id,
  stream: row.stream,
  revision: Number(row.revision),
});
