import { Rejection } from '@quittance/kernel';
import { asStored } from './as-stored.js';
import {
  type CommandAttempt,
  commandIdOf,
  type Former,
  formerCommandIdOf,
  formerly,
  internalCommandIdOf,
  keyReused,
} from './command-attempt.js';
import type { CommandMessage, Outcome } from './command.js';
import type { AnyRoute } from './command-route.js';
import type { CommandObserver } from './command-observer.js';
import { StoreUnavailableError } from './event-store.js';
import { type IdempotencyGuard, LEASE } from './idempotency.js';
import { KeyedMutex } from './keyed-mutex.js';
import { CommandExecutor } from './command-executor.js';
import type { CommandExecutorParts } from './command-executor-parts.js';
import type { Held, Wanted } from './request-key.js';
import { statedInstant } from './stated-instant.js';

export interface CommandHandlerParts extends CommandExecutorParts {
  guard: Pick<
    IdempotencyGuard,
    'fingerprint' | 'claim' | 'lookFormer' | 'claimFormer' | 'release' | 'complete'
  >;
  routes: readonly AnyRoute[];
  observer?: CommandObserver;
}

/** A first try that took longer than this no longer believes that it was alone: it reads back. */
const ALONE_FOR = LEASE - 1_000;
/** Milliseconds after which a request stops waiting for an earlier try of itself. */
const PATIENCE = LEASE * 2;

/** The one door of every command: finds its route, guards its idempotency key, has it performed, answers. */
export class CommandHandler {
  private readonly routes = new Map<unknown, AnyRoute>();
  private readonly executor: CommandExecutor;
  private readonly mutex = new KeyedMutex();

  constructor(private readonly parts: CommandHandlerParts) {
    for (const route of parts.routes) this.routes.set(route.command, route);
    this.executor = new CommandExecutor(parts);
  }

  /**
   * @throws Rejection when a rule speaks against it (nothing was written)
   * @throws StoreUnavailableError when the store did not answer: the same request may be sent again
   */
  readonly execute = (command: CommandMessage): Promise<Outcome> => {
    const { observer } = this.parts;
    return observer ? observer.command(command, () => this.handle(command)) : this.handle(command);
  };

  private async handle(asked: CommandMessage): Promise<Outcome> {
    try {
      return await this.once(asked);
    } catch (error) {
      const instead = error instanceof Rejection && this.routes.get(asked.constructor)?.instead;
      const next = instead && (await instead(asked, error, this.execute));
      if (!next) throw error;
      return next === asked ? this.once(next) : this.handle(next);
    }
  }

  private async once(asked: CommandMessage): Promise<Outcome> {
    const route = this.routes.get(asked.constructor);
    if (!route) throw new Error(`no route for ${asked.constructor.name}`);
    const { clock, entity } = this.parts;
    const command = await asStored(asked, route, entity, this.executor.exists);
    const attempt: CommandAttempt = {
      command,
      route,
      ...(await this.named(command, route)),
      today: clock.today(),
      statedRecordedAt: statedInstant(command.statedRecordedAt, clock.now()),
      alone: () => route.internal === 'sameBytes' || route.internal === 'ownKey',
      again: false,
      sent: false,
    };
    const outcome = route.internal
      ? await this.mutex.run(attempt.stream, () => this.executor.perform(attempt))
      : await this.guarded(attempt);
    if (!route.answer) return outcome;
    // Whoever waits for the answer's position waits for all that the command caused.
    let { position, revision } = outcome;
    const execute = async (caused: CommandMessage): Promise<Outcome> => {
      const done = await this.execute(caused);
      if (done.position.commit > position.commit) position = done.position;
      // What it caused may go on in the same stream.
      if (done.stream === outcome.stream && done.revision > revision) revision = done.revision;
      return done;
    };
    const answer = await route.answer(outcome, execute, this.parts.store, command);
    return { ...outcome, position, revision, answer };
  }

  /** Its stream, its id and its hash. */
  private async named(
    command: CommandMessage,
    route: AnyRoute,
  ): Promise<Pick<CommandAttempt, 'stream' | 'commandId' | 'hash' | 'former'>> {
    const { entity, guard } = this.parts;
    const { actor, key, hash, formerHash = hash } = command.context;
    const stream = route.stream(command, entity);
    // What Quittance sends itself holds nothing personal, and must be the same bytes whoever sends it.
    if (route.internal) return { stream, commandId: internalCommandIdOf(entity, key), hash };
    return {
      stream,
      commandId: commandIdOf(entity, actor.id, key),
      hash: await guard.fingerprint(hash),
      former: new FormerNames(
        () => route.formerStream?.(command, entity) ?? stream,
        () => formerCommandIdOf(entity, key),
        [await guard.fingerprint(formerHash), formerHash],
      ),
    };
  }

  /** Under the key's guard: the first try goes ahead; a second one looks for the first, and waits for it. */
  private async guarded(attempt: CommandAttempt): Promise<Outcome> {
    const { key, actor } = attempt.command.context;
    const { stream, hash } = attempt;
    const former = attempt.former!;
    const wanted: Wanted = { actor: actor.id, key, hash, stream, former: former.hashes };
    const until = performance.now() + PATIENCE;
    while (performance.now() < until) {
      const began = performance.now();
      const { claim, since, transition } = await this.parts.guard.claim(wanted);
      if (claim === 'reused') throw keyReused(key);
      if (claim === 'former' && (await this.isOfAnother(attempt, former, wanted))) {
        wanted.beside = true;
        continue;
      }
      const outcome = await this.mutex.run(stream, async () => {
        if (claim === 'former') return this.goOn(formerly(attempt, former), wanted);
        if (claim === 'busy') return this.executor.doneBefore(attempt);
        // What was nothing to do then must not be done now, by a retry that came late.
        if (claim === 'nothing') return this.executor.standing({ ...attempt, again: true });
        // A former release's row of it may be lost: the stream that it wrote to says so, too.
        const before = transition && former.stream !== stream && formerly(attempt, former);
        const done = before && (await this.executor.doneBefore(before));
        if (done) return done;
        const alone = () => claim === 'first' && performance.now() - began < ALONE_FOR;
        return this.claimed(
          { ...attempt, alone, again: claim === 'again' },
          { actor: actor.id, key, hash, since },
        );
      });
      if (outcome) return outcome;
      await new Promise((resolve) => setTimeout(resolve, 10 + 20 * Math.random()));
    }
    throw new StoreUnavailableError('an earlier try of the same request is still under way');
  }

  /** Whether what a former release did under the key is no try of this request: the stream knows who asked for what. */
  private async isOfAnother(attempt: CommandAttempt, former: Former, { key }: Wanted): Promise<boolean> {
    const { actor } = attempt.command.context;
    const { same, stream } = await this.parts.guard.lookFormer(key, former.hashes);
    const sender = stream && (await this.executor.senderOf(stream, former.commandId));
    if (same) return sender !== undefined && sender !== actor.id;
    if (sender === actor.id) throw keyReused(key);
    return true;
  }

  /** A request that a former release began, as that release would go on with it. */
  private async goOn(attempt: CommandAttempt, wanted: Wanted): Promise<Outcome | undefined> {
    const { claim, since } = await this.parts.guard.claimFormer(wanted);
    if (claim === 'busy') return this.executor.doneBefore(attempt);
    if (claim === 'nothing') return this.executor.standing(attempt);
    return this.claimed(attempt, { ...wanted, hash: attempt.hash, since, former: true });
  }

  /** The key is freed when it is certain that nothing was stored under it. */
  private async claimed(attempt: CommandAttempt, held: Held): Promise<Outcome> {
    const { guard, lookAlikes } = this.parts;
    try {
      const outcome = await this.executor.perform(attempt);
      if (outcome.facts.length === 0) await guard.complete(held);
      // Should it fail: the log is read again, and says so too.
      await lookAlikes?.free(outcome.facts).catch(() => undefined);
      return outcome;
    } catch (error) {
      const { name } = attempt;
      if (name && !(error instanceof StoreUnavailableError))
        await lookAlikes?.release(name, name.claim).catch(() => undefined);
      const nothingStored = error instanceof Rejection || !(attempt.again || attempt.sent);
      // Should it fail too: the row is taken over by the next try.
      if (nothingStored) await guard.release(held).catch(() => undefined);
      throw error;
    }
  }
}

/** Its names are worked out when somebody asks: hardly any request has a past in a former release. */
class FormerNames implements Former {
  private made: { stream?: string; commandId?: string } = {};

  constructor(
    private readonly streamOf: () => string,
    private readonly idOf: () => string,
    readonly hashes: Former['hashes'],
  ) {}

  get stream(): string {
    return (this.made.stream ??= this.streamOf());
  }

  get commandId(): string {
    return (this.made.commandId ??= this.idOf());
  }
}
