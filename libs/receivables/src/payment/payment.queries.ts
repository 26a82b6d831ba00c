import { Injectable } from '@nestjs/common';
import { Money } from '@quittance/kernel';
import { Bind, Cut, type Place, unknown } from '@quittance/reading';
import { Pool } from 'pg';
import { named } from '../ledger/named-part.js';
import { settledSql } from '../ledger/settled.sql.js';
import { lastName } from '../reporting/named.sql.js';
import { type PaymentItem, PAYMENTS } from './payment.list.js';
import { answeredAt, CURRENT, meantBy, paymentsAt } from './payment.sql.js';

/** A part meant for one invoice, and what became of it. */
export interface PaymentAllocation {
  allocationId: string;
  invoiceId: string;
  number: string;
  customerId: string;
  customerName: string | null;
  requested: string;
  /** Settles the invoice: what was given back is not in it. */
  applied: string;
  status: 'pending' | 'applied' | 'refused';
  code: string | null;
  appliedOn: string | null;
  /** The one that was named; left out: none was. */
  instalment?: number;
}

/** Parts and moves that are shown. */
const MOST = 500;

/** Money that was paid out, returned or transferred. */
export interface PaymentMove extends Record<string, string | null> {
  amount: string;
}

export interface PaymentDetails extends PaymentItem {
  allocations: PaymentAllocation[];
  refunds: PaymentMove[];
  returns: PaymentMove[];
  transfers: PaymentMove[];
}

/** What each kind of move says beside its amount. */
const MOVES: Record<'refund' | 'return' | 'transfer', (nameOf: (customer: string) => string) => string> = {
  refund: () =>
    `m.id as "refundId", m.customer_id as "customerId", m.moved_on as "refundedOn", m.method, m.reference, m.reason`,
  return: () =>
    `m.id as "returnId", m.moved_on as "returnedOn", m.code, m.external_id as "externalId", m.reason`,
  transfer: (nameOf) => `m.id as "transferId", m.from_customer_id as "fromCustomerId",
    ${nameOf('m.from_customer_id')} as "fromCustomerName", m.customer_id as "customerId",
    ${nameOf('m.customer_id')} as "customerName", m.moved_on as "transferredOn", m.reason`,
};

const nameOf = (customer: string, cut?: Cut): string =>
  cut ? `(${lastName(cut, customer)})` : `(select c.name from live.customers c where c.id = ${customer})`;

/** One payment as it stands, or as it was known at a place of both axes. */
@Injectable()
export class PaymentQueries {
  constructor(private readonly pool: Pool) {}

  /** @throws Rejection 404 */
  async details(id: string, place?: Place): Promise<PaymentDetails> {
    const bind = new Bind();
    const relation = place ? paymentsAt(new Cut(bind, place)) : CURRENT;
    const { rows } = await this.pool.query<{ currency: string }>(
      `select * from (${relation}) r where r.id = ${bind.add(id)}`,
      bind.values,
    );
    const row = rows[0];
    if (!row) throw unknown('payment');
    const { currency } = row;
    const [allocations, refunds, returns, transfers] = await Promise.all([
      this.allocations(id, currency, place),
      this.moves('refund', id, currency, place),
      this.moves('return', id, currency, place),
      this.moves('transfer', id, currency, place),
    ]);
    return { ...PAYMENTS.item(row), allocations, refunds, returns, transfers };
  }

  private async allocations(id: string, currency: string, place?: Place): Promise<PaymentAllocation[]> {
    const bind = new Bind();
    const cut = place && new Cut(bind, place);
    const answered = cut ? answeredAt(cut) : 'a.answered_at is not null';
    const meant = cut ? `and ${meantBy(cut)}` : '';
    const { rows } = await this.pool.query<PaymentAllocation>(
      `select a.id as "allocationId", a.invoice_id as "invoiceId", a.number, a.customer_id as "customerId",
              ${nameOf('a.customer_id', cut)} as "customerName", a.requested,
              a.instalment,
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
      .map((row) => ({ ...named(row), requested: amount(row.requested), applied: amount(row.applied) }));
  }

  private async moves(
    kind: keyof typeof MOVES,
    id: string,
    currency: string,
    place?: Place,
  ): Promise<PaymentMove[]> {
    const bind = new Bind();
    const cut = place && new Cut(bind, place);
    const reversed = cut ? `${cut.known('m', 'ended')} and ${cut.counts('m.reversed_on')}` : 'true';
    const back = kind === 'transfer' ? '' : `, case when ${reversed} then m.reversed_on end as "reversedOn"`;
    const { rows } = await this.pool.query<PaymentMove>(
      `select m.amount, ${MOVES[kind]((customer) => nameOf(customer, cut))}${back} from live.payment_moves m
       where m.payment_id = ${bind.add(id)} and m.kind = '${kind}'
         ${cut ? `and ${cut.known('m', 'issued')} and ${cut.counts('m.moved_on')}` : ''}
       order by m.issued_at desc, m.id desc limit ${MOST}`,
      bind.values,
    );
    return rows.reverse().map((row) => ({ ...row, amount: Money.of(row.amount, currency).toString() }));
  }
}
