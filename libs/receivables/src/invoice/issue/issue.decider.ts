import { factsOf, Rejection, type Slice, wrong } from '@quittance/kernel';
import { issued, type IssueReferences } from './issued-invoice.decider.js';
import type { Instalment } from '../../terms/instalments.terms.js';
import type { IssueInvoice } from './issue.commands.js';
import type { IssueFacts } from './issue.events.js';

/** What an invoice was issued with, which never changes. */
export interface Issued {
  number: string;
  customerId: string;
  /** It counts from this day; one that was taken over, from the day of the opening. */
  issuedOn: string;
  /** The contractual due date. */
  dueOn: string;
  currency: string;
  total: string;
  /** Parts with due dates of their own, numbered from 1; none: it is due in one. */
  instalments?: readonly Instalment[];
  /** It was taken over from elsewhere on this day: nothing that lay before it is done again. */
  takenOverOn?: string;
}

/** What slices of an invoice see of its issue; null: it was never issued. */
export interface SeesIssue {
  issue: Issued | null;
}

export interface IssueSlice {
  name: 'issue';
  commands: { IssueInvoice: IssueInvoice };
  facts: IssueFacts;
  own: Issued | null;
  references: { IssueInvoice: IssueReferences };
}

const fact = factsOf<IssueFacts>();

/** One receivable comes to be: to whom, over what, due when. */
export const issue: Slice<IssueSlice> = {
  name: 'issue',
  initial: null,
  decide: {
    IssueInvoice(command, { own }, context) {
      if (own)
        throw Rejection.conflict('number-taken', `Invoice ${command.number} was issued before.`).offering(
          { number: command.number },
          { action: 'other-number' },
        );
      return [fact('InvoiceIssued', issued(command, context))];
    },
  },
  evolve: {
    InvoiceIssued: (
      _own,
      { number, customerId, issuedOn, dueOn, currency, total, instalments, opening },
    ) => ({
      number,
      customerId,
      issuedOn: opening?.on ?? issuedOn,
      dueOn,
      currency,
      total,
      ...(instalments && { instalments }),
      ...(opening && { takenOverOn: opening.on }),
    }),
  },
};

/** The invoice, which must have been issued. @throws Rejection `invoice-not-found` */
export function mustBeIssued({ issue: of }: SeesIssue, id: string): Issued {
  if (!of) throw Rejection.notFound('invoice-not-found', `There is no invoice ${id}.`);
  return of;
}

/** How every later fact of an invoice names it. */
export const named = ({ number, customerId }: Issued, id: string) => ({ invoiceId: id, number, customerId });

/** Nothing happens to an invoice before it was issued (422, rule `not-before-issue`). */
export function sinceIssue({ issuedOn }: Issued, date: string, field: string): void {
  if (date < issuedOn) throw wrong(field, 'not-before-issue', date, `not before it was issued, ${issuedOn}`);
}
