import type { FactOf } from '@quittance/kernel';
import type { DunningFacts } from '../dunning.events.js';
import { SimulationCounts } from './simulation.counts.js';

const named = (customerId: string, step: string) => ({
  ...{ invoiceId: 'i', number: '1', customerId, stepId: 's', step, agreedDueOn: '2026-03-01' },
  ...{ currency: 'EUR', open: '50.00', ownerId: 'anna' },
});
const reminder = (
  customerId: string,
  step: string,
  { asked, mailId, currency = 'EUR' }: { asked: string; mailId: string; currency?: string },
): FactOf<DunningFacts> => ({
  type: 'ReminderPlanned',
  data: { ...named(customerId, step), plannedOn: '2026-03-08', tone: 'formal', asked, mailId, currency },
});
const skipped = (code: string): FactOf<DunningFacts> => ({
  type: 'ReminderSkipped',
  data: { ...named('C-1', 'due+7'), skippedOn: '2026-03-08', code },
});

describe('counts of a simulation', () => {
  it('adds up a month, step, tone and currency, in the order of the ladder', () => {
    const counts = new SimulationCounts();
    counts.add(reminder('C-1', 'due+14', { asked: '0.10', mailId: 'a' }), '2026-03');
    counts.add(reminder('C-1', 'due+7', { asked: '0.10', mailId: 'a' }), '2026-03');
    counts.add(reminder('C-2', 'due+7', { asked: '0.20', mailId: 'b' }), '2026-03');
    counts.add(reminder('C-2', 'due+7', { asked: '3', mailId: 'b', currency: 'JPY' }), '2026-02');
    const { steps } = counts.outcome();
    expect(steps.map(({ month, step, days, count, amount }) => [month, step, days, count, amount])).toEqual([
      ['2026-02', 'due+7', 7, 1, '3'],
      ['2026-03', 'due+7', 7, 2, '0.30'],
      ['2026-03', 'due+14', 14, 1, '0.10'],
    ]);
  });

  it('counts what goes into one mail of a customer once, and another kind of step apart', () => {
    const counts = new SimulationCounts();
    for (const [step, mailId] of [
      ['due+3', 'a'],
      ['due+7', 'a'],
      ['due+14', 'b'],
    ] as const)
      counts.add(reminder('C-1', step, { asked: '10.00', mailId }), '2026-03');
    const escalated = { ...named('C-1', 'due+30'), escalatedOn: '2026-03-31', escalatedTo: null };
    counts.add({ type: 'InvoiceEscalated', data: escalated }, '2026-03');
    const { customers, steps } = counts.outcome();
    expect(customers).toEqual([
      {
        ...{ customerId: 'C-1', currency: 'EUR', reminders: 3, mails: 2, escalations: 1 },
        ...{ alerts: 0, collections: 0, asked: '30.00' },
      },
    ]);
    expect(steps.at(-1)).toMatchObject({ kind: 'escalation', tone: null, amount: '50.00' });
  });

  it('counts what was held up by its reason', () => {
    const counts = new SimulationCounts();
    for (const code of ['superseded', 'disputed', 'superseded']) counts.add(skipped(code), '2026-03');
    expect(counts.outcome()).toMatchObject({
      steps: [],
      skipped: [
        { code: 'disputed', count: 1 },
        { code: 'superseded', count: 2 },
      ],
    });
  });
});
