import { Injectable } from '@nestjs/common';
import {
  asUuid,
  Bind,
  type Cursor,
  type ListColumns,
  type ListQuestion,
  type ListSource,
  type Page,
  type Question,
  readEvery,
  readPage,
  unknown,
} from '@quittance/reading';
import { Money } from '@quittance/kernel';
import { Pool } from 'pg';
import { Cut, revisionAt } from '@quittance/reading';
import { AXES, KnownAxis, pinned, type Place } from '@quittance/reading';
import { standing, standOf } from '@quittance/reading';

export const PAYMENT_COLUMNS = {
  id: { type: 'uuid', sql: 'r.id' },
  receivedOn: { type: 'date', sql: 'r.received_on' },
  currency: { type: 'text', sql: 'r.currency', example: 'EUR' },
  received: { type: 'amount', sql: 'r.received' },
  allocated: { type: 'amount', sql: 'r.allocated' },
  pending: { type: 'amount', sql: 'r.pending' },
  unapplied: { type: 'amount', sql: 'r.unapplied', example: '0.01' },
  method: { type: 'text', sql: 'r.method', nullable: true, example: 'transfer' },
  reference: { type: 'text', sql: 'r.reference', nullable: true },
  payerId: { type: 'text', sql: 'r.payer_id', folded: true, nullable: true, example: 'C-104' },
  customerId: { type: 'text', sql: 'r.customer_id', folded: true, nullable: true, example: 'C-104' },
  source: { type: 'text', sql: 'r.source', folded: true, nullable: true, example: 'bank' },
  externalId: { type: 'text', sql: 'r.external_id', folded: true, nullable: true },
} satisfies ListColumns;

export const PAYMENT_PARAMETERS = {
  ...AXES,
  invoiceId: asUuid('payments with a part meant for this invoice'),
};

type Asked = Question<typeof PAYMENT_PARAMETERS>;

/** Money received, once: `received = allocated + pending + unapplied`. */
export interface PaymentItem {
  id: string;
  receivedOn: string;
  currency: string;
  received: string;
  allocated: string;
  pending: string;
  unapplied: string;
  method: string | null;
  reference: string | null;
  /** Who paid, as stated. */
  payerId: string | null;
  /** Whose money it is while unapplied. */
  customerId: string | null;
  source: string | null;
  externalId: string | null;
  /** Of the payment's stream as it stands; not said of the past. */
  revision?: number;
}

/** A part meant for one invoice, and what became of it. */
export interface PaymentAllocation {
  invoiceId: string;
  number: string;
  customerId: string;
  requested: string;
  applied: string;
  status: 'pending' | 'applied' | 'refused';
  code: string | null;
  appliedOn: string | null;
}

interface PaymentListRow {
  id: string;
  received_on: string;
  currency: string;
  received: string;
  allocated: string;
  pending: string;
  unapplied: string;
  method: string | null;
  reference: string | null;
  payer_id: string | null;
  customer_id: string | null;
  source: string | null;
  external_id: string | null;
  revision: string | null;
}

/** Payments as they stand, or as they were known at a place of both axes. */
@Injectable()
export class PaymentQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
  ) {}

  page(question: ListQuestion, asked: Asked, place?: Place): Promise<Page<PaymentItem>> {
    return readPage(this.pool, this.source(asked, place, question.cursor), question);
  }

  every(question: ListQuestion, asked: Asked, place?: Place): AsyncIterable<PaymentItem> {
    return readEvery(this.pool, this.source(asked, place), question);
  }

  /** @throws Rejection 404 */
  async details(id: string, place?: Place): Promise<PaymentItem & { allocations: PaymentAllocation[] }> {
    const bind = new Bind();
    const relation = place ? paymentsAt(new Cut(bind, place)) : CURRENT;
    const { rows } = await this.pool.query<PaymentListRow>(
      `select * from (${relation}) r where r.id = ${bind.add(id)}`,
      bind.values,
    );
    const row = rows[0];
    if (!row) throw unknown('payment');
    return { ...paymentItem(row), allocations: await this.allocations(id, row.currency, place) };
  }

  private async allocations(id: string, currency: string, place?: Place): Promise<PaymentAllocation[]> {
    const bind = new Bind();
    const cut = place && new Cut(bind, place);
    const answered = cut ? answeredAt(cut) : 'a.answered_at is not null';
    // What an invoice takes on a later day is not meant for anything yet: the head counts it as unapplied.
    const later = cut ? `and not (${answered} and coalesce(a.applied_on > ${cut.day}, false))` : '';
    const { rows } = await this.pool.query<PaymentAllocation>(
      `select a.invoice_id as "invoiceId", a.number, a.customer_id as "customerId", a.requested,
              case when ${answered} then a.applied else 0 end as applied,
              case when ${answered} then a.status else 'pending' end as status,
              case when ${answered} then a.code end as code,
              case when ${answered} then a.applied_on end as "appliedOn"
       from live.payment_allocations a where a.payment_id = ${bind.add(id)} ${later}
       order by a.number collate "C"`,
      bind.values,
    );
    const amount = (given: string): string => Money.of(given, currency).toString();
    return rows.map((row) => ({ ...row, requested: amount(row.requested), applied: amount(row.applied) }));
  }

  private source(
    { invoiceId }: Asked,
    place?: Place,
    cursor?: Cursor,
  ): ListSource<PaymentListRow, PaymentItem> {
    const bind = new Bind();
    const meant =
      invoiceId &&
      `select payment_id from live.payment_allocations where invoice_id = ${bind.add(invoiceId)}`;
    const meantFor = (rows: string): string =>
      meant ? `select * from (${rows}) s where s.id in (${meant})` : rows;
    const common = {
      columns: PAYMENT_COLUMNS,
      bind,
      identity: PAYMENT_COLUMNS.id,
      standardSort: [{ column: 'receivedOn', descending: true }],
      item: paymentItem,
    };
    if (place) {
      return { ...common, relation: meantFor(paymentsAt(new Cut(bind, place))), pinned: pinned(place) };
    }
    const stand = standOf(bind, this.axis.today, cursor);
    const touched = (cut: Cut): string => meantFor(touchedPayments(cut));
    return { ...common, relation: meantFor(currentPayments(stand.cut)), ...standing(stand, touched) };
  }
}

const CURRENT = `
  select id, received_on, currency, received, allocated, pending, unapplied, method, reference, payer_id,
         customer_id, source, external_id, revision::text from live.payments v`;

/** Payments as they stand; with a cut at a position, those that nothing touched since. */
const currentPayments = (cut: Cut): string => `${CURRENT} where ${cut.known('v')}`;

/** The others: as they stood at the cut's position. */
const touchedPayments = (cut: Cut): string => `${paymentsAt(cut)} and not (${cut.known('p')})`;

/** Whether the invoice's answer to the part is known; until then it is pending. */
const answeredAt = (cut: Cut): string => `coalesce(${cut.known('a', 'answered')}, false)`;

/** Payments received by the day and known; what invoices take counts from the day it is applied. */
const paymentsAt = (cut: Cut): string => `
  select p.id, p.received_on, p.currency, p.received, parts.allocated, parts.pending,
         p.received - parts.allocated - parts.pending as unapplied, p.method, p.reference, p.payer_id,
         p.customer_id, p.source, p.external_id, ${revisionAt(cut, "'payment-' || p.id")} as revision
  from live.payments p
  left join lateral (
    select coalesce(sum(a.applied) filter (where ${answeredAt(cut)} and ${cut.counts('a.applied_on')}), 0) as allocated,
           coalesce(sum(a.requested) filter (where not ${answeredAt(cut)}), 0) as pending
    from live.payment_allocations a where a.payment_id = p.id
  ) parts on true
  where ${cut.counts('p.received_on')} and ${cut.known('p', 'received')}`;

function paymentItem(row: PaymentListRow): PaymentItem {
  const amount = (given: string): string => Money.of(given, row.currency).toString();
  return {
    id: row.id,
    receivedOn: row.received_on,
    currency: row.currency,
    received: amount(row.received),
    allocated: amount(row.allocated),
    pending: amount(row.pending),
    unapplied: amount(row.unapplied),
    method: row.method,
    reference: row.reference,
    payerId: row.payer_id,
    customerId: row.customer_id,
    source: row.source,
    externalId: row.external_id,
    ...(row.revision !== null && { revision: Number(row.revision) }),
  };
}
