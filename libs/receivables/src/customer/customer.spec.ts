import type { FactOf } from '@quittance/kernel';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { CustomerFacts } from './customer.events.js';
import { customerOn, customers } from './customer.stream.js';

const ROSSI = {
  customerId: 'C-1',
  name: 'Rossi',
  currency: 'EUR',
  terms: { type: 'net', days: 30 } as const,
  ownerId: 'anna',
  email: 'rossi@example.com',
};
const REGISTERED: { type: 'CustomerRegistered'; data: CustomerFacts['CustomerRegistered'] } = {
  type: 'CustomerRegistered',
  data: {
    customerId: 'C-1',
    currency: 'EUR',
    terms: { type: 'net', days: 30 },
    ownerId: 'anna',
    registeredOn: TODAY,
    personal: { subject: 'customer-1', name: 'Rossi', email: 'rossi@example.com' },
  },
};
const known = { owner: { registered: false } };

describe('a customer', () => {
  it('is registered with what is personal in one envelope', () => {
    expect(given(customers).when('RegisterCustomer', ROSSI, known)).toEqual([REGISTERED]);
  });

  it('counts from the day that is given', () => {
    const command = { ...ROSSI, registeredOn: '2020-01-01' };
    expect(given(customers).when('RegisterCustomer', command, known)).toMatchObject([
      { data: { registeredOn: '2020-01-01' } },
    ]);
  });

  it('registered again with the same content is nothing to do, also on another day', () => {
    const again = given(customers, REGISTERED).when('RegisterCustomer', ROSSI, known, {
      today: '2026-07-01',
    });
    expect(again).toEqual([]);
  });

  it.each([
    { name: 'Rosso' },
    { currency: 'USD' },
    { terms: { type: 'net', days: 60 } as const },
    { ownerId: undefined },
    { email: undefined },
    { phone: '1' },
    { language: 'it' },
  ])('registered again with other content is refused: %j', (other) => {
    const again = given(customers, REGISTERED).when('RegisterCustomer', { ...ROSSI, ...other }, known);
    expect(again).toMatchObject({ refused: 'customer-taken', kind: 'conflict' });
  });

  it('has an owner who exists', () => {
    const nobody = given(customers);
    expect(nobody.when('RegisterCustomer', ROSSI, { owner: undefined })).toEqual(
      wrongField('/ownerId', 'exists', 'unknown-person'),
    );
    expect(
      nobody.when('RegisterCustomer', { ...ROSSI, ownerId: undefined }, { owner: undefined }),
    ).toHaveLength(1);
  });

  it('has terms that make sense', () => {
    const command = { ...ROSSI, terms: { type: 'dayOfMonth' } as const };
    expect(given(customers).when('RegisterCustomer', command, known)).toEqual(wrongField('/terms', 'terms'));
  });

  it('is not registered from tomorrow on', () => {
    const command = { ...ROSSI, registeredOn: '2026-06-16' };
    expect(given(customers).when('RegisterCustomer', command, known)).toEqual(
      wrongField('/registeredOn', 'not-in-future'),
    );
  });
});

describe('what is known of a customer', () => {
  const change = (command: object, references: object = known, ...before: FactOf<CustomerFacts>[]) =>
    given(customers, REGISTERED, ...before).when(
      'ChangeCustomer',
      { customerId: 'C-1', ...command },
      references as typeof known,
    );
  const moved = (changedOn: string, to: string): FactOf<CustomerFacts> => ({
    type: 'CustomerChanged',
    data: {
      ...{ customerId: 'C-1', changedOn, sealed: [] },
      changes: { ownerId: { from: 'anna', to } },
    },
  });

  it('changes field by field, each with what was before; what tells of people is sealed', () => {
    const command = { name: 'Rossi S.p.A.', email: null, segment: 'public', currency: 'EUR' };
    expect(change({ ...command, creditLimit: { EUR: '5000' } })).toEqual([
      {
        type: 'CustomerChanged',
        data: {
          ...{ customerId: 'C-1', changedOn: TODAY },
          changes: {
            segment: { from: null, to: 'public' },
            creditLimit: { from: null, to: { EUR: '5000.00' } },
          },
          sealed: ['name', 'email'],
          personal: {
            ...{ subject: 'customer-1', name: 'Rossi S.p.A.', nameBefore: 'Rossi' },
            emailBefore: 'rossi@example.com',
          },
        },
      },
    ]);
  });

  it('is nothing to do where all of it is so already', () => {
    expect(change({ name: 'Rossi', currency: 'EUR', ownerId: 'anna', segment: null })).toEqual([]);
  });

  it('was before what was in force on that day, whenever it was recorded', () => {
    const command = { ownerId: 'carla', changedOn: '2026-05-10' };
    const before = [moved('2026-06-01', 'dora'), moved('2026-05-01', 'bruno')];
    expect(change(command, known, ...before)).toMatchObject([
      { data: { changes: { ownerId: { from: 'bruno', to: 'carla' } } } },
    ]);
    const { state } = given(customers, REGISTERED, ...before);
    const owner = (day: string) => customerOn(state.customer!, day).ownerId;
    expect([owner('2026-04-30'), owner('2026-05-31'), owner('2026-06-01')]).toEqual([
      'anna',
      'bruno',
      'dora',
    ]);
  });

  it('keeps limits of other currencies; null lifts one, and the last of them all', () => {
    const limits = (creditLimit: object | null, from: object | null) =>
      change({ creditLimit }, known, {
        type: 'CustomerChanged',
        data: {
          ...{ customerId: 'C-1', changedOn: TODAY, sealed: [] },
          changes: { creditLimit: { from: null, to: from } },
        },
      });
    expect(limits({ JPY: '900' }, { EUR: '5.00' })).toMatchObject([
      { data: { changes: { creditLimit: { to: { EUR: '5.00', JPY: '900' } } } } },
    ]);
    expect(limits({ EUR: null }, { EUR: '5.00' })).toMatchObject([
      { data: { changes: { creditLimit: { to: null } } } },
    ]);
    expect(limits({ JPY: '0.5' }, null)).toEqual(wrongField('/creditLimit/JPY', 'decimals'));
    expect(limits({}, null)).toEqual(wrongField('/creditLimit', 'names-a-currency'));
  });

  it.each([
    ['nothing is named', {}, wrongField('', 'names-a-field')],
    ['the name is emptied', { name: null }, wrongField('/name', 'required')],
    [
      'it counts from tomorrow',
      { phone: '1', changedOn: '2026-06-16' },
      wrongField('/changedOn', 'not-in-future'),
    ],
    ['terms make no sense', { terms: { type: 'dayOfMonth' } }, wrongField('/terms', 'terms')],
  ])('is refused where %s', (_words, command, refused) => {
    expect(change(command)).toEqual(refused);
  });

  it('has an owner who exists, of a customer who exists', () => {
    expect(change({ ownerId: 'nobody' }, { owner: undefined })).toEqual(
      wrongField('/ownerId', 'exists', 'unknown-person'),
    );
    const none = given(customers).when('ChangeCustomer', { customerId: 'C-9', phone: '1' }, known);
    expect(none).toMatchObject({ refused: 'customer-not-found', kind: 'not-found' });
  });

  it('registered again as at first is nothing to do, whatever changed since', () => {
    const again = given(customers, REGISTERED, moved(TODAY, 'bruno')).when('RegisterCustomer', ROSSI, known);
    expect(again).toEqual([]);
  });
});
