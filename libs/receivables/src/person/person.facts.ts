import type { FactsDeclared } from '../manifest/fact.js';
import { as, maybe, sentence } from '../manifest/words.js';
import { erasable } from '../personal.js';
import type { PersonFacts } from './person.events.js';

/** What Quittance says of the facts of a person. */
export const personFacts: FactsDeclared<PersonFacts> = {
  PersonSeen: {
    schema: 1,
    effectiveOn: (fact) => fact.seenOn,
    sentence: (fact) =>
      sentence(
        `${fact.personId} was seen for the first time`,
        maybe('with roles ', fact.roles.join(' and ')),
      ),
    stream: 'person-<uuid>',
    comment: 'The first verified request of a user',
    fields: { personId: 'sub of the token', roles: 'roles of the token', seenOn: 'business date' },
  },

  PersonRegistered: {
    schema: 1,
    effectiveOn: (fact) => fact.registeredOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} registered person ${fact.personId}${as(fact.personal)}`,
        maybe('with mail ', erasable(fact.personal, 'email')),
        maybe('roles ', fact.roles?.join(' and ')),
        maybe('manager ', fact.managerId),
        maybe('lead ', fact.leadId),
      ),
    stream: 'person-<uuid>',
    comment: 'A person got a name, roles, manager and lead',
    fields: {
      personId: 'sub of their tokens',
      roles: 'what they do here',
      managerId: 'person whom escalations go to',
      leadId: 'person whom escalations go to without a manager',
      registeredOn: 'business date',
    },
    personal: ['name', 'email'],
  },
};
