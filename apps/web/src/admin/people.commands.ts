import type { BodyOf } from '../api/command';
import { commandAbout } from '../command/command';
import type { Person } from './people.columns';

const about = commandAbout<Person>();
const names = ({ id }: Person): Record<string, string> => ({ id });
const reason = { kind: 'text', name: 'reason', required: true, reasons: true } as const;

/** `clerk, manager` as a list. */
const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((role) => role.trim())
    .filter(Boolean);

/** A person is registered before anything is theirs; whoever signs in is known by that. */
export const REGISTER_PERSON = commandAbout<null>()({
  ...{ name: 'registerPerson', path: '/v1/people', shortcut: 'n', begins: true },
  names: () => ({}),
  fields: () => [
    { kind: 'text', name: 'personId', required: true, hint: 'asInToken' },
    { kind: 'text', name: 'name', required: true },
    { kind: 'text', name: 'email', required: true },
    { kind: 'text', name: 'roles', hint: 'byCommas' },
    { kind: 'lookup', of: 'person', name: 'managerId' },
    { kind: 'lookup', of: 'person', name: 'leadId' },
  ],
  body: ({ roles, ...values }) =>
    ({ ...values, ...(roles && { roles: listOf(roles) }) }) as BodyOf<'/v1/people'>,
});

/** Texts of a person that can be changed each for itself. */
const TEXTS = ['name', 'email', 'managerId', 'leadId'] as const;

const changePerson = about({
  ...{ name: 'changePerson', path: '/v1/people/{id}/changes', names },
  fields: (person, { today }) => [
    { kind: 'text', name: 'name', initial: person.name ?? '' },
    { kind: 'text', name: 'email', initial: person.email ?? '' },
    { kind: 'text', name: 'roles', initial: person.roles.join(', '), hint: 'byCommas' },
    { kind: 'lookup', of: 'person', name: 'managerId', initial: person.managerId ?? '' },
    { kind: 'lookup', of: 'person', name: 'leadId', initial: person.leadId ?? '' },
    { kind: 'date', name: 'changedOn', initial: today },
  ],
  // Only what was changed is sent; what was emptied is taken away. Nothing changed: there is nothing to send.
  body: (values, person): BodyOf<'/v1/people/{id}/changes'> | undefined => {
    const changed = TEXTS.filter((name) => (values[name] ?? null) !== person[name]);
    const roles = listOf(values.roles);
    const isRoles = roles.join() !== person.roles.join();
    if (changed.length === 0 && !isRoles) return undefined;
    return {
      ...Object.fromEntries(changed.map((name) => [name, values[name] ?? null])),
      ...(isRoles && { roles: roles.length > 0 ? roles : null }),
      ...(values.changedOn && { changedOn: values.changedOn }),
    };
  },
});

const absence = about({
  ...{ name: 'absence', path: '/v1/people/{id}/absences', names },
  fields: () => [
    { kind: 'date', name: 'from', required: true },
    { kind: 'date', name: 'to', label: 'lastDay', required: true },
    { kind: 'lookup', of: 'person', name: 'deputyId', required: true },
  ],
});

/** How they are told of what falls due: they say it themselves, or an admin does. */
const chooseAlerts = about({
  ...{ name: 'chooseAlerts', path: '/v1/people/{id}/alerts', names },
  fields: ({ alerts, language }) => [
    {
      ...{ kind: 'choice', name: 'alerts', required: true, choices: ['none', 'mail', 'webhook'] },
      initial: alerts,
    },
    { kind: 'choice', name: 'language', choices: ['en', 'it', 'bg', 'de'], initial: language ?? '' },
  ],
  cannot: ({ id }, { personId, roles }) =>
    id === personId || roles.includes('admin') ? undefined : 'alertsOfAnother',
});

const handOver = about({
  ...{ name: 'handOver', path: '/v1/people/{id}/hand-over', names },
  fields: (_person, { today }) => [
    { kind: 'lookup', of: 'person', name: 'toPersonId', required: true },
    reason,
    { kind: 'date', name: 'on', initial: today },
  ],
});

/** What can be done about a person, in the order of the buttons. */
export const PERSON_COMMANDS = [changePerson, chooseAlerts, absence, handOver];

/** Where it is shown that they handed over. */
export const UNDO_HAND_OVER = about({
  ...{ name: 'undoHandOver', path: '/v1/people/{id}/hand-over/undo', names },
  fields: () => [reason],
});
