import { CommandHandler, type CommandMessage } from '@quittance/event-store';
import type { AnyRoute } from '@quittance/event-store';
import { type Clock, Rejection } from '@quittance/kernel';
import { CountAttempts, KeepAttempt } from './attempt.commands.js';

/** Codes of refusals that are kept. */
const KEPT: readonly string[] = [
  'same-person',
  'duty',
  'over-limit',
  'closed-period',
  'erased',
  'person-erased',
];
const isPowerOfTen = (count: number): boolean => /^10*$/.test(String(count));

interface Parts {
  handler: Pick<CommandHandler, 'execute'>;
  routes: readonly AnyRoute[];
  clock: Clock;
  entity: string;
}

/** Keeps what was refused to people for a duty, a limit, a close or an erasure. Every other refusal leaves no fact. */
export class Attempts {
  private readonly routes = new Map<unknown, AnyRoute>();
  /** Beyond those that are kept one by one, in this process: by day and actor. */
  private readonly beyond = new Map<string, number>();

  constructor(private readonly parts: Parts) {
    for (const route of parts.routes) this.routes.set(route.command, route);
  }

  /** Done with the command; what it is refused with stays the answer, whatever becomes of keeping it. */
  async keeping<Done>(command: CommandMessage, execute: () => Promise<Done>): Promise<Done> {
    try {
      return await execute();
    } catch (error) {
      if (error instanceof Rejection && error.kind === 'conflict' && KEPT.includes(error.code))
        await this.keep(command, error.code).catch(() => undefined);
      throw error;
    }
  }

  private async keep(command: CommandMessage, code: string): Promise<void> {
    const { handler, clock, entity } = this.parts;
    const route = this.routes.get(command.constructor);
    if (!route || route.internal) return;
    const { actor, key, hash, correlationId, causationId } = command.context;
    const [attemptedOn, actorId] = [clock.today(), actor.id];
    const of = `${attemptedOn} ${actorId}`;
    const context = { actor, hash, correlationId, causationId };
    const { facts, replayed } = await handler.execute(
      Object.assign(new KeepAttempt(), {
        ...{ attemptedOn, actorId, code, command: command.constructor.name },
        document: route.stream(command, entity),
        // The same request again is the same attempt.
        context: { ...context, key: `attempt ${of} ${key} ${code}` },
      }),
    );
    if (facts.length > 0 || replayed) return;
    const more = (this.beyond.get(of) ?? 0) + 1;
    this.beyond.set(of, more);
    if (this.beyond.size > MOST_ACTORS) this.beyond.delete(this.beyond.keys().next().value!);
    if (!isPowerOfTen(more)) return;
    const counted = { attemptedOn, actorId, more };
    await handler.execute(
      Object.assign(new CountAttempts(), counted, { context: { ...context, key: `attempts ${of} ${more}` } }),
    );
  }
}

const MOST_ACTORS = 10_000;
