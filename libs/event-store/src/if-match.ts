import { Rejection } from '@quittance/kernel';
import type { CommandContext } from './command.js';
import type { Folded } from './folded-streams.js';

/** Whether the stream is where the caller's decision rests on. */
export function matches(ifMatch: CommandContext['ifMatch'], { end: { revision } }: Folded): boolean {
  if (ifMatch === undefined) return true;
  return revision !== 'none' && (ifMatch === 'any' || ifMatch.includes(revision));
}

/** The stream moved on: where it is now is said. */
export const stale = ({ end: { revision } }: Folded): Rejection =>
  new Rejection(
    'stale',
    'stale-revision',
    'It is not at a revision that If-Match names: read it again.',
  ).offering({ revision: String(revision) }, { action: 'read-again' });
