import { type Outcome, type Simulated, together } from './simulation-sum.js';

const step = (month: string, days: number, count: number, amount: string) => ({
  ...{ month, step: `due+${days}`, days, kind: 'reminder', tone: 'formal', currency: 'EUR', count, amount },
});
const outcome = (change: Partial<Outcome>): Outcome => ({
  ...{
    policyId: 'gentle',
    name: 'Gentle',
    steps: [],
    customers: [],
    skipped: [],
    afterPayment: 0,
    crossed: 0,
  },
  ...change,
});
const page = (simulated: Partial<Outcome>): Simulated => ({
  ...{ from: '2026-01-01', to: '2026-03-31', known: 'stated', invoicesInRange: 9, customers: 1, invoices: 2 },
  ...{ simulated: outcome(simulated), beside: outcome({}) },
});

describe('pages of a simulation', () => {
  it('are added up exactly, by month and day of the ladder', () => {
    const one = page({
      steps: [step('2026-02', 14, 1, '0.10'), step('2026-03', 7, 1, '0.10')],
      skipped: [{ code: 'disputed', count: 1 }],
      crossed: 1,
    });
    const other = page({
      steps: [step('2026-02', 7, 1, '5.00'), step('2026-03', 7, 2, '0.20')],
      skipped: [
        { code: 'disputed', count: 2 },
        { code: 'bounced-address', count: 1 },
      ],
      crossed: 2,
    });
    expect(together(one, other)).toMatchObject({
      ...{ customers: 2, invoices: 4, invoicesInRange: 9 },
      simulated: {
        steps: [step('2026-02', 7, 1, '5.00'), step('2026-02', 14, 1, '0.10'), step('2026-03', 7, 3, '0.30')],
        skipped: [
          { code: 'bounced-address', count: 1 },
          { code: 'disputed', count: 3 },
        ],
        crossed: 3,
      },
    });
  });
});
