import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '@quittance/kernel';

const acting = new AsyncLocalStorage<Actor>();

/**
 * Asks a question of our own, through the same door, as somebody whom it let in before: their token may have ended since. No
 * request from outside can say so: it is known by the course of the program, not by a header.
 */
export const asActor = <Answer>(actor: Actor, ask: () => PromiseLike<Answer>): Promise<Answer> =>
  // Awaited here: what Fastify gives begins when it is waited for.
  acting.run(actor, async () => await ask());

/** Whom this request of our own is asked for; undefined: it is of somebody else. */
export const actingFor = (): Actor | undefined => acting.getStore();
