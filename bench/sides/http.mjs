// New owners of invoices, over HTTP.
import { atOnce, atRate } from '../load.mjs';
import { answering } from './answering.mjs';
import { door } from './door.mjs';
import { ACTOR, invoices } from './histories.mjs';
import { visible } from './progress.mjs';

const post = await door({ sub: ACTOR.id, roles: ACTOR.roles, connections: 64 });

async function assignOwner({ invoiceId, command }) {
  const { position } = await post(`invoices/${invoiceId}/owner`, command);
  return BigInt(position);
}

answering({
  prepare: async () => undefined,
  run: ({ from, count, inFlight, rate }) =>
    rate
      ? atRate(invoices(from, count), rate, assignOwner)
      : atOnce(invoices(from, count), inFlight, async (one) => visible(await assignOwner(one))),
});
