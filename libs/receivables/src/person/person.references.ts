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

/** Hand-overs after one another that are followed: there are no circles. */
const DEEPEST = 50;

/** To whom falls what falls to a person: to whoever took over from them last. @param despite a hand-over that does not cover it */
export async function fallsTo(
  read: ReadStreams,
  entity: string,
  personId: string,
  despite?: string,
): Promise<string> {
  let last = personId;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const given = (await personNow(read, entity, last))?.handedOver?.at(-1);
    if (!given || given.id === despite) return last;
    last = given.to;
  }
  return last;
}
