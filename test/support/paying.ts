import type { Caller, Written } from './caller.js';
import { crediting, type Item } from './crediting.js';

export interface Allocated extends Written {
  allocations: { allocationId: string; status: string; applied: string; code?: string }[];
  unapplied: string;
  refundId: string;
  returnId: string;
  amount: string;
  from?: { undoId?: string; status: string; amount: string }[];
}

export const WHY = { reason: 'It was a mistake.' };
export const MONEY = { currency: 'EUR', receivedOn: '2026-02-01', payerId: 'C-1' };

/** What became of the parts: `applied 60.00 less-open`. */
export const parts = ({ allocations }: Allocated): string[] =>
  allocations.map(({ status, applied, code }) => [status, applied, code].filter(Boolean).join(' '));

/** received = allocated + pending + refunded + returned + unapplied */
export const sums = ({ received, allocated, pending, refunded, returned, unapplied }: Item): unknown[] => [
  ...[received, '=', allocated, pending, refunded, returned, unapplied],
];

/** Payments of C-1, as a clerk sends them. */
export function paying(clerk: Caller) {
  return {
    clerk,
    ...crediting(clerk),
    receive: (amount: string, change: object = {}): Promise<Allocated> =>
      clerk.done<Allocated>('/v1/payments', { ...MONEY, amount, ...change }),
    paymentOf: async (id: string, query = '', after?: string): Promise<Item> =>
      (await clerk.get(`/v1/payments/${id}${query}`, after)).body,
  };
}
