import type { Ids } from './every-question.js';
import type { Sender } from './exceptions-of-each.js';

const NOBODY = '00000000-0000-5000-8000-000000000000';
const WHY = { reason: 'It was a mistake.' };

/** What is free of a payment of 150.00 is allocated and taken back, and what is refused of it. */
export async function allocations(
  all: Sender,
  paymentId: string,
  { full }: Ids,
  receivedOn: string,
): Promise<void> {
  const path = `/v1/payments/${paymentId}/allocations`;
  const to = (invoiceId: string, amount: string): object => ({ allocations: [{ invoiceId, amount }] });
  const { allocations: made } = await all.post('done', path, to(full, '0.50'));
  await all.post('more-than-free', path, to(full, '150.00'));
  await all.post('unknown-invoice', path, to(NOBODY, '1.00'));
  await all.post('payment-not-found', `/v1/payments/${NOBODY}/allocations`, to(full, '1.00'));
  const [{ allocationId }] = made as [{ allocationId: string }];
  await all.post('done', `${path}/${allocationId}/undo`, { amount: '0.10', ...WHY });
  await all.post('more-than-applied', `${path}/${allocationId}/undo`, { amount: '9.00', ...WHY });
  await all.post('allocation-not-found', `${path}/${NOBODY}/undo`, WHY);
  await all.post('in-use', `/v1/payments/${paymentId}/cancellation`, WHY);
  await all.post('done', `${path}/undo`, WHY);
  const accepted = `/v1/payments/${paymentId}/proposals/acceptance`;
  await all.post('proposal-changed', accepted, { proposalId: 'ab'.repeat(32) });
  await moved(all, `/v1/payments/${paymentId}`, receivedOn);
}

/** Transferred, paid out and returned, and what is refused of that. The payer is not known at first. */
async function moved(all: Sender, path: string, returnedOn: string): Promise<void> {
  await all.post('done', `${path}/payer`, { customerId: 'C-1', ...WHY });
  await all.post('payer-known', `${path}/payer`, { customerId: 'C-1', ...WHY });
  await all.post('done', `${path}/transfers`, { customerId: 'C-2', amount: '1.00', ...WHY });
  await all.post('unknown-customer', `${path}/transfers`, { customerId: 'C-99', amount: '1.00', ...WHY });
  const { refundId } = await all.post('done', `${path}/refunds`, {
    amount: '2.00',
    reference: 'RF-1',
    ...WHY,
  });
  await all.post('more-than-free', `${path}/refunds`, { amount: '999.00', ...WHY });
  await all.post('done', `${path}/refunds/${refundId as string}/reversal`, WHY);
  await all.post('reversed', `${path}/refunds/${refundId as string}/reversal`, WHY);
  await all.post('refund-not-found', `${path}/refunds/${NOBODY}/reversal`, WHY);
  const returned = { amount: '3.00', returnedOn, code: 'am04', externalId: 'RT-1' };
  const { returnId } = await all.post('done', `${path}/returns`, returned);
  await all.post('done', `${path}/returns`, returned);
  await all.post('nothing-to-return', `${path}/returns`, {
    ...returned,
    externalId: 'RT-2',
    amount: '999.00',
  });
  await all.post('done', `${path}/returns/${returnId as string}/reversal`, WHY);
  await all.post('return-not-found', `${path}/returns/${NOBODY}/reversal`, WHY);
}
