import { type CommandAttempt, keyReused, outcomeOf } from './command-attempt.js';
import type { Outcome } from './command.js';
import { type EventStore, StoreUnavailableError } from './event-store.js';
import type { RecordedFact } from './fact.js';
import type { Folded } from './folded-streams.js';

/**
 * The answer of an earlier try whose facts are in the stream, under the command's id or under that of a former release.
 * @throws Rejection when the stream says that the key was used for another request
 */
export async function replay(
  store: EventStore,
  attempt: CommandAttempt,
  folded: Folded,
): Promise<Outcome | undefined> {
  const { commandId, former } = attempt;
  const done = await replayOf(store, attempt, commandId, folded);
  // Of a stream without commands nobody need know what a former release would have called this one.
  if (done || !former || folded.commands.size === 0 || former.commandId === commandId) return done;
  return replayOf(store, attempt, former.commandId, folded);
}

async function replayOf(
  store: EventStore,
  attempt: CommandAttempt,
  id: string,
  folded: Folded,
): Promise<Outcome | undefined> {
  const first = folded.commands.get(id);
  if (first === undefined) return undefined;
  const facts: RecordedFact[] = [];
  for await (const fact of store.read(attempt.stream, first)) {
    if (fact.metadata.commandId !== id) break;
    facts.push(fact);
  }
  if (facts.length === 0)
    throw new StoreUnavailableError('the event store does not show what it showed before');
  const { route, hash, former, command } = attempt;
  const { actor, commandHash: asked } = facts[0]!.metadata;
  // Formerly a key was everybody's: what another did under it is no try of this request.
  if (id === former?.commandId && actor.id !== command.context.actor.id) return undefined;
  // The guard has refused it already, unless its rows were lost: the stream knows what was asked, too.
  if (!route.internal && asked !== hash && !former?.hashes.includes(asked))
    throw keyReused(command.context.key);
  return outcomeOf(attempt, facts, true);
}
