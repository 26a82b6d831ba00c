import { factsOf, looksLikeSystem, notInFuture, Rejection, type Slice, wrong } from '@quittance/kernel';
import type { HandOverFacts } from '../hand-over/hand-over.events.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import { changed, changedTo, type ChangeLine, inForce } from '../changes.decider.js';
import type { ChangePerson, RegisterPerson, SeePerson } from './person.commands.js';
import { type PersonFacts, SEALED } from './person.events.js';

/** What a person was registered with, each field for itself. */
interface Said {
  name?: string;
  email?: string;
  roles?: readonly string[];
  managerId?: string;
  leadId?: string;
}

interface HandOverOf {
  id: string;
  to: string;
  /** The hand-over of who takes over that was there: it does not cover what comes by this one. */
  toDespite?: string;
  undone?: boolean;
}

/** A person who exists: seen, registered or both; as they are known now. */
export interface Person extends Said {
  registered: boolean;
  /** As they were registered; `changes` say what they are from a day on. */
  first?: Said;
  changes?: readonly ChangeLine[];
  /** Their hand-overs, the last at the end: what falls to them falls to whom the last one in force names. */
  handedOver?: readonly HandOverOf[];
  erased?: boolean;
}

/** `undefined`: there is no such person. */
interface Superiors {
  manager: Person | undefined;
  lead: Person | undefined;
}

export interface PersonSlice {
  name: 'person';
  commands: { RegisterPerson: RegisterPerson; SeePerson: SeePerson; ChangePerson: ChangePerson };
  facts: PersonFacts;
  own: Person | null;
  hears: ErasureFacts & HandOverFacts;
  references: { RegisterPerson: Superiors; ChangePerson: Superiors };
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
        if (content(own.first ?? own) === content(command)) return [];
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

    ChangePerson(command, { own }, { today, id, stream, references: { manager, lead } }) {
      const { personId, changedOn = today, context: _, statedRecordedAt: __, ...named } = command;
      if (!own) throw Rejection.notFound('person-not-found', `There is no person ${personId ?? id}.`);
      notInFuture(changedOn, today, '/changedOn');
      if (Object.values(named).every((value) => value === undefined))
        throw wrong('', 'names-a-field', undefined, 'name at least one field that changes');
      for (const field of ['name', 'email'] as const)
        if (named[field] === null) throw wrong(`/${field}`, 'required', null, `a person has a ${field}`);
      if (named.managerId && !manager) throw unknownPerson('/managerId', named.managerId);
      if (named.leadId && !lead) throw unknownPerson('/leadId', named.leadId);
      const before = inForce(own.first ?? {}, own.changes ?? [], changedOn);
      const change = changed(named, before, SEALED, stream);
      return change ? [fact('PersonChanged', { personId, changedOn, ...change })] : [];
    },

    SeePerson({ personId, roles }, { own }, { today }) {
      return own ? [] : [fact('PersonSeen', { personId, roles: [...roles], seenOn: today })];
    },
  },

  evolve: {
    PersonSeen: (own) => own ?? { registered: false },
    PersonRegistered: (own, { roles, managerId, leadId, personal: { name, email } }) =>
      now({ ...own, registered: true, first: { name, email, roles, managerId, leadId } }, own?.changes),
    PersonChanged: (own, fact) =>
      own && now(own, [...(own.changes ?? []), { on: fact.changedOn, to: changedTo(fact) }]),
    HandedOver: (own, { handOverId: id, toPersonId: to, toDespite }) =>
      own && { ...own, handedOver: [...(own.handedOver ?? []), { id, to, toDespite }] },
    HandOverUndone: (own, { handOverId }) =>
      own && {
        ...own,
        handedOver: own.handedOver?.map((each) =>
          each.id === handOverId ? { ...each, undone: true } : each,
        ),
      },
    PersonalDataErased: (own) =>
      own && {
        ...now(
          bare(own),
          own.changes?.map(({ on, to }) => ({ on, to: bare(to) })),
        ),
        erased: true,
      },
  },
};

/** By which hand-over goes what falls to a person. @param despite one that does not cover it, nor do those before */
export function handedOn(person: Person | undefined, despite?: string): HandOverOf | undefined {
  const all = person?.handedOver ?? [];
  return all.slice(all.findIndex(({ id }) => id === despite) + 1).findLast(({ undone }) => !undone);
}

const now = (own: Person, changes?: Person['changes']): Person =>
  changes
    ? { ...own, ...own.first, ...inForce(own.first ?? {}, changes), changes }
    : { ...own, ...own.first };

/** Without what tells of the person. */
const bare = <Of extends Said & { first?: Said }>(of: Of): Of => ({
  ...of,
  ...(('name' in of || 'email' in of) && { name: undefined, email: undefined }),
  ...(of.first && { first: { ...of.first, name: undefined, email: undefined } }),
});

/** A person named by a request must exist (422, rule `exists`). */
export const unknownPerson = (field: string, personId: string): Rejection =>
  wrong(field, 'exists', personId, 'a person who was registered or has signed in', 'unknown-person');

const content = ({ name, email, roles = [], managerId, leadId }: Said): string =>
  JSON.stringify([name, email, [...roles].sort(), managerId, leadId]);
