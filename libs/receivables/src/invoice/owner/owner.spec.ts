import { assigned, ISSUED, NAMED } from '../../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../../test/support/decisions.js';
import { invoices, ownerOn } from '../invoice.stream.js';

describe('an owner', () => {
  const assign = (ownerId: string, change: object = {}, facts = [ISSUED]) =>
    given(invoices, ...facts).when(
      'AssignOwner',
      { invoiceId: '1', ownerId, reason: 'Anna is on leave.', ...change },
      { owner: ownerId === 'nobody' ? undefined : { registered: true }, customerSubject: 'customer-1' },
    );

  it('is assigned from today, with a reason that is personal', () => {
    expect(assign('bruno')).toEqual([
      {
        type: 'OwnerAssigned',
        data: {
          ...NAMED,
          previousOwnerId: 'anna',
          ownerId: 'bruno',
          assignedOn: TODAY,
          personal: { subject: 'customer-1', reason: 'Anna is on leave.' },
        },
      },
    ]);
  });

  it('who owns it already is nothing to do', () => {
    expect(assign('anna')).toEqual([]);
  });

  it('exists, and so does the invoice', () => {
    expect(assign('nobody')).toEqual(wrongField('/ownerId', 'exists', 'unknown-person'));
    expect(assign('bruno', {}, [])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
  });

  it.each([
    ['2026-06-16', 'not-in-future'],
    ['2026-03-31', 'not-before-issue'],
  ])('assigned on %s is refused: %s', (assignedOn, rule) => {
    expect(assign('bruno', { assignedOn })).toEqual(wrongField('/assignedOn', rule));
  });

  it('on a day is the last by the day it counts from, whenever it was recorded', () => {
    const { state } = given(
      invoices,
      ISSUED,
      assigned('2026-05-20', 'bruno'),
      assigned('2026-05-01', 'carla'),
    );
    expect(
      ['2026-03-01', '2026-04-30', '2026-05-01', '2026-05-20', undefined].map((day) => ownerOn(state, day)),
    ).toEqual(['anna', 'anna', 'carla', 'bruno', 'bruno']);
  });
});
