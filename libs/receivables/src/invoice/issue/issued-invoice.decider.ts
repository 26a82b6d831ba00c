import { amountIn, currencyOn, type DecisionContext, Money, positiveAmountIn } from '@quittance/kernel';
import { type Customer, unknownCustomer } from '../../customer/customer.stream.js';
import { type Person, unknownPerson } from '../../person/person.stream.js';
import type { IssueInvoice } from './issue.commands.js';
import type { IssueFacts, InvoiceLine } from './issue.events.js';
import { addsUp, dueDates } from './due-dates.decider.js';
import { type CreditJudged, overLimit } from './credit-limit.decider.js';
import { takenOver } from './opening.decider.js';

/** `undefined`: there is none. The subject is the customer's stream, whose key seals what is said about them. */
export interface IssueReferences {
  customer: Customer | undefined;
  customerSubject: string;
  owner: Person | undefined;
  /** Who follows it up when it names nobody. */
  fallback: string;
  /** `undefined`: the customer has no limit in that currency. */
  credit?: CreditJudged;
}

/** An invoice as it is issued, or what is wrong with it. */
export function issued(
  command: IssueInvoice,
  { id, actor, today, calendar, references }: DecisionContext<IssueReferences>,
): IssueFacts['InvoiceIssued'] {
  const { customer, customerSubject, owner, fallback } = references;
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
  const opened = takenOver(command, total, today, actor);
  const due = dueDates(command, total, customer, calendar);
  // Last of all: an invoice that is refused so lacks nothing but its customer.
  if (!customer) throw unknownCustomer('/customerId', customerId);
  const { approvedBy, ...work } = command.work ?? {};
  return {
    invoiceId: id,
    number,
    customerId,
    issuedOn,
    ...due,
    ...opened,
    currency,
    total: total.toString(),
    net: net?.toString(),
    vat: vat?.toString(),
    lines,
    ...overLimit(total, references.credit),
    ownerId: command.ownerId ?? fallback,
    work: command.work && work,
    source: command.source,
    personal:
      notes === undefined && approvedBy === undefined
        ? undefined
        : { subject: customerSubject, notes, approvedBy },
  };
}

const optionalAmount = (amount: string | undefined, currency: string, field: string): Money | undefined =>
  amount === undefined ? undefined : amountIn(currency, amount, field);

function exact(line: InvoiceLine, currency: string, field: string): InvoiceLine {
  const amount = amountIn(currency, line.amount, `${field}/amount`);
  const net = optionalAmount(line.net, currency, `${field}/net`);
  const vat = optionalAmount(line.vat, currency, `${field}/vat`);
  addsUp([net, vat], amount, `${field}/amount`, 'net + vat');
  return { ...line, net: net?.toString(), vat: vat?.toString(), amount: amount.toString() };
}
