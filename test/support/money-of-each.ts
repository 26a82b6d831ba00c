import type { Ids } from './every-question.js';
import type { Sender } from './exceptions-of-each.js';

const NOBODY = '00000000-0000-5000-8000-000000000000';

/** What is free of a payment of 150.00 is allocated, and what is refused of it. */
export async function allocations(all: Sender, paymentId: string, { full }: Ids): Promise<void> {
  const path = `/v1/payments/${paymentId}/allocations`;
  const to = (invoiceId: string, amount: string): object => ({ allocations: [{ invoiceId, amount }] });
  await all.post('done', path, to(full, '0.50'));
  await all.post('more-than-free', path, to(full, '150.00'));
  await all.post('unknown-invoice', path, to(NOBODY, '1.00'));
  await all.post('payment-not-found', `/v1/payments/${NOBODY}/allocations`, to(full, '1.00'));
}
