import { addDays, type BusinessDate } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// An invoice in instalments: each has its due date, is extended by itself, and is what reminders ask for.

let quittance: Quittance;
let clerk: Caller;
/** The first instalment is due on it. */
let due: BusinessDate;
let numbers = 0;

beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as('clerk', 'carla');
  due = addDays(quittance.clock.today(), -40);
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Acme' });
});
afterAll(() => quittance?.stop());

type Written = { id: string; position: string };
const issue = (more: object): Promise<Written> =>
  clerk.done('/v1/invoices', {
    ...{ number: `I-${(numbers += 1)}`, customerId: 'C-1', issuedOn: addDays(due, -30), currency: 'EUR' },
    ...more,
  });
const on = (days: number): BusinessDate => addDays(due, days);
const three = () =>
  issue({
    total: '100.00',
    instalments: [
      { dueOn: due, amount: '30.00' },
      { dueOn: on(30), amount: '50.00' },
      { dueOn: on(60), amount: '20.00' },
    ],
  });
const pay = (invoiceId: string, amount: string, receivedOn: BusinessDate): Promise<Written> =>
  clerk.done('/v1/payments', {
    ...{ amount, currency: 'EUR', receivedOn },
    allocations: [{ invoiceId, amount }],
  });

interface Shown {
  status: string;
  timing: string;
  agreedDueOn: string;
  daysOverdue: number;
  instalments: { number: number; dueOn: string; agreedDueOn: string; amount: string; open: string }[];
}
const shown = async ({ id }: { id: string }, after: string, query = ''): Promise<Shown> =>
  (await clerk.get<Shown>(`/v1/invoices/${id}?${query}`, after)).body;

story('life', 'A5', 'An invoice in instalments is as late as its earliest open one', async (show) => {
  const invoice = await three();
  const { position } = await pay(invoice.id, '40.00', on(5));
  const { timing, agreedDueOn, daysOverdue, instalments } = await shown(invoice, position);
  const then = await shown(invoice, position, `asOf=${on(4)}`);
  show({
    input:
      '30.00, 50.00 and 20.00, thirty days apart; 40.00 paid five days after the first; today is ten days after the second',
    right: {
      now: { timing: 'overdue', agreedDueOn: on(30), daysOverdue: 10, open: ['0.00', '40.00', '20.00'] },
      then: { agreedDueOn: due, daysOverdue: 4, open: ['30.00', '50.00', '20.00'] },
    },
    got: {
      now: { timing, agreedDueOn, daysOverdue, open: instalments.map(({ open }) => open) },
      then: {
        agreedDueOn: then.agreedDueOn,
        daysOverdue: then.daysOverdue,
        open: then.instalments.map(({ open }) => open),
      },
    },
  });
});

story('life', 'C1', 'Instalments are extended one by one, or all whose date is earlier', async (show) => {
  const invoice = await three();
  const path = `/v1/invoices/${invoice.id}/extensions`;
  const extend = (days: number, more: object = {}) => ({
    ...{ agreedDueOn: on(days), reason: 'They asked.', grantedOn: on(1), ...more },
  });
  await clerk.done(path, extend(45, { instalment: 2 }));
  const { position } = await clerk.done<Written>(path, extend(50));
  const agreed = (await shown(invoice, position)).instalments.map((part) => part.agreedDueOn);
  const refused = [];
  for (const body of [extend(90, { instalment: 4 }), extend(60, { instalment: 3 }), extend(40)])
    refused.push((await clerk.post<{ code: string }>(path, body)).body.code);
  show({
    input:
      'the second until day 45, then all until day 50; a fourth, the third to its own day, all until day 40',
    right: { agreed: [on(50), on(50), on(60)], refused: ['invalid', 'not-an-extension', 'not-an-extension'] },
    got: { agreed, refused },
  });
});

story('life', 'A6', 'Reminders ask for the instalments that are due, not for the rest', async (show) => {
  const invoice = await three();
  await clerk.get('/v1/invoices?limit=1', invoice.position);
  for (const day of [7, 37]) await clerk.done('/v1/dunning/runs', { on: on(day) });
  const facts = (await quittance.facts()).filter(({ stream }) => stream === `dunning-${invoice.id}`);
  show({
    input: 'runs a week after the first and after the second of 30.00, 50.00 and 20.00',
    right: ['ReminderPlanned due+7 30.00', 'InvoiceEscalated due+30 30.00', 'ReminderPlanned due+7 50.00'],
    got: facts
      .filter(({ type }) => type !== 'ReminderSkipped')
      .map(({ type, data }) => `${type} ${String(data.step)} ${String(data.open)}`),
  });
});

story(
  'life',
  'C4',
  'A plan covers what is open; while it holds nobody is asked, and nothing is extended',
  async (show) => {
    const invoice = await issue({ total: '100.00', dueOn: due });
    await pay(invoice.id, '10.00', on(1));
    const path = `/v1/invoices/${invoice.id}/plans`;
    const body = (first: string) => ({
      instalments: [
        { dueOn: on(20), amount: first },
        { dueOn: on(400), amount: '40.00' },
      ],
      ...{ agreedOn: on(5), reason: 'They cannot pay it at once.' },
    });
    const code = async (to: string, sent: object) => (await clerk.post<{ code: string }>(to, sent)).body.code;
    const wrong = await code(path, body('60.00'));
    const { planId, position } = await clerk.done<Written & { planId: string }>(path, body('50.00'));
    const extension = { agreedDueOn: on(90), grantedOn: on(10), reason: 'They asked.' };
    const refused = [
      await code(path, body('50.00')),
      await code(`/v1/invoices/${invoice.id}/extensions`, extension),
    ];
    await clerk.get('/v1/invoices?limit=1', position);
    await clerk.done('/v1/dunning/runs', { on: on(20) });
    await clerk.done('/v1/dunning/runs', { on: on(21) });
    const facts = (await quittance.facts()).filter(({ stream }) => stream === `dunning-${invoice.id}`);
    const asked = facts
      .filter(({ type }) => type === 'ReminderPlanned')
      .map(({ data }) => [data.plannedOn, data.open]);
    const list = await clerk.get<{ items: object[] }>(`/v1/plans?invoiceId=${invoice.id}`, position);
    show({
      input:
        '90.00 open; a plan over 100.00, over 90.00 with 50.00 on day 20, which does not come; a second plan, an extension; runs on days 20 and 21',
      right: {
        wrong: 'not-what-is-open',
        refused: ['on-plan', 'on-plan'],
        asked: [[on(21), '90.00']],
        list: [{ id: planId, state: 'broken', brokenOn: on(21), amount: '90.00', settled: '0.00' }],
      },
      got: {
        wrong,
        refused,
        asked,
        list: list.body.items.map((item) => {
          const { id, state, brokenOn, amount, settled } = item as Record<string, string>;
          return { id, state, brokenOn, amount, settled };
        }),
      },
    });
  },
);

it('terms of a customer give instalments, shares that add up', async () => {
  const parts = [1, 2, 3].map((months) => ({ share: '0.25', months }));
  await clerk.done('/v1/customers', {
    ...{ customerId: 'C-2', name: 'Parts' },
    terms: { type: 'instalments', parts: [...parts, { rest: true, months: 4, day: 15 }] },
  });
  const invoice = await issue({ customerId: 'C-2', total: '100.01', issuedOn: '2026-01-31' });
  const { instalments } = await shown(invoice, invoice.position);
  expect(instalments.map(({ dueOn, amount }) => [dueOn, amount])).toEqual([
    ['2026-02-28', '25.00'],
    ['2026-03-31', '25.00'],
    ['2026-04-30', '25.00'],
    ['2026-05-15', '25.01'],
  ]);
});

story(
  'life',
  'A7',
  'An invoice that is taken over counts from its opening, and nobody chases what lay before',
  async (show) => {
    const manager = await quittance.as('manager', 'mara');
    const opening = { on: on(20), settledBefore: '40.00', lastReminder: on(15), remindersSent: 2 };
    const taken = {
      ...{ customerId: 'C-1', issuedOn: on(-60), dueOn: on(-30), currency: 'EUR', total: '100.00', opening },
    };
    const refused = await clerk.post<{ code: string }>('/v1/invoices', { ...taken, number: 'T-0' });
    const old = await manager.done<Written>('/v1/invoices', { ...taken, number: 'T-1' });
    const { position, ...young } = await manager.done<Written>('/v1/invoices', {
      ...taken,
      number: 'T-2',
      dueOn: on(10),
    });
    const at = async (asOf: BusinessDate) =>
      (
        await clerk.get<{ currencies: { open: string; buckets: Record<string, { amount: string }> }[] }>(
          `/v1/reports/aging?asOf=${asOf}&basis=issued`,
          position,
        )
      ).body.currencies[0];
    const [before, after] = [await at(on(19)), await at(on(20))];
    await manager.done('/v1/dunning/runs', { on: on(24) });
    const chased = (await quittance.facts()).filter(({ stream }) =>
      [old.id, young.id].some((id) => stream === `dunning-${id}`),
    );
    const { body } = await clerk.get<Record<string, unknown>>(`/v1/invoices/${old.id}`);
    show({
      input:
        'two invoices of 100.00, 40.00 settled before the opening; due 50 days before it, and 10; a run 4 days after it',
      right: {
        refused: 403,
        more: '120.00',
        old: '120.00',
        axes: ['sent', 'partly', { opening: '40.00' }],
        chased: [[young.id, 'ReminderPlanned due+14']],
      },
      got: {
        refused: refused.status,
        more: (Number(after!.open) - Number(before?.open ?? 0)).toFixed(2),
        old: (
          Number(after!.buckets['61-90']!.amount) - Number(before?.buckets['61-90']?.amount ?? 0)
        ).toFixed(2),
        axes: [body.document, body.settlement, body.settledBy],
        chased: chased.map(({ stream, type, data }) => [
          stream.slice('dunning-'.length),
          `${type} ${String(data.step)}`,
        ]),
      },
    });
  },
);
