import { type Caller, type Quittance, startQuittance, type Written } from '../support/quittance.js';

let quittance: Quittance;
let clerk: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as('clerk');
});
afterAll(() => quittance?.stop());

describe('a write', () => {
  it('answers id, revision and position, as body and as headers', async () => {
    const { status, headers, body } = await clerk.post<Written>('/v1/customers', {
      customerId: 'C-1',
      name: 'Rossi',
    });
    expect({ status, body }).toMatchObject({ status: 201, body: { id: 'C-1', revision: 0 } });
    expect(body.position).toMatch(/^\d+$/);
    expect(headers.get('etag')).toBe('"0"');
    expect(headers.get('quittance-position')).toBe(body.position);
  });
});
