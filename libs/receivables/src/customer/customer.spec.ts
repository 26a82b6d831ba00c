import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { CustomerFacts } from './customer.events.js';
import { customers } from './customer.stream.js';

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

it('never changes what it was registered with: invoices take its terms and its owner from memory', () => {
  // Once another fact changes them, an invoice that leaves its due date or owner to the customer reads `latest`.
  expect(Object.keys(customers.evolve)).toEqual(['CustomerRegistered', 'PersonalDataErased']);
});
