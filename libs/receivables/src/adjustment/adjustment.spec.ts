import { type FactOf, type Policy, stream } from '@quittance/kernel';
import { ISSUED, NAMED, paid } from '../../spec/invoice-facts.js';
import { given, wrongField } from '../../../../test/support/decisions.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { issue } from '../invoice/issue/issue.decider.js';
import { settlement } from '../invoice/settlement/settlement.decider.js';
import { adjustment } from './adjustment.decider.js';
import type { AdjustmentFacts } from './adjustment.events.js';

// An invoice of 100.00, issued on 2026-04-01.
const invoices = stream('invoice', [issue, settlement, adjustment]);
type Fact = FactOf<InvoiceFacts & AdjustmentFacts>;
type Kind = AdjustmentFacts['SettlementRecorded']['kind'];

const policyOf = (limits: Policy['limits']): Policy => ({ revision: 0n, limits });
const judged = (rows: { year: number; amount: string }[] = [], behind = false) => ({
  rows,
  judgedAt: '70',
  behind,
});
const SEALED = { customerSubject: 'customer-1' };
const personal = { subject: 'customer-1', reason: 'Why.' };
const having = (facts: Fact[]) => given(invoices, ...(facts as never[]));

const writeOff = (
  change: object = {},
  facts: Fact[] = [ISSUED],
  limits: Policy['limits'] = {},
  by = judged(),
) =>
  having(facts).when(
    'RequestWriteOff',
    { invoiceId: '1', reasonCode: 'uncollectable', reason: 'Why.', ...change },
    { ...SEALED, judged: by },
    { policy: policyOf(limits) },
  );
const settle = (
  kind: Kind,
  amount: string,
  change: object = {},
  facts: Fact[] = [ISSUED],
  limits: Policy['limits'] = {},
) =>
  having(facts).when(
    'RequestSettlement',
    { invoiceId: '1', kind, amount, reason: 'Why.', ...change },
    { ...SEALED, judged: judged() },
    { policy: policyOf(limits) },
  );
const asked = (amount: string, requestedOn = '2026-05-10', writeOffId = 'w'): Fact => ({
  type: 'WriteOffRequested',
  data: {
    ...{ ...NAMED, writeOffId, currency: 'EUR', amount, reasonCode: 'uncollectable' },
    ...{ requestedBy: 'anna', requestedOn, personal },
  },
});
const recorded = (kind: Kind, amount: string, open: string, on = '2026-05-10'): Fact => ({
  type: 'SettlementRecorded',
  data: {
    ...{ ...NAMED, settlementId: 's', kind, currency: 'EUR', amount, open, requestedBy: 'anna', on },
    personal,
  },
});
const told = (facts: unknown): unknown =>
  Array.isArray(facts)
    ? (facts as Fact[]).map(({ type, data }) => {
        const { amount, open, because } = data as unknown as Record<string, unknown>;
        return [type, amount, open, because].filter((each) => each !== undefined);
      })
    : (facts as { refused: string }).refused;

describe('a write-off', () => {
  it('takes all that is open from its day on when it names no amount, at once where no limit is set', () => {
    expect(told(writeOff({}, [ISSUED, paid('30.00', '70.00')]))).toEqual([['WrittenOff', '70.00', '0.00']]);
    // The payment counts from 2026-05-02: before it 100.00 were open, from it on 70.00.
    expect(told(writeOff({ requestedOn: '2026-05-01' }, [ISSUED, paid('30.00', '70.00')]))).toEqual([
      ['WrittenOff', '70.00', '0.00'],
    ]);
  });

  it('is refused when more than is open is asked, nothing is open, or the day is wrong', () => {
    expect(told(writeOff({ amount: '100.01' }))).toBe('more-than-open');
    expect(told(writeOff({}, [ISSUED, paid('100.00', '0.00')]))).toBe('already-settled');
    expect(writeOff({ requestedOn: '2026-03-31' })).toEqual(wrongField('/requestedOn', 'not-before-issue'));
    expect(writeOff({ requestedOn: '2026-06-16' })).toEqual(wrongField('/requestedOn', 'not-in-future'));
    expect(writeOff({ amount: '0.00' })).toEqual(wrongField('/amount', 'positive'));
  });

  it('needs a second person from the limit on, that amount included', () => {
    const limits = { writeOffSecondPersonFrom: { EUR: '50.00', JPY: '1' } };
    expect(told(writeOff({ amount: '49.99' }, [ISSUED], limits))).toEqual([['WrittenOff', '49.99', '50.01']]);
    expect(told(writeOff({ amount: '50.00' }, [ISSUED], limits))).toEqual([
      ['WriteOffRequested', '50.00', ['amount']],
    ]);
    expect(told(writeOff({}, [ISSUED], { writeOffSecondPersonFrom: { JPY: '1' } }))).toEqual([
      ['WrittenOff', '100.00', '0.00'],
    ]);
  });

  it('needs one beyond what the customer’s year may come to, judged by the year it counts in', () => {
    const limits = { writeOffPerCustomerYear: { EUR: '100.00' } };
    const years = [
      { year: 2025, amount: '100.00' },
      { year: 2026, amount: '60.00' },
    ];
    expect(told(writeOff({ amount: '40.00' }, [ISSUED], limits, judged(years)))).toEqual([
      ['WrittenOff', '40.00', '60.00'],
    ]);
    expect(writeOff({ amount: '40.01' }, [ISSUED], limits, judged(years))).toMatchObject([
      { data: { because: ['customer-year'], judgedAt: '70', judgedSum: '60.00', yearLimit: '100.00' } },
    ]);
    expect(told(writeOff({ amount: '1.00' }, [ISSUED], limits, judged([], true)))).toEqual([
      ['WriteOffRequested', '1.00', ['behind']],
    ]);
    expect(told(writeOff({ amount: '1.00' }, [ISSUED], {}, judged([], true)))).toEqual([
      ['WrittenOff', '1.00', '99.00'],
    ]);
  });

  it('that waits is not asked for twice, but does not keep anybody from settling the invoice', () => {
    const limits = { writeOffSecondPersonFrom: { EUR: '10.00' } };
    expect(told(writeOff({ amount: '40.01' }, [ISSUED, asked('60.00')], limits))).toBe('more-than-open');
    expect(told(writeOff({}, [ISSUED, asked('60.00')], limits))).toEqual([
      ['WriteOffRequested', '40.00', ['amount']],
    ]);
    expect(told(settle('bank-charge', '60.00', {}, [ISSUED, asked('60.00')]))).toEqual([
      ['SettlementRecorded', '60.00', '40.00'],
    ]);
  });

  const approve = (change: object = {}, facts: Fact[] = [ISSUED, asked('60.00')], actor = 'mara') =>
    having(facts).when('ApproveWriteOff', { invoiceId: '1', writeOffId: 'w', ...change }, undefined, {
      actor,
    });

  it('is approved by somebody else, while as much is open, and then once', () => {
    expect(told(approve())).toEqual([['WrittenOff', '60.00', '40.00']]);
    expect(told(approve({}, undefined, 'anna'))).toBe('same-person');
    expect(told(approve({}, [ISSUED, asked('60.00'), paid('50.00', '50.00')]))).toBe('less-open');
    expect(approve({ approvedOn: '2026-05-09' })).toEqual(wrongField('/approvedOn', 'not-before-request'));
    expect(told(approve({ writeOffId: 'x' }))).toBe('write-off-not-found');
    const [written] = approve() as Fact[];
    expect(told(approve({}, [ISSUED, asked('60.00'), written!]))).toBe('already-decided');
  });

  it('is undone once; one that only waits is refused instead', () => {
    const undo = (facts: Fact[]) =>
      having(facts).when('UndoSettlement', { invoiceId: '1', settlementId: 'w', reason: 'Why.' }, SEALED);
    const [written] = approve() as Fact[];
    const undone = undo([ISSUED, asked('60.00'), written!]);
    expect(told(undone)).toEqual([['WriteOffReversed', '60.00', '100.00']]);
    expect(told(undo([ISSUED, asked('60.00'), written!, ...(undone as Fact[])]))).toBe('already-undone');
    expect(told(undo([ISSUED, asked('60.00')]))).toBe('not-recorded');
    expect(told(undo([ISSUED]))).toBe('settlement-not-found');
  });
});

describe('another settlement', () => {
  it('has the second person of write-offs until its own limit is set', () => {
    const ofWriteOffs = { writeOffSecondPersonFrom: { EUR: '10.00' } };
    for (const kind of ['bank-charge', 'withheld-tax', 'early-payment-discount'] as const)
      expect(told(settle(kind, '10.00', {}, [ISSUED], ofWriteOffs))).toMatchObject([
        ['SettlementRequested', '10.00', { 0: 'amount' }],
      ]);
    const own = { ...ofWriteOffs, bankChargeSecondPersonFrom: { EUR: '20.00' } };
    expect(told(settle('bank-charge', '19.99', {}, [ISSUED], own))).toEqual([
      ['SettlementRecorded', '19.99', '80.01'],
    ]);
    expect(told(settle('split-payment', '10.00', {}, [ISSUED], ofWriteOffs))).toEqual([
      ['SettlementRecorded', '10.00', '90.00'],
    ]);
  });

  it('as a tolerance is none unless a limit is set, and once an invoice', () => {
    const limits = { tolerancePerInvoice: { EUR: '1.00' } };
    expect(told(settle('tolerance', '0.01'))).toBe('over-limit');
    expect(told(settle('tolerance', '1.01', {}, [ISSUED], limits))).toBe('over-limit');
    expect(told(settle('tolerance', '1.00', {}, [ISSUED], limits))).toEqual([
      ['SettlementRecorded', '1.00', '99.00'],
    ]);
    const before = [ISSUED, recorded('tolerance', '0.50', '99.50')];
    expect(told(settle('tolerance', '0.50', {}, before, limits))).toBe('tolerance-taken');
    const undone: Fact = {
      type: 'SettlementUndone',
      data: {
        ...{ ...NAMED, settlementId: 's', kind: 'tolerance', currency: 'EUR', amount: '0.50' },
        ...{ open: '100.00', on: '2026-05-10', personal },
      },
    };
    expect(told(settle('tolerance', '0.50', {}, [...before, undone], limits))).toEqual([
      ['SettlementRecorded', '0.50', '99.50'],
    ]);
  });

  it('as a discount is within the terms of the invoice, in time and in all; else it needs a second person', () => {
    const discounted = {
      ...ISSUED,
      data: { ...ISSUED.data, terms: { type: 'net', days: 30, discount: { percent: '2.5', days: 10 } } },
    } as Fact;
    const discount = (amount: string, on: string, facts = [discounted]) =>
      told(settle('early-payment-discount', amount, { on }, facts));
    expect(discount('2.50', '2026-04-11')).toEqual([['SettlementRecorded', '2.50', '97.50']]);
    expect(discount('2.51', '2026-04-11')).toEqual([['SettlementRequested', '2.51', ['terms']]]);
    expect(discount('2.50', '2026-04-12')).toEqual([['SettlementRequested', '2.50', ['terms']]]);
    const before = [discounted, recorded('early-payment-discount', '2.00', '98.00', '2026-04-05')];
    expect(discount('0.51', '2026-04-11', before)).toEqual([['SettlementRequested', '0.51', ['terms']]]);
    expect(discount('1.00', '2026-04-11', [ISSUED as typeof discounted])).toEqual([
      ['SettlementRequested', '1.00', ['terms']],
    ]);
  });

  it('as a set-off names our debt', () => {
    expect(settle('set-off', '10.00')).toEqual(wrongField('/reference', 'required'));
    expect(told(settle('set-off', '10.00', { reference: 'S-1' }))).toEqual([
      ['SettlementRecorded', '10.00', '90.00'],
    ]);
  });

  it('that was asked for counts from the day it was asked for, unless the approval says another', () => {
    const [requested] = settle('bank-charge', '10.00', { on: '2026-05-03' }, [ISSUED], {
      bankChargeSecondPersonFrom: { EUR: '0.00' },
    }) as Fact[];
    const approve = (change: object) =>
      having([ISSUED, requested!]).when(
        'ApproveSettlement',
        { invoiceId: '1', settlementId: 'part-0', ...change },
        undefined,
        { actor: 'mara' },
      );
    expect(approve({})).toMatchObject([
      { data: { on: '2026-05-03', approvedBy: 'mara', requestedBy: 'anna' } },
    ]);
    expect(approve({ approvedOn: '2026-05-04' })).toMatchObject([{ data: { on: '2026-05-04' } }]);
    const asWriteOff = having([ISSUED, requested!]).when(
      'ApproveWriteOff',
      { invoiceId: '1', writeOffId: 'part-0' },
      undefined,
      { actor: 'mara' },
    );
    expect(told(asWriteOff)).toBe('write-off-not-found');
  });
});
