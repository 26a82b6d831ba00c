import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { PersonFacts } from './person.events.js';
import { people, type Person } from './person.stream.js';

const SEEN: { type: 'PersonSeen'; data: PersonFacts['PersonSeen'] } = {
  type: 'PersonSeen',
  data: { personId: 'anna', roles: ['clerk'], seenOn: '2026-01-02' },
};
const REGISTERED: { type: 'PersonRegistered'; data: PersonFacts['PersonRegistered'] } = {
  type: 'PersonRegistered',
  data: {
    personId: 'anna',
    roles: ['clerk'],
    managerId: 'marco',
    registeredOn: TODAY,
    personal: { subject: 'person-1', name: 'Anna', email: 'anna@example.com' },
  },
};
const ANNA = {
  personId: 'anna',
  name: 'Anna',
  email: 'anna@example.com',
  roles: ['clerk'],
  managerId: 'marco',
};
const MARCO: Person = { registered: true };
const known = { manager: MARCO, lead: undefined };

describe('an actor', () => {
  it('becomes a person at the first request, and only then', () => {
    const seen = { personId: 'anna', roles: ['clerk'] };
    expect(given(people).when('SeePerson', seen, undefined, { today: '2026-01-02' })).toEqual([SEEN]);
    expect(given(people, SEEN).when('SeePerson', seen, undefined)).toEqual([]);
    expect(given(people, REGISTERED).when('SeePerson', seen, undefined)).toEqual([]);
  });
});

describe('a person', () => {
  it('is registered, seen before or not', () => {
    expect(given(people).when('RegisterPerson', ANNA, known)).toEqual([REGISTERED]);
    expect(given(people, SEEN).when('RegisterPerson', ANNA, known)).toEqual([REGISTERED]);
  });

  it('registered again with the same content is nothing to do, whatever the order of roles', () => {
    expect(given(people, SEEN, REGISTERED).when('RegisterPerson', ANNA, known)).toEqual([]);
  });

  it.each([{ name: 'Anne' }, { email: 'a@example.com' }, { roles: ['admin'] }, { managerId: undefined }])(
    'registered again with other content is refused: %j',
    (other) => {
      const again = given(people, REGISTERED).when('RegisterPerson', { ...ANNA, ...other }, known);
      expect(again).toMatchObject({ refused: 'person-taken', kind: 'conflict' });
    },
  );

  it('has a manager and a lead who exist', () => {
    const nobody = { manager: undefined, lead: undefined };
    expect(given(people).when('RegisterPerson', ANNA, nobody)).toEqual(
      wrongField('/managerId', 'exists', 'unknown-person'),
    );
    expect(given(people).when('RegisterPerson', { ...ANNA, leadId: 'lea' }, known)).toEqual(
      wrongField('/leadId', 'exists', 'unknown-person'),
    );
  });

  it('is not registered from tomorrow on', () => {
    const tomorrow = { ...ANNA, registeredOn: '2026-06-16' };
    expect(given(people).when('RegisterPerson', tomorrow, known)).toEqual(
      wrongField('/registeredOn', 'not-in-future'),
    );
  });
});

describe('what is known of a person', () => {
  const change = (command: object, references: object = known) =>
    given(people, SEEN, REGISTERED).when(
      'ChangePerson',
      { personId: 'anna', ...command },
      references as typeof known,
    );

  it('changes field by field, each with what was before; name and mail are sealed', () => {
    expect(change({ name: 'Anna Neri', roles: ['manager'], managerId: null })).toEqual([
      {
        type: 'PersonChanged',
        data: {
          ...{ personId: 'anna', changedOn: TODAY },
          changes: {
            roles: { from: ['clerk'], to: ['manager'] },
            managerId: { from: 'marco', to: null },
          },
          sealed: ['name'],
          personal: { subject: 'person-1', name: 'Anna Neri', nameBefore: 'Anna' },
        },
      },
    ]);
    expect(change({ name: 'Anna', roles: ['clerk'], managerId: 'marco' })).toEqual([]);
  });

  it('is refused where a field is wrong', () => {
    expect(change({})).toEqual(wrongField('', 'names-a-field'));
    expect(change({ email: null })).toEqual(wrongField('/email', 'required'));
    expect(change({ managerId: 'nobody' }, { manager: undefined })).toEqual(
      wrongField('/managerId', 'exists', 'unknown-person'),
    );
  });
});
