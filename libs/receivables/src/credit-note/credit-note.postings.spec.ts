import type { Money } from '@quittance/kernel';
import { CONTROLS, legsOf } from '../features.js';
import { addedBy, type AnyControls, type ControlAmount } from '../ledger/control.js';

const NAMED = { creditNoteId: 'n', creditNumber: 'CN', customerId: 'C', currency: 'EUR' };
const ASKED = { ...NAMED, invoiceId: 'i', number: 'R', applicationId: 'a' };

const signed = (amount: Money): string => `${amount.isNegative ? '' : '+'}${amount.toString()}`;
const legs = (type: string, data: object): string[] =>
  legsOf({ type, data: { ...NAMED, ...data } }).map(
    ({ account, kind, amount, invoice, on }) =>
      `${account} ${signed(amount)} ${kind}${invoice ? ' of the invoice' : ''}, ${on}`,
  );
const control = (type: string, data: object): string[] => {
  const of = (CONTROLS as AnyControls)[type]!;
  const said = (amounts: ControlAmount[] = []): string[] =>
    amounts.map(({ amount, invoice, on }) => `${signed(amount)}${invoice ? ' of the invoice' : ''}, ${on}`);
  return [...said(addedBy(of, { ...NAMED, ...data })), ...said(of.moves?.({ ...NAMED, ...data } as never))];
};

it.each<[string, object, string[], string[]]>([
  [
    'CreditNoteIssued',
    { total: '100.00', issuedOn: '2026-02-01' },
    ['issued +100.00 credit-note, 2026-02-01', 'credit -100.00 issued, 2026-02-01'],
    ['-100.00, 2026-02-01'],
  ],
  [
    'CreditNoteIssued',
    { total: '100.00', issuedOn: '2025-02-01', opening: { on: '2026-01-01' } },
    ['opening +100.00 credit-note, 2026-01-01', 'credit -100.00 issued, 2026-01-01'],
    ['-100.00, 2026-01-01'],
  ],
  [
    'CreditApplied',
    { ...ASKED, applied: '30.00', appliedOn: '2026-02-05' },
    ['receivable -30.00 credit of the invoice, 2026-02-05', 'credit +30.00 applied, 2026-02-05'],
    ['+30.00, 2026-02-05', '-30.00 of the invoice, 2026-02-05'],
  ],
  [
    'CreditUndone',
    { ...ASKED, amount: '10.00', appliedOn: '2026-02-05' },
    ['receivable +10.00 credit of the invoice, 2026-02-05', 'credit -10.00 applied, 2026-02-05'],
    ['+10.00 of the invoice, 2026-02-05', '-10.00, 2026-02-05'],
  ],
  [
    'CreditNoteRefunded',
    { refundId: 'r', amount: '20.00', refundedOn: '2026-03-01' },
    ['credit +20.00 refunded, 2026-03-01', 'cash -20.00 refunded, 2026-03-01'],
    ['+20.00, 2026-03-01'],
  ],
  [
    'CreditNoteRefundReversed',
    { refundId: 'r', amount: '20.00', reversedOn: '2026-03-05' },
    ['credit -20.00 refunded, 2026-03-05', 'cash +20.00 refunded, 2026-03-05'],
    ['-20.00, 2026-03-05'],
  ],
  [
    'CreditNoteCancelled',
    { amount: '100.00', cancelledOn: '2026-02-01' },
    ['credit +100.00 cancelled, 2026-02-01', 'issued -100.00 credit-note, 2026-02-01'],
    ['+100.00, 2026-02-01'],
  ],
])('%s %j: its legs, and what it adds to the control', (type, data, right, added) => {
  expect(legs(type, data)).toEqual(right);
  expect(control(type, data)).toEqual(added);
});

it.each(['CreditRequested', 'CreditAnswered', 'CreditRefused', 'CreditUndoRequested', 'CreditUndoAnswered'])(
  '%s moves no money',
  (type) => expect(legs(type, {})).toEqual([]),
);
