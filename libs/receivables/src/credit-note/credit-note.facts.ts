import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, partOf, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { CreditNoteFacts } from './credit-note.events.js';

const STREAM = 'credit-note-<uuid>';
const NAMED = {
  creditNoteId: 'uuid of the credit note',
  creditNumber: 'number of the credit note',
  customerId: "the credit note's customer",
  currency: 'ISO 4217',
};
const PART = {
  applicationId: 'uuid of the application',
  invoice: '{invoiceId, number}: the invoice for which it is meant',
};
const APPLICATIONS =
  'list of {applicationId, invoiceId, number, amount, instalment}: what was meant for which invoice';
const COUNTS = 'business date from which it counts';

/** What Quittance says of the facts of a credit note. */
export const creditNoteFacts: FactsDeclared<CreditNoteFacts> = {
  CreditNoteIssued: {
    schema: 1,
    duties: ['credit'],
    effectiveOn: (fact) => fact.opening?.on ?? fact.issuedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} issued credit note ${fact.creditNumber} of ${fact.issuedOn} to customer ${fact.customerId} ` +
          `over ${fact.total} ${fact.currency}`,
        fact.net && fact.vat && `net ${fact.net} and VAT ${fact.vat}`,
        `for ${fact.reasonCode}`,
        maybe('corrects invoice ', fact.corrects.map(({ number }) => number).join(' and ')),
        maybe('corrects ', fact.correctsText),
        maybe('taken over, counting from ', fact.opening?.on),
        meant(fact),
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'A credit note was issued: the customer owes less than was invoiced',
    fields: {
      ...NAMED,
      issuedOn: 'business date of issue, from which it counts unless opening is given',
      total: 'amount including VAT',
      net: 'amount without VAT',
      vat: 'amount of VAT',
      reasonCode: 'why, in kebab case',
      corrects: 'list of {invoiceId, number}: invoices that it corrects; naming one moves no money',
      correctsText: 'what it corrects, in words',
      opening: '{on}: it was taken over from elsewhere, and counts from this day',
      applications: APPLICATIONS,
    },
    personal: ['reason'],
    named: ({ creditNumber }) =>
      typeof creditNumber === 'string' ? { kind: 'credit-note', name: creditNumber } : undefined,
  },

  CreditRequested: {
    schema: 1,
    duties: ['allocate'],
    effectiveOn: (fact) => fact.requestedOn,
    sentence: (fact, actor) => `${actor} applied credit note ${fact.creditNumber}: ${meant(fact)}`,
    stream: STREAM,
    comment: 'More of the credit note is meant for invoices',
    fields: {
      ...NAMED,
      requestedOn: 'business date from which it counts at the earliest',
      applications: APPLICATIONS,
    },
  },

  CreditAnswered: {
    schema: 1,
    effectiveOn: (fact) => fact.appliedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} noted that invoice ${fact.invoice.number} took ${fact.applied} of ${fact.requested} ` +
          `${fact.currency} of credit note ${fact.creditNumber}`,
        fact.code?.replaceAll('-', ' '),
      ),
    stream: STREAM,
    comment: 'The credit note keeps what an invoice answered',
    fields: {
      ...NAMED,
      ...PART,
      requested: 'amount that was meant for the invoice',
      applied: 'amount that the invoice took; the rest stays on account',
      code: 'why the invoice took less: less-open, nothing-open',
      appliedOn: COUNTS,
    },
  },

  CreditUndoRequested: {
    schema: 1,
    effectiveOn: (fact) => fact.appliedOn,
    sentence: (fact, actor) => ({
      sentence:
        `${actor} took back ${fact.amount} ${fact.currency} of credit note ${fact.creditNumber} ` +
        `from invoice ${fact.invoice.number}, counting from ${fact.appliedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'An application was a mistake: the invoice is asked to give it back',
    fields: {
      ...NAMED,
      ...PART,
      undoId: 'uuid of the undo',
      amount: 'amount that the invoice is to give back',
      appliedOn: 'business date from which it counts: that of the application',
    },
    personal: ['reason'],
  },

  CreditUndoAnswered: {
    schema: 1,
    effectiveOn: (fact) => fact.appliedOn,
    sentence: (fact, actor) =>
      `${actor} noted that invoice ${fact.invoice.number} gave back ${fact.amount} ${fact.currency} of credit note ${fact.creditNumber}`,
    stream: STREAM,
    comment: 'The credit note keeps that the invoice gave it back',
    fields: {
      ...NAMED,
      ...PART,
      undoId: 'uuid of the undo',
      amount: 'amount that is left of the credit note again',
      appliedOn: 'business date from which it counts: that of the application',
    },
  },

  CreditNoteRefunded: {
    schema: 1,
    duties: ['refund'],
    effectiveOn: (fact) => fact.refundedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} refunded ${fact.amount} ${fact.currency} of credit note ${fact.creditNumber} on ${fact.refundedOn}`,
        maybe('by ', fact.method),
        maybe('reference ', fact.personal.erased ? undefined : readable(fact.personal, 'reference')),
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'Something of what was left of the credit note was paid out',
    fields: {
      ...NAMED,
      refundId: 'uuid of the refund',
      amount: 'amount that was paid out',
      refundedOn: 'bank date, from which it counts',
      method: 'how it was paid',
    },
    personal: ['reason', 'reference'],
  },

  CreditNoteRefundReversed: {
    schema: 1,
    effectiveOn: (fact) => fact.reversedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} recorded that the refund of ${fact.amount} ${fact.currency} of credit note ${fact.creditNumber} came back on ${fact.reversedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'The money of a refund came back',
    fields: {
      ...NAMED,
      refundId: 'uuid of the refund',
      amount: 'amount that came back',
      reversedOn: 'bank date, from which it counts',
    },
    personal: ['reason'],
  },

  CreditNoteCancelled: {
    schema: 1,
    effectiveOn: (fact) => fact.cancelledOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} cancelled credit note ${fact.creditNumber} over ${fact.amount} ${fact.currency}, counting from ${fact.cancelledOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'A credit note was cancelled: it was issued by mistake',
    fields: {
      ...NAMED,
      amount: 'amount that was cancelled: the whole total',
      cancelledOn: 'business date from which it counts: that from which the credit note counted',
      opening: 'true: the credit note was taken over from elsewhere',
    },
    personal: ['reason'],
  },
};

/** The first few invoices that it was meant for. */
const NAMED_AT_MOST = 5;
function meant({
  applications,
  currency,
}: Pick<CreditNoteFacts['CreditRequested'], 'applications' | 'currency'>): string {
  const named = applications
    .slice(0, NAMED_AT_MOST)
    .map((part) => `${part.amount} ${currency} for ${partOf(part)}`)
    .join(' and ');
  const more = applications.length - NAMED_AT_MOST;
  return named && `meant ${named}${more > 0 ? ` and ${more} more` : ''}`;
}
