// Part payments on one invoice, over HTTP, one after the other.
import { randomUUID } from 'node:crypto';
import { answering } from './answering.mjs';
import { door } from './door.mjs';

const post = await door({ sub: 'carla', roles: ['clerk', 'manager'], connections: 1 });
const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const money = { currency: 'EUR' };

const dates = { issuedOn: '2026-01-15', dueOn: '2026-02-14' };
let invoiceId;

const issue = async () => {
  const amount = { ...money, total: '1000000.00' };
  const { id } = await post('invoices', { number: randomUUID(), customerId: 'payer', ...dates, ...amount });
  invoiceId = id;
};

/** Milliseconds of each of so many more payments on the invoice. */
async function pay({ count }) {
  const took = [];
  for (let i = 0; i < count; i += 1) {
    const began = performance.now();
    const allocations = [{ invoiceId, amount: '10.00' }];
    await post('payments', { amount: '10.00', ...money, receivedOn: today, allocations });
    took.push(performance.now() - began);
  }
  return took;
}

answering({
  /** An invoice that nothing was paid on, after so many payments on another one. */
  async prepare({ count }) {
    await post('people', { personId: 'carla', name: 'Carla', email: 'carla@example.org' });
    await post('customers', { customerId: 'payer', name: 'Payer' });
    await issue();
    await pay({ count });
    await issue();
  },
  pay,
});
