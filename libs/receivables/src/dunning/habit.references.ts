import type { ReadStreams } from '@quittance/event-store';
import { Bind, Cut } from '@quittance/reading';
import { promisesAt } from '../promise/promise.cut.js';
import { oneWith } from '../reporting/merged.sql.js';
import type { PaymentHabit } from './habit.kinds.js';

/** How a customer, with all who are one with them, paid in the year that ends with a day. As the tables know it. */
export async function habitOf(read: ReadStreams, customerId: string, on: string): Promise<PaymentHabit> {
  const bind = new Bind();
  const cut = new Cut(bind, { asOf: on }, true);
  const select = `
    with recursive ${oneWith(bind.add(customerId))},
    paid as (
      select i.agreed_due_on as due, max(a.received_on) as on
      from live.invoices i join live.payment_allocations a on a.invoice_id = i.id and a.status = 'applied'
      where i.customer_id in (select id from one) and i.open = 0 and i.voided_on is null
      group by i.id having max(a.received_on) between ${cut.day} - 365 and ${cut.day}
      order by max(a.received_on) desc, i.id limit 200
    )
    select count(*)::int as settled, (count(*) filter (where p.on <= p.due + 3))::int as "onTime",
           (count(*) filter (where p.on > p.due + 14))::int as late,
           (select count(*) from (${promisesAt(cut)}) b
            where b.state = 'broken' and b.customer_id in (select id from one) and b.promised_on > ${cut.day} - 365)::int as broken
    from paid p`;
  const { rows } = await read.judge<PaymentHabit>(select, bind.values);
  return rows[0] ?? { settled: 0, onTime: 0, late: 0, broken: 0 };
}
