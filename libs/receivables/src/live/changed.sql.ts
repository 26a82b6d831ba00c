import type { Pool } from 'pg';

/** Ids that facts touched; `many`: more than are told. */
export type Touched = string[] | 'many';

export interface Changed {
  invoices: Touched;
  payments: Touched;
  customers: Touched;
  /** Whether any report can answer otherwise. */
  reports: boolean;
}

export const NOTHING: Changed = { invoices: [], payments: [], customers: [], reports: false };

const MOST_IDS = 100;
/** Facts that are looked at: of more, too many ids are touched to be told. */
const MOST_FACTS = 1_000;

interface Row {
  facts: number;
  invoices: string[] | null;
  payments: string[] | null;
  customers: string[] | null;
}

/** What the facts between two positions touched. */
export async function changedSince(pool: Pool, after: bigint, through: bigint): Promise<Changed> {
  const { rows } = await pool.query<Row>(
    `select count(*)::int as facts, array_agg(distinct t.invoice_id::text) filter (where t.invoice_id is not null) as invoices,
            array_agg(distinct t.payment_id::text) filter (where t.payment_id is not null) as payments,
            array_agg(distinct t.customer_id) filter (where t.customer_id is not null) as customers
     from (select invoice_id, payment_id, customer_id from live.audit_trail
           where position > $1 and position <= $2 order by position limit ${MOST_FACTS + 1}) t`,
    [String(after), String(through)],
  );
  const { facts, invoices, payments, customers } = rows[0]!;
  const touched = (ids: string[] | null): Touched =>
    facts > MOST_FACTS || (ids?.length ?? 0) > MOST_IDS ? 'many' : (ids ?? []);
  return {
    invoices: touched(invoices),
    payments: touched(payments),
    customers: touched(customers),
    reports: facts > 0,
  };
}
