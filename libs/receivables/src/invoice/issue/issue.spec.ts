import { given, wrongField } from '../../../../../test/support/decisions.js';
import { customerWith } from '../../../spec/customer-facts.js';
import type { Master } from '../../customer/customer.events.js';
import { invoices } from '../invoice.stream.js';
import type { IssueReferences } from './issued-invoice.decider.js';

const COMMAND = {
  number: 'R-1',
  customerId: 'C-1',
  issuedOn: '2026-05-31',
  dueOn: '2026-06-30',
  currency: 'EUR',
  total: '1220',
};
const KNOWN: IssueReferences = {
  customer: customerWith({ name: 'Rossi' }),
  customerSubject: 'customer-1',
  owner: { registered: true },
  fallback: 'anna',
};

const issue = (change: object = {}, references: Partial<IssueReferences> = {}, company: object = {}) =>
  given(invoices).when('IssueInvoice', { ...COMMAND, ...change }, { ...KNOWN, ...references }, company);
const withCustomer = (first: Master) => ({ customer: customerWith(first) });

describe('an invoice', () => {
  it('is issued with exact amounts, its due date and its owner', () => {
    expect(issue()).toEqual([
      {
        type: 'InvoiceIssued',
        data: {
          invoiceId: '1',
          number: 'R-1',
          customerId: 'C-1',
          issuedOn: '2026-05-31',
          dueOn: '2026-06-30',
          currency: 'EUR',
          total: '1220.00',
          ownerId: 'anna',
        },
      },
    ]);
  });

  it('keeps what it is for; notes and who approved it are personal', () => {
    const work = { project: 'A12', milestone: 'M1', deliveredOn: '2026-05-20', approvedBy: 'Neri' };
    expect(issue({ work, notes: 'Call first.' })).toMatchObject([
      {
        data: {
          work: { project: 'A12', milestone: 'M1', deliveredOn: '2026-05-20' },
          personal: { subject: 'customer-1', notes: 'Call first.', approvedBy: 'Neri' },
        },
      },
    ]);
  });

  it('has a number that no other has', () => {
    const [first] = issue() as Extract<ReturnType<typeof issue>, unknown[]>;
    expect(given(invoices, first!).when('IssueInvoice', COMMAND, KNOWN)).toMatchObject({
      refused: 'number-taken',
      kind: 'conflict',
    });
  });

  it.each(['0', '0.00'])('is for an amount above zero, not %s', (total) => {
    expect(issue({ total })).toEqual(wrongField('/total', 'positive'));
  });

  it.each([
    ['EUR', '0.001'],
    ['JPY', '100.0'],
    ['BHD', '1.0000'],
  ])('has no more decimals than %s has: %s', (currency, total) => {
    expect(issue({ currency, total })).toEqual(wrongField('/total', 'decimals'));
  });

  it.each([
    ['JPY', '100', '100'],
    ['EUR', '0100.5', '100.50'],
    ['BHD', '1', '1.000'],
    ['CLF', '1.1', '1.1000'],
  ])('in %s of %s is kept as %s', (currency, total, kept) => {
    expect(issue({ currency, total })).toMatchObject([{ data: { total: kept } }]);
  });

  it('names a customer who exists', () => {
    expect(issue({}, { customer: undefined })).toEqual(
      wrongField('/customerId', 'exists', 'unknown-customer'),
    );
    // Said last: who registers the customer then has an invoice that is taken.
    expect(issue({ total: '0.00' }, { customer: undefined })).toEqual(wrongField('/total', 'positive'));
    expect(issue({ dueOn: '2026-05-30' }, { customer: undefined })).toEqual(
      wrongField('/dueOn', 'not-before-issue'),
    );
    expect(issue({ dueOn: undefined }, { customer: undefined })).toEqual(
      wrongField('/customerId', 'exists', 'unknown-customer'),
    );
  });

  describe('has one owner', () => {
    it.each([
      ['the person named', { ownerId: 'bruno' }, { fallback: 'carla' }, 'bruno'],
      ['else to whom it falls', {}, { fallback: 'carla' }, 'carla'],
    ])('%s', (_words, change, references, ownerId) => {
      expect(issue(change, references)).toMatchObject([{ data: { ownerId } }]);
    });

    it('who exists', () => {
      expect(issue({ ownerId: 'nobody' }, { owner: undefined })).toEqual(
        wrongField('/ownerId', 'exists', 'unknown-person'),
      );
    });
  });

  describe('is due', () => {
    const terms = { type: 'net', days: 10 } as const;
    it('on the date given', () => {
      expect(issue({}, withCustomer({ terms }))).toMatchObject([{ data: { dueOn: '2026-06-30' } }]);
    });
    it('else by the terms given', () => {
      expect(
        issue({ dueOn: undefined, terms }, withCustomer({ terms: { type: 'net', days: 60 } })),
      ).toMatchObject([{ data: { dueOn: '2026-06-10', terms } }]);
    });
    it("else by the customer's terms", () => {
      expect(issue({ dueOn: undefined }, withCustomer({ terms }))).toMatchObject([
        { data: { dueOn: '2026-06-10', terms } },
      ]);
    });
    it('on its day of issue at the earliest', () => {
      expect(issue({ dueOn: '2026-05-31' })).toHaveLength(1);
      expect(issue({ dueOn: '2026-05-30' })).toEqual(wrongField('/dueOn', 'not-before-issue'));
    });
    it('before its day of issue where that is accepted by name', () => {
      expect(issue({ dueOn: '2026-05-30', acceptDueBeforeIssue: true })).toHaveLength(1);
      expect(issue({ dueOn: '2026-05-30', acceptDueBeforeIssue: false })).toEqual(
        wrongField('/dueOn', 'not-before-issue'),
      );
    });
    it('never by both a date and terms', () => {
      expect(issue({ terms })).toEqual(wrongField('/terms', 'either'));
    });
    it('never without any of them', () => {
      expect(issue({ dueOn: undefined })).toEqual(wrongField('/dueOn', 'required'));
    });
    it('never by terms that make no sense or end after all time', () => {
      expect(issue({ dueOn: undefined, terms: { type: 'dayOfMonth' } })).toEqual(
        wrongField('/terms', 'terms'),
      );
      const apia = { hasDay: (date: string) => date !== '2011-12-30' };
      const over = { dueOn: undefined, issuedOn: '2011-11-30', terms: { type: 'net', days: 30 } };
      expect(issue(over, {}, apia)).toEqual(wrongField('/terms', 'date'));
      expect(issue(over)).toMatchObject([{ data: { dueOn: '2011-12-30' } }]);
      const late = { dueOn: undefined, issuedOn: '9999-12-31', terms: { type: 'net', days: 1 } };
      expect(issue(late)).toEqual(wrongField('/terms', 'date'));
    });
  });

  it('is due ten years after its issue at the latest, by date or by terms', () => {
    expect(issue({ dueOn: '2036-05-31' })).toHaveLength(1);
    expect(issue({ dueOn: '2036-06-01' })).toEqual(wrongField('/dueOn', 'years-after-issue'));
    const terms = (days: number) => ({ dueOn: undefined, terms: { type: 'net', days } });
    expect(issue(terms(3650))).toHaveLength(1);
    expect(issue({ dueOn: undefined, terms: { type: 'endOfMonth', days: 3654 } })).toEqual(
      wrongField('/terms', 'years-after-issue'),
    );
  });

  it('is in a currency of its own day', () => {
    const dated = (currency: string, issuedOn: string) => issue({ currency, issuedOn, dueOn: issuedOn });
    expect(dated('HRK', '2022-12-31')).toHaveLength(1);
    expect(dated('HRK', '2023-01-01')).toEqual(wrongField('/currency', 'currency'));
    expect(dated('XCG', '2025-03-30')).toEqual(wrongField('/currency', 'currency'));
    expect(dated('XCG', '2025-03-31')).toHaveLength(1);
  });

  it('may be dated ahead', () => {
    expect(issue({ issuedOn: '2027-01-01', dueOn: '2027-01-31' })).toHaveLength(1);
  });

  describe('adds up', () => {
    const line = (amount: string, more: object = {}) => ({ amount, ...more });
    it('net and VAT to the total, where both are given', () => {
      expect(issue({ net: '1000', vat: '220' })).toMatchObject([{ data: { net: '1000.00', vat: '220.00' } }]);
      expect(issue({ net: '1000' })).toMatchObject([{ data: { net: '1000.00' } }]);
      expect(issue({ net: '1000', vat: '219.99' })).toEqual(wrongField('/total', 'adds-up'));
    });
    it('lines to the total', () => {
      expect(issue({ lines: [line('1000'), line('220.00')] })).toMatchObject([
        { data: { lines: [{ amount: '1000.00' }, { amount: '220.00' }] } },
      ]);
      expect(issue({ lines: [line('1000'), line('219.99')] })).toEqual(wrongField('/total', 'adds-up'));
    });
    it('net and VAT of a line to its amount', () => {
      const lines = [line('1220', { net: '1000', vat: '200' })];
      expect(issue({ lines })).toEqual(wrongField('/lines/0/amount', 'adds-up'));
    });
    it('with the decimals of the currency, in lines too', () => {
      expect(issue({ lines: [line('1219'), line('0.001')] })).toEqual(
        wrongField('/lines/1/amount', 'decimals'),
      );
    });
  });
});
