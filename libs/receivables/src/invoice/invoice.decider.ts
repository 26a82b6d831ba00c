import { type Decider, factsOf, Money, notInFuture, notTooLate, Rejection, wrong } from '@quittance/kernel';
import { type Person, unknownPerson } from '../person/person.decider.js';
import type { AssignOwner, GrantExtension, IssueInvoice, SettleInvoice } from './invoice.commands.js';
import type { InvoiceFacts } from './invoice.events.js';
import { issue, type IssueReferences } from './issue.decider.js';

/** What the rules need of an invoice. Amounts are texts with exactly the currency's decimals. */
export interface Invoice {
  number: string;
  customerId: string;
  issuedOn: string;
  /** The contractual due date. */
  dueOn: string;
  currency: string;
  /** What is open now; `openOn` says of a day. */
  open: string;
  /** What was taken, the last first: a list that grows at its head, so that the thousandth costs what the first did. */
  taken?: Taken;
  /** Agreed due dates, by the day they count from, then as recorded. */
  extensions: readonly { on: string; agreedDueOn: string }[];
  /** Owners, by the day they count from, then as recorded; the first from the beginning. */
  owners: readonly { on: string; ownerId: string }[];
}

interface Taken {
  on: string;
  applied: string;
  before?: Taken;
}

interface InvoiceCommands {
  IssueInvoice: IssueInvoice;
  GrantExtension: GrantExtension;
  AssignOwner: AssignOwner;
  SettleInvoice: SettleInvoice;
}

/** The subject is the customer's stream, whose key seals what is said about people. */
interface InvoiceReferences {
  IssueInvoice: IssueReferences;
  GrantExtension: { customerSubject: string };
  /** `undefined`: there is no such person. */
  AssignOwner: { owner: Person | undefined; customerSubject: string };
}

const fact = factsOf<InvoiceFacts>();

/** One receivable: what is owed, until when it was agreed, by whom it is followed up, what settled it. */
export const invoiceDecider: Decider<InvoiceCommands, Invoice | null, InvoiceFacts, InvoiceReferences> = {
  category: 'invoice',
  initial: null,

  decide: {
    IssueInvoice(command, invoice, context) {
      if (invoice) throw Rejection.conflict('number-taken', `Invoice ${command.number} was issued before.`);
      return [fact('InvoiceIssued', issue(command, context))];
    },

    GrantExtension(command, state, { today, calendar, id, references: { customerSubject } }) {
      const invoice = known(state, id);
      const { agreedDueOn, reason, grantedOn = today } = command;
      sinceIssue(invoice, notInFuture(grantedOn, today, '/grantedOn'), '/grantedOn');
      if (!openOn(invoice, grantedOn).isPositive) {
        throw Rejection.conflict('already-settled', `Nothing was open on the invoice on ${grantedOn}.`);
      }
      notTooLate(agreedDueOn, invoice.issuedOn, calendar.dueYearsMost, '/agreedDueOn');
      const previousDueOn = agreedDueDate(invoice, grantedOn);
      if (agreedDueOn <= invoice.dueOn || agreedDueOn === previousDueOn) {
        throw Rejection.conflict(
          'not-an-extension',
          `Agreed is ${previousDueOn}, contractual ${invoice.dueOn}: an extension is another date, later than the contractual.`,
        );
      }
      return [
        fact('ExtensionGranted', {
          ...named(invoice, id),
          dueOn: invoice.dueOn,
          previousDueOn,
          agreedDueOn,
          grantedOn,
          personal: { subject: customerSubject, reason },
        }),
      ];
    },

    AssignOwner(command, state, { today, id, references: { owner, customerSubject } }) {
      const invoice = known(state, id);
      const { ownerId, reason, assignedOn = today } = command;
      sinceIssue(invoice, notInFuture(assignedOn, today, '/assignedOn'), '/assignedOn');
      if (!owner) throw unknownPerson('/ownerId', ownerId);
      const previousOwnerId = ownerOn(invoice, assignedOn);
      if (ownerId === previousOwnerId) return [];
      return [
        fact('OwnerAssigned', {
          ...named(invoice, id),
          previousOwnerId,
          ownerId,
          assignedOn,
          personal: { subject: customerSubject, reason },
        }),
      ];
    },

    SettleInvoice({ paymentId, payerId, currency, requested, receivedOn }, state, { id }) {
      const invoice = known(state, id);
      const { issuedOn } = invoice;
      const asked = { ...named(invoice, id), paymentId, payerId, currency, requested, receivedOn };
      if (isSettled(invoice)) return [fact('AllocationRefused', { ...asked, code: 'nothing-open' })];
      const open = Money.of(invoice.open, invoice.currency);
      const applied = open.min(Money.of(requested, currency));
      return [
        fact('PaymentApplied', {
          ...asked,
          applied: applied.toString(),
          open: open.minus(applied).toString(),
          appliedOn: receivedOn > issuedOn ? receivedOn : issuedOn,
        }),
      ];
    },
  },

  evolve: {
    InvoiceIssued: (_state, { number, customerId, issuedOn, dueOn, currency, total, ownerId }) => ({
      number,
      customerId,
      issuedOn,
      dueOn,
      currency,
      open: total,
      extensions: [],
      owners: [{ on: issuedOn, ownerId }],
    }),
    ExtensionGranted: (invoice, { grantedOn, agreedDueOn }) =>
      invoice && { ...invoice, extensions: inOrder(invoice.extensions, { on: grantedOn, agreedDueOn }) },
    OwnerAssigned: (invoice, { assignedOn, ownerId }) =>
      invoice && { ...invoice, owners: inOrder(invoice.owners, { on: assignedOn, ownerId }) },
    PaymentApplied: (invoice, { open, applied, appliedOn }) =>
      invoice && { ...invoice, open, taken: { on: appliedOn, applied, before: invoice.taken } },
    AllocationRefused: (invoice) => invoice,
  },
};

export const isSettled = ({ open, currency }: Invoice): boolean => !Money.of(open, currency).isPositive;

/** What was open at the end of a day, as known now: what settled it later is open still. */
function openOn({ open, currency, taken }: Invoice, day: string): Money {
  let then = Money.of(open, currency);
  for (let each = taken; each; each = each.before)
    if (each.on > day) then = then.plus(Money.of(each.applied, currency));
  return then;
}

/** The agreed due date on a day (as known now, without one): the last extension's by the day it counts from. */
export const agreedDueDate = (invoice: Invoice, on?: string): string =>
  lastOn(invoice.extensions, on)?.agreedDueOn ?? invoice.dueOn;

/** Who owns it on a day; as known now, without one. */
export const ownerOn = (invoice: Invoice, on?: string): string =>
  (lastOn(invoice.owners, on) ?? invoice.owners[0]!).ownerId;

const lastOn = <Line extends { on: string }>(lines: readonly Line[], day?: string): Line | undefined =>
  day === undefined ? lines.at(-1) : lines.findLast(({ on }) => on <= day);

function inOrder<Line extends { on: string }>(lines: readonly Line[], line: Line): Line[] {
  return [...lines.filter(({ on }) => on <= line.on), line, ...lines.filter(({ on }) => on > line.on)];
}

function known(invoice: Invoice | null, id: string): Invoice {
  if (!invoice) throw Rejection.notFound('invoice-not-found', `There is no invoice ${id}.`);
  return invoice;
}

/** How every later fact of an invoice names it. */
const named = ({ number, customerId }: Invoice, id: string) => ({ invoiceId: id, number, customerId });

function sinceIssue({ issuedOn }: Invoice, date: string, field: string): void {
  if (date < issuedOn) throw wrong(field, 'not-before-issue', date, `not before it was issued, ${issuedOn}`);
}
