import type { Cut } from '@quittance/reading';
import type { Sql } from '@quittance/process';

/** Merges after one another that a report follows. */
const DEEPEST = 50;

/** Merges in force at the cut; what was undone never was. */
export const mergesInForce = (cut: Cut, alias = 'm'): string =>
  `${cut.known(alias, 'issued')} and ${cut.counts(`${alias}.merged_on`)} and not coalesce(${cut.known(alias, 'ended')}, false)`;

/**
 * `merged (customer_id, root)`: who each merged customer is by the merges in force, transitively. Circles are refused; those
 * that stated instants make come to an end all the same.
 */
export const mergedPart = (cut: Cut): string => `merged as materialized (
  with recursive up (customer_id, root, depth) as (
    select m.customer_id, m.into_id, 1 from live.merges m where ${mergesInForce(cut)}
    union all
    select up.customer_id, m.into_id, up.depth + 1 from up join live.merges m on m.customer_id = up.root
    where up.depth < ${DEEPEST} and m.into_id <> up.customer_id and ${mergesInForce(cut)}
  )
  select distinct on (customer_id) customer_id, root from up order by customer_id, depth desc, root
)`;

/** Who a customer is by the merges in force. With `mergedPart` before. */
export const rootOf = (of: string): string =>
  `coalesce((select root from merged where customer_id = ${of}), ${of})`;

/**
 * `one (id)`: a customer with all who are one with them, whoever was merged into whom. Stands after `with recursive`.
 * @param customer SQL of their id
 * @param inForce which merges `m` count: those that stand now, when left out
 */
export const oneWith = (customer: string, inForce = 'm.ended_at is null'): string => `
  up (id) as (
    select ${customer}::text
    union select m.into_id from live.merges m join up on m.customer_id = up.id where ${inForce}
  ), one (id) as (
    select id from up
    union select m.customer_id from live.merges m join one on m.into_id = one.id where ${inForce}
  )`;

/**
 * Joins the invoices of a customer, and of those who are one with them by the merges in force. With `mergedPart` before.
 * @param of the column that names the customer
 */
export const invoicesOf = (of: string): string => `
  cross join lateral (select ${rootOf(of)} as root) one
  join live.invoices i
    on i.customer_id = one.root or i.customer_id in (select customer_id from merged where root = one.root)`;

/** The others who were merged into whoever a customer is, as an array. With `mergedPart` before. */
export const mergedWith = (of: string): string =>
  `array(select customer_id from merged where root = ${rootOf(of)} and customer_id <> ${of})`;

/** Whether anybody was ever merged, or handed over: else reports need not look. */
export async function anyMapped(sql: Pick<Sql, 'query'>): Promise<boolean> {
  const { rows } = await sql.query<{ some: boolean }>(
    'select exists (select from live.merges) or exists (select from live.hand_overs) as some',
  );
  return rows[0]!.some;
}
