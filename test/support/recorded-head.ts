import { CommandHandler, IdempotencyGuard, Vault } from '@quittance/event-store';
import { aboutFact, recordLogHead, ROUTES } from '@quittance/receivables';
import { ENTITY, type Quittance } from './quittance.js';

/** Records the head of the log, as the reactor does every morning. @returns the position of the fact */
export async function recordedHead({ store, pool, clock }: Quittance): Promise<string> {
  const stores = { store, guard: new IdempotencyGuard(pool), vault: new Vault(pool) };
  const handler = new CommandHandler({ ...stores, clock, entity: ENTITY, routes: ROUTES, about: aboutFact });
  const actor = { id: 'system:reactor', roles: ['system'] };
  const by = { entity: ENTITY, actor, correlationId: 'head' };
  const head = await recordLogHead(store, (command) => handler.execute(command), by);
  return String(head!.position.commit);
}
