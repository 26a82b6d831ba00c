import { addDays, type BusinessDate } from '@quittance/kernel';
import type { Caller, Written } from './quittance.js';

export interface Case {
  /** Each in instalments, thirty days apart, or due in one. */
  invoices?: string[][];
  payment?: string;
  credit?: string;
  /** Of the credit note, for the first invoice. */
  applied?: string;
}
export interface Seen {
  /** Of the first invoice: amount and what is open of each part on which something is. */
  parts?: [amount: string, open: string][];
  settledBy?: Record<string, string>;
  open: string;
  unapplied: string;
  credits: string;
}

/** Cases of the trade, each with a customer of its own; invoices and money are of the day. */
export function tradeCases(clerk: Caller, day: BusinessDate): (one: Case) => Promise<Seen> {
  let made = 0;
  /** The case as it happens to a customer of its own, and what is seen of it. */
  async function seen({ invoices = [], payment, credit, applied }: Case): Promise<Seen> {
    const customerId = `T-${(made += 1)}`;
    let last = await clerk.done<Written>('/v1/customers', { customerId, name: customerId });
    const ids: string[] = [];
    const sum = (amounts: string[]): string =>
      (amounts.reduce((all, one) => all + Math.round(Number(one) * 100), 0) / 100).toFixed(2);
    for (const amounts of invoices) {
      const instalments = amounts.map((amount, i) => ({ dueOn: addDays(day, 30 * (i + 1)), amount }));
      const due = amounts.length > 1 ? { instalments } : { dueOn: addDays(day, 30) };
      const of = { number: `T-${(made += 1)}`, customerId, issuedOn: day, currency: 'EUR' };
      last = await clerk.done('/v1/invoices', { ...of, total: sum(amounts), ...due });
      ids.push(last.id);
    }
    const [invoiceId] = ids;
    if (payment) {
      const allocations = invoiceId ? [{ invoiceId, amount: payment }] : [];
      const of = { currency: 'EUR', receivedOn: day, payerId: customerId };
      last = await clerk.done('/v1/payments', { ...of, amount: payment, allocations });
    }
    if (credit) {
      const of = { number: `T-${(made += 1)}`, customerId, issuedOn: day, currency: 'EUR', total: credit };
      const applications = applied ? [{ invoiceId, amount: applied }] : [];
      const why = { reasonCode: 'quality', reason: 'Came broken.', applications };
      last = await clerk.done('/v1/credit-notes', { ...of, ...why });
    }
    const { position } = last;
    type Row = Record<'key' | 'open' | 'unapplied' | 'credits', string> & { balanced: boolean };
    const { body } = await clerk.get<{ rows: Row[] }>('/v1/reports/aging?by=customer&limit=500', position);
    const row = body.rows.find(({ key }) => key === customerId);
    expect(row?.balanced ?? true).toBe(true);
    const zero = '0.00';
    const { open = zero, unapplied = zero, credits = zero } = row ?? {};
    if (!invoiceId) return { open, unapplied, credits };
    type Shown = {
      settledBy: Record<string, string>;
      total: string;
      open: string;
      instalments: { amount: string; open: string }[];
    };
    const { body: invoice } = await clerk.get<Shown>(`/v1/invoices/${invoiceId}`);
    const parts =
      invoice.instalments.length > 0 ? invoice.instalments : [{ amount: invoice.total, open: invoice.open }];
    return {
      parts: parts.filter((part) => part.open !== zero).map((part) => [part.amount, part.open]),
      settledBy: invoice.settledBy,
      ...{ open, unapplied, credits },
    };
  }
  return seen;
}
