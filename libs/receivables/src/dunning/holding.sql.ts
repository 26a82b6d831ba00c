import type { Bind, Cut } from '@quittance/reading';
import { partsSql } from '../invoice/instalment/parts.cut.js';
import { HELD } from '../ledger/ledger.tables.js';
import { oneWith } from '../reporting/merged.sql.js';

/** Open on what fell due before an invoice, of the same customers: by agreed due date, then invoice. */
export const olderThan = (
  cut: Cut,
  of: Record<'theirs' | 'currency' | 'due' | 'invoice', string>,
): string => `(
  select coalesce(sum(o.open), 0) from (
    select p.open
    from live.invoices i
    cross join lateral (
      select i.open, i.agreed_due_on as due where not i.aged_apart
      union all
      select p.open, p.agreed_due_on from (${partsSql(cut, {
        rows: 'select i.id, i.due_on, i.total, i.open',
        among: (column) => `${column} = i.id`,
      })}) p where i.aged_apart and p.open > 0
    ) p
    where ${of.theirs} and i.currency = ${of.currency} and i.open > 0
      and i.id <> ${of.invoice} and (p.due, i.id) < (${of.due}, ${of.invoice})
  ) o)`;

/**
 * What is held for a customer and all who are one with them, and what of theirs is asked before an invoice: `unapplied, credits,
 * pending, older, others`, amounts as texts.
 */
export function holdingOf(
  cut: Cut,
  bind: Bind,
  of: { customerId: string; currency: string; invoiceId: string; agreedDueOn: string },
): string {
  const currency = `${bind.add(of.currency)}::text`;
  const older = olderThan(cut, {
    theirs: 'i.customer_id in (select id from one)',
    currency,
    due: `${bind.add(of.agreedDueOn)}::date`,
    invoice: `${bind.add(of.invoiceId)}::uuid`,
  });
  return `
  with recursive ${oneWith(bind.add(of.customerId))},
  held as (
    select l.account, -sum(l.amount) as amount from live.ledger_lines l
    where l.${HELD} and l.party in (select id from one) and l.currency = ${currency}
      and ${cut.line('l')} group by 1
  )
  select ${['unapplied', 'pending']
    .map((account) => `${held(account)} as ${account}`)
    .join(', ')}, ${held('credit')} as credits,
         case when exists (select from held where amount > 0) then ${older} else 0 end::text as older,
         array(select id from one where id <> ${bind.add(of.customerId)}) as others`;
}

const held = (account: string): string =>
  `greatest(coalesce((select amount from held where account = '${account}'), 0), 0)::text`;
