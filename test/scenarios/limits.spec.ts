import { addDays } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// How far a clerk decides alone: limits that a manager sets, not code.

let quittance: Quittance;
let clerk: Caller;
let manager: Caller;
let today: string;
let made = 0;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as('clerk', 'carla');
  manager = await quittance.as('manager', 'mara');
  today = quittance.clock.today();
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
});
afterAll(() => quittance?.stop());

type Limits = Record<string, unknown>;
const set = (limits: Limits) => manager.done('/v1/settings/limits', limits);
const read = async (query: string, after?: string): Promise<Limits> => {
  const { body } = await clerk.get<Limits>(`/v1/settings/limits${query}`, after);
  return Object.fromEntries(Object.entries(body).filter(([, limit]) => limit !== null));
};
const invoice = (by: Caller, issuedOn: string) =>
  by.post<{ id: string; code?: string; detail?: string }>('/v1/invoices', {
    ...{ number: `L-${(made += 1)}`, customerId: 'C-1', issuedOn, dueOn: addDays(issuedOn, 30) },
    ...{ currency: 'EUR', total: '100.00' },
  });

story('life', 'F1', 'Limits are set by name, and read at any place of both axes', async (show) => {
  await set({ writeOffSecondPersonFrom: { EUR: '100', JPY: '9000' }, backDatingDays: 60 });
  const { position } = await set({ writeOffSecondPersonFrom: { JPY: null }, extensionDays: 90 });
  const facts = await quittance.facts();
  const first = facts.find(({ type }) => type === 'LimitsSet')!;
  const { code: mayNot } = await clerk.refused('/v1/settings/limits', { backDatingDays: null });
  const { code: wrong } = await manager.refused('/v1/settings/limits', {
    writeOffSecondPersonFrom: { EUR: 100 },
  });
  show({
    input:
      'two limits, then one of them lifted in JPY and a third; before; by a clerk; an amount as a number',
    right: {
      now: { writeOffSecondPersonFrom: { EUR: '100.00' }, backDatingDays: 60, extensionDays: 90 },
      before: { writeOffSecondPersonFrom: { EUR: '100.00', JPY: '9000' }, backDatingDays: 60 },
      refused: ['forbidden', 'invalid'],
    },
    got: {
      now: await read('', position),
      before: await read(`?knownAt=${first.recordedAt.toISOString()}`, position).then(
        ({ asOf: _asOf, known: _known, knownAt: _at, knownPosition: _position, ...limits }) => limits,
      ),
      refused: [mayNot, wrong],
    },
  });
});

story('life', 'F2', 'A clerk dates back as far as the limit allows; a manager further', async (show) => {
  await set({ backDatingDays: 60 });
  const [at, beyond] = [addDays(today, -60), addDays(today, -61)];
  const issued = await invoice(clerk, at);
  const refused = await invoice(clerk, beyond);
  const byManager = await invoice(manager, beyond);
  const { status } = await clerk.post(`/v1/invoices/${issued.body.id}/owner`, {
    ...{ ownerId: 'mara', reason: 'Holidays.', assignedOn: at },
  });
  await set({ backDatingDays: null });
  show({
    input: '60 days by a clerk; 61 by a clerk, by a manager; an owner from 60 days ago; 61 without a limit',
    right: [201, [409, 'over-limit'], 201, 200, 201],
    got: [
      issued.status,
      [refused.status, refused.body.code],
      byManager.status,
      status,
      (await invoice(clerk, beyond)).status,
    ],
  });
  expect(refused.body.detail).toContain('backDatingDays is 60');
});

story('life', 'F2', 'A draft is dated back no further than an invoice', async (show) => {
  await set({ backDatingDays: 60 });
  const draft = async (days: number) => {
    const issuedOn = addDays(today, -days);
    const { id } = await clerk.done('/v1/drafts', {
      ...{ customerId: 'C-1', issuedOn, dueOn: addDays(issuedOn, 30), currency: 'EUR', total: '100.00' },
    });
    return `/v1/drafts/${id}/issue`;
  };
  const [at, beyond] = [await draft(60), await draft(61)];
  const issue = async (by: Caller, path: string, body: object) => {
    const { status, body: answer } = await by.post<{ code?: string; number?: string }>(path, body);
    return [status, answer.code ?? answer.number].join(' ');
  };
  const refused = [
    await issue(clerk, beyond, { number: 'B-7' }),
    await issue(clerk, beyond, { series: 'BD-' }),
  ];
  show({
    input: 'issued 61 days back by a clerk, by number and by series; by a manager; 60 days back by a clerk',
    right: ['409 over-limit', '409 over-limit', '200 BD-0001', '200 BD-0002'],
    got: [
      ...refused,
      await issue(manager, beyond, { series: 'BD-' }),
      await issue(clerk, at, { series: 'BD-' }),
    ],
  });
  await set({ backDatingDays: null });
});

story('life', 'F2', 'A clerk agrees a due date as far off as the limit allows', async (show) => {
  await set({ extensionDays: 20, backDatingDays: null });
  const { body } = await invoice(clerk, addDays(today, -40));
  const extend = async (by: Caller, days: number) => {
    const agreedDueOn = addDays(today, -10 + days);
    const path = `/v1/invoices/${body.id}/extensions`;
    const { status, body: answer } = await by.post<{ code?: string }>(path, { agreedDueOn, reason: 'Why.' });
    return [status, answer.code].filter(Boolean).join(' ');
  };
  show({
    input: 'an invoice extended by 21 days by a clerk, by 20, by 21 by a manager',
    right: ['409 over-limit', '200', '200'],
    got: [await extend(clerk, 21), await extend(clerk, 20), await extend(manager, 21)],
  });
});
