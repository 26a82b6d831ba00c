import { factsOf, looksLikeSystem, notInFuture, Rejection, type Slice, wrong } from '@quittance/kernel';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { RegisterPerson, SeePerson } from './person.commands.js';
import type { PersonFacts } from './person.events.js';

/** A person who exists: seen, registered or both. */
export interface Person {
  registered: boolean;
  name?: string;
  email?: string;
  roles?: readonly string[];
  managerId?: string;
  leadId?: string;
  erased?: boolean;
}

export interface PersonSlice {
  name: 'person';
  commands: { RegisterPerson: RegisterPerson; SeePerson: SeePerson };
  facts: PersonFacts;
  own: Person | null;
  hears: ErasureFacts;
  /** `undefined`: there is no such person. */
  references: { RegisterPerson: { manager: Person | undefined; lead: Person | undefined } };
}

const fact = factsOf<PersonFacts>();

/** People who follow invoices up. Every verified actor is one from the first request on. */
export const person: Slice<PersonSlice> = {
  name: 'person',
  initial: null,
  decide: {
    RegisterPerson(command, { own }, { today, stream, references: { manager, lead } }) {
      const { personId, name, email, roles, managerId, leadId, registeredOn = today } = command;
      if (own?.registered) {
        if (same(own, command)) return [];
        throw Rejection.conflict('person-taken', `Person ${personId} is registered with other content.`);
      }
      if (looksLikeSystem(personId)) {
        throw wrong(
          '/personId',
          'reserved',
          personId,
          'an id that does not begin with what looks like system:',
        );
      }
      notInFuture(registeredOn, today, '/registeredOn');
      if (managerId !== undefined && !manager) throw unknownPerson('/managerId', managerId);
      if (leadId !== undefined && !lead) throw unknownPerson('/leadId', leadId);
      const personal = { subject: stream, name, email };
      return [fact('PersonRegistered', { personId, roles, managerId, leadId, registeredOn, personal })];
    },

    SeePerson({ personId, roles }, { own }, { today }) {
      return own ? [] : [fact('PersonSeen', { personId, roles: [...roles], seenOn: today })];
    },
  },

  evolve: {
    PersonSeen: (own) => own ?? { registered: false },
    PersonRegistered: (_own, { roles, managerId, leadId, personal: { name, email } }) => ({
      registered: true,
      name,
      email,
      roles,
      managerId,
      leadId,
    }),
    PersonalDataErased: (own) => own && { ...own, name: undefined, email: undefined, erased: true },
  },
};

/** A person named by a request must exist (422, rule `exists`). */
export const unknownPerson = (field: string, personId: string): Rejection =>
  wrong(field, 'exists', personId, 'a person who was registered or has signed in', 'unknown-person');

const same = (known: Person, command: RegisterPerson): boolean => content(known) === content(command);

const content = ({ name, email, roles = [], managerId, leadId }: Partial<Person>): string =>
  JSON.stringify([name, email, [...roles].sort(), managerId, leadId]);
