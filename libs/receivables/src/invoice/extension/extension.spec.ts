import type { FactOf } from '@quittance/kernel';
import { extended, ISSUED, NAMED, paid } from '../../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../../test/support/decisions.js';
import type { InvoiceFacts } from '../invoice.events.js';
import { agreedDueDate, invoices } from '../invoice.stream.js';

describe('an extension', () => {
  const subject = { customerSubject: 'customer-1' };
  const extend = (facts: FactOf<InvoiceFacts>[], change: object = {}) =>
    given(invoices, ...facts).when(
      'GrantExtension',
      { invoiceId: '1', agreedDueOn: '2026-07-31', reason: 'They asked.', ...change },
      subject,
    );

  it('counts from today, keeps both due dates, and its reason is personal', () => {
    expect(extend([ISSUED])).toEqual([
      {
        type: 'ExtensionGranted',
        data: {
          ...NAMED,
          dueOn: '2026-04-30',
          previousDueOn: '2026-04-30',
          agreedDueOn: '2026-07-31',
          grantedOn: TODAY,
          personal: { subject: 'customer-1', reason: 'They asked.' },
        },
      },
    ]);
  });

  it('names the agreed date in force on its day, also when it is recorded late', () => {
    const facts = [ISSUED, extended('2026-05-20', '2026-06-30')];
    expect(extend(facts)).toMatchObject([{ data: { previousDueOn: '2026-06-30' } }]);
    expect(extend(facts, { grantedOn: '2026-05-01' })).toMatchObject([
      { data: { previousDueOn: '2026-04-30' } },
    ]);
  });

  it('may bring an agreed date nearer again, not to the contractual one or before', () => {
    const facts = [ISSUED, extended('2026-05-20', '2026-08-31')];
    expect(extend(facts)).toHaveLength(1);
    expect(extend(facts, { agreedDueOn: '2026-04-30' })).toMatchObject({ refused: 'not-an-extension' });
    expect(extend(facts, { agreedDueOn: '2026-04-01' })).toMatchObject({ refused: 'not-an-extension' });
  });

  it('changes the date in force', () => {
    const facts = [ISSUED, extended('2026-05-20', '2026-07-31')];
    expect(extend(facts)).toMatchObject({ refused: 'not-an-extension', kind: 'conflict' });
  });

  it('is for an invoice on which something is open', () => {
    expect(extend([ISSUED, paid('100.00', '0.00')])).toMatchObject({
      refused: 'already-settled',
      kind: 'conflict',
    });
    expect(extend([ISSUED, paid('99.99', '0.01')])).toHaveLength(1);
  });

  it('that is recorded late is for what was open on its day', () => {
    const facts = [ISSUED, paid('60.00', '40.00'), paid('40.00', '0.00')];
    const onDay = (grantedOn: string) => extend(facts, { grantedOn });
    expect(onDay('2026-05-01')).toMatchObject([{ data: { grantedOn: '2026-05-01' } }]);
    expect(onDay('2026-05-02')).toMatchObject({ refused: 'already-settled' });
  });

  it('ends ten years after the issue at the latest', () => {
    expect(extend([ISSUED], { agreedDueOn: '2036-04-01' })).toHaveLength(1);
    const late = { agreedDueOn: '2036-04-02' };
    expect(extend([ISSUED], late)).toEqual(wrongField('/agreedDueOn', 'years-after-issue'));
  });

  it('is for an invoice that exists', () => {
    expect(extend([])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
  });

  it.each([
    ['2026-06-16', 'not-in-future'],
    ['2026-03-31', 'not-before-issue'],
  ])('granted on %s is refused: %s', (grantedOn, rule) => {
    expect(extend([ISSUED], { grantedOn })).toEqual(wrongField('/grantedOn', rule));
  });

  it('in force on a day is the last by the day it counts from, whenever it was recorded', () => {
    const { state } = given(
      invoices,
      ISSUED,
      extended('2026-05-20', '2026-08-31'),
      extended('2026-05-01', '2026-06-30'),
    );
    expect(
      ['2026-04-30', '2026-05-01', '2026-05-20', undefined].map((day) => agreedDueDate(state, day)),
    ).toEqual(['2026-04-30', '2026-06-30', '2026-08-31', '2026-08-31']);
  });
});
