import { given } from '../../../../test/support/decisions.js';
import { story } from '../../../../test/support/story.js';
import { chase, day, type Facts, invoice, last, told } from '../../spec/chasing.js';
import { type PolicyInForce, STANDARD } from '../policy/policy.stream.js';
import { dunningDecider } from './dunning.decider.js';

// When a step comes, and what becomes of it.

story(
  'chase',
  'B8',
  'After money came back a notice of its own comes first, the ladder goes on later',
  (show) => {
    const paid = { on: day(8), applied: '100.00', kind: 'cash', source: 'P', line: 'L' } as const;
    const taken = { ...paid, on: day(12), applied: '-100.00', returned: true, before: paid } as const;
    const before = chase(day(7), invoice());
    const notice = chase(day(14), invoice({ taken }), { before });
    const after = (days: number): string[] =>
      told(chase(day(days), invoice({ taken }), { before: [...before, ...notice] }));
    show({
      input:
        'reminded on day 7, paid on day 8, returned by the bank on day 12: the runs of days 14 (twice) and 15',
      right: [['returned 100.00'], [], ['due+14 100.00']],
      got: [told(notice), after(14), after(15)],
    });
  },
);

story('chase', 'B9', 'Steps keep a minimum gap and fall on business days', (show) => {
  const steps = STANDARD.steps.map((step) => ({ ...step, minGapDays: 5 }));
  const before = chase(day(5), invoice(), { policy: { steps } });
  const gap = [8, 9, 10].map((days) => told(chase(day(days), invoice(), { policy: { steps }, before })));
  // The third day after 30 April 2026 is a Sunday.
  const working = { businessDays: true, holidays: ['target', '2026-05-04'] };
  const shifted = [3, 4, 5].map((days) =>
    last(day(days), invoice(), { policy: working, before: chase(day(0), invoice()) }),
  );
  show({
    input: 'a gap of 5 days after a reminder that came late, on day 5; business days, with 4 May a holiday',
    right: [
      [[], [], ['due+7 100.00']],
      [undefined, undefined, 'due+3 100.00'],
    ],
    got: [gap, shifted],
  });
});

story(
  'chase',
  'A1',
  'A new version holds for steps that are not decided, and never repeats one that was',
  (show) => {
    const before = chase(day(3), invoice());
    const steps = STANDARD.steps.map((step) => ({ ...step, days: step.days + 2 }));
    const policy = { steps, version: 1 } as Partial<PolicyInForce>;
    show({
      input: 'reminded on day 3; then every step two days later: the runs of days 5, 7 and 9',
      right: [[], [], ['due+7 100.00']],
      got: [5, 7, 9].map((days) => told(chase(day(days), invoice(), { before, policy }))),
    });
  },
);

story(
  'chase',
  'A2',
  'What a step asks may be looked at by a person: always, of high-value customers, or never',
  (show) => {
    const steps = (['always', 'high-value', 'never'] as const).map((approval, i) => ({
      ...{ key: approval, days: i + 1, kind: 'remind' as const, approval },
    }));
    const approvals = [1, 2, 3].map((days) => {
      const fact = chase(day(days), invoice(), { policy: { steps } }).at(-1)!;
      return fact.type === 'ReminderPlanned' && fact.data.approval;
    });
    show({ input: 'a customer like any other', right: ['person', 'none', 'none'], got: approvals });
  },
);

describe('what became of a step', () => {
  const planned = chase(day(3), invoice());
  const { stepId: id } = planned.at(-1)!.data;
  const record = (before: Facts, outcome: string, more: object = {}): string[] =>
    (
      given(dunningDecider, ...before).when(
        'RecordStep',
        { invoiceId: '1', stepId: id, mailId: 'mail', outcome, on: day(4), ...more } as never,
        undefined as never,
      ) as Facts
    ).map(({ type }) => type);

  it('is recorded once: sent, skipped, refused, and bounced after it was sent', () => {
    expect(record(planned, 'sent')).toEqual(['ReminderSent']);
    const sent = { type: 'ReminderSent', data: { ...planned.at(-1)!.data, messageId: 'm', sentOn: day(4) } };
    const after = [...planned, sent] as Facts;
    expect(record(after, 'sent')).toEqual([]);
    expect(record(after, 'refused')).toEqual([]);
    expect(record(after, 'bounced')).toEqual(['ReminderBounced']);
    expect(record(planned, 'bounced')).toEqual([]);
    expect(record(planned, 'skipped', { code: 'paid' })).toEqual(['ReminderSkipped']);
    expect(record(planned, 'refused')).toEqual(['ReminderRefused']);
  });
});
