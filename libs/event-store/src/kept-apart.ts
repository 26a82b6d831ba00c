import { type Duty, keptApart, type Policy, Rejection } from '@quittance/kernel';
import type { CommandAttempt } from './command-attempt.js';
import type { Decided } from './command-executor-parts.js';
import type { EventStore } from './event-store.js';

interface Parts {
  store: Pick<EventStore, 'read'>;
  dutiesOf?: (fact: Decided) => readonly Duty[];
}

/**
 * One person does not combine two duties on one document that the entity keeps apart: the document's own facts say who did what.
 * It is read only where a duty of the command is in a pair.
 * @throws Rejection `duty`
 */
export async function mustKeepDutiesApart(
  { command, route, stream }: CommandAttempt,
  decided: readonly Decided[],
  { store, dutiesOf }: Parts,
  policy: () => Promise<Policy>,
): Promise<void> {
  const mine = route.internal || !dutiesOf ? [] : decided.flatMap((fact) => dutiesOf(fact));
  if (mine.length === 0) return;
  const { duties = [] } = await policy();
  const others = keptApart(duties, mine);
  if (others.length === 0) return;
  const together = mine.find((duty) => others.includes(duty));
  if (together) throw combined(mine.find((duty) => duty !== together) ?? together, together);
  const { actor } = command.context;
  for await (const { type, data, metadata } of store.read(stream)) {
    if (metadata.actor.id !== actor.id) continue;
    const done = dutiesOf!({ type, data }).find((duty) => others.includes(duty));
    if (done)
      throw combined(
        mine.find((duty) => keptApart(duties, [duty]).includes(done))!,
        done,
      );
  }
}

const combined = (duty: Duty, done: Duty): Rejection =>
  Rejection.conflict(
    'duty',
    `One person may not ${words(duty)} and ${words(done)} on one document, as the entity has set: somebody else must.`,
  ).offering({ duty, done }, { action: 'other-person' });

const words = (duty: Duty): string => duty.replaceAll('-', ' ');
