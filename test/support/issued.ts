import { CommandHandler, type EventStore, IdempotencyGuard, Vault } from '@quittance/event-store';
import { aboutFact, IssueInvoice, ROUTES } from '@quittance/receivables';
import type { Pool } from 'pg';
import { ENTITY } from './quittance.js';

/** Issues an invoice to a customer of `recordLived`, in whatever store. @returns its position */
export async function issued(store: EventStore, pool: Pool, number: string): Promise<bigint> {
  const handler = new CommandHandler({
    store,
    guard: new IdempotencyGuard(pool),
    vault: new Vault(pool),
    clock: { today: () => '2024-06-29', now: () => new Date() },
    entity: ENTITY,
    routes: ROUTES,
    about: aboutFact,
  });
  const body = {
    number,
    customerId: await oneCustomer(pool),
    issuedOn: '2024-06-01',
    dueOn: '2024-07-01',
    currency: 'EUR',
    total: '10.00',
    ownerId: 'M1-anna',
  };
  const actor = { id: 'anna', roles: ['clerk'] };
  const context = { key: number, hash: number, actor, correlationId: number, causationId: number };
  return (await handler.execute(Object.assign(new IssueInvoice(), body, { context }))).position.commit;
}

/** A history may have merged some of its customers into others. */
async function oneCustomer(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `select c.id from live.customers c where c.id like 'M1-%' and not exists (select from live.merges m where m.customer_id = c.id)
     order by c.id limit 1`,
  );
  return rows[0]!.id;
}
