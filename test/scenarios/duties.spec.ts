import { addDays } from '@quittance/kernel';
import { GONE, useAdjusting } from '../support/adjusting.js';
import type { Caller } from '../support/quittance.js';
import { story } from '../support/story.js';

// What one person may not do alone on one document, and what is kept of who tried.

jest.setTimeout(60_000);
const its = useAdjusting();
let admin: Caller;
beforeAll(async () => (admin = await its.quittance.as('admin', 'ada')));

const set = (pairs: string[][]) => admin.done('/v1/settings/duties', { pairs });
const pay = (by: Caller, change: object = {}) =>
  by.post<{ id: string; code?: string; detail?: string }>('/v1/payments', {
    ...{ amount: '10.00', currency: 'EUR', receivedOn: its.today, ...change },
  });

story('life', 'F3', 'Pairs of duties are kept apart on one document, as the entity sets', async (show) => {
  const [other, id] = [await its.quittance.as('clerk', 'lea'), await its.invoice()];
  const allocations = [{ invoiceId: id, amount: '1.00' }];
  const { body: before } = await pay(its.clerk);
  await its.clerk.done(`/v1/payments/${before.id}/allocations`, { allocations });
  await set([['allocate', 'record-cash']]);
  const { position } = await set([['record-cash', 'allocate']]);
  const { body: paid } = await pay(its.clerk);
  const later = `/v1/payments/${paid.id}/allocations`;
  const atOnce = await pay(its.clerk, { allocations });
  show({
    input:
      'recording and allocating by one person: before; later, at once; by another; lifted; set by a manager',
    right: {
      set: [[['record-cash', 'allocate']], ['who asked for something may not approve it']],
      refused: ['409 duty', '409 duty', '403 forbidden', '422 invalid'],
      byAnother: '200',
      lifted: '200',
    },
    got: {
      set: await its.read('/v1/settings/duties', position).then(({ pairs, always }) => [pairs, always]),
      refused: [
        await its.refused(its.clerk, later, { allocations }),
        `${atOnce.status} ${atOnce.body.code}`,
        await its.refused(its.manager, '/v1/settings/duties', { pairs: [] }),
        await its.refused(admin, '/v1/settings/duties', { pairs: [['approve', 'approve']] }),
      ],
      byAnother: await its.refused(other, later, { allocations }),
      lifted: await set([]).then(() => its.refused(its.clerk, later, { allocations })),
    },
  });
  expect(atOnce.body.detail).toContain('record cash');
});

story('life', 'F4', 'Who tried what a duty or a limit forbids is kept, with when', async (show) => {
  await its.set({ writeOffSecondPersonFrom: { EUR: '50.00' }, backDatingDays: 60 });
  const id = await its.invoice();
  const carla = await its.quittance.as(['clerk', 'manager'], 'carla');
  const { writeOffId } = await its.ask(id, 'write-offs', GONE);
  const approval = `/v1/invoices/${id}/write-offs/${writeOffId}/approval`;
  for (let times = 0; times < 2; times += 1) await carla.post(approval, {}, { key: 'again' });
  await pay(its.clerk, { receivedOn: addDays(its.today, -61) });
  await its.refused(its.clerk, approval);
  await its.refused(its.clerk, `/v1/invoices/${id}/write-offs`, { ...GONE, amount: '122.01' });
  const facts = (await its.quittance.facts()).filter(({ stream }) => stream.startsWith('attempts-'));
  const last = String(facts.at(-1)!.position.commit);
  const { body } = await its.manager.get<{ items: Record<string, string>[] }>(
    '/v1/reports/attempts?actorId=carla',
    last,
  );
  show({
    input:
      'an approval by who asked, sent twice; a payment 61 days back; an approval by a clerk; too much asked',
    right: [
      ['carla', 'same-person', 'ApproveWriteOff', `invoice-${id}`, its.today],
      ['carla', 'over-limit', 'RecordPayment', expect.stringMatching(/^payment-/), its.today],
    ],
    got: body.items
      .filter(({ code }) => code !== 'duty')
      .map(({ actorId, code, command, document, attemptedOn }) => [
        actorId,
        code,
        command,
        document,
        attemptedOn,
      ])
      .sort((one, two) => (one[2]! < two[2]! ? -1 : 1)),
  });
  expect((await its.clerk.get('/v1/reports/attempts')).status).toBe(403);
});
