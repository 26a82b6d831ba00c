import { type Decider, factsOf, looksLikeSystem, notInFuture, Rejection, wrong } from '@quittance/kernel';
import type { ErasePerson } from '../erasure/erasure.commands.js';
import { erasing } from '../erasure/erasure.decider.js';
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

interface PersonCommands {
  RegisterPerson: RegisterPerson;
  SeePerson: SeePerson;
  ErasePerson: ErasePerson;
}

/** `undefined`: there is no such person. */
interface PersonReferences {
  RegisterPerson: { manager: Person | undefined; lead: Person | undefined };
}

const fact = factsOf<PersonFacts>();

/** People who follow invoices up. Every verified actor is one from the first request on. */
export const personDecider: Decider<
  PersonCommands,
  Person | null,
  PersonFacts & ErasureFacts,
  PersonReferences
> = {
  category: 'person',
  initial: null,
  opened: true,

  decide: {
    RegisterPerson(command, person, { today, stream, references: { manager, lead } }) {
      const { personId, name, email, roles, managerId, leadId, registeredOn = today } = command;
      if (person?.registered) {
        if (same(person, command)) return [];
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

    SeePerson({ personId, roles }, person, { today }) {
      return person ? [] : [fact('PersonSeen', { personId, roles: [...roles], seenOn: today })];
    },

    ErasePerson({ personId, reason }, person, context) {
      if (!person) throw Rejection.notFound('person-not-found', `There is no person ${personId}.`);
      return person.erased ? [] : erasing({ personId }, reason, context, [person.name, person.email]);
    },
  },

  evolve: {
    PersonSeen: (person) => person ?? { registered: false },
    PersonRegistered: (_person, { roles, managerId, leadId, personal: { name, email } }) => ({
      registered: true,
      name,
      email,
      roles,
      managerId,
      leadId,
    }),
    PersonalDataErased: (person) => person && { ...person, name: undefined, email: undefined, erased: true },
  },
};

/** A person named by a request must exist (422, rule `exists`). */
export const unknownPerson = (field: string, personId: string): Rejection =>
  wrong(field, 'exists', personId, 'a person who was registered or has signed in', 'unknown-person');

const same = (person: Person, command: RegisterPerson): boolean => content(person) === content(command);

const content = ({ name, email, roles = [], managerId, leadId }: Partial<Person>): string =>
  JSON.stringify([name, email, [...roles].sort(), managerId, leadId]);
