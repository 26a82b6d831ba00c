import { stream } from '@quittance/kernel';
import { ISSUED, NAMED } from '../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import { customer } from '../customer/customer.decider.js';
import { issue } from '../invoice/issue/issue.decider.js';
import { customerNote, invoiceNote } from './note.decider.js';

const invoices = stream('invoice', [issue, invoiceNote]);
const customers = stream('customer', [customer, customerNote]);
const TEXT = 'Called Mr Neri.';
const personal = { subject: 'customer-1', text: TEXT };

describe('a note', () => {
  const add = (change: object = {}, facts: (typeof ISSUED)[] = [ISSUED]) =>
    given(invoices, ...facts).when(
      'AddInvoiceNote',
      { invoiceId: '1', text: TEXT, ...change },
      { customerSubject: 'customer-1' },
    );

  it('on an invoice counts from today; what it says is personal', () => {
    const data = { ...NAMED, noteId: 'part-0', notedOn: TODAY, personal };
    expect(add()).toEqual([{ type: 'NoteAdded', data }]);
  });

  it('is followed up today or later', () => {
    expect(add({ followUpOn: TODAY })).toMatchObject([{ data: { followUpOn: TODAY } }]);
    expect(add({ followUpOn: '2026-06-14' })).toEqual(wrongField('/followUpOn', 'not-in-past'));
  });

  it('is on an invoice that exists', () => {
    expect(add({}, [])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
  });

  it('on a customer is sealed with their key, and names no invoice', () => {
    const registered = {
      type: 'CustomerRegistered',
      data: { customerId: 'C-1', registeredOn: TODAY, personal: { subject: 'customer-1' } },
    } as const;
    const command = { customerId: 'C-1', text: TEXT };
    const data = { customerId: 'C-1', noteId: 'part-0', notedOn: TODAY, personal };
    expect(given(customers, registered).when('AddCustomerNote', command, undefined)).toEqual([
      { type: 'NoteAdded', data },
    ]);
    expect(given(customers).when('AddCustomerNote', command, undefined)).toMatchObject({
      refused: 'customer-not-found',
    });
  });
});
