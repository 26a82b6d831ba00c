import type { ImportRow } from './invoice-fields.js';
import { statedTime } from '../requests.js';
import { customerRequest, invoiceRequest, paymentRequest } from './invoice-requests.js';

const zone = 'Europe/Rome';
const plain = { zone, statedAsEffective: false };
const stated = { zone, statedAsEffective: true };
const row: ImportRow = {
  number: 'R-1',
  customerId: 'C-1',
  issuedOn: '2013-06-30',
  dueOn: '2013-07-30',
  total: '55.90',
  currency: 'EUR',
  paidOn: '2013-07-08',
  paidAmount: '55.90',
};

describe('the idempotency keys of a row', () => {
  it('are those of its content, whatever the options', () => {
    expect(invoiceRequest(row, stated).key).toBe(invoiceRequest({ ...row }, plain).key);
    expect(paymentRequest(row, 'id', stated)!.key).toBe(paymentRequest(row, 'id', plain)!.key);
  });

  it.each(['number', 'customerId', 'issuedOn', 'dueOn', 'total', 'currency', 'ownerId'] as const)(
    'of the invoice change with %s',
    (field) => {
      expect(invoiceRequest({ ...row, [field]: 'other' }, plain).key).not.toBe(
        invoiceRequest(row, plain).key,
      );
    },
  );

  it.each(['number', 'paidOn', 'paidAmount', 'currency', 'reference'] as const)(
    'of the payment change with %s',
    (field) => {
      const other = { ...row, [field]: '2013-07-09' };
      expect(paymentRequest(other, 'id', plain)!.key).not.toBe(paymentRequest(row, 'id', plain)!.key);
    },
  );

  it('of a payment are the same however blanks and hyphens of number and reference are written', () => {
    const keyOf = (number: string, reference: string) =>
      paymentRequest({ ...row, number, reference }, 'id', plain)!.key;
    expect(keyOf('R\u00a0\u20091\u20111', 'from  R\u20101')).toBe(keyOf('R 1-1', 'from R-1'));
    expect(keyOf('r 1-1', 'from R-1')).not.toBe(keyOf('R 1-1', 'from R-1'));
  });

  it('of an equal payment that comes again are of its own, the first has the one it always had', () => {
    const key = (occurrence?: number) => paymentRequest({ ...row, occurrence }, 'id', plain)!.key;
    expect(key(1)).toBe(key());
    expect(key()).toBe('import-payment-_FUgW7FJGXhRGG0PBnNRbO1kCDSnH26oyO1jJ2VadVM');
    expect(new Set([key(1), key(2), key(3)]).size).toBe(3);
  });

  it('do not run fields into each other', () => {
    const one = invoiceRequest({ ...row, number: 'ab', customerId: 'c' }, plain);
    const other = invoiceRequest({ ...row, number: 'a', customerId: 'bc' }, plain);
    expect(one.key).not.toBe(other.key);
  });

  it('of customer, invoice and payment differ, and fit a header', () => {
    const keys = [customerRequest(row), invoiceRequest(row, plain), paymentRequest(row, 'id', plain)!].map(
      ({ key }) => key,
    );
    expect(new Set(keys).size).toBe(3);
    expect(keys).toEqual(keys.map(() => expect.stringMatching(/^[\w-]{20,100}$/) as string));
  });
});

describe('what a row asks for', () => {
  it('is a payment of all of it for its invoice', () => {
    expect(paymentRequest(row, 'uuid', plain)!.body).toMatchObject({
      amount: '55.90',
      receivedOn: '2013-07-08',
      allocations: [{ invoiceId: 'uuid', amount: '55.90' }],
    });
  });

  it('is no payment without a day of payment, or after the last day known', () => {
    expect(paymentRequest({ ...row, paidOn: undefined }, 'id', plain)).toBeUndefined();
    expect(paymentRequest(row, 'id', { ...plain, knownUntil: '2013-07-07' })).toBeUndefined();
    expect(paymentRequest(row, 'id', { ...plain, knownUntil: '2013-07-08' })).toBeDefined();
  });

  it('states no time unless it is told one', () => {
    for (const request of [
      customerRequest(row),
      invoiceRequest(row, plain),
      paymentRequest(row, 'id', plain)!,
    ]) {
      expect(request.body).not.toHaveProperty('statedRecordedAt');
    }
  });

  it('states the start of its own date in the zone of the entity when asked to', () => {
    expect(statedTime(undefined, row.issuedOn, stated)).toBe('2013-06-29T22:00:00.000Z');
    expect(invoiceRequest(row, stated).body.statedRecordedAt).toBe('2013-06-29T22:00:00.000Z');
    expect(paymentRequest(row, 'id', stated)!.body.statedRecordedAt).toBe('2013-07-07T22:00:00.000Z');
  });

  it('states the time of its own column; a payment not before the day it was made', () => {
    const early = { ...row, recordedAt: '2013-07-01T08:00:00.000Z' };
    const late = { ...row, recordedAt: '2013-08-01T08:00:00.000Z' };
    expect(invoiceRequest(early, stated).body.statedRecordedAt).toBe('2013-07-01T08:00:00.000Z');
    expect(paymentRequest(early, 'id', plain)!.body.statedRecordedAt).toBe('2013-07-07T22:00:00.000Z');
    expect(paymentRequest(late, 'id', plain)!.body.statedRecordedAt).toBe('2013-08-01T08:00:00.000Z');
  });
});
