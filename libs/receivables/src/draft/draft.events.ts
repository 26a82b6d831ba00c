import type { IssueInvoice } from '../invoice/issue/issue.commands.js';
import type { Work } from '../invoice/issue/issue.events.js';
import type { Personal } from '../personal.js';

/** What an invoice is to say, but for its number and what is personal. */
export type Content = Pick<
  IssueInvoice,
  'issuedOn' | 'dueOn' | 'acceptDueBeforeIssue' | 'terms' | 'instalments'
> &
  Pick<IssueInvoice, 'currency' | 'total' | 'net' | 'vat' | 'lines' | 'ownerId'> & { work?: Work };

type Of = Record<'draftId' | 'customerId', string>;
type Said = Of & { content: Content; personal?: Personal<{ notes: string; approvedBy: string }> };

/** Invoices before they are issued, facts of `draft-<uuid>`. */
export interface DraftFacts {
  DraftCreated: Said & { createdOn: string; createdBy: string };
  /** `content` is all of it, after the change. */
  DraftChanged: Said & { changedOn: string; changedBy: string; fields: string[] };
  /** As it stands; a later change needs another one. */
  DraftApproved: Of & { currency: string; total: string; approvedOn: string; approvedBy: string };
  /** From now on it stands still: the invoice is issued of it. */
  DraftIssued: Of & {
    invoiceId: string;
    number: string;
    issuedOn: string;
    /** Position of the ledger at which the customer's credit limit was judged, where there is one. */
    judgedAt?: string;
    creditLimit?: string;
    /** Above that limit: it was approved. */
    overLimit?: boolean;
  };
  /** The invoice was refused: the draft may be changed and issued again. */
  DraftReopened: Of & { number: string; code: string; reopenedOn: string };
  DraftDiscarded: Of & { discardedOn: string; personal?: Personal<{ reason: string }> };
}

/** Numbers given, facts of `series-<uuid>`. */
export interface SeriesFacts {
  NumberTaken: { series: string; place: number; number: string; draftId: string; takenOn: string };
}
