import { TODAY, wrongField } from '../../../../test/support/decisions.js';
import {
  answered,
  apply,
  APPLIED,
  cancel,
  conflict,
  INVOICE,
  issued,
  NAMED,
  on,
  refund,
  refunded,
  SUBJECT,
  undo,
  undoing,
  undone,
  type Facts,
} from '../../spec/credit-note-facts.js';

describe('what is left of a credit note', () => {
  it('is applied to invoices of its customer, from its day or a later one that was given', () => {
    expect(apply(issued(), '100')).toEqual([
      {
        type: 'CreditRequested',
        data: {
          ...NAMED,
          requestedOn: '2026-05-02',
          applications: [{ applicationId: 'part-0', invoiceId: 'i-9', number: 'R-1', amount: '100.00' }],
        },
      },
    ]);
    expect(apply(issued(), '1', { on: '2026-05-20' })).toMatchObject([
      { data: { requestedOn: '2026-05-20' } },
    ]);
    expect(apply(issued(), '1', { on: '2026-01-01' })).toMatchObject([
      { data: { requestedOn: '2026-05-02' } },
    ]);
    expect(apply(issued(), '1', { on: '2026-12-31' })).toEqual(wrongField('/on', 'not-in-future'));
    expect(apply(issued(), '1', {}, [{ ...INVOICE, customerId: 'C-2' }])).toEqual(conflict('other-customer'));
  });

  it.each<[string, Facts, string, boolean]>([
    ['all of it when nothing was asked for', issued(), '100', true],
    ['no more than all', issued(), '100.01', false],
    ['less what an invoice was asked for and has not answered', issued('60.00'), '40.01', false],
    ['less what was applied', APPLIED, '40.01', false],
    ['with what an invoice did not take', [...issued('60.00'), ...answered(0, '60.00', '10.00')], '90', true],
    ['not with what is asked back', [...APPLIED, ...undoing('60.00')], '40.01', false],
    ['with what was given back', [...APPLIED, ...undoing('60.00'), ...undone('60.00')], '100', true],
    ['less what was refunded', [...issued(), ...refunded('30.00')], '70.01', false],
  ])('is %s', (_words, facts, amount, enough) => {
    const outcomes = [apply(facts, amount), refund(facts, amount)];
    for (const outcome of outcomes)
      expect(outcome).toEqual(enough ? [expect.anything()] : conflict('more-than-left'));
  });

  it('is refunded on a bank date, not before it counts, and with what came back', () => {
    expect(refund(issued(), '30', { refundedOn: '2026-05-10', method: 'bank', reference: 'CN-1' })).toEqual([
      {
        type: 'CreditNoteRefunded',
        data: {
          ...NAMED,
          refundId: 'part-0',
          amount: '30.00',
          refundedOn: '2026-05-10',
          method: 'bank',
          personal: { subject: 'customer-1', reason: 'They ask.', reference: 'CN-1' },
        },
      },
    ]);
    expect(refund(issued(), '1', { refundedOn: '2026-05-01' })).toEqual(
      wrongField('/refundedOn', 'not-before'),
    );
    const reverse = (facts: Facts, change: object = {}) =>
      on(facts).when(
        'ReverseCreditRefund',
        { creditNoteId: '1', refundId: 'r-1', reason: 'Account closed.', ...change },
        SUBJECT,
      );
    const facts = [...issued(), ...refunded('30.00')];
    const reversed = reverse(facts);
    expect(reversed).toMatchObject([{ data: { refundId: 'r-1', amount: '30.00', reversedOn: TODAY } }]);
    expect(reverse(facts, { on: '2026-05-09' })).toEqual(wrongField('/on', 'not-before'));
    const after = [...facts, ...(reversed as Facts)];
    // It is there again from the day on which it came back, and not before.
    expect(apply(after, '100')).toMatchObject([{ data: { requestedOn: TODAY } }]);
    expect(apply(after, '70')).toMatchObject([{ data: { requestedOn: '2026-05-02' } }]);
    expect(refund(after, '100', { refundedOn: TODAY })).toHaveLength(1);
    expect(refund(after, '70.01', { refundedOn: '2026-05-10' })).toEqual(conflict('more-than-left'));
    expect(reverse(after)).toEqual(conflict('reversed'));
    expect(reverse(issued())).toMatchObject({ refused: 'refund-not-found', kind: 'not-found' });
  });
});

describe('an application that was a mistake', () => {
  it('is undone in all or in part, from its own day', () => {
    expect(undo(APPLIED)).toMatchObject([
      { type: 'CreditUndoRequested', data: { amount: '60.00', appliedOn: '2026-05-02', undoId: 'part-0' } },
    ]);
    expect(undo(APPLIED, '10')).toMatchObject([{ data: { amount: '10.00' } }]);
  });

  it('gives back no more than the invoice took, less what was asked back before', () => {
    expect(undo(APPLIED, '60.01')).toEqual(conflict('more-than-applied'));
    expect(undo([...APPLIED, ...undoing('50.00')], '10.01')).toEqual(conflict('more-than-applied'));
    expect(undo([...APPLIED, ...undoing('60.00')])).toEqual(conflict('more-than-applied'));
    expect(undo([...issued('60.00'), ...answered(0, '60.00', '0.00')])).toEqual(
      conflict('more-than-applied'),
    );
  });

  it('leaves what disputes of its invoice were upheld by, on the day of each', () => {
    const upheld = (amount: string, day = '2026-05-10') => ({ on: day, amount });
    const refused = conflict('upholds-dispute');
    expect(undo(APPLIED, '60.00', 'a-0', upheld('0.01'))).toEqual(refused);
    expect(undo(APPLIED, undefined, 'a-0', upheld('25.00'))).toEqual(refused);
    expect(undo(APPLIED, '35.00', 'a-0', upheld('25.00'))).toHaveLength(1);
    expect(undo(APPLIED, '35.01', 'a-0', upheld('20.00'), upheld('5.00', '2026-05-11'))).toEqual(refused);
    // What is asked back already covers nothing, whether the invoice has answered or not.
    const before = [...APPLIED, ...undoing('35.00')];
    expect(undo(before, '0.01', 'a-0', upheld('25.00'))).toEqual(refused);
    expect(undo([...before, ...undone('35.00')], '0.01', 'a-0', upheld('25.00'))).toEqual(refused);
  });

  it('covers what was upheld together with others for the same invoice, of that day', () => {
    const second = (appliedOn: string) => {
      const [requested] = apply(APPLIED, '40', { on: appliedOn }, [INVOICE]) as Facts;
      const invoice = { invoiceId: 'i-0', number: 'R-0' };
      const data = { ...NAMED, applicationId: 'part-0', invoice, requested: '40.00', applied: '40.00' };
      const part = { applicationId: 'part-0', ...invoice, amount: '40.00' };
      return [
        ...APPLIED,
        { ...requested!, data: { ...requested!.data, applications: [part] } },
        { type: 'CreditAnswered', data: { ...data, appliedOn } },
      ] as Facts;
    };
    const upheld = { on: '2026-05-10', amount: '40.00' };
    // Until the tenth 100.00, or 60.00 alone.
    expect(undo(second('2026-05-09'), '60.00', 'a-0', upheld)).toHaveLength(1);
    expect(undo(second('2026-05-11'), '20.01', 'a-0', upheld)).toEqual(conflict('upholds-dispute'));
    expect(undo(second('2026-05-11'), '40.00', 'part-0', upheld)).toHaveLength(1);
  });

  it('waits for the invoice, and must be there', () => {
    expect(undo(issued('60.00'))).toEqual(conflict('application-pending'));
    expect(undo(APPLIED, undefined, 'a-9')).toMatchObject({ refused: 'application-not-found' });
  });
});

describe('a credit note that was a mistake', () => {
  it('is cancelled from its own day, once', () => {
    const [fact] = cancel(issued()) as Facts;
    expect(fact).toMatchObject({ data: { amount: '100.00', cancelledOn: '2026-05-02' } });
    expect(cancel([...issued(), fact!])).toEqual([]);
    expect(apply([...issued(), fact!], '0.01')).toEqual(conflict('more-than-left'));
    expect(refund([...issued(), fact!], '0.01')).toEqual(conflict('more-than-left'));
  });

  it('is not when something of it was applied or refunded, or may be yet', () => {
    for (const facts of [
      APPLIED,
      [...APPLIED, ...undoing('60.00'), ...undone('60.00')],
      [...issued(), ...refunded('1.00')],
      issued('1.00'),
    ])
      expect(cancel(facts)).toEqual(conflict('in-use'));
    expect(cancel([...issued('1.00'), ...answered(0, '1.00', '0.00')])).toHaveLength(1);
  });
});

describe('what invoices answer', () => {
  const record = (facts: Facts, ...answers: object[]) =>
    on(facts).when('RecordCreditAnswers', { creditNoteId: '1', answers } as never, undefined);
  const ANSWER = { applicationId: 'a-0', requested: '60.00', applied: '60.00', appliedOn: '2026-05-02' };

  it('is recorded once, whoever asked', () => {
    expect(record(issued('60.00'), ANSWER)).toEqual(answered(0, '60.00', '60.00'));
    expect(record(APPLIED, ANSWER)).toEqual([]);
    expect(record([...APPLIED, ...undoing('5.00')], { undoId: 'u-1' })).toEqual(undone('5.00'));
    expect(record([...APPLIED, ...undoing('5.00'), ...undone('5.00')], { undoId: 'u-1' })).toEqual([]);
  });
});

it('that was never issued is not found', () => {
  for (const outcome of [apply([], '1'), refund([], '1'), undo([]), cancel([])])
    expect(outcome).toMatchObject({ refused: 'credit-note-not-found', kind: 'not-found' });
});
