import { Inject, Module, type Type } from '@nestjs/common';
import { CommandHandler as HandlesCommand } from '@nestjs/cqrs';
import {
  CommandHandler,
  type CommandMessage,
  type CommandObserver,
  type EventStore,
  IdempotencyGuard,
  LookAlikes,
  type Outcome,
  Vault,
} from '@quittance/event-store';
import type { Clock } from '@quittance/kernel';
import { Pool } from 'pg';
import { Attempts } from './attempt/attempts.js';
import { aboutFact, dutiesOf, namedBy, POLICY } from './features.js';
import { judgeBy } from './judge.js';
import { CLOCK, DUE_YEARS_MOST, ENTITY, EVENT_STORE, OBSERVER } from './parts.js';
import { ROUTES } from './served.js';

/** The bus wants a class a command: each of them only passes the command on to the one handler, and keeps what is refused. */
function onTheBus(command: Type<CommandMessage>): Type {
  @HandlesCommand(command)
  class Handler {
    constructor(
      @Inject(CommandHandler) private readonly handler: CommandHandler,
      @Inject(Attempts) private readonly attempts: Attempts,
    ) {}

    execute(message: CommandMessage): Promise<Outcome> {
      return this.attempts.keeping(message, () => this.handler.execute(message));
    }
  }
  return Handler;
}

/**
 * Every command of the receivables on the `CommandBus`. Wants `EVENT_STORE`, `CLOCK`, `ENTITY`, `OBSERVER` and `Pool` from a
 * global module; gives `CommandHandler` and `Vault`.
 */
@Module({
  providers: [
    { provide: Vault, inject: [Pool], useFactory: (pool: Pool) => new Vault(pool) },
    {
      provide: LookAlikes,
      inject: [EVENT_STORE, Pool, ENTITY],
      useFactory: (store: EventStore, pool: Pool, entity: string) =>
        new LookAlikes({ store, pool, entity, told: namedBy }),
    },
    {
      provide: CommandHandler,
      inject: [EVENT_STORE, Pool, Vault, LookAlikes, CLOCK, ENTITY, DUE_YEARS_MOST, OBSERVER],
      useFactory: (
        store: EventStore,
        pool: Pool,
        vault: Vault,
        lookAlikes: LookAlikes,
        clock: Clock,
        entity: string,
        dueYearsMost: number,
        observer: CommandObserver | null,
      ) =>
        new CommandHandler({
          store,
          guard: new IdempotencyGuard(pool),
          vault,
          lookAlikes,
          clock,
          entity,
          dueYearsMost,
          routes: ROUTES,
          about: aboutFact,
          dutiesOf,
          policy: POLICY,
          judge: judgeBy(pool),
          observer: observer ?? undefined,
        }),
    },
    {
      provide: Attempts,
      inject: [CommandHandler, CLOCK, ENTITY],
      useFactory: (handler: CommandHandler, clock: Clock, entity: string) =>
        new Attempts({ handler, clock, entity, routes: ROUTES }),
    },
    ...ROUTES.map(({ command }) => onTheBus(command)),
  ],
  exports: [Vault, CommandHandler, LookAlikes],
})
export class WriteSideModule {}
