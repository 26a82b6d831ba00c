// Facts and commands of one credit note over 100.00, for what its decider makes of them.

import { given } from '../../../test/support/decisions.js';
import type { FactOf } from '@quittance/kernel';
import type { Issued } from '../src/invoice/invoice.stream.js';
import type { CreditNoteFacts } from '../src/credit-note/credit-note.events.js';
import { customerWith } from './customer-facts.js';
import { creditNotes } from '../src/credit-note/credit-note.stream.js';

export type Facts = FactOf<CreditNoteFacts>[];

export const INVOICE: Issued = {
  number: 'R-1',
  customerId: 'C-1',
  issuedOn: '2026-04-01',
  dueOn: '2026-04-30',
  currency: 'EUR',
  total: '100.00',
};
const COMMAND = {
  number: 'CN-1',
  customerId: 'C-1',
  issuedOn: '2026-05-02',
  currency: 'EUR',
  total: '100',
  reasonCode: 'quality',
  reason: 'Broken.',
};
const CUSTOMER = customerWith({ name: 'Rossi' });
export const SUBJECT = { customerSubject: 'customer-1' };
const NOBODY = { customer: CUSTOMER, ...SUBJECT, corrected: [], invoices: [] };
export const NAMED = { creditNoteId: '1', creditNumber: 'CN-1', customerId: 'C-1', currency: 'EUR' };

export const issue = (change: object = {}, references: object = {}, before: Facts = []) =>
  given(creditNotes, ...before).when(
    'IssueCreditNote',
    { ...COMMAND, ...change },
    {
      ...NOBODY,
      ...references,
    },
  );
export const on = (facts: Facts) => given(creditNotes, ...facts);

/** Issued over 100.00, with parts for invoices. */
export const issued = (...amounts: string[]): Facts => [
  {
    type: 'CreditNoteIssued',
    data: {
      ...NAMED,
      issuedOn: '2026-05-02',
      total: '100.00',
      reasonCode: 'quality',
      corrects: [],
      applications: amounts.map((amount, i) => ({
        applicationId: `a-${i}`,
        invoiceId: `i-${i}`,
        number: `R-${i}`,
        amount,
      })),
      personal: { subject: 'customer-1', reason: 'Broken.' },
    },
  },
];
export const answered = (i: number, requested: string, applied: string): Facts => [
  {
    type: 'CreditAnswered',
    data: {
      ...NAMED,
      applicationId: `a-${i}`,
      invoice: { invoiceId: `i-${i}`, number: `R-${i}` },
      requested,
      applied,
      appliedOn: '2026-05-02',
    },
  },
];
export const APPLIED = [...issued('60.00'), ...answered(0, '60.00', '60.00')];
export const undoing = (amount: string): Facts => [
  {
    type: 'CreditUndoRequested',
    data: {
      ...NAMED,
      undoId: 'u-1',
      applicationId: 'a-0',
      invoice: { invoiceId: 'i-0', number: 'R-0' },
      amount,
      appliedOn: '2026-05-02',
      personal: { subject: 'customer-1', reason: 'Wrong invoice.' },
    },
  },
];
export const undone = (amount: string): Facts => [
  {
    type: 'CreditUndoAnswered',
    data: {
      ...NAMED,
      undoId: 'u-1',
      applicationId: 'a-0',
      invoice: { invoiceId: 'i-0', number: 'R-0' },
      amount,
      appliedOn: '2026-05-02',
    },
  },
];
export const refunded = (amount: string): Facts => [
  {
    type: 'CreditNoteRefunded',
    data: {
      ...NAMED,
      refundId: 'r-1',
      amount,
      refundedOn: '2026-05-10',
      personal: { subject: 'customer-1', reason: 'Asked for it.' },
    },
  },
];

export const apply = (facts: Facts, amount: string, change: object = {}, invoices: unknown[] = [INVOICE]) =>
  on(facts).when(
    'ApplyCreditNote',
    { creditNoteId: '1', applications: [{ invoiceId: 'i-9', amount }], ...change },
    { invoices } as never,
  );
export const refund = (facts: Facts, amount: string, change: object = {}) =>
  on(facts).when('RefundCreditNote', { creditNoteId: '1', amount, reason: 'They ask.', ...change }, SUBJECT);
export const undo = (
  facts: Facts,
  amount?: string,
  applicationId = 'a-0',
  ...upheld: { on: string; amount: string }[]
) =>
  on(facts).when(
    'UndoApplication',
    { creditNoteId: '1', applicationId, amount, reason: 'Wrong invoice.' },
    { ...SUBJECT, upheld },
  );
export const cancel = (facts: Facts) =>
  on(facts).when('CancelCreditNote', { creditNoteId: '1', reason: 'A mistake.' }, SUBJECT);
export const conflict = (refused: string) =>
  expect.objectContaining({ refused, kind: 'conflict' }) as unknown;
