import {
  amountIn,
  currencyOn,
  type DecisionContext,
  Money,
  notInFuture,
  positiveAmountIn,
  Rejection,
  wrong,
} from '@quittance/kernel';
import { type Customer, unknownCustomer } from '../customer/customer.stream.js';
import { type Issued, mustHavePart } from '../invoice/invoice.stream.js';
import type { ApplicationField, IssueCreditNote } from './credit-note.commands.js';
import type { CreditNoteFacts, NamedInvoice, RequestedApplication } from './credit-note.events.js';

/** What a credit note's commands must know of others. `undefined`: there is none. */
export interface IssueCreditReferences {
  customer: Customer | undefined;
  customerSubject: string;
  /** Of `corrects`, and of the applications, each in their order. */
  corrected: readonly (Issued | undefined)[];
  invoices: readonly (Issued | undefined)[];
}

/** What every invoice that a credit note names must agree with. */
interface Of {
  customerId: string;
  currency: string;
}

/** A credit note as it is issued, or what is wrong with it. */
export function issuedCreditNote(
  command: IssueCreditNote,
  { id, today, partId, references }: DecisionContext<IssueCreditReferences>,
): CreditNoteFacts['CreditNoteIssued'] {
  const { number, customerId, issuedOn, currency, reasonCode, reason, correctsText, opening } = command;
  const { customer, customerSubject, corrected, invoices } = references;
  notInFuture(issuedOn, today, '/issuedOn');
  if (opening) {
    if (notInFuture(opening.on, today, '/opening/on') < issuedOn)
      throw wrong('/opening/on', 'not-before-issue', opening.on, `not before it was issued, ${issuedOn}`);
  }
  const total = positiveAmountIn(currency, command.total, '/total');
  const net = command.net === undefined ? undefined : amountIn(currency, command.net, '/net');
  const vat = command.vat === undefined ? undefined : amountIn(currency, command.vat, '/vat');
  if (net && vat && !net.plus(vat).equals(total)) {
    throw wrong('/total', 'adds-up', command.total, `net + vat make ${net.plus(vat).toString()}`);
  }
  const of = { customerId, currency };
  const corrects = correctedBy(command, corrected, of);
  const applications = applicationsOf(command.applications ?? [], invoices, of, partId);
  const parts = applications.map(({ amount }) => Money.of(amount, currency));
  if (total.minus(Money.sum(parts, currency)).isNegative) {
    const hint = `at most the total, ${total.toString()}, in sum`;
    throw wrong('/applications', 'within-total', Money.sum(parts, currency).toString(), hint);
  }
  // What credits invoices is in their currency, whatever has become of it.
  if (corrects.length === 0 && applications.length === 0) currencyOn(currency, issuedOn, '/currency');
  if (!customer) throw unknownCustomer('/customerId', customerId);
  return {
    creditNoteId: id,
    creditNumber: number,
    customerId,
    issuedOn,
    currency,
    total: total.toString(),
    net: net?.toString(),
    vat: vat?.toString(),
    reasonCode,
    corrects,
    correctsText,
    opening,
    applications,
    personal: { subject: customerSubject, reason },
  };
}

/** The ids of the invoices that it corrects. */
export const correctsOf = ({ corrects, invoiceId }: IssueCreditNote): readonly string[] =>
  (corrects ?? (invoiceId === undefined ? [] : [invoiceId])).map((id) => id.toLowerCase());

function correctedBy(
  command: IssueCreditNote,
  corrected: readonly (Issued | undefined)[],
  of: Of,
): NamedInvoice[] {
  const { corrects, invoiceId } = command;
  if (corrects && invoiceId !== undefined)
    throw wrong('/invoiceId', 'either', invoiceId, 'corrects or invoiceId, not both');
  const before = new Set<string>();
  return correctsOf(command).map((each, i) => {
    const field = corrects ? `/corrects/${i}` : '/invoiceId';
    if (before.has(each)) throw wrong(field, 'unique', each, 'each invoice once');
    before.add(each);
    return { invoiceId: each, number: mayName(corrected[i], each, field, of).number };
  });
}

/** Every invoice once, known, of the customer and in the currency of the credit note. */
export function applicationsOf(
  applications: readonly ApplicationField[],
  invoices: readonly (Issued | undefined)[],
  of: Of,
  partId: (index: number) => string,
): RequestedApplication[] {
  const before = new Set<string>();
  return applications.map(({ invoiceId, amount, instalment }, i) => {
    const field = `/applications/${i}`;
    const part = positiveAmountIn(of.currency, amount, `${field}/amount`);
    if (before.has(invoiceId)) throw wrong(`${field}/invoiceId`, 'unique', invoiceId, 'each invoice once');
    before.add(invoiceId);
    const invoice = mayName(invoices[i], invoiceId, `${field}/invoiceId`, of);
    mustHavePart(invoice, instalment, `${field}/instalment`);
    const { number } = invoice;
    return { applicationId: partId(i), invoiceId, number, amount: part.toString(), instalment };
  });
}

/** A credit note never settles a third party's invoice. */
function mayName(invoice: Issued | undefined, id: string, field: string, of: Of): Issued {
  if (!invoice) throw wrong(field, 'exists', id, 'an invoice that was issued', 'unknown-invoice');
  if (invoice.customerId !== of.customerId) {
    const detail = `Invoice ${invoice.number} is of customer ${invoice.customerId}.`;
    const hint = `an invoice of ${of.customerId}: a credit note is for its own customer`;
    throw Rejection.conflict('other-customer', detail, { field, rule: 'same-customer', value: id, hint });
  }
  if (invoice.currency !== of.currency) {
    throw Rejection.conflict('currency-mismatch', `Invoice ${invoice.number} is in ${invoice.currency}.`, {
      field,
      rule: 'same-currency',
      value: id,
      hint: `an invoice in ${of.currency}, or a credit note in ${invoice.currency}`,
    });
  }
  return invoice;
}
