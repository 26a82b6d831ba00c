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
    comment: 'Somebody sent the first request that was allowed',
    fields: {
      personId: 'sub of the token',
      roles: 'roles of the token',
      seenOn: 'business date of the request',
    },
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
    comment: 'A person was registered, with a name, roles, a manager and a lead',
    fields: {
      personId: 'sub of their tokens',
      roles: 'roles of the person',
      managerId: 'person to whom escalations go',
      leadId: 'person to whom escalations go when there is no manager',
      registeredOn: 'business date of registration',
    },
    personal: ['name', 'email'],
  },
};
