import type { ReadStreams } from '@quittance/event-store';
import { TextInPath } from '@quittance/http';
import { personStream } from '../streams.js';
import { people, type Person } from './person.stream.js';

/** A person who is only named: that they exist never changes. `undefined`: there is none, or none is named. */
export const existingPerson = async (
  read: ReadStreams,
  entity: string,
  personId: string | undefined,
): Promise<Person | undefined> =>
  (personId === undefined ? undefined : await read.cached(people, personStream(entity, personId)))?.person ??
  undefined;

/** A person as they are now. */
export const personNow = async (
  read: ReadStreams,
  entity: string,
  personId: string,
): Promise<Person | undefined> =>
  (await read.latest(people, personStream(entity, personId)))?.person ?? undefined;

/** What the path of a request says: which person. */
export const personInPath = (id: string): object => ({
  personId: TextInPath('id').transform(id, { type: 'param' }),
});

/** Hand-overs after one another that are followed. */
const DEEPEST = 50;

/** Through whose hands goes what falls to a person: theirs first, each once. `back`: and from the last to whom of them again. */
export async function handsOf(
  read: ReadStreams,
  entity: string,
  personId: string,
  despite?: string,
): Promise<{ hands: string[]; back?: string }> {
  const hands = [personId];
  while (hands.length <= DEEPEST) {
    const given = (await personNow(read, entity, hands.at(-1)!))?.handedOver?.at(-1);
    if (!given || given.id === despite) break;
    if (hands.includes(given.to)) return { hands, back: given.to };
    hands.push(given.to);
  }
  return { hands };
}

/**
 * To whom falls what falls to a person: to whoever took over from them last. Circles are refused, but for those that two
 * hand-overs at once close, or an undo that brings an earlier one back: there it falls to the first of them that it comes to.
 * @param despite a hand-over that does not cover it
 */
export async function fallsTo(
  read: ReadStreams,
  entity: string,
  personId: string,
  despite?: string,
): Promise<string> {
  const { hands, back } = await handsOf(read, entity, personId, despite);
  return back ?? hands.at(-1)!;
}
