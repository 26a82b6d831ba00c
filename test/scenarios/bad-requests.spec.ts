import { randomUUID } from 'node:crypto';
import type { Position } from '@quittance/event-store';
import { type Caller, type Quittance, startQuittance, type Written } from '../support/quittance.js';

let quittance: Quittance;
let clerk: Caller;
let manager: Caller;
let before: Position; // the last fact that is meant to be there

beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as('clerk');
  manager = await quittance.as('manager', 'mara');
  await manager.done('/v1/people', { personId: 'bert', name: 'Bert', email: 'bert@example.com' });
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  before = (await quittance.facts()).at(-1)!.position;
});
afterAll(() => quittance?.stop());

afterEach(async () => {
  expect(await quittance.facts(before)).toEqual([]);
});

describe('a customer or a person is not registered', () => {
  it.each([
    ['/v1/customers', { name: 'N' }, '/customerId required'],
    ['/v1/customers', { customerId: '', name: 'N' }, '/customerId text'],
    ['/v1/customers', { customerId: 'x'.repeat(5000), name: 'N' }, '/customerId text'],
    ['/v1/customers', { customerId: 'C\0', name: 'N' }, '/customerId text'],
    ['/v1/customers', { customerId: 'C-2', name: 'N', ownerId: 'nobody' }, '/ownerId exists'],
    ['/v1/customers', { customerId: 'C-2', name: 'N', currency: 'XXX' }, '/currency currency'],
    ['/v1/customers', { customerId: 'C-2', name: 'N', email: 'no mail' }, '/email email'],
    [
      '/v1/people',
      { personId: 'p', name: 'N', email: 'n@example.com', managerId: 'nobody' },
      '/managerId exists',
    ],
    ['/v1/people', { personId: 'p', name: 'N' }, '/email required'],
    ['/v1/people', { personId: 'p', name: 'N', email: 'n@example.com', roles: 'clerk' }, '/roles texts'],
  ])('at %s: %#', async (path, body, field) => {
    const refusal = await manager.refused(path, body);
    expect({ status: refusal.status, fields: refusal.fields }).toEqual({ status: 422, fields: [field] });
  });

  it('under an id that is taken by other content', async () => {
    const customer = await clerk.refused('/v1/customers', { customerId: 'C-1', name: 'Verdi' });
    expect(customer).toMatchObject({ status: 409, code: 'customer-taken' });
    const person = { personId: 'bert', name: 'Berta', email: 'bert@example.com' };
    expect(await manager.refused('/v1/people', person)).toMatchObject({ status: 409, code: 'person-taken' });
  });
});

describe('no body gets through that', () => {
  const paths = (): string[] => [
    '/v1/people',
    '/v1/customers',
    '/v1/invoices',
    '/v1/payments',
    `/v1/invoices/${randomUUID()}/extensions`,
    `/v1/invoices/${randomUUID()}/owner`,
    '/v1/dunning/runs',
  ];
  it.each([
    ['has a field twice', '{"number":"a","number":"b"}', 400, 'doubled-field'],
    ['is no JSON', '{"number":', 400, 'unparsable'],
    ['is empty', '', 400, 'unparsable'],
    ['is no object', '[]', 422, 'invalid'],
    ['is larger than any route takes', JSON.stringify({ reason: 'x'.repeat(10_000_000) }), 413, 'too-large'],
    ['nests without end', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 400, 'too-deep'],
  ])('%s', async (_what, body, status, code) => {
    for (const path of paths()) {
      expect(await manager.refused(path, body)).toMatchObject({ status, code });
    }
  });

  it('is not JSON by its own account', async () => {
    const refusal = await clerk.refused('/v1/customers', '<x/>', { headers: { 'content-type': 'text/xml' } });
    expect(refusal).toMatchObject({ status: 415, code: 'media-type' });
  });
});

it('leaves the stores as they were, and the doors open', async () => {
  const again = await clerk.done<Written>('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  expect(again).toMatchObject({ id: 'C-1', revision: 0 });
});
