import type { FactOf } from '@quittance/kernel';
import { extended, ISSUED, NAMED, paid } from '../../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../../test/support/decisions.js';
import type { InvoiceFacts } from '../invoice.events.js';
import { invoiceFacts } from '../invoice.facts.js';
import { agreedDueDate, invoices } from '../invoice.stream.js';
import { formerExtensionId } from './former-extension.js';

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
          extensionId: 'part-0',
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

describe('the revocation of an extension', () => {
  const subject = { customerSubject: 'customer-1' };
  const [FIRST, SECOND] = [extended('2026-05-01', '2026-06-30'), extended('2026-05-20', '2026-08-31')];
  const idOf = ({ data }: typeof FIRST): string => data.extensionId;
  const revoke = (facts: FactOf<InvoiceFacts>[], of = FIRST, change: object = {}) =>
    given(invoices, ISSUED, ...facts).when(
      'RevokeExtension',
      { invoiceId: '1', extensionId: idOf(of), reason: 'They did not keep it.', ...change },
      subject,
    );
  const revoked = (of: typeof FIRST, revokedOn: string): FactOf<InvoiceFacts> => ({
    type: 'ExtensionRevoked',
    data: {
      ...{ ...NAMED, extensionId: idOf(of), previousDueOn: of.data.agreedDueOn, revokedOn },
      ...{ agreedDueOn: '2026-04-30', personal: { subject: 'customer-1', reason: 'r' } },
    },
  });
  const due = (facts: FactOf<InvoiceFacts>[], ...days: (string | undefined)[]) => {
    const { state } = given(invoices, ISSUED, ...facts);
    return days.map((day) => agreedDueDate(state, day));
  };

  it('counts from today, says what is left of what was agreed, and its reason is personal', () => {
    const personal = { subject: 'customer-1', reason: 'They did not keep it.' };
    const data = {
      ...NAMED,
      extensionId: idOf(FIRST),
      previousDueOn: '2026-06-30',
      revokedOn: TODAY,
      personal,
    };
    const left = { agreedDueOn: '2026-08-31', grantedOn: '2026-05-20' };
    expect(revoke([FIRST])).toEqual([
      { type: 'ExtensionRevoked', data: { ...data, agreedDueOn: '2026-04-30' } },
    ]);
    expect(revoke([FIRST, SECOND])).toEqual([{ type: 'ExtensionRevoked', data: { ...data, ...left } }]);
  });

  it('until its day the agreed date holds, from it the one before', () => {
    const facts = [FIRST, SECOND, revoked(SECOND, '2026-06-01')];
    expect(due(facts, '2026-05-19', '2026-05-31', '2026-06-01', undefined)).toEqual([
      ...['2026-06-30', '2026-08-31', '2026-06-30', '2026-06-30'],
    ]);
    const all = [...facts, revoked(FIRST, '2026-06-10')];
    expect(due(all, '2026-06-09', '2026-06-10', undefined)).toEqual([
      '2026-06-30',
      '2026-04-30',
      '2026-04-30',
    ]);
  });

  it('is of an extension of the invoice, once, not before it was granted, while something is open', () => {
    expect(revoke([])).toMatchObject({ refused: 'extension-not-found', kind: 'not-found' });
    expect(revoke([FIRST, revoked(FIRST, '2026-06-01')])).toMatchObject({ refused: 'already-revoked' });
    const on = (revokedOn: string) => revoke([FIRST], FIRST, { revokedOn });
    expect(on('2026-04-30')).toEqual(wrongField('/revokedOn', 'not-before-grant'));
    expect(on('2026-06-16')).toEqual(wrongField('/revokedOn', 'not-in-future'));
    expect(revoke([FIRST, paid('100.00', '0.00')])).toMatchObject({ refused: 'already-settled' });
    expect(revoke([FIRST, paid('100.00', '0.00')], FIRST, { revokedOn: '2026-05-01' })).toHaveLength(1);
  });

  it('the same date may be agreed again afterwards', () => {
    const again = given(invoices, ISSUED, FIRST, revoked(FIRST, '2026-06-01')).when(
      'GrantExtension',
      { invoiceId: '1', agreedDueOn: '2026-06-30', reason: 'They asked.' },
      subject,
    );
    expect(again).toMatchObject([{ data: { previousDueOn: '2026-04-30' } }]);
  });
});

it('an extension of before extensions had ids has one by what it says', () => {
  const { extensionId: _, ...data } = extended('2026-05-01', '2026-06-30').data;
  const id = formerExtensionId(data);
  expect(invoiceFacts.ExtensionGranted.upcasters![1]!(data as never)).toEqual({ ...data, extensionId: id });
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(formerExtensionId({ ...data, grantedOn: '2026-05-02' })).not.toBe(id);
  expect(formerExtensionId({ ...data, instalment: 1 })).not.toBe(id);
});
