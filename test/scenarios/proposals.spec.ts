import { randomUUID } from 'node:crypto';
import type { Caller } from '../support/caller.js';
import { cameTo } from '../support/crediting.js';
import { type Allocated, parts, paying, WHY } from '../support/paying.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// What could be done with money that settles nothing, and what a person makes of it.

interface Proposed {
  free: string;
  more: boolean;
  judgedAt: string;
  items: {
    proposalId: string;
    rule: string;
    score: number;
    exact: boolean;
    because: string;
    allocations: { invoiceId: string; number: string; amount: string; customerId: string | null }[];
  }[];
}

let quittance: Quittance;
let clerk: Caller;
let receive: ReturnType<typeof paying>['receive'];
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'manager', 'admin', 'auditor']);
  ({ receive } = paying(clerk));
});
afterAll(() => quittance?.stop());

/** A customer of their own for each story. */
async function customer(): Promise<string> {
  const customerId = `P-${randomUUID()}`;
  await clerk.done('/v1/customers', { customerId, name: customerId });
  return customerId;
}
const issue = async (
  customerId: string,
  number: string,
  total: string,
  more: object = {},
): Promise<string> => {
  const dates = { issuedOn: '2026-01-01', dueOn: '2026-01-31' };
  const body = { number, customerId, ...dates, currency: 'EUR', total, ...more };
  return (await clerk.done('/v1/invoices', body)).id;
};
const lastPosition = async () => String((await quittance.facts()).at(-1)!.position.commit);
const proposals = async ({ id }: { id: string }): Promise<Proposed> =>
  (await clerk.get<Proposed>(`/v1/payments/${id}/proposals`, await lastPosition())).body;
const told = ({ items }: Proposed): string[] =>
  items.map(
    ({ rule, score, exact, allocations }) =>
      `${rule} ${score}${exact ? ' exact' : ''}: ${allocations.map(({ number, amount }) => `${amount} ${number}`).join(', ')}`,
  );
const accept = ({ id }: { id: string }, proposalId: string, key?: string) =>
  clerk.post<Allocated>(`/v1/payments/${id}/proposals/acceptance`, { proposalId }, ...(key ? [{ key }] : []));

story(
  'life',
  'B15',
  'What is free of a payment has proposals, each with its rule, score and reason',
  async (show) => {
    const payerId = await customer();
    await issue(payerId, 'PR-2026-01', '100.00', { dueOn: '2026-01-10' });
    await issue(payerId, 'PR-2026-02', '250.00', { dueOn: '2026-01-20' });
    await issue(payerId, 'PR-2026-03', '400.00', { dueOn: '2026-01-30' });
    await issue(payerId, 'PR-2026-04', '250.00', { currency: 'USD' });
    const ask = async (amount: string, reference?: string) =>
      told(await proposals(await receive(amount, { payerId, reference })));
    show({
      input:
        'open: 100.00 of 01, 250.00 of 02, 400.00 of 03, and 250.00 USD. 650.00 for `pr 2026 02 and PR-2026-03`',
      right: [
        'reference 98 exact: 250.00 PR-2026-02, 400.00 PR-2026-03',
        'oldest 30: 100.00 PR-2026-01, 250.00 PR-2026-02, 300.00 PR-2026-03',
      ],
      got: await ask('650.00', 'pr 2026 02 and PR-2026-03'),
    });
    show({
      input: '250.00, 500.00, and 750.00, without a reference: an amount, a sum, all that is open',
      right: [
        'amount 90 exact: 250.00 PR-2026-02',
        'sum 80 exact: 100.00 PR-2026-01, 400.00 PR-2026-03',
        'oldest 82 exact: 100.00 PR-2026-01, 250.00 PR-2026-02, 400.00 PR-2026-03',
      ],
      got: [(await ask('250.00'))[0], (await ask('500.00'))[0], (await ask('750.00'))[0]],
    });
    await issue(payerId, 'PR-2026-05', '250.00');
    const twice = await proposals(await receive('250.00', { payerId }));
    show({
      input: 'another invoice of 250.00: either may be meant, and neither is exact',
      right: [
        ['amount 45: 250.00 PR-2026-02', 'amount 45: 250.00 PR-2026-05'],
        'Exactly 250.00 EUR are open of PR-2026-02; so they are of 1 more',
      ],
      got: [told(twice).slice(0, 2), twice.items[0]!.because],
    });
  },
);

story(
  'life',
  'B16',
  'A person accepts a proposal: it is allocated, and the audit trail says by which rule',
  async (show) => {
    const payerId = await customer();
    const invoiceId = await issue(payerId, 'PA-1', '100.00');
    await issue(payerId, 'PA-2', '60.00', { dueOn: '2026-01-15' });
    const payment = await receive('100.00', { payerId });
    const other = await receive('100.00', { payerId });
    const [best, next] = (await proposals(payment)).items;
    const key = 'accepted-once';
    const first = await accept(payment, best!.proposalId, key);
    const facts = (await quittance.facts()).length;
    const again = await accept(payment, best!.proposalId, key);
    show({
      input: 'the best of 100.00 is accepted, and sent once more under its key',
      right: [200, ['applied 100.00'], '0.00', 'true', ['applied 100.00'], 0],
      got: [
        ...[first.status, parts(first.body), first.body.unapplied],
        ...[
          again.headers.get('idempotency-replayed'),
          parts(again.body),
          (await quittance.facts()).length - facts,
        ],
      ],
    });
    const refusal = async (id: string, proposalId: string) =>
      cameTo(clerk, `/v1/payments/${id}/proposals/acceptance`, { proposalId });
    await proposals(other);
    show({
      input:
        'another of the same money; the same invoice for other money; a hash of nothing; no hash; no payment',
      right: [
        '409 proposal-changed',
        '409 proposal-changed',
        '409 proposal-changed',
        '422 invalid',
        '404 payment-not-found',
      ],
      got: [
        await refusal(payment.id, next!.proposalId),
        await refusal(other.id, best!.proposalId),
        await refusal(other.id, 'ab'.repeat(32)),
        await refusal(other.id, 'x'),
        await refusal(invoiceId, 'ab'.repeat(32)),
      ],
    });
    const { body } = await clerk.get<{ items: { type: string; text: string }[] }>(
      '/v1/audit?type=AllocationRequested',
      await lastPosition(),
    );
    const asked = (await quittance.facts()).filter(({ type }) => type === 'AllocationRequested');
    show({
      input: 'the audit trail, and the fact',
      right: [
        expect.stringContaining('as proposed by the rule amount with 90 points of 100'),
        { rule: 'amount', score: 90, judgedAt: expect.stringMatching(/^\d+$/) as string },
      ],
      got: [JSON.stringify(body.items.at(-1) ?? body.items[0]), asked.at(-1)!.data.proposal],
    });
  },
);

story(
  'life',
  'B17',
  'Money of an account number is proposed for whom it was applied before',
  async (show) => {
    const [one, other] = [await customer(), await customer()];
    const into = await customer();
    const account = { payerId: undefined, payerAccount: 'it60 x054 2811 1010 0000 0123 456' };
    const paid = await issue(one, 'PB-1', '30.00');
    await issue(one, 'PB-2', '70.00');
    await issue(other, 'PB-3', '70.00');
    const unknown = await receive('70.00', { ...account, payerAccount: 'IT60X0542811101000000123456' });
    show({
      input: 'nobody knows who paid, and nothing was paid from there before',
      right: [],
      got: told(await proposals(unknown)),
    });
    await receive('30.00', { ...account, allocations: [{ invoiceId: paid, amount: '30.00' }] });
    const now = await proposals(unknown);
    show({
      input: 'the same, after 30.00 from there were applied for the first customer',
      right: [
        ['account 81: 70.00 PB-2'],
        `Money of this account number was applied for ${one} in 1 of 1 payments. Exactly 70.00 EUR are open of PB-2`,
      ],
      got: [told(now), now.items[0]!.because],
    });
    await clerk.done(`/v1/customers/${one}/merge`, { intoCustomerId: into, ...WHY });
    await issue(into, 'PB-4', '55.00', { dueOn: '2026-01-05' });
    show({
      input: 'that customer is another one since: invoices of both are looked at',
      right: ['account 81: 70.00 PB-2', 'account 27: 55.00 PB-4, 15.00 PB-2'],
      got: told(await proposals(unknown)),
    });
    const { body } = await clerk.get<{ items: { payerAccount: string }[] }>(
      '/v1/payments?payerAccount=IT60X0542811101000000123456',
    );
    show({ input: 'payments from that account number', right: 2, got: body.items.length });
  },
);

it('is made for whoever the money belongs to after a transfer, never for more than their part', async () => {
  const [payerId, other] = [await customer(), await customer()];
  await issue(payerId, 'PT-1', '80.00');
  await issue(other, 'PT-2', '30.00');
  const payment = await receive('100.00', { payerId });
  await clerk.done(`/v1/payments/${payment.id}/transfers`, { customerId: other, amount: '30.00', ...WHY });
  const { items, free } = await proposals(payment);
  expect(free).toBe('100.00');
  expect(items.map(({ allocations: [part] }) => [part!.customerId, part!.number, part!.amount])).toEqual([
    [other, 'PT-2', '30.00'],
    [payerId, 'PT-1', '70.00'],
  ]);
  for (const { proposalId } of items) expect((await accept(payment, proposalId)).status).toBe(200);
  expect((await proposals(payment)).items).toEqual([]);
});

it('proposes the earliest instalment for exactly what it is', async () => {
  const payerId = await customer();
  const instalments = ['2026-02-01', '2026-03-01', '2026-04-01'].map((dueOn) => ({ dueOn, amount: '40.00' }));
  await issue(payerId, 'PI-1', '120.00', { dueOn: undefined, instalments });
  expect(told(await proposals(await receive('40.00', { payerId })))).toEqual(['amount 84 exact: 40.00 PI-1']);
});

it('looks at the oldest of many invoices, and says so', async () => {
  const payerId = await customer();
  const commands = Array.from({ length: 203 }, (_, i) => ({
    ...{ route: '/v1/invoices', key: `many-${i}` },
    body: {
      ...{ number: `PM-${i}`, customerId: payerId, issuedOn: '2026-01-01', dueOn: '2026-01-31' },
      ...{ currency: 'EUR', total: i === 202 ? '777.77' : '10.00' },
    },
  }));
  for (const some of [commands.slice(0, 100), commands.slice(100)])
    await clerk.done('/v1/batches', { commands: some });
  const { more, items } = await proposals(await receive('777.77', { payerId }));
  expect([more, ...items.map(({ rule, exact }) => [rule, exact])]).toEqual([
    true,
    ['amount', true],
    ['oldest', false],
  ]);
  expect(items[1]!.allocations).toHaveLength(50);
});
