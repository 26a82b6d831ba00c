import { type BusinessDate, type Policy, Rejection } from '@quittance/kernel';
import type { CommandMessage, Outcome } from './command.js';
import type { AnyRoute } from './command-route.js';
import type { FactMetadata, RecordedFact } from './fact.js';
import type { Folded } from './folded-streams.js';
import { uuid5 } from './identity.js';
import type { HeldName } from './looks-alike.js';

/** One command under way: all that is taken once, whatever is tried again. */
export interface CommandAttempt {
  command: CommandMessage;
  route: AnyRoute;
  stream: string;
  commandId: string;
  /** Of the request: under the installation's secret where it may hold personal data. */
  hash: string;
  /** What a former release made of the same request; internal commands are what they were. */
  former?: Former;
  today: BusinessDate;
  /** The entity's limits, once they were read. */
  policy?: Policy;
  statedRecordedAt?: string;
  /** Nobody else can have stored it: a first acknowledgement is believed. */
  alone: () => boolean;
  /** An earlier try may have stored it: it is looked for before anything is decided. */
  again: boolean;
  /** The name that was claimed for the stream it begins. */
  name?: HeldName;
  /** Something went to the store: it may be stored, whatever was heard of it. */
  sent: boolean;
}

/** Before keys belonged to their actors: the ids that hang on a key alone, and the hashes of bytes, not of content. */
export interface Former {
  commandId: string;
  stream: string;
  /** Under the installation's secret; and plain, of the first release. */
  hashes: readonly [string, string];
}

/** The id of a caller's command. Keys of two actors never meet, nor do those that Quittance gives itself. */
export const commandIdOf = (entity: string, actor: string, key: string): string =>
  uuid5(entity, 'actor', actor, key);

export const internalCommandIdOf = (entity: string, key: string): string => uuid5(entity, 'internal', key);

/** As former releases gave it, whoever called. */
export const formerCommandIdOf = (entity: string, key: string): string => uuid5(entity, key);

/** The request as a former release would have gone on with it. */
export const formerly = (attempt: CommandAttempt, { commandId, stream, hashes }: Former): CommandAttempt => ({
  ...attempt,
  commandId,
  stream,
  hash: hashes[0],
  again: true,
});

/** What a fact of this command carries, but for its place in the chain. */
export function metadataOf(
  { command: { context }, commandId, hash }: CommandAttempt,
  entity: string,
  effectiveOn: string,
  schema: number,
  statedRecordedAt: string | undefined,
): Omit<FactMetadata, 'hashVersion' | 'previousHash' | 'hash'> {
  return {
    $correlationId: context.correlationId,
    $causationId: context.causationId,
    commandId,
    commandHash: hash,
    actor: { id: context.actor.id, roles: [...context.actor.roles] },
    entity,
    effectiveOn,
    schema,
    ...(statedRecordedAt !== undefined && { statedRecordedAt }),
    ...(context.traceparent !== undefined && { traceparent: context.traceparent }),
  };
}

/** The answer from facts: those just stored, or those read back of an earlier try. */
export function outcomeOf(
  { route, command, stream }: CommandAttempt,
  facts: readonly RecordedFact[],
  replayed: boolean,
): Outcome {
  const last = facts.at(-1)!;
  return {
    id: idOf(route, command, stream),
    stream,
    revision: last.revision,
    position: last.position,
    created: facts[0]!.revision === 0n,
    replayed,
    facts,
  };
}

/** The answer when there was nothing to do: where the stream stands; revision -1 when it does not exist. */
export function unchanged({ route, command, stream, again }: CommandAttempt, folded: Folded): Outcome {
  return {
    id: idOf(route, command, stream),
    stream,
    revision: folded.end.revision === 'none' ? -1n : folded.end.revision,
    position: folded.position,
    created: false,
    replayed: again,
    facts: [],
  };
}

const idOf = (route: AnyRoute, command: CommandMessage, stream: string): string =>
  route.id?.(command) ?? idWithin(stream, route.decider);

export const keyReused = (key: string): Rejection =>
  Rejection.invalid('idempotency-key-reused', 'The Idempotency-Key was used for another request.', {
    field: '',
    rule: 'idempotency-key-reused',
    value: key,
    hint: 'send a new key with a new request',
  });

/** All that follows the category in a stream's name; a category may have hyphens, too. */
export const idWithin = (stream: string, { category }: { category: string }): string =>
  stream.slice(category.length + 1);
