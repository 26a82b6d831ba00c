import { randomUUID } from 'node:crypto';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';

let quittance: Quittance;
let clerk: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as('clerk');
});
afterAll(() => quittance?.stop());

describe('without the event store', () => {
  const key = randomUUID();
  const customer = { customerId: 'C-1', name: 'Rossi' };
  let newcomer: Caller;

  beforeAll(async () => {
    newcomer = await quittance.as('clerk', 'a new clerk');
    const { position } = await clerk.done('/v1/customers', { customerId: 'C-0', name: 'Verdi' });
    await clerk.get('/v1/customers', position);
    await quittance.eventStoreNode.stop();
  });

  it('a write is refused with 503 and when to try again, nothing being known to be lost', async () => {
    for (const caller of [clerk, newcomer]) {
      const { status, headers, body } = await caller.post('/v1/customers', customer, { key });
      expect({ status, body }).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
      expect(headers.get('retry-after')).toMatch(/^\d+$/);
    }
  });

  it('a read is answered, also to somebody who was never seen', async () => {
    for (const caller of [clerk, newcomer]) {
      const { status, body } = await caller.get<{ items: { id: string }[] }>('/v1/customers');
      expect(status).toBe(200);
      expect(body.items.map(({ id }) => id)).toEqual(['C-0']);
    }
  });

  it('the api is alive and not ready', async () => {
    expect((await clerk.get('/health/live')).status).toBe(200);
    const { status, body } = await clerk.get('/health/ready');
    expect({ status, detail: body.detail }).toEqual({
      status: 503,
      detail: expect.stringContaining('The event store does not answer.') as string,
    });
  });

  it('the same request goes through when it is back', async () => {
    await quittance.eventStoreNode.start();
    let answered = await clerk.post('/v1/customers', customer, { key });
    for (const until = Date.now() + 30_000; answered.status === 503 && Date.now() < until;) {
      answered = await clerk.post('/v1/customers', customer, { key });
    }
    expect(answered).toMatchObject({ status: 201, body: { id: 'C-1', revision: 0 } });
    const facts = await quittance.facts();
    expect(facts.filter(({ data }) => data.customerId === 'C-1')).toHaveLength(1);
  });
});
