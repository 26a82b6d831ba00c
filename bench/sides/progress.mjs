// How far the projector is: it tells with every batch.
import { Client } from '../product.mjs';

let at = 0n;
let waiting = [];
const listener = new Client({ connectionString: process.env.DATABASE_URL });
listener.on('notification', ({ payload }) => {
  at = BigInt(payload);
  waiting = waiting.filter(({ position, resolve }) => position > at || resolve());
});
await listener.connect();
await listener.query('listen quittance_progress');

/** Resolves when the rows of the fact at this commit position can be read. */
export const visible = (position) =>
  position <= at
    ? Promise.resolve()
    : new Promise((resolve) => waiting.push({ position, resolve: () => void resolve() }));
