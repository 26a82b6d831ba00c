import { Injectable } from '@nestjs/common';
import { Money } from '@quittance/kernel';
import { Pool } from 'pg';
import { begins, hasWords, inParts } from '../words.js';

export const KINDS = ['invoice', 'customer', 'payment', 'credit-note', 'person'] as const;

/** Something that was found. */
export interface Found {
  kind: (typeof KINDS)[number];
  /** What paths take. */
  id: string;
  title: string;
  /** Beside it, in small. */
  second: string;
}

/** Of each kind. */
const MOST = 5;

interface Row {
  kind: Found['kind'];
  id: string;
  title: string;
  second: string | null;
  amount: string | null;
  currency: string | null;
}

const NO_AMOUNT = 'null::numeric as amount, null as currency';
const NAME_OF_CUSTOMER = '(select c.name from live.customers c where c.id = v.customer_id)';

/** Of documents: first those whose number begins so, whatever else there is, then those in which a part of it does. */
const byNumber = (documents: string): string => `select n.* from (
    (${documents} where ${begins('v.number', '$1')} limit 500) union (${documents} where ${hasWords(inParts('v.number'), '$1')} limit 500)
  ) n`;

// Each kind by indexes of its own: ids by how they begin, numbers also by how their parts do, names and references by their words. The title that comes
// first in the alphabet first; the most telling one, what was asked for itself, comes first of all.
export const SEARCHES: Record<Found['kind'], string> = {
  invoice: byNumber(
    `select v.id::text, v.number as title, ${NAME_OF_CUSTOMER} as second, v.total as amount, v.currency from live.invoices v`,
  ),
  customer: `select v.id, coalesce(v.name, v.id) as title, v.id as second, ${NO_AMOUNT}
    from live.customers v where ${begins('v.id', '$1')} or ${hasWords('v.name', '$1')}`,
  payment: `select v.id::text, v.reference as title, 'received on ' || v.received_on as second, v.received as amount, v.currency
    from live.payments v where ${hasWords('v.reference', '$1')}`,
  'credit-note': byNumber(
    `select v.id::text, v.number as title, ${NAME_OF_CUSTOMER} as second, v.total as amount, v.currency from live.credit_notes v`,
  ),
  person: `select v.id, coalesce(v.name, v.id) as title, v.id as second, ${NO_AMOUNT}
    from live.people v where ${begins('v.id', '$1')} or ${hasWords('v.name', '$1')}`,
};

/** One statement, bounded: at most so many of each kind are looked at in order, and shown. */
const STATEMENT = `select f.* from (${KINDS.map(
  (kind, i) => `
  (select ${i} as rank, '${kind}' as kind, s.* from (${SEARCHES[kind]} limit 1000) s
   order by lower(s.title) = lower($1) desc, s.title collate "C", s.id limit ${MOST})`,
).join(' union all ')}) f order by f.rank, lower(f.title) = lower($1) desc, f.title collate "C", f.id`;

@Injectable()
export class SearchQueries {
  constructor(private readonly pool: Pool) {}

  async find(q: string): Promise<Found[]> {
    const { rows } = await this.pool.query<Row>(STATEMENT, [q]);
    return rows.map(({ kind, id, title, second, amount, currency }) => {
      const sum =
        amount !== null && currency !== null ? `${Money.of(amount, currency).toString()} ${currency}` : '';
      return { kind, id, title, second: [second, sum].filter(Boolean).join(', ') };
    });
  }
}
