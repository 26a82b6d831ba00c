import { extended, type FactOf } from '@quittance/kernel';
import { ISSUED, NAMED, paid } from '../../spec/invoice-facts.js';
import { given } from '../../../../test/support/decisions.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { invoices, openOn, takenFrom } from '../invoice/invoice.stream.js';
import { credit } from './credit.decider.js';
import type { CreditFacts } from './credit.events.js';

type Facts = FactOf<InvoiceFacts & CreditFacts>[];

const stream = extended(invoices, [credit]);
const on = (facts: Facts) => given(stream as never, ...(facts as never[]));
const NOTE = { creditNoteId: 'n-1', creditNumber: 'CN-1', applicationId: 'a-1', currency: 'EUR' };
const PERSONAL = { subject: 'customer-1', reason: 'Wrong invoice.' };

const apply = (facts: Facts, requested: string, requestedOn = '2026-05-02') =>
  on(facts).when(
    'ApplyCredit' as never,
    { invoiceId: '1', ...NOTE, requested, requestedOn },
    undefined as never,
  );
const undo = (facts: Facts, amount: string) =>
  on(facts).when(
    'UndoCredit' as never,
    { invoiceId: '1', ...NOTE, undoId: 'u-1', amount, personal: PERSONAL },
    undefined as never,
  );
const applied = apply([ISSUED], '40.00') as unknown as Facts;

describe('an invoice asked to take its part of a credit note', () => {
  it.each([
    ['part', '40.00', '40.00', '60.00'],
    ['all', '100.00', '100.00', '0.00'],
    ['no more than is open', '100.01', '100.00', '0.00'],
  ])('takes %s', (_words, requested, taken, open) => {
    expect(apply([ISSUED], requested)).toEqual([
      {
        type: 'CreditApplied',
        data: { ...NAMED, ...NOTE, requested, applied: taken, open, appliedOn: '2026-05-02' },
      },
    ]);
  });

  it('takes nothing when nothing is open, whatever settled it', () => {
    expect(apply([ISSUED, paid('100.00', '0.00')], '1.00')).toEqual([
      {
        type: 'CreditRefused',
        data: { ...NAMED, ...NOTE, requested: '1.00', code: 'nothing-open', requestedOn: '2026-05-02' },
      },
    ]);
  });

  it('counts it from its issue when the credit note is older', () => {
    expect(apply([ISSUED], '1.00', '2026-03-01')).toMatchObject([{ data: { appliedOn: '2026-04-01' } }]);
  });

  it('leaves less for a payment', () => {
    const settle = on([ISSUED, ...applied]).when(
      'SettleInvoice' as never,
      {
        invoiceId: '1',
        paymentId: 'P-1',
        payerId: 'C-1',
        currency: 'EUR',
        requested: '100.00',
        receivedOn: '2026-05-03',
      },
      undefined as never,
    );
    expect(settle).toMatchObject([{ type: 'PaymentApplied', data: { applied: '60.00', open: '0.00' } }]);
  });
});

describe('an invoice asked to give back', () => {
  it('opens again from the day of what it took, with the reason', () => {
    expect(undo([ISSUED, ...applied], '15.00')).toEqual([
      {
        type: 'CreditUndone',
        data: {
          ...NAMED,
          ...NOTE,
          undoId: 'u-1',
          amount: '15.00',
          open: '75.00',
          appliedOn: '2026-05-02',
          personal: PERSONAL,
        },
      },
    ]);
  });

  it('gives back no more than it took', () => {
    const once = undo([ISSUED, ...applied], '15.00') as unknown as Facts;
    expect(undo([ISSUED, ...applied, ...once], '25.00')).toHaveLength(1);
    expect(undo([ISSUED, ...applied, ...once], '25.01')).toMatchObject({ refused: 'more-than-applied' });
    expect(undo([ISSUED], '1.00')).toMatchObject({ refused: 'more-than-applied' });
  });
});

describe('what settles an invoice', () => {
  const { settlement } = on([
    ISSUED,
    ...applied,
    ...(undo([ISSUED, ...applied], '15.00') as unknown as Facts),
  ]).state as { settlement: Parameters<typeof openOn>[0] };

  it('keeps kind and source: a credit note is told from cash', () => {
    const from = (kind: 'cash' | 'credit', source: string, day: string) =>
      takenFrom(settlement, { kind, source }, 'EUR', day).toString();
    expect(from('credit', 'n-1', '2026-05-02')).toBe('25.00');
    expect(from('credit', 'n-1', '2026-05-01')).toBe('0.00');
    expect(from('credit', 'n-2', '2026-05-02')).toBe('0.00');
    expect(from('cash', 'n-1', '2026-05-02')).toBe('0.00');
  });

  it('says what was open on a day before and after', () => {
    expect(['2026-05-01', '2026-05-02'].map((day) => openOn(settlement, 'EUR', day).toString())).toEqual([
      '100.00',
      '75.00',
    ]);
  });
});
