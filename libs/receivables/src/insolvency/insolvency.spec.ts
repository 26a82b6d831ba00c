import { type FactOf, holdsOf, stream } from '@quittance/kernel';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import { customer } from '../customer/customer.decider.js';
import type { CustomerFacts } from '../customer/customer.events.js';
import { insolvency } from './insolvency.decider.js';
import type { InsolvencyFacts } from './insolvency.events.js';

const customers = stream('customer', [customer, insolvency]);
const personal = { subject: 'customer-1', reason: 'The court said so.' };

type Fact = FactOf<CustomerFacts & InsolvencyFacts>;
const REGISTERED: Fact = {
  type: 'CustomerRegistered',
  data: { customerId: 'C-1', registeredOn: '2026-01-01', personal: { subject: 'customer-1', name: 'Rossi' } },
};
const insolvent = (since: string): Fact => ({
  type: 'CustomerInsolvent',
  data: { customerId: 'C-1', insolvencyId: 'I', since, personal },
});
const over = (endedOn: string): Fact => ({
  type: 'CustomerInsolvencyEnded',
  data: { customerId: 'C-1', insolvencyId: 'I', endedOn, personal },
});
const asked = (name: 'DeclareInsolvency' | 'EndInsolvency', facts: Fact[], change: object = {}) =>
  given(customers, ...(facts as never[])).when(
    name,
    { customerId: 'C-1', since: TODAY, reason: 'The court said so.', ...change } as never,
    undefined,
  );

describe('an insolvency', () => {
  const declare = (facts: Fact[], change: object = {}) => asked('DeclareInsolvency', facts, change);

  it('counts from its day; its reason is personal', () => {
    const data = {
      customerId: 'C-1',
      insolvencyId: 'part-0',
      since: '2026-05-01',
      reference: 'IN 1/26',
      personal,
    };
    expect(declare([REGISTERED], { since: '2026-05-01', reference: 'IN 1/26' })).toEqual([
      { type: 'CustomerInsolvent', data },
    ]);
    expect(declare([REGISTERED], { since: '2026-06-16' })).toEqual(wrongField('/since', 'not-in-future'));
  });

  it('is of a customer, one at a time', () => {
    expect(declare([])).toMatchObject({ refused: 'customer-not-found', kind: 'not-found' });
    const again = { refused: 'already-insolvent', kind: 'conflict' };
    expect(declare([REGISTERED, insolvent('2026-05-01')])).toMatchObject(again);
    const facts = [REGISTERED, insolvent('2026-05-01'), over('2026-05-20')];
    expect(declare(facts, { since: '2026-05-19' })).toMatchObject(again);
    expect(declare(facts, { since: '2026-05-20' })).toHaveLength(1);
  });

  it('ends today, once', () => {
    const data = { customerId: 'C-1', insolvencyId: 'I', endedOn: TODAY, personal };
    const end = (...facts: Fact[]) => asked('EndInsolvency', [REGISTERED, ...facts]);
    expect(end(insolvent('2026-05-01'))).toEqual([{ type: 'CustomerInsolvencyEnded', data }]);
    expect(end()).toMatchObject({ refused: 'not-insolvent', kind: 'conflict' });
    expect(end(insolvent('2026-05-01'), over('2026-05-20'))).toMatchObject({ refused: 'not-insolvent' });
  });

  it('holds from its day to the day before its end', () => {
    const { state } = given(
      customers,
      REGISTERED as never,
      insolvent('2026-05-10') as never,
      over('2026-05-15') as never,
    );
    const held = ['2026-05-09', '2026-05-10', '2026-05-14', '2026-05-15'].map(
      (day) => holdsOf(state, day).length,
    );
    expect(held).toEqual([0, 1, 1, 0]);
  });
});
