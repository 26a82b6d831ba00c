import { Injectable } from '@nestjs/common';
import { Money } from '@quittance/kernel';
import { Bind, Cut, type Place, unknown } from '@quittance/reading';
import { Pool } from 'pg';
import { settledSql } from '../ledger/settled.sql.js';
import { type PaymentItem, PAYMENTS } from './payment.list.js';
import { answeredAt, CURRENT, meantBy, paymentsAt } from './payment.sql.js';

/** A part meant for one invoice, and what became of it. */
export interface PaymentAllocation {
  allocationId: string;
  invoiceId: string;
  number: string;
  customerId: string;
  requested: string;
  /** Settles the invoice: what was given back is not in it. */
  applied: string;
  status: 'pending' | 'applied' | 'refused';
  code: string | null;
  appliedOn: string | null;
}

/** Parts that are shown. */
const MOST = 500;

/** One payment as it stands, or as it was known at a place of both axes. */
@Injectable()
export class PaymentQueries {
  constructor(private readonly pool: Pool) {}

  /** @throws Rejection 404 */
  async details(id: string, place?: Place): Promise<PaymentItem & { allocations: PaymentAllocation[] }> {
    const bind = new Bind();
    const relation = place ? paymentsAt(new Cut(bind, place)) : CURRENT;
    const { rows } = await this.pool.query<{ currency: string }>(
      `select * from (${relation}) r where r.id = ${bind.add(id)}`,
      bind.values,
    );
    const row = rows[0];
    if (!row) throw unknown('payment');
    return { ...PAYMENTS.item(row), allocations: await this.allocations(id, row.currency, place) };
  }

  private async allocations(id: string, currency: string, place?: Place): Promise<PaymentAllocation[]> {
    const bind = new Bind();
    const cut = place && new Cut(bind, place);
    const answered = cut ? answeredAt(cut) : 'a.answered_at is not null';
    const meant = cut ? `and ${meantBy(cut)}` : '';
    const { rows } = await this.pool.query<PaymentAllocation>(
      `select a.id as "allocationId", a.invoice_id as "invoiceId", a.number, a.customer_id as "customerId", a.requested,
              ${settledSql('a', 'cash', cut)} as applied,
              case when ${answered} then a.status else 'pending' end as status,
              case when ${answered} then a.code end as code,
              case when ${answered} then a.applied_on end as "appliedOn"
       from live.payment_allocations a where a.payment_id = ${bind.add(id)} ${meant}
       order by a.requested_at desc, a.number collate "C" desc, a.id desc limit ${MOST}`,
      bind.values,
    );
    const amount = (given: string): string => Money.of(given, currency).toString();
    return rows
      .reverse()
      .map((row) => ({ ...row, requested: amount(row.requested), applied: amount(row.applied) }));
  }
}
