import { type BatchRoute, UuidInPath } from '@quittance/http';
import { RegisterCustomer } from '../customer/customer.commands.js';
import { GrantExtension } from '../invoice/extension/extension.commands.js';
import { IssueInvoice } from '../invoice/issue/issue.commands.js';
import { AssignOwner } from '../invoice/owner/owner.commands.js';
import { RecordPayment } from '../payment/payment.commands.js';
import { RegisterPerson } from '../person/person.commands.js';

const uuid = UuidInPath('id');
const invoice = (id: string): object => ({ invoiceId: uuid.transform(id, { type: 'param' }) });

/** What a batch takes: every write of the business that is one command. */
export const BATCH_ROUTES: readonly BatchRoute[] = [
  { key: 'POST /v1/people', command: RegisterPerson },
  { key: 'POST /v1/customers', command: RegisterCustomer },
  { key: 'POST /v1/invoices', command: IssueInvoice },
  { key: 'POST /v1/invoices/:id/extensions', command: GrantExtension, path: invoice },
  { key: 'POST /v1/invoices/:id/owner', command: AssignOwner, path: invoice },
  { key: 'POST /v1/payments', command: RecordPayment },
];
