import {
  amountIn,
  type Calendar,
  currencyOn,
  type DecisionContext,
  isBusinessDate,
  Money,
  notTooLate,
  positiveAmountIn,
  wrong,
} from '@quittance/kernel';
import { checkTerms, type Customer, customerOn, unknownCustomer } from '../../customer/customer.stream.js';
import { type Person, unknownPerson } from '../../person/person.stream.js';
import type { IssueInvoice } from './issue.commands.js';
import type { IssueFacts, InvoiceLine } from './issue.events.js';
import { dueDateOf, type PaymentTerms } from '../../terms/payment.terms.js';

/** `undefined`: there is none. The subject is the customer's stream, whose key seals what is said about them. */
export interface IssueReferences {
  customer: Customer | undefined;
  customerSubject: string;
  owner: Person | undefined;
}

/** An invoice as it is issued, or what is wrong with it. */
export function issued(
  command: IssueInvoice,
  { id, actor, calendar, references: { customer, customerSubject, owner } }: DecisionContext<IssueReferences>,
): IssueFacts['InvoiceIssued'] {
  const { number, customerId, issuedOn, currency, notes } = command;
  if (command.ownerId !== undefined && !owner) throw unknownPerson('/ownerId', command.ownerId);
  currencyOn(currency, issuedOn, '/currency');
  const total = positiveAmountIn(currency, command.total, '/total');
  const net = optionalAmount(command.net, currency, '/net');
  const vat = optionalAmount(command.vat, currency, '/vat');
  addsUp([net, vat], total, '/total', 'net + vat');
  const lines = command.lines?.map((line, i) => exact(line, currency, `/lines/${i}`));
  addsUp(
    lines?.map(({ amount }) => Money.of(amount, currency)),
    total,
    '/total',
    'the lines',
  );
  const due = dueDate(command, customer, calendar);
  // Last of all: an invoice that is refused so lacks nothing but its customer.
  if (!customer) throw unknownCustomer('/customerId', customerId);
  const { approvedBy, ...work } = command.work ?? {};
  return {
    invoiceId: id,
    number,
    customerId,
    issuedOn,
    ...due,
    currency,
    total: total.toString(),
    net: net?.toString(),
    vat: vat?.toString(),
    lines,
    ownerId: command.ownerId ?? customerOn(customer, issuedOn).ownerId ?? actor.id,
    work: command.work && work,
    source: command.source,
    personal:
      notes === undefined && approvedBy === undefined
        ? undefined
        : { subject: customerSubject, notes, approvedBy },
  };
}

/** The due date as given, else by the terms given, else by the customer's. */
function dueDate(
  command: IssueInvoice,
  customer: Customer | undefined,
  { hasDay, dueYearsMost }: Calendar,
): { dueOn: string; terms?: PaymentTerms } {
  const { issuedOn, dueOn, terms, acceptDueBeforeIssue } = command;
  if (dueOn !== undefined) {
    if (terms) throw wrong('/terms', 'either', terms, 'dueOn or terms, not both');
    if (dueOn < issuedOn && !acceptDueBeforeIssue) {
      const hint = `not before issuedOn, ${issuedOn}, unless acceptDueBeforeIssue is true`;
      throw wrong('/dueOn', 'not-before-issue', dueOn, hint);
    }
    return { dueOn: notTooLate(dueOn, issuedOn, dueYearsMost, '/dueOn') };
  }
  checkTerms(terms);
  if (!terms && !customer) throw unknownCustomer('/customerId', command.customerId);
  const agreed = terms ?? (customer && customerOn(customer, issuedOn).terms);
  if (!agreed) throw wrong('/dueOn', 'required', undefined, 'dueOn or terms: the customer has no terms');
  const due = dueDateOf(agreed, issuedOn);
  if (!isBusinessDate(due)) throw wrong('/terms', 'date', agreed, 'terms that end before the year 10000');
  if (!hasDay(due))
    throw wrong('/terms', 'date', agreed, `they end on ${due}, a day that the zone never had`);
  return { dueOn: notTooLate(due, issuedOn, dueYearsMost, '/terms'), terms: agreed };
}

const optionalAmount = (amount: string | undefined, currency: string, field: string): Money | undefined =>
  amount === undefined ? undefined : amountIn(currency, amount, field);

/** Where all parts are given, they make the whole (rule `adds-up`). */
function addsUp(
  parts: readonly (Money | undefined)[] | undefined,
  whole: Money,
  field: string,
  what: string,
): void {
  if (!parts?.every((part) => part !== undefined)) return;
  const sum = Money.sum(parts, whole.currency);
  if (!sum.equals(whole)) throw wrong(field, 'adds-up', whole.toString(), `${what} make ${sum.toString()}`);
}

function exact(line: InvoiceLine, currency: string, field: string): InvoiceLine {
  const amount = amountIn(currency, line.amount, `${field}/amount`);
  const net = optionalAmount(line.net, currency, `${field}/net`);
  const vat = optionalAmount(line.vat, currency, `${field}/vat`);
  addsUp([net, vat], amount, `${field}/amount`, 'net + vat');
  return { ...line, net: net?.toString(), vat: vat?.toString(), amount: amount.toString() };
}
