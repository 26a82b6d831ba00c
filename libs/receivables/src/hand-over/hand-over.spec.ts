import { type FactOf, stream } from '@quittance/kernel';
import { assigned, ISSUED, NAMED } from '../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { OwnerFacts } from '../invoice/owner/owner.events.js';
import { issue } from '../invoice/issue/issue.decider.js';
import { owner } from '../invoice/owner/owner.decider.js';
import type { PersonFacts } from '../person/person.events.js';
import { person } from '../person/person.decider.js';
import { handOver } from './hand-over.decider.js';
import { takeOver } from './take-over.decider.js';

const people = stream('person', [person, handOver], { opened: true });
const invoices = stream('invoice', [issue, owner, takeOver]);
const SEEN: FactOf<PersonFacts> = {
  type: 'PersonSeen',
  data: { personId: 'anna', roles: ['clerk'], seenOn: '2026-01-02' },
};
const personal = { subject: 'person-1', reason: 'Leave.' };
const GIVEN = { handOverId: 'part-0', personId: 'anna', toPersonId: 'lea', handedOverOn: TODAY };
const HANDED = { type: 'HandedOver', data: { ...GIVEN, personal } } as const;
const UNDONE = { type: 'HandOverUndone', data: { ...GIVEN, personal } } as const;
const LEA = { to: { registered: true }, hands: ['lea'] };

describe('a hand-over', () => {
  const hand = (
    change: object = {},
    references: { to: { registered: boolean } | undefined; hands: string[] } = LEA,
  ) =>
    given(people, SEEN).when(
      'HandOver',
      { personId: 'anna', toPersonId: 'lea', reason: 'Leave.', ...change },
      references,
    );
  const undo = (...facts: (typeof HANDED | typeof UNDONE)[]) =>
    given(people, SEEN, ...facts).when('UndoHandOver', { personId: 'anna', reason: 'Leave.' }, undefined);

  it('is one fact, whatever it covers', () => expect(hand()).toEqual([HANDED]));

  it.each([
    ['themselves', hand({ toPersonId: 'anna' }), wrongField('/toPersonId', 'another')],
    [
      'nobody known',
      hand({}, { ...LEA, to: undefined }),
      wrongField('/toPersonId', 'exists', 'unknown-person'),
    ],
    [
      'one who hands over to them',
      hand({}, { ...LEA, hands: ['lea', 'anna'] }),
      { refused: 'circle', kind: 'conflict' },
    ],
    [
      'one who hands over to them, while they hand over to another',
      hand({}, { ...LEA, hands: ['lea', 'anna', 'otto'] }),
      { refused: 'circle', kind: 'conflict' },
    ],
    ['somebody from tomorrow on', hand({ on: '2026-06-16' }), wrongField('/on', 'not-in-future')],
  ])('to %s is refused', (_words, is, must) => expect(is).toEqual(must));

  it('is undone, the last one first, and only what is there', () => {
    expect(undo(HANDED)).toEqual([UNDONE]);
    expect(undo()).toMatchObject({ refused: 'not-handed-over' });
    expect(undo(HANDED, UNDONE)).toMatchObject({ refused: 'not-handed-over' });
  });
});

describe('an invoice', () => {
  const envelope = { subject: 'person-1', sealed: 'x' } as never;
  const take = (back: boolean, ...facts: FactOf<OwnerFacts>[]) =>
    given(invoices, ISSUED, ...facts).when(
      'TakeOver',
      {
        invoiceId: '1',
        handOverId: 'h',
        personId: 'anna',
        toPersonId: 'lea',
        on: '2026-05-10',
        back,
        personal: envelope,
      },
      undefined,
    );
  const went = (assignedOn = '2026-05-10'): FactOf<OwnerFacts> => ({
    type: 'OwnerAssigned',
    data: {
      ...NAMED,
      handOverId: 'h',
      personal: envelope,
      previousOwnerId: 'anna',
      ownerId: 'lea',
      assignedOn,
    },
  });

  it('goes with a hand-over, not before it was theirs', () => {
    expect(take(false)).toEqual([went()]);
    expect(take(false, assigned('2026-05-20', 'bruno'), assigned('2026-05-25', 'anna'))).toEqual([
      went('2026-05-25'),
    ]);
    expect(take(false, assigned('2026-05-20', 'bruno'))).toEqual([]);
  });

  it('goes back with its undo, from the day it had gone, unless it went further', () => {
    expect(take(true, went('2026-05-25'))).toEqual([
      {
        type: 'OwnerAssigned',
        data: {
          ...{ ...NAMED, handOverId: 'h', personal: envelope, back: true },
          ...{ previousOwnerId: 'lea', ownerId: 'anna', assignedOn: '2026-05-25' },
        },
      },
    ]);
    expect(take(true, went(), assigned('2026-06-01', 'bruno'))).toEqual([]);
    expect(take(true, went(), assigned('2026-06-01', 'lea'))).toEqual([]);
  });
});
