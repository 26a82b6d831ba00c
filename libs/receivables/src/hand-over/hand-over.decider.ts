import { factsOf, notInFuture, Rejection, type Slice, wrong } from '@quittance/kernel';
import { handedOn, type Person, type PersonState, unknownPerson } from '../person/person.stream.js';
import type { HandOver, UndoHandOver } from './hand-over.commands.js';
import type { HandOverFacts } from './hand-over.events.js';

/** Hand-overs in force, the last at the end. */
type HandOvers = readonly HandOverFacts['HandedOver'][];

export interface HandOverSlice {
  name: 'handOver';
  commands: { HandOver: HandOver; UndoHandOver: UndoHandOver };
  facts: HandOverFacts;
  own: HandOvers;
  sees: PersonState;
  /** Who takes over (`undefined`: there is no such person), and through whose hands all would go from them on. */
  references: { HandOver: { to: Person | undefined; hands: readonly string[] } };
}

const fact = factsOf<HandOverFacts>();

/** That a person gives all that they follow up to another one: one fact, whatever it covers. */
export const handOver: Slice<HandOverSlice> = {
  name: 'handOver',
  initial: [],
  decide: {
    HandOver(command, { stream }, { today, partId, stream: subject, references: { to, hands } }) {
      const { personId, toPersonId, reason, on: handedOverOn = today } = command;
      known(stream, personId);
      if (toPersonId === personId)
        throw wrong('/toPersonId', 'another', toPersonId, 'another person than the one who gives');
      if (!to) throw unknownPerson('/toPersonId', toPersonId);
      notInFuture(handedOverOn, today, '/on');
      // Anywhere on the way: that they gave to somebody else before is over with this one.
      if (hands.includes(personId)) {
        throw Rejection.conflict(
          'circle',
          `What falls to ${toPersonId} goes to ${personId}: undo that hand-over first, or name another person.`,
        );
      }
      const about = { handOverId: partId(), personId, toPersonId, handedOverOn };
      return [fact('HandedOver', { ...about, toDespite: handedOn(to)?.id, personal: { subject, reason } })];
    },

    UndoHandOver({ personId, reason }, { stream, own }, { stream: subject }) {
      known(stream, personId);
      const last = own.at(-1);
      if (!last)
        throw Rejection.conflict(
          'not-handed-over',
          `${personId} has handed nothing over: nothing is to be undone.`,
        );
      const { personal: _, toDespite: __, ...given } = last;
      return [fact('HandOverUndone', { ...given, personal: { subject, reason } })];
    },
  },
  evolve: {
    HandedOver: (own, given) => [...own, given],
    HandOverUndone: (own, { handOverId }) => own.filter((each) => each.handOverId !== handOverId),
  },
};

function known({ person }: PersonState, personId: string): void {
  if (!person) throw Rejection.notFound('person-not-found', `There is no person ${personId}.`);
}
