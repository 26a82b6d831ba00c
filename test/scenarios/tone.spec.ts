import { story } from '../support/story.js';
import { useChasing } from '../support/chasing.js';

// Where a policy names no tone, how the customer paid in the year before says it.

const its = useChasing();
const { customer, day, issue, lastPosition, pay, ran } = its;

interface Habit {
  habit: { settled: number; onTime: number; late: number; broken: number; tone: string } | null;
  parts: { steps: { step: string; tone: string | null }[] }[];
}
const POLICY = {
  ...{ policyId: 'by-habit', name: 'By habit', minAmount: {} },
  steps: [
    { key: 'first', days: 1, kind: 'remind', approval: 'always' },
    { key: 'second', days: 5, kind: 'remind', tone: 'friendly', approval: 'always' },
  ],
};

story('chase', 'D4', 'The tone follows from how the customer paid, and the fact says how', async (show) => {
  await its.mara.done('/v1/policies', POLICY);
  await its.mara.done('/v1/policies/assignments', { scope: 'entity', policyId: 'by-habit', from: day(-40) });
  const three = async (receivedOn: string): Promise<string> => {
    const of = await customer();
    for (let i = 0; i < 3; i += 1) await pay(await issue(of, { dueOn: day(-29) }), receivedOn);
    return of;
  };
  const [prompt, slow, unknown] = [await three(day(-29)), await three(day(-10)), await customer()];
  const broken = await three(day(-29));
  const promised = await issue(broken);
  const promise = {
    amount: '100.00',
    promisedOn: day(-20),
    madeOn: day(-25),
    madeBy: 'Rossi',
    reason: 'By phone.',
  };
  await its.mara.done(`/v1/invoices/${promised}/promises`, promise);
  const invoices = [await issue(prompt), await issue(slow), await issue(unknown), promised];
  await ran(invoices[0]!, 1);
  const planned = (await its.quittance.facts()).filter(({ type }) => type === 'ReminderPlanned');
  const told = (id: string) => {
    const { tone, habit } = planned.find(({ stream }) => stream === `dunning-${id}`)!.data;
    return [tone, habit];
  };
  const { body } = await its.mara.get<Habit>(
    `/v1/invoices/${invoices[1]}/reminders/explain?on=${day(1)}`,
    await lastPosition(),
  );
  const three3 = { settled: 3, onTime: 3, late: 0, broken: 0 };
  show({
    input: 'three paid on the day, three 19 days late, nothing known, a broken promise',
    right: {
      told: [
        ['friendly', three3],
        ['firm', { settled: 3, onTime: 0, late: 3, broken: 0 }],
        ['formal', { settled: 0, onTime: 0, late: 0, broken: 0 }],
        ['firm', { ...three3, broken: 1 }],
      ],
      explained: ['firm', ['first firm', 'second friendly']],
    },
    got: {
      told: invoices.map(told),
      explained: [body.habit?.tone, body.parts[0]!.steps.map(({ step, tone }) => `${step} ${tone}`)],
    },
  });
});
