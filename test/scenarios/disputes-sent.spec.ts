import { addDays } from '@quittance/kernel';
import { type Disputed, useDisputing, WHY } from '../support/disputing.js';
import { story } from '../support/story.js';

// A dispute as a request: sent again, in a batch, by whom, and what stays of it when its customer is erased.

const its = useDisputing();
const { dispute, invoice, resolve } = its;

it('the same dispute sent again under its key is one, and its answer names it', async () => {
  const { id } = await invoice();
  const body = { amount: '10.00', reasonCode: 'price', reason: WHY };
  const send = () => its.clerk.done<Disputed>(`/v1/invoices/${id}/disputes`, body, { key: `dispute ${id}` });
  const [first, again] = [await send(), await send()];
  expect(again).toEqual(first);
  const { body: list } = await its.clerk.get<{ items: object[] }>(
    `/v1/disputes?invoiceId=${id}`,
    first.position,
  );
  expect(list.items).toMatchObject([{ id: first.disputeId, amount: '10.00', status: 'open' }]);
  expect(first.disputeId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
});

it('the revision of an invoice that was disputed is that of its ETag', async () => {
  const { id } = await invoice();
  const { position } = await dispute(id);
  const { headers } = await its.clerk.get(`/v1/invoices/${id}`, position);
  const body = { agreedDueOn: addDays(its.due, 90), reason: 'Until it is looked into.' };
  await its.clerk.done(`/v1/invoices/${id}/extensions`, body, { ifMatch: headers.get('etag')! });
});

it('in a batch a dispute is raised, and in the next resolved', async () => {
  const { id } = await invoice();
  const batch = (route: string, body: object) =>
    its.clerk.done<{ answers: { status: number; body: Disputed }[] }>('/v1/batches', {
      commands: [{ route, key: `batch ${route}`, body }],
    });
  const raised = await batch(`/v1/invoices/${id}/disputes`, { reasonCode: 'price', reason: WHY });
  const { disputeId } = raised.answers[0]!.body;
  const over = await batch(`/v1/invoices/${id}/disputes/${disputeId}/resolution`, {
    ...{ outcome: 'withdrawn', reason: 'They paid.' },
  });
  expect(over.answers).toMatchObject([{ status: 200, body: { id, disputeId, revision: 2 } }]);
});

it('every write of a credit note may be a command of a batch', async () => {
  const customerId = 'C-batch';
  const { id: invoiceId } = await invoice(customerId);
  type Answer = Record<string, unknown>;
  const batch = async (route: string, body: object): Promise<Answer> => {
    const commands = [{ route: `/v1/credit-notes${route}`, key: `batch ${route}`, body }];
    type Answers = { answers: { status: number; body: Answer }[] };
    const { answers } = await its.clerk.done<Answers>('/v1/batches', { commands });
    expect([200, 201]).toContain(answers[0]!.status);
    return answers[0]!.body;
  };
  const because = { reason: WHY };
  const note = { customerId, issuedOn: its.due, currency: 'EUR', reasonCode: 'quality', ...because };
  const id = String((await batch('', { ...note, number: 'K-B', total: '9.00' })).id);
  const applied = await batch(`/${id}/applications`, { applications: [{ invoiceId, amount: '5.00' }] });
  const [{ applicationId }] = applied.applications as [{ applicationId: string }];
  const undone = await batch(`/${id}/applications/${applicationId}/undo`, because);
  expect(undone).toMatchObject({ status: 'undone', onAccount: '9.00' });
  const { refundId } = await batch(`/${id}/refunds`, { amount: '9.00', ...because });
  const back = await batch(`/${id}/refunds/${String(refundId)}/reversal`, because);
  expect(back).toMatchObject({ onAccount: '9.00' });
});

it('who may not write may read disputes, and nobody but clerk and manager raises one', async () => {
  const { id } = await invoice();
  const auditor = await its.quittance.as('auditor', 'audrey');
  expect((await auditor.get('/v1/disputes')).status).toBe(200);
  for (const role of ['auditor', 'analyst', 'admin', 'importer'] as const) {
    const other = await its.quittance.as(role, role);
    const body = { reasonCode: 'price', reason: WHY };
    expect((await other.post(`/v1/invoices/${id}/disputes`, body)).status).toBe(403);
  }
});

it('what was said about people is gone with the customer, and the dispute stays', async () => {
  const { id } = await invoice('C-erased');
  const { disputeId } = await dispute(id, { amount: '40.00', reason: 'Zeno says so.' });
  await resolve(id, disputeId, { reason: 'Zeno was wrong.' });
  const admin = await its.quittance.as('admin', 'root');
  const { position } = await admin.done('/v1/erasures', { customerId: 'C-erased', reason: 'Asked for it.' });
  const { body } = await its.clerk.get<{ items: object[] }>(`/v1/disputes?invoiceId=${id}`, position);
  expect(body.items).toMatchObject([
    { amount: '40.00', outcome: 'rejected', reason: null, resolution: null },
  ]);
  const shown = await Promise.all(
    [`/v1/invoices/${id}`, `/v1/invoices/${id}/history`].map((path) => its.clerk.get(path, position)),
  );
  expect(JSON.stringify(shown.map(({ body: answer }) => answer))).not.toContain('Zeno');
});

story(
  'ground',
  'D4',
  'Aging/2 shows what is disputed of what is open; aging/1 is refused, naming 2',
  async (show) => {
    const before = addDays(its.due, -40);
    const { id } = await invoice('AGED');
    const { disputeId } = await dispute(id, { amount: '70.00', disputedOn: addDays(its.due, 2) });
    await its.clerk.done('/v1/payments', {
      ...{
        amount: '50.00',
        currency: 'EUR',
        receivedOn: addDays(its.due, 6),
        allocations: [{ invoiceId: id, amount: '50.00' }],
      },
    });
    const { position } = await resolve(id, disputeId, { resolvedOn: addDays(its.due, 9) });
    type Answer = {
      definition: string;
      rows: { key: string; open: string; disputed: string }[];
      errors: { field: string }[];
    };
    const aging = async (days: number, by: 'customer' | 'owner', more = '') => {
      const asked = `/v1/reports/aging?by=${by}&limit=500&asOf=${addDays(its.due, days)}${more}`;
      const { body } = await its.clerk.get<Answer>(asked, position);
      return body.rows.filter(({ key }) => key === 'AGED').map(({ open, disputed }) => [open, disputed]);
    };
    const one = (asOf: string) =>
      its.clerk.get<Answer>(`/v1/reports/aging?definition=1&asOf=${asOf}`, position);
    const sums = async (by: 'customer' | 'owner') => {
      const { body } = await its.clerk.get<Answer & { currencies: { disputed: string }[] }>(
        `/v1/reports/aging?by=${by}&limit=500&asOf=${addDays(its.due, 5)}`,
      );
      const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));
      return (
        body.rows.reduce((sum, { disputed }) => sum + cents(disputed), 0n) ===
        cents(body.currencies[0]!.disputed)
      );
    };
    show({
      input:
        '70 of 100 disputed from day 2, 50 paid on day 6, resolved on day 9: aging on days 1, 2, 6 and 9; rows and totals; aging/1',
      right: {
        aged: [[['100.00', '0.00']], [['100.00', '70.00']], [['50.00', '50.00']], [['50.00', '0.00']]],
        rowsAddUp: [true, true],
        one: [422, '/definition', 200, 'aging/1'],
      },
      got: {
        aged: [
          await aging(1, 'customer'),
          await aging(2, 'customer'),
          await aging(6, 'customer'),
          await aging(9, 'customer'),
        ],
        rowsAddUp: [await sums('customer'), await sums('owner')],
        one: [
          (await one(addDays(its.due, 5))).status,
          (await one(addDays(its.due, 5))).body.errors[0]!.field,
          (await one(before)).status,
          (await one(before)).body.definition,
        ],
      },
    });
  },
);
