import { Inject, Module, type Type } from '@nestjs/common';
import { CommandHandler as HandlesCommand } from '@nestjs/cqrs';
import {
  CommandHandler,
  type CommandHandlerParts,
  type CommandMessage,
  type CommandObserver,
  type EventStore,
  IdempotencyGuard,
  LookAlikes,
  type Outcome,
  type RehearsalParts,
  Vault,
} from '@quittance/event-store';
import type { Clock } from '@quittance/kernel';
import { Pool } from 'pg';
import { Attempts } from './attempt/attempts.js';
import { aboutFact, asToday, dutiesOf, FACTS, legsOf, namedBy, POLICY } from './features.js';
import { judgeBy } from './judge.js';
import { CLOCK, DUE_YEARS_MOST, ENTITY, EVENT_STORE, OBSERVER } from './parts.js';
import { Rehearsals } from './rehearsal/rehearsals.js';
import { ROUTES } from './served.js';

const COMMAND_PARTS = Symbol('CommandParts');
type AllParts = CommandHandlerParts & RehearsalParts;

/** The bus wants a class a command: each of them only passes the command on to the one handler, keeps what is refused, and asks the rest only. */
function onTheBus(command: Type<CommandMessage>): Type {
  @HandlesCommand(command)
  class Handler {
    constructor(
      @Inject(CommandHandler) private readonly handler: CommandHandler,
      @Inject(Attempts) private readonly attempts: Attempts,
      @Inject(Rehearsals) private readonly rehearsals: Rehearsals,
    ) {}

    execute(message: CommandMessage): Promise<Outcome> {
      if (message.context.dryRun) return this.rehearsals.of(message);
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
      provide: COMMAND_PARTS,
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
      ): AllParts => ({
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
      provide: CommandHandler,
      inject: [COMMAND_PARTS],
      useFactory: (parts: AllParts) => new CommandHandler(parts),
    },
    {
      provide: Rehearsals,
      inject: [COMMAND_PARTS, Pool],
      useFactory: (parts: AllParts, pool: Pool) =>
        new Rehearsals({ ...parts, pool, facts: FACTS, legsOf, asToday }),
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
