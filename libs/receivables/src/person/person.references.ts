import type { ReadStreams } from '@quittance/event-store';
import { TextInPath } from '@quittance/http';
import { personStream } from '../streams.js';
import { handedOn, people, type Person } from './person.stream.js';

type HandOver = ReturnType<typeof handedOn> & object;

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

/**
 * Through whose hands goes what falls to a person: theirs first, each once. `back`: and from the last to whom of them again.
 * @param next by which hand-over it goes on, of whom, after which one
 */
export async function handsOf(
  read: ReadStreams,
  entity: string,
  personId: string,
  next: (person: Person | undefined, by?: HandOver) => HandOver | undefined = (person) => handedOn(person),
): Promise<{ hands: string[]; back?: string }> {
  const hands = [personId];
  for (let by: HandOver | undefined; hands.length <= DEEPEST;) {
    by = next(await personNow(read, entity, hands.at(-1)!), by);
    if (!by) break;
    if (hands.includes(by.to)) return { hands, back: by.to };
    hands.push(by.to);
  }
  return { hands };
}

/**
 * To whom falls what falls to a person: to whoever took over from them last, and from there on by what was handed over later.
 * Circles are refused, but for those that two hand-overs at once close, or an undo that brings an earlier one back: there it
 * falls to the first of them that it comes to again.
 * @param despite a hand-over that does not cover it
 */
export async function fallsTo(
  read: ReadStreams,
  entity: string,
  personId: string,
  despite?: string,
): Promise<string> {
  const { hands, back } = await handsOf(read, entity, personId, (person, by) =>
    handedOn(person, by ? by.toDespite : despite),
  );
  return back ?? hands.at(-1)!;
}
