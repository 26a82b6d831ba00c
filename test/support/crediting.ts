import type { EventStore } from '@quittance/event-store';
import { invoiceBody } from './invoice-body.js';
import type { Caller, Written } from './caller.js';

export interface Credited extends Written {
  applications: { applicationId: string; status: string; applied: string; code?: string }[];
  onAccount: string;
  refundId: string;
}
export type Item = Record<string, unknown>;

export const NOTE = { customerId: 'C-1', issuedOn: '2026-02-01', currency: 'EUR' };
export const WHY = { reasonCode: 'quality', reason: 'Two of ten came broken.' };

/** What became of the parts: `applied 60.00 less-open`. */
export const parts = ({ applications }: Credited): string[] =>
  applications.map(({ status, applied, code }) => [status, applied, code].filter(Boolean).join(' '));

/** total = applied + refunded + on account + cancelled */
export const sums = ({ total, applied, refunded, onAccount, cancelled }: Item): unknown[] => [
  total,
  '=',
  applied,
  refunded,
  onAccount,
  cancelled,
];

/** What a request came to: the status, and the code of a refusal. */
export async function cameTo(by: Caller, path: string, body: object): Promise<string> {
  const { status, body: answer } = await by.post<{ code?: string }>(path, body);
  return [status, answer.code].filter(Boolean).join(' ');
}

/** Requests about credit notes of C-1, as a clerk sends them. */
export function crediting(clerk: Caller) {
  let numbers = 0;
  return {
    issue: async (total: string, change: object = {}): Promise<string> => {
      const number = `CR-${(numbers += 1)}`;
      const dates = { issuedOn: '2026-01-10', dueOn: '2026-02-09' };
      const body = { number, customerId: 'C-1', ...dates, currency: 'EUR', total };
      return (await clerk.done('/v1/invoices', invoiceBody({ ...body, ...change }))).id;
    },
    credit: (number: string, total: string, change: object = {}): Promise<Credited> =>
      clerk.done<Credited>('/v1/credit-notes', { ...NOTE, ...WHY, number, total, ...change }),
    noteOf: async (id: string, query = '', after?: string): Promise<Item> =>
      (await clerk.get(`/v1/credit-notes/${id}${query}`, after)).body,
    /** Euros of the aging as of a day; whether all its rows are balanced, too, by customer and by owner. */
    aging: async (query: string, after?: string): Promise<unknown> => {
      type Aged = { currency: string; open: string; control: string; balanced: boolean };
      const said = [];
      for (const by of ['customer', 'owner']) {
        const path = `/v1/reports/aging?by=${by}&${query}`;
        const { body } = await clerk.get<{ currencies: Aged[]; rows: Aged[] }>(path, after);
        const { open, control } = body.currencies.find(({ currency }) => currency === 'EUR')!;
        said.push([open, control, [...body.currencies, ...body.rows].every(({ balanced }) => balanced)]);
      }
      expect(said[1]).toEqual(said[0]);
      return said[0];
    },
  };
}

/** An instant before the first fact of a credit note was recorded. */
export async function recordedBefore(store: EventStore, id: string): Promise<string> {
  for await (const { recordedAt } of store.read(`credit-note-${id}`))
    return new Date(recordedAt.getTime() - 1).toISOString();
  throw new Error(`no credit note ${id}`);
}
