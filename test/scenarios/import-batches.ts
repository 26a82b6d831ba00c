import type { Histories } from '../support/histories.js';
import { story } from '../support/story.js';

/** What an import sends its commands in: many in one request. */
export function storiesOfBatches(LIST: string, histories: () => Histories): void {
  story(
    LIST,
    'A9',
    'A batch answers each command as its own route would: its roles, its key, its refusals',
    async (show) => {
      const clerk = await histories().running.as('clerk');
      const customer = {
        route: '/v1/customers',
        key: 'batch-customer',
        body: { customerId: 'batch', name: 'B' },
      };
      const person = { route: '/v1/people', key: 'batch-person', body: { personId: 'pia', name: 'P' } };
      const invoice = (number: string, more: object = {}) => ({
        route: '/v1/invoices',
        key: `batch-${number}`,
        body: {
          ...{
            number,
            customerId: 'batch',
            issuedOn: '2024-01-02',
            dueOn: '2024-02-01',
            currency: 'EUR',
            total: '10.00',
          },
          ...more,
        },
      });
      await clerk.done('/v1/customers', customer.body, { key: customer.key });
      const commands = [
        customer,
        invoice('BA-1'),
        invoice('BA-2', { total: 'ten' }),
        invoice('BA-3', { statedRecordedAt: '2013-01-01T00:00:00Z' }),
        { ...invoice('BA-1'), key: 'batch-other' },
        { ...customer, key: 'batch-BA-9' },
        person,
        { ...person, route: '/v1/erasures' },
        { ...person, route: '/v1/invoices/%E0/owner' },
      ];
      interface Answers {
        answers: { status: number; replayed?: true; body: { id?: string; code?: string } }[];
      }
      const { body, headers } = await clerk.post<Answers>('/v1/batches', { commands });
      show({
        input:
          'a customer sent before, an invoice, one with a wrong amount, one that states a time, a taken number, a role it has not, no such route, no such id',
        right: [
          '201 replayed',
          '201',
          '422 invalid',
          '403 forbidden',
          '409 number-taken',
          '200',
          '403 forbidden',
          '404 not-found',
          '404 not-found',
        ],
        got: body.answers.map(({ status, replayed, body: { code } }) =>
          [status, code, replayed && 'replayed'].filter(Boolean).join(' '),
        ),
      });
      expect(headers.get('quittance-position')).toMatch(/^[1-9]\d*$/);
      // Alone it is the same request.
      const alone = await clerk.post('/v1/invoices', invoice('BA-1').body, { key: 'batch-BA-1' });
      expect([alone.status, alone.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
      const reused = await clerk.post<Answers>('/v1/batches', {
        commands: [{ ...invoice('BA-7'), key: 'batch-BA-1' }],
      });
      expect(reused.body.answers[0]).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    },
  );

  it.each([
    ['no list', { commands: {} }, '/commands list'],
    [
      'too many',
      { commands: Array.from({ length: 501 }, () => ({ route: '/', key: 'k', body: {} })) },
      '/commands list',
    ],
    ['another field', { commands: [], all: true }, '/all unknown-field'],
    ['no body', { commands: [{ route: '/v1/customers', key: 'k' }] }, '/commands/0 command'],
  ])('A batch of %s is refused as a whole', async (_what, body, field) => {
    const clerk = await histories().running.as('clerk');
    expect((await clerk.refused('/v1/batches', body)).fields).toEqual([field]);
  });

  it('A command of a batch holds at most 100 values', async () => {
    const clerk = await histories().running.as('clerk');
    const lines = Array.from({ length: 100 }, () => ({ amount: '0.10' }));
    const commands = [{ route: '/v1/invoices', key: 'much', body: { number: 'BA-8', lines } }];
    const { body } = await clerk.post<{ answers: object[] }>('/v1/batches', { commands });
    expect(body.answers).toMatchObject([{ status: 422, body: { errors: [{ rule: 'max-values' }] } }]);
  });
}
