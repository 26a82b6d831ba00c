import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { Issued } from '../invoice/invoice.stream.js';
import { payments } from './payment.stream.js';

const INVOICE: Issued = {
  number: 'R-1',
  customerId: 'C-1',
  issuedOn: '2026-04-01',
  dueOn: '2026-04-30',
  currency: 'EUR',
  total: '100.00',
};
const COMMAND = { amount: '150', currency: 'EUR', receivedOn: '2026-05-02' };
const NOBODY = { payer: undefined, invoices: [], customerSubject: undefined };
const ONE = [{ invoiceId: 'i-1', amount: '100' }];

const NAMED = { allocations: [{ ...ONE[0]!, instalment: 1 }] };

const record = (change: object = {}, references: object = {}, before: never[] = []) =>
  given(payments, ...before).when('RecordPayment', { ...COMMAND, ...change }, { ...NOBODY, ...references });
const allocate = (allocations: object[], invoices: (Issued | undefined)[] = allocations.map(() => INVOICE)) =>
  record({ allocations }, { invoices });

describe('a payment', () => {
  it('is received with nothing allocated and nobody known', () => {
    expect(record()).toEqual([
      {
        type: 'PaymentReceived',
        data: {
          paymentId: '1',
          amount: '150.00',
          currency: 'EUR',
          receivedOn: '2026-05-02',
          customerId: null,
          allocations: [],
        },
      },
    ]);
  });

  it('for no invoice is in a currency of the day it came; for an invoice in that of the invoice, whatever the day', () => {
    const day = { currency: 'BGN', receivedOn: '2026-01-02' };
    expect(record(day)).toEqual(wrongField('/currency', 'currency'));
    expect(record({ ...day, receivedOn: '2025-12-31' })).toHaveLength(1);
    const invoices = [{ ...INVOICE, currency: 'BGN' }];
    expect(record({ ...day, allocations: ONE }, { invoices })).toHaveLength(1);
  });

  it.each(['constructor', '__proto__'])('is that of a customer called %s, and so may a return be', (name) => {
    const [received] = record({ payerId: name }, { payer: { customerId: name } }) as never[];
    const back = { returnedOn: '2026-05-03', code: 'ac04', externalId: name };
    const returned = given(payments, received!).when('ReturnPayment', back as never, {
      subject: 'customer-1',
    });
    const fromUnapplied = [{ customerId: name, amount: '150.00' }];
    expect(returned).toMatchObject([{ data: { externalId: name, fromUnapplied } }]);
    expect(
      given(payments, received!, ...(returned as never[])).when('ReturnPayment', back as never, {
        subject: 'customer-1',
      }),
    ).toEqual([]);
  });

  it('keeps for each allocation the invoice, its number and its customer', () => {
    expect(allocate(ONE)).toMatchObject([
      {
        data: {
          customerId: 'C-1',
          allocations: [{ invoiceId: 'i-1', customerId: 'C-1', number: 'R-1', amount: '100.00' }],
        },
      },
    ]);
  });

  it('belongs to the payer, who may be another than the invoices name', () => {
    const paid = record(
      { payerId: 'C-2', allocations: ONE },
      { payer: { customerId: 'C-2' }, invoices: [INVOICE] },
    );
    expect(paid).toMatchObject([
      { data: { payerId: 'C-2', customerId: 'C-2', allocations: [{ customerId: 'C-1' }] } },
    ]);
  });

  it('has a payer who exists', () => {
    expect(record({ payerId: 'C-9' })).toEqual(wrongField('/payerId', 'exists', 'unknown-customer'));
  });

  it("keeps what the payer wrote under the customer's key, else under its own", () => {
    expect(record({ reference: 'R-1' }, { customerSubject: 'customer-1' })).toMatchObject([
      { data: { personal: { subject: 'customer-1', reference: 'R-1' } } },
    ]);
    expect(record({ reference: 'R-1' })).toMatchObject([{ data: { personal: { subject: 'payment-1' } } }]);
  });

  it.each([
    ['0', 'positive'],
    ['0.001', 'decimals'],
  ])('of %s is refused', (amount, rule) => {
    expect(record({ amount })).toEqual(wrongField('/amount', rule));
  });

  it('was received today at the latest', () => {
    expect(record({ receivedOn: TODAY })).toHaveLength(1);
    expect(record({ receivedOn: '2026-06-16' })).toEqual(wrongField('/receivedOn', 'not-in-future'));
  });

  describe('is allocated', () => {
    it('to invoices that were issued', () => {
      expect(allocate(ONE, [undefined])).toEqual(
        wrongField('/allocations/0/invoiceId', 'exists', 'unknown-invoice'),
      );
    });
    it('to invoices in its currency', () => {
      expect(allocate(ONE, [{ ...INVOICE, currency: 'USD' }])).toMatchObject({
        refused: 'currency-mismatch',
        kind: 'conflict',
      });
    });
    it('to each invoice once', () => {
      expect(allocate([...ONE, { invoiceId: 'i-1', amount: '1' }])).toEqual(
        wrongField('/allocations/1/invoiceId', 'unique'),
      );
    });
    it('to an instalment that the invoice was issued in, and never of what was written off', () => {
      const part = { dueOn: '2026-04-30', amount: '50.00' };
      const inTwo = { ...INVOICE, instalments: [part, part] };
      const named = (instalment: number, more = {}) => [{ ...ONE[0]!, instalment, ...more }];
      expect(allocate(named(2), [inTwo])).toMatchObject([{ data: { allocations: [{ instalment: 2 }] } }]);
      const field = '/allocations/0/instalment';
      expect(allocate(named(3), [inTwo])).toEqual(wrongField(field, 'instalment'));
      expect(allocate(named(1))).toEqual(wrongField(field, 'instalment'));
      expect(allocate(named(2, { recovery: true }), [inTwo])).toEqual(wrongField(field, 'either'));
    });
    it('in sum up to its amount', () => {
      const allocations = (rest: string) => [...ONE, { invoiceId: 'i-2', amount: rest }];
      expect(allocate(allocations('50'))).toHaveLength(1);
      expect(allocate(allocations('50.01'))).toEqual(wrongField('/allocations/1/amount', 'within-amount'));
    });
    it.each([
      ['0', 'positive'],
      ['0.001', 'decimals'],
    ])('in amounts above zero with the decimals of the currency, not %s', (amount, rule) => {
      expect(allocate([{ invoiceId: 'i-1', amount }])).toEqual(wrongField('/allocations/0/amount', rule));
    });
  });

  describe('known to its source', () => {
    const named = { source: 'bank', externalId: 'B-1', method: 'transfer', allocations: ONE };
    const before = () => record(named, { invoices: [INVOICE] }) as never[];

    it('is recorded once', () => {
      const same = { ...named, amount: '150.00', allocations: [{ invoiceId: 'i-1', amount: '100.00' }] };
      expect(record(same, { invoices: [INVOICE] }, before())).toEqual([]);
    });
    it.each([
      { amount: '151' },
      { receivedOn: '2026-05-03' },
      { payerId: 'C-2' },
      { allocations: [] },
      NAMED,
    ])('is not recorded again as another: %j', (other) => {
      expect(record({ ...named, ...other }, { invoices: [INVOICE] }, before())).toMatchObject({
        refused: 'payment-taken',
        kind: 'conflict',
      });
    });
  });
});
