import { wrongField } from '../../../../test/support/decisions.js';
import { conflict, INVOICE, issue, issued, NAMED, type Facts } from '../../spec/credit-note-facts.js';

describe('a credit note', () => {
  it('is issued over an amount, for a customer, with the invoices that it corrects; naming them moves nothing', () => {
    expect(issue({ corrects: ['I-7'] }, { corrected: [INVOICE] })).toEqual([
      {
        type: 'CreditNoteIssued',
        data: {
          ...NAMED,
          issuedOn: '2026-05-02',
          total: '100.00',
          reasonCode: 'quality',
          corrects: [{ invoiceId: 'i-7', number: 'R-1' }],
          applications: [],
          personal: { subject: 'customer-1', reason: 'Broken.' },
        },
      },
    ]);
    expect(issue({ invoiceId: 'i-7' }, { corrected: [INVOICE] })).toMatchObject([
      { data: { corrects: [{ invoiceId: 'i-7', number: 'R-1' }], applications: [] } },
    ]);
  });

  it('gives each application an id of its own', () => {
    const applications = [
      { invoiceId: 'i-1', amount: '40' },
      { invoiceId: 'i-2', amount: '60' },
    ];
    expect(issue({ applications }, { invoices: [INVOICE, { ...INVOICE, number: 'R-2' }] })).toMatchObject([
      {
        data: {
          applications: [
            { applicationId: 'part-0', invoiceId: 'i-1', number: 'R-1', amount: '40.00' },
            { applicationId: 'part-1', invoiceId: 'i-2', number: 'R-2', amount: '60.00' },
          ],
        },
      },
    ]);
  });

  it.each<[string, object, object, unknown]>([
    ['of a number that was given', {}, { before: issued() }, conflict('number-taken')],
    ['of tomorrow', { issuedOn: '2026-06-16' }, {}, wrongField('/issuedOn', 'not-in-future')],
    ['over nothing', { total: '0' }, {}, wrongField('/total', 'positive')],
    ['whose net and VAT make another total', { net: '90', vat: '11' }, {}, wrongField('/total', 'adds-up')],
    ['for nobody', {}, { customer: undefined }, wrongField('/customerId', 'exists', 'unknown-customer')],
    [
      'for an invoice of another customer',
      { applications: [{ invoiceId: 'i-1', amount: '1' }] },
      { invoices: [{ ...INVOICE, customerId: 'C-2' }] },
      conflict('other-customer'),
    ],
    [
      'for an invoice in another currency',
      { applications: [{ invoiceId: 'i-1', amount: '1' }] },
      { invoices: [{ ...INVOICE, currency: 'CHF' }] },
      conflict('currency-mismatch'),
    ],
    [
      'for an instalment that the invoice does not have',
      { applications: [{ invoiceId: 'i-1', amount: '1', instalment: 1 }] },
      { invoices: [INVOICE] },
      wrongField('/applications/0/instalment', 'instalment'),
    ],
    [
      'for an invoice that there is not',
      { corrects: ['i-1'] },
      { corrected: [undefined] },
      wrongField('/corrects/0', 'exists', 'unknown-invoice'),
    ],
    [
      'with more applied than its total',
      { applications: [{ invoiceId: 'i-1', amount: '100.01' }] },
      { invoices: [INVOICE] },
      wrongField('/applications', 'within-total'),
    ],
    ['in a currency of another day', { currency: 'BGN' }, {}, wrongField('/currency', 'currency')],
    [
      'that corrects an invoice twice',
      { corrects: ['i-1', 'I-1'] },
      { corrected: [INVOICE, INVOICE] },
      wrongField('/corrects/1', 'unique'),
    ],
    ['that corrects in two ways', { corrects: [], invoiceId: 'i-1' }, {}, wrongField('/invoiceId', 'either')],
  ])('is refused %s', (_words, change, references, right) => {
    const { before = [], ...others } = references as { before?: Facts };
    expect(issue(change, others, before)).toEqual(right);
  });

  it('that was taken over counts from its opening', () => {
    expect(issue({ opening: { on: '2026-06-01' } })).toMatchObject([
      { data: { opening: { on: '2026-06-01' } } },
    ]);
    expect(issue({ opening: { on: '2026-05-01' } })).toEqual(wrongField('/opening/on', 'not-before-issue'));
  });
});
