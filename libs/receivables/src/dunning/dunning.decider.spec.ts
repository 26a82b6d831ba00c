import { addDays, type FactOf } from '@quittance/kernel';
import fc from 'fast-check';
import { given, wrongField } from '../../../../test/support/decisions.js';
import { type Invoice, invoices } from '../invoice/invoice.stream.js';
import { stepId } from '../streams.js';
import { STANDARD } from '../policy/policy.stream.js';
import { dunningDecider, type DunningReferences } from './dunning.decider.js';
import type { DunningFacts } from './dunning.events.js';

const DUE = '2026-04-30';
const ISSUED = {
  number: 'R-1',
  customerId: 'C-1',
  issuedOn: '2026-04-01',
  dueOn: DUE,
  currency: 'EUR',
  total: '100.00',
};
const INVOICE: Invoice = {
  ...invoices.initial,
  issue: ISSUED,
  settlement: { open: '100.00' },
  owner: [{ on: '2026-04-01', ownerId: 'anna' }],
};

const knowing = (invoice: Invoice | undefined): DunningReferences['ChaseInvoice'] => ({
  ...{ invoice, policy: STANDARD },
  idOf: (part, step, agreedDueOn) => stepId('1', step, agreedDueOn, part),
  told: () => ({ escalatedTo: 'marco', escalatedAs: 'manager' }),
  mailIdOf: ({ on, language, tone }) => `${on} ${language} ${tone}`,
});

type Facts = FactOf<DunningFacts>[];
const chase = (on: string, before: Facts = [], references = knowing(INVOICE)) =>
  given(dunningDecider, ...before).when('ChaseInvoice', { invoiceId: '1', on }, references, {
    today: '2027-01-01',
  }) as Facts;
const done = (facts: Facts) => facts.map(({ type, data }) => `${type} ${data.step}`);

describe('the chase of an invoice', () => {
  it.each([
    [-4, []],
    [-3, ['ReminderPlanned due-3']],
    [0, ['ReminderPlanned due-3']],
    [1, []],
    [2, []],
    [3, ['ReminderSkipped due-3', 'ReminderPlanned due+3']],
    [7, ['ReminderSkipped due-3', 'ReminderSkipped due+3', 'ReminderPlanned due+7']],
    [
      29,
      ['ReminderSkipped due-3', 'ReminderSkipped due+3', 'ReminderSkipped due+7', 'ReminderPlanned due+14'],
    ],
    [
      30,
      [
        'ReminderSkipped due-3',
        'ReminderSkipped due+3',
        'ReminderSkipped due+7',
        'ReminderSkipped due+14',
        'InvoiceEscalated due+30',
      ],
    ],
  ])('%i days from the agreed due date, with nothing done yet: %j', (days, expected) => {
    expect(done(chase(addDays(DUE, days)))).toEqual(expected);
  });

  it('plans a reminder with what is owed, by whom it is followed up, and a step id that no clock is in', () => {
    expect(chase('2026-05-03', chase('2026-04-27'))).toEqual([
      {
        type: 'ReminderPlanned',
        data: {
          invoiceId: '1',
          number: 'R-1',
          customerId: 'C-1',
          stepId: stepId('1', 'due+3', DUE),
          step: 'due+3',
          agreedDueOn: DUE,
          plannedOn: '2026-05-03',
          currency: 'EUR',
          open: '100.00',
          ownerId: 'anna',
          ...{ policyId: 'standard', policyVersion: 0, template: 'reminder', tone: 'friendly' },
          ...{ approval: 'person', language: 'en', mailId: '2026-05-03 en friendly', asked: '100.00' },
        },
      },
    ]);
  });

  it("escalates to the owner's manager", () => {
    expect(chase('2026-05-30').at(-1)).toMatchObject({
      type: 'InvoiceEscalated',
      data: { ownerId: 'anna', escalatedTo: 'marco', escalatedOn: '2026-05-30' },
    });
  });

  it('does each step once, however often and in whatever order the days are run', () => {
    const days = fc.array(fc.integer({ min: -10, max: 60 }), { maxLength: 20 });
    fc.assert(
      fc.property(days, (runs) => {
        const facts: Facts = [];
        for (const run of runs) facts.push(...chase(addDays(DUE, run), facts));
        const ids = facts.map(({ data }) => data.stepId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const run of runs) expect(chase(addDays(DUE, run), facts)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, Invoice | undefined]>([
    ['that is paid', { ...INVOICE, settlement: { open: '0.00' } }],
    ['that is not issued yet', { ...INVOICE, issue: { ...ISSUED, issuedOn: '2026-06-01' } }],
    ['that does not exist', undefined],
  ])('leaves an invoice alone %s', (_words, invoice) => {
    expect(chase('2026-05-30', [], knowing(invoice))).toEqual([]);
  });

  it('starts again with a new agreed due date', () => {
    const before = chase('2026-05-07');
    const extended = { ...INVOICE, extension: [{ id: 'E', on: '2026-05-08', agreedDueOn: '2026-06-30' }] };
    const later = (on: string) => done(chase(on, before, knowing(extended)));
    expect(later('2026-05-30')).toEqual([]);
    expect(later('2026-06-27')).toEqual(['ReminderPlanned due-3']);
    expect(later('2026-07-07')).toContain('ReminderPlanned due+7');
  });

  it('is never run for a day to come', () => {
    const tomorrow = given(dunningDecider).when(
      'ChaseInvoice',
      { invoiceId: '1', on: '2026-06-16' },
      knowing(INVOICE),
    );
    expect(tomorrow).toEqual(wrongField('/on', 'not-in-future'));
  });
});
