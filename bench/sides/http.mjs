// A caller of Quittance over HTTP, on connections that are kept open.
import { randomUUID } from 'node:crypto';
import { atOnce, atRate } from '../load.mjs';
import { Agent, Client, lib, request } from '../product.mjs';
import { answering } from './answering.mjs';
import { ACTOR, invoices } from './histories.mjs';

const token = await lib('http').signDevelopmentToken(process.env.DATA_DIR, {
  sub: ACTOR.id,
  roles: ACTOR.roles,
});
const dispatcher = new Agent({ connections: 64, pipelining: 1 });
const listener = new Client({ connectionString: process.env.DATABASE_URL });
const progress = { at: 0n, waiting: [] };
listener.on('notification', ({ payload }) => {
  progress.at = BigInt(payload);
  progress.waiting = progress.waiting.filter(({ position, resolve }) => position > progress.at || resolve());
});
await listener.connect();
await listener.query('listen quittance_progress');

async function assignOwner({ invoiceId, command }) {
  const { statusCode, body } = await request(`${process.env.QUITTANCE_URL}/v1/invoices/${invoiceId}/owner`, {
    method: 'POST',
    dispatcher,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(command),
  });
  const answer = await body.json();
  if (statusCode !== 200) throw new Error(`${statusCode} ${JSON.stringify(answer)}`);
  return BigInt(answer.position);
}

const visible = (position) =>
  position <= progress.at || new Promise((resolve) => progress.waiting.push({ position, resolve }));

answering({
  prepare: async () => undefined,
  run: ({ from, count, inFlight, rate }) =>
    rate
      ? atRate(invoices(from, count), rate, assignOwner)
      : atOnce(invoices(from, count), inFlight, async (one) => visible(await assignOwner(one))),
});
