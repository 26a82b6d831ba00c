import { type Explained, OWN, useChasing } from '../support/chasing.js';
import { story } from '../support/story.js';

// How debtors are chased, over HTTP: policies, what holds reminders up, and why one goes out or does not.

const its = useChasing();
const { customer, day, explain, issue, lastPosition, pay, ran } = its;

story('chase', 'A3', 'A policy is stored whole, and the narrowest assignment wins', async (show) => {
  const clerk = await its.quittance.as('clerk', 'carla');
  const forbidden = (await clerk.post('/v1/policies', OWN)).status;
  await its.mara.done('/v1/policies', { ...OWN, name: 'Our own' });
  const same = (await its.mara.post('/v1/policies', { ...OWN, name: 'Our own' })).status;
  const twice = await its.mara.refused('/v1/policies', { ...OWN, steps: [OWN.steps[0], OWN.steps[0]] });
  const segment = { scope: 'segment', scopeId: 'public', policyId: 'gentle' };
  await its.mara.done('/v1/policies/assignments', segment);
  const [one, other] = [await customer({ segment: 'public' }), await customer({ segment: 'public' })];
  await its.mara.done('/v1/policies/assignments', { scope: 'customer', scopeId: other, policyId: 'firm' });
  const [a, b, c, d] = [
    await issue(one),
    await issue(other),
    await issue(other),
    await issue(await customer()),
  ];
  const assign = { scope: 'invoice', scopeId: c, policyId: 'own', from: day(-10) };
  await its.mara.done('/v1/policies/assignments', assign);
  const nobody = await its.mara.refused('/v1/policies/assignments', { ...assign, scopeId: 'R-1' });
  const unknown = await its.mara.refused('/v1/policies/assignments', { ...assign, policyId: 'mild' });
  const today = its.quittance.clock.today();
  const { body } = await its.mara.get<{ policies: { policyId: string; version: number; name: string }[] }>(
    `/v1/policies?asOf=${today}`,
    await lastPosition(),
  );
  const policy = async (id: string): Promise<string> => {
    const on = `/v1/invoices/${id}/reminders/explain?on=${today}`;
    return (await its.mara.get<Explained>(on, await lastPosition())).body.policyId;
  };
  show({
    input: 'an own policy twice, a segment, one customer of it and one of their invoices',
    right: {
      refused: [403, ['/steps/1/key keys-apart'], ['/scopeId exists'], ['/policyId exists']],
      same: 200,
      policies: ['firm 0 Firm', 'gentle 0 Gentle', 'own 2 Our own', 'standard 0 Standard'],
      by: ['gentle', 'firm', 'own', 'standard'],
    },
    got: {
      refused: [forbidden, twice.fields, nobody.fields, unknown.fields],
      same,
      policies: body.policies.map(({ policyId, version, name }) => `${policyId} ${version} ${name}`),
      by: [await policy(a), await policy(b), await policy(c), await policy(d)],
    },
  });
});

story(
  'chase',
  'B10',
  'Steps of an own policy: a reminder, the owner told, collection proposed to a person',
  async (show) => {
    const id = await issue(await customer());
    await its.mara.done('/v1/policies/assignments', {
      scope: 'invoice',
      scopeId: id,
      policyId: 'own',
      from: day(-10),
    });
    const runs = [await ran(id, 1), await ran(id, 2), await ran(id, 10), await ran(id, 40)];
    const { body } = await its.mara.get<{ items: { kind: string; invoiceId: string }[] }>(
      '/v1/work',
      await lastPosition(),
    );
    show({
      input: 'the runs of days 1, 2, 10 and 40, and the work list',
      right: {
        runs: [['first 100.00'], [], ['told OwnerAlerted'], ['agency CollectionProposed']],
        work: ['propose-collection'],
      },
      got: { runs, work: body.items.filter(({ invoiceId }) => invoiceId === id).map(({ kind }) => kind) },
    });
  },
);

story('chase', 'E1', 'Of any invoice and day Quittance says why a reminder goes out or not', async (show) => {
  const [reminded, paid, disputed] = [
    await issue(await customer()),
    await issue(await customer()),
    await issue(await customer()),
  ];
  const ahead = await customer();
  const held = await issue(ahead);
  const parts = await issue(await customer(), {
    instalments: [
      { dueOn: its.due, amount: '50.00' },
      { dueOn: day(30), amount: '50.00' },
    ],
  });
  await its.mara.done(`/v1/invoices/${disputed}/disputes`, {
    reasonCode: 'quality',
    reason: 'Broken.',
    disputedOn: day(1),
  });
  await pay(paid, day(2));
  await pay(undefined, day(1), ahead);
  await ran(reminded, 3);
  const said = async (id: string): Promise<unknown> => {
    const { parts: all, holds } = await explain(id, 7);
    return [
      holds.map(({ kind }) => kind),
      ...all.map(({ comes, blockedBy, why }) => [comes, blockedBy, why]),
    ];
  };
  const blocked = await its.mara.get<{ items: { invoiceId: string; code: string; step: string }[] }>(
    '/v1/dunning/blocked',
    await lastPosition(),
  );
  show({
    input:
      'reminded on day 3; paid on day 2; disputed; 100.00 on account; in two parts: each on day 7, and what is blocked',
    right: {
      reminded: [[], ['due+7', null, 'due+7 comes: 100.00 EUR is asked']],
      paid: [[]],
      disputed: [['disputed'], [null, 'disputed', `Nothing is asked: disputed; due+14 comes on ${day(14)}`]],
      held: [[], [null, 'unapplied-cash', `Nothing is asked: unapplied cash; due+14 comes on ${day(14)}`]],
      parts: [
        ...[[], ['due+7', null, 'due+7 comes: 50.00 EUR is asked']],
        [null, null, `No step has come yet; due-3 comes on ${day(27)}`],
      ],
      blocked: [
        [disputed, 'due+3', 'disputed'],
        [held, 'due+3', 'unapplied-cash'],
      ],
    },
    got: {
      reminded: await said(reminded),
      paid: await said(paid),
      disputed: await said(disputed),
      held: await said(held),
      parts: await said(parts),
      blocked: [disputed, held].map((id) => {
        const item = blocked.body.items.find(({ invoiceId }) => invoiceId === id);
        return [id, item?.step, item?.code];
      }),
    },
  });
});
