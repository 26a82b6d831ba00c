import { factsOf, Rejection, type Slice, wrong } from '@quittance/kernel';
import { type Person, type PersonState, unknownPerson } from '../person/person.stream.js';
import type { RecordAbsence } from './absence.commands.js';
import type { AbsenceFacts } from './absence.events.js';

export interface AbsenceSlice {
  name: 'absence';
  commands: { RecordAbsence: RecordAbsence };
  facts: AbsenceFacts;
  own: readonly AbsenceFacts['AbsenceRecorded'][];
  sees: PersonState;
  /** `undefined`: there is no such person. */
  references: { RecordAbsence: { deputy: Person | undefined } };
}

const fact = factsOf<AbsenceFacts>();

/** Days on which somebody else does what is to be done. */
export const absence: Slice<AbsenceSlice> = {
  name: 'absence',
  initial: [],
  decide: {
    RecordAbsence({ personId, from, to, deputyId }, { stream, own }, { partId, references: { deputy } }) {
      if (!stream.person) throw Rejection.notFound('person-not-found', `There is no person ${personId}.`);
      if (to < from) throw wrong('/to', 'not-before-from', to, `not before the first day, ${from}`);
      if (deputyId === personId) throw wrong('/deputyId', 'another', deputyId, 'another person');
      if (!deputy) throw unknownPerson('/deputyId', deputyId);
      const other = own.find((each) => each.from <= to && from <= each.to);
      if (other) {
        throw Rejection.conflict(
          'already-absent',
          `${personId} is away from ${other.from} to ${other.to}: ${other.deputyId} stands in. Name other days.`,
        );
      }
      return [fact('AbsenceRecorded', { personId, absenceId: partId(), from, to, deputyId })];
    },
  },
  evolve: { AbsenceRecorded: (own, recorded) => [...own, recorded] },
};
