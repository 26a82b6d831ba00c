import type { FactsDeclared } from '../manifest/fact.js';
import { as, maybe, sentence } from '../manifest/words.js';
import { changesInWords } from '../changes.words.js';
import { erasable } from '../personal.js';
import { type PersonFacts, SEALED } from './person.events.js';

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
    duties: ['master-data'],
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

  PersonChanged: {
    schema: 1,
    duties: ['master-data'],
    effectiveOn: (fact) => fact.changedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} changed person ${fact.personId}`,
        `counting from ${fact.changedOn}`,
        ...changesInWords(fact, { managerId: 'manager', leadId: 'lead' }),
      ),
    stream: 'person-<uuid>',
    comment: 'What is known of a person changed, field by field',
    fields: {
      personId: 'sub of their tokens',
      changedOn: 'business date from which it counts',
      changes: 'by field {from, to}, null: nothing; fields: roles, managerId, leadId',
      sealed: 'changed fields that tell of the person: what they were and are is in the envelope',
    },
    personal: SEALED.flatMap((field) => [field, `${field}Before`]),
  },
};
