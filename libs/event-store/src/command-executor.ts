import { type DecisionContext, type Policy, Rejection, UNLIMITED } from '@quittance/kernel';
import { type CommandAttempt, idWithin, metadataOf, outcomeOf, unchanged } from './command-attempt.js';
import { mustNotBackDate } from './back-dating.js';
import { claimName, looksAlike } from './begun-names.js';
import type { CommandMessage, Outcome } from './command.js';
import type { CommandExecutorParts, Decided } from './command-executor-parts.js';
import { type ReadStreams, NOT_JUDGED } from './command-route.js';
import { StoreUnavailableError } from './event-store.js';
import type { FactMetadata, NewFact, Position, RecordedFact } from './fact.js';
import { type Folded, FoldedStreams } from './folded-streams.js';
import { chain } from './hash-chain.js';
import { uuid5 } from './identity.js';
import { matches, stale } from './if-match.js';
import { mustKeepDutiesApart } from './kept-apart.js';
import { PolicyReader } from './policy-now.js';
import { contended, refused } from './refused.js';
import { replay } from './replay.js';
import { resolveAppend } from './resolve-append.js';
import { knownSince } from './stated-instant.js';

type Data = Record<string, unknown>;
type Decide = (command: CommandMessage, state: unknown, context: DecisionContext) => Decided[];

/** Facts as they are stored, and their data as decided, personal part in plain text. */
interface Written {
  facts: (NewFact & { metadata: FactMetadata })[];
  plain: Data[];
  /** Whoever else may send them sends the same bytes. */
  agreed: boolean;
}

/** Times a command is decided again because others changed the stream meanwhile. */
const MOST_CONFLICTS = 5;

/**
 * Fold the stream, look whether the command was done before, decide, seal, link, append at the exact revision.
 * What is answered after anything but a plain first success is read back from the store.
 */
export class CommandExecutor {
  private readonly streams: FoldedStreams;
  private readonly policy: PolicyReader;

  constructor(private readonly parts: CommandExecutorParts) {
    this.streams = new FoldedStreams(parts.store, parts.vault, parts.cache);
    this.policy = new PolicyReader(this.streams, parts);
  }

  /** The answer of an earlier try, if one was stored. */
  async doneBefore(attempt: CommandAttempt): Promise<Outcome | undefined> {
    return refused(this.readBefore(attempt));
  }

  /** Where the stream stands: the answer of a command that has nothing to do. */
  async standing(attempt: CommandAttempt): Promise<Outcome> {
    return unchanged(attempt, await refused(this.latest(attempt)));
  }

  /** Who sent the command that is stored under this id; undefined when the stream has none. */
  async senderOf(stream: string, commandId: string): Promise<string | undefined> {
    for await (const { metadata } of this.parts.store.read(stream)) {
      if (metadata.commandId === commandId) return metadata.actor.id;
    }
    return undefined;
  }

  /** @throws Rejection when a rule speaks against it, and when a stream was deleted or cut: nothing was written */
  perform(attempt: CommandAttempt): Promise<Outcome> {
    return refused(this.try(attempt));
  }

  private async readBefore(attempt: CommandAttempt): Promise<Outcome | undefined> {
    return replay(this.parts.store, attempt, await this.latest(attempt));
  }

  private async try(attempt: CommandAttempt): Promise<Outcome> {
    // At first what memory holds will do, of this stream and of those that are only named.
    let fresh = false;
    let folded = this.guess(attempt) ?? (await this.latest(attempt));
    for (let conflicts = 0; ;) {
      const replayed = await replay(this.parts.store, attempt, folded);
      if (replayed) return replayed;
      const decided = await this.decide(attempt, folded, fresh);
      if (decided) {
        if (decided.length === 0) return unchanged(attempt, folded);
        const other = await this.claimName(attempt, folded);
        if (other !== undefined) {
          if (fresh) throw looksAlike(attempt, other);
          // Perhaps it is no other stream that begins here, but this one that is there already.
          folded = await this.latest(attempt);
          fresh = true;
          continue;
        }
        const outcome = await this.append(attempt, folded, decided);
        if (outcome) return outcome;
        conflicts += 1;
        if (conflicts > MOST_CONFLICTS) throw contended();
        await new Promise((resolve) => setTimeout(resolve, 2 ** conflicts * (1 + 4 * Math.random())));
      }
      folded = await this.latest(attempt);
      fresh = true;
    }
  }

  /** Whether the stream has begun. */
  readonly exists = (stream: string): Promise<boolean> => this.streams.exists(stream);

  /** Holds the name of a stream that is to begin. @returns the name that looks like it and is another's */
  private async claimName(attempt: CommandAttempt, { end }: Folded): Promise<string | undefined> {
    const { lookAlikes, entity } = this.parts;
    if (!lookAlikes || end.revision !== 'none' || attempt.name) return undefined;
    const claimed = await claimName(attempt, { lookAlikes, exists: this.exists, entity });
    if (typeof claimed === 'string') return claimed;
    attempt.name = claimed;
    return undefined;
  }

  /**
   * What the stream probably is, without asking the store: what is kept of it, or nothing for a command that begins
   * one. A wrong guess costs a conflict, never a wrong fact: refusals and "nothing to do" are looked at again.
   */
  private guess({ again, command, route, stream }: CommandAttempt): Folded | undefined {
    if (again) return undefined;
    const begins = typeof route.begins === 'function' ? route.begins(command) : route.begins;
    return (
      this.streams.cached(route.decider, stream) ?? (begins ? this.streams.none(route.decider) : undefined)
    );
  }

  private latest({ route, stream }: CommandAttempt): Promise<Folded> {
    return this.streams.latest(route.decider, stream);
  }

  /** What the rules make of it; undefined when they refuse on a state that may have been overtaken. */
  private async decide(
    attempt: CommandAttempt,
    folded: Folded,
    fresh: boolean,
  ): Promise<Decided[] | undefined> {
    const { command, route, stream, today } = attempt;
    const { ifMatch, actor } = command.context;
    const { entity, clock, dueYearsMost = 10 } = this.parts;
    try {
      if (!matches(ifMatch, folded)) throw stale(folded);
      const wanted = typeof route.policy === 'function' ? route.policy(command) : route.policy;
      const policy = wanted ? (attempt.policy ??= await this.policy.now()) : UNLIMITED;
      const references = await route.references?.(command, this.reading(fresh, policy), entity);
      const id = idWithin(stream, route.decider);
      const partId = (index = 0): string => uuid5(attempt.commandId, String(index));
      const calendar = { hasDay: (date: string) => clock.hasDay?.(date) ?? true, dueYearsMost };
      const about = { actor, entity, stream, id, partId, references };
      const context: DecisionContext = { today, calendar, policy, ...about };
      const decide = (route.decider.decide as Record<string, Decide>)[route.command.name]!;
      const decided = decide(command, folded.state, context);
      await mustNotBackDate(attempt, decided, this.parts, () => this.policy.recent());
      await mustKeepDutiesApart(attempt, decided, this.parts, () => this.policy.recent());
      return decided.length > 0 || fresh ? decided : undefined;
    } catch (error) {
      if (error instanceof Rejection && !fresh) return undefined;
      throw error;
    }
  }

  private reading(fresh: boolean, policy: Policy): ReadStreams {
    const latest: ReadStreams['latest'] = async (folding, stream) => {
      const { state, end } = await this.streams.latest(folding, stream);
      return end.revision === 'none' ? undefined : state;
    };
    const cached: ReadStreams['cached'] = async (folding, stream) =>
      (fresh ? undefined : this.streams.cached(folding, stream)?.state) ?? latest(folding, stream);
    return { latest, cached, judge: this.parts.judge ?? (() => Promise.resolve(NOT_JUDGED)), policy };
  }

  /** Undefined: others changed the stream meanwhile. */
  private async append(
    attempt: CommandAttempt,
    folded: Folded,
    decided: readonly Decided[],
  ): Promise<Outcome | undefined> {
    const written = await this.write(attempt, folded, decided);
    const before = await this.streams.seenUpTo();
    attempt.sent = true;
    const { store, observer } = this.parts;
    const send = () => resolveAppend(store, attempt.stream, folded.end.revision, written.facts);
    const settled = await (observer ? observer.append(attempt.command, send) : send());
    if (settled.result === 'conflict') return undefined;
    if (settled.result === 'unknown') throw new StoreUnavailableError(settled.cause.message);
    // A position not above all seen before: the store recognised what an earlier try had stored.
    const mine = settled.tries === 1 && attempt.alone() && written.agreed && settled.position.commit > before;
    return mine ? this.stored(attempt, folded, written, settled.position) : this.readBack(attempt, written);
  }

  /** The facts as they are stored: plain JSON, personal data sealed, linked to the stream's end, with their MACs. */
  private async write(
    attempt: CommandAttempt,
    folded: Folded,
    decided: readonly Decided[],
  ): Promise<Written> {
    const { entity, vault, about } = this.parts;
    const known = knownSince(attempt, folded);
    const plain = decided.map(({ data }) => JSON.parse(JSON.stringify(data)) as Data);
    const unchained = await Promise.all(
      decided.map(async ({ type }, i) => {
        const data = plain[i]!;
        const { effectiveOn, schema } = about({ type, data });
        return {
          id: uuid5(attempt.commandId, String(i)),
          type,
          data: await vault.seal(data),
          metadata: metadataOf(attempt, entity, effectiveOn, schema, known),
        };
      }),
    );
    const { key, agreed } = await vault.macs.inUse(attempt.route.internal === 'sameBytes');
    return { plain, agreed, facts: chain(attempt.stream, folded.end, unchained, key) };
  }

  /** A plain first success: nothing is read, the state is carried on from what was decided. */
  private stored(
    attempt: CommandAttempt,
    folded: Folded,
    { facts, plain }: Written,
    position: Position,
  ): Outcome {
    const { decider } = attempt.route;
    const first = folded.end.revision === 'none' ? 0n : folded.end.revision + 1n;
    // The store answers the last fact's position only, and not its time: near enough for an answer.
    const recordedAt = this.parts.clock.now();
    const recorded = facts.map((fact, i): RecordedFact => {
      return { ...fact, stream: attempt.stream, revision: first + BigInt(i), position, recordedAt };
    });
    const seen = decider.opened ? recorded.map((fact, i) => ({ ...fact, data: plain[i]! })) : recorded;
    this.streams.advance(decider, attempt.stream, folded, seen);
    return outcomeOf(attempt, recorded, false);
  }

  /** Stored by this try or by another of the same request: what is in the stream is the answer. */
  private async readBack(attempt: CommandAttempt, { facts }: Written): Promise<Outcome> {
    const outcome = await this.readBefore(attempt);
    if (!outcome) throw new StoreUnavailableError('the store does not give back what it acknowledged');
    return { ...outcome, replayed: outcome.facts[0]?.metadata.hash !== facts[0]?.metadata.hash };
  }
}
