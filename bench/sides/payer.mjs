// Part payments on one invoice, over HTTP, one after the other.
import { randomUUID } from 'node:crypto';
import { Agent, lib, request } from '../product.mjs';
import { answering } from './answering.mjs';

const token = await lib('http').signDevelopmentToken(process.env.DATA_DIR, {
  sub: 'carla',
  roles: ['clerk', 'manager'],
});
const dispatcher = new Agent({ connections: 1 });

async function post(path, body) {
  const { statusCode, body: said } = await request(`${process.env.QUITTANCE_URL}/v1/${path}`, {
    method: 'POST',
    dispatcher,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  const answer = await said.json();
  if (statusCode >= 300) throw new Error(`${path}: ${statusCode} ${JSON.stringify(answer)}`);
  return answer;
}

const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const money = { currency: 'EUR' };

/** Milliseconds of each of so many payments on an invoice of its own. */
async function pay(count) {
  const dates = { issuedOn: '2026-01-15', dueOn: '2026-02-14' };
  const total = '1000000.00';
  const { id } = await post('invoices', {
    number: randomUUID(),
    customerId: 'payer',
    ...dates,
    ...money,
    total,
  });
  const took = [];
  for (let i = 0; i < count; i += 1) {
    const began = performance.now();
    const allocations = [{ invoiceId: id, amount: '10.00' }];
    await post('payments', { amount: '10.00', ...money, receivedOn: today, allocations });
    took.push(performance.now() - began);
  }
  return took;
}

answering({
  async pay({ count }) {
    await post('people', { personId: 'carla', name: 'Carla', email: 'carla@example.org' });
    await post('customers', { customerId: 'payer', name: 'Payer' });
    await pay(Math.ceil(count / 2)); // warms up
    return pay(count);
  },
});
