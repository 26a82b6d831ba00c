import { type Calendar, isBusinessDate, Money, notTooLate, positiveAmountIn, wrong } from '@quittance/kernel';
import { checkTerms, type Customer, customerOn, unknownCustomer } from '../../customer/customer.stream.js';
import { inOrderOfDate, inParts, type Instalment } from '../../terms/instalments.terms.js';
import { dueDateOf, type PaymentTerms } from '../../terms/payment.terms.js';
import type { IssueInvoice } from './issue.commands.js';

/** When it is due: in one, or in instalments, of which `dueOn` is that of the first. */
interface Due {
  dueOn: string;
  terms?: PaymentTerms;
  instalments?: Instalment[];
}

/** The due date or instalments as given, else by the terms given, else by the customer's. */
export function dueDates(
  command: IssueInvoice,
  total: Money,
  customer: Customer | undefined,
  calendar: Calendar,
): Due {
  const { issuedOn, dueOn, terms, instalments } = command;
  if ([dueOn, terms, instalments].filter((one) => one !== undefined).length > 1) {
    const field = terms ? '/terms' : '/instalments';
    throw wrong(field, 'either', terms ?? instalments, 'one of dueOn, instalments and terms');
  }
  if (instalments) return asGiven(command, instalments, total, calendar);
  if (dueOn !== undefined) {
    notBeforeIssue(command, dueOn, '/dueOn');
    return { dueOn: notTooLate(dueOn, issuedOn, calendar.dueYearsMost, '/dueOn') };
  }
  checkTerms(terms);
  if (!terms && !customer) throw unknownCustomer('/customerId', command.customerId);
  const agreed = terms ?? (customer && customerOn(customer, issuedOn).terms);
  if (!agreed) throw wrong('/dueOn', 'required', undefined, 'dueOn or terms: the customer has no terms');
  const reachable = (due: string): string => onADay(due, issuedOn, agreed, calendar);
  if (agreed.type !== 'instalments') return { dueOn: reachable(dueDateOf(agreed, issuedOn)), terms: agreed };
  const parts = inParts(total, agreed.parts!, issuedOn);
  parts.forEach(({ dueOn: due }) => reachable(due));
  if (!inOrderOfDate(parts)) throw wrong('/terms', 'in-order', agreed, 'parts in order of their dates');
  return { dueOn: parts[0]!.dueOn, terms: agreed, instalments: parts };
}

function onADay(
  due: string,
  issuedOn: string,
  agreed: PaymentTerms,
  { hasDay, dueYearsMost }: Calendar,
): string {
  if (!isBusinessDate(due)) throw wrong('/terms', 'date', agreed, 'terms that end before the year 10000');
  if (!hasDay(due))
    throw wrong('/terms', 'date', agreed, `they end on ${due}, a day that the zone never had`);
  return notTooLate(due, issuedOn, dueYearsMost, '/terms');
}

function asGiven(
  command: IssueInvoice,
  instalments: readonly Instalment[],
  total: Money,
  { dueYearsMost }: Calendar,
): Due {
  const parts = instalments.map(({ dueOn, amount }, i) => {
    const field = `/instalments/${i}/dueOn`;
    notBeforeIssue(command, dueOn, field);
    notTooLate(dueOn, command.issuedOn, dueYearsMost, field);
    const exact = positiveAmountIn(total.currency, amount, `/instalments/${i}/amount`);
    return { dueOn, amount: exact.toString() };
  });
  if (!inOrderOfDate(parts)) throw wrong('/instalments', 'in-order', undefined, 'in order of their dates');
  addsUp(
    parts.map(({ amount }) => Money.of(amount, total.currency)),
    total,
    '/total',
    'the instalments',
  );
  return { dueOn: parts[0]!.dueOn, instalments: parts };
}

function notBeforeIssue(
  { issuedOn, acceptDueBeforeIssue }: IssueInvoice,
  dueOn: string,
  field: string,
): void {
  if (dueOn >= issuedOn || acceptDueBeforeIssue) return;
  const hint = `not before issuedOn, ${issuedOn}, unless acceptDueBeforeIssue is true`;
  throw wrong(field, 'not-before-issue', dueOn, hint);
}

/** Where all parts are given, they make the whole (rule `adds-up`). */
export function addsUp(
  parts: readonly (Money | undefined)[] | undefined,
  whole: Money,
  field: string,
  what: string,
): void {
  if (!parts?.every((part) => part !== undefined)) return;
  const sum = Money.sum(parts, whole.currency);
  if (!sum.equals(whole)) throw wrong(field, 'adds-up', whole.toString(), `${what} make ${sum.toString()}`);
}
