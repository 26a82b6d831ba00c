import { owedOver } from './issue/credit-limit.words.js';
import { Money } from '@quittance/kernel';
import type { FactsDeclared } from '../manifest/fact.js';
import { INSTALMENT, maybe, partOf, sentence } from '../manifest/words.js';
import { ERASED, erasable, readable } from '../personal.js';
import { firstExtension } from './extension/former-extension.js';
import type { InvoiceFacts } from './invoice.events.js';
import { firstRelease } from './settlement/former-parts.js';

const INVOICE = {
  ...{ invoiceId: 'uuid of the invoice', number: 'number of the invoice' },
  customerId: "the invoice's customer",
};
const ASKED = {
  ...INVOICE,
  paymentId: 'uuid of the payment',
  allocationId: 'uuid of the part of the payment: what an undo names',
  payerId: 'customer whose money it is while it settles nothing; null: unknown',
  currency: 'ISO 4217',
  requested: 'amount that was meant for the invoice',
  receivedOn: 'bank date of the payment',
  requestedOn: 'business date from which it was meant for the invoice',
};

const GIVEN_BACK = {
  ...INVOICE,
  paymentId: ASKED.paymentId,
  allocationId: ASKED.allocationId,
  payerId: 'customer whose money it is from then on; null: unknown',
  currency: 'ISO 4217',
  amount: 'amount that is open again',
  instalment: INSTALMENT,
  open: 'what is open on the invoice after this',
};

/** What Quittance says of the facts of an invoice. */
export const invoiceFacts: FactsDeclared<InvoiceFacts> = {
  InvoiceIssued: {
    schema: 1,
    duties: ['issue'],
    effectiveOn: (fact) => fact.opening?.on ?? fact.issuedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} issued invoice ${fact.number} of ${fact.issuedOn} to customer ${fact.customerId} ` +
          `over ${fact.total} ${fact.currency}`,
        fact.net && fact.vat && `net ${fact.net} and VAT ${fact.vat}`,
        fact.instalments
          ? `due in ${fact.instalments.length} instalments, the first ${fact.dueOn}`
          : `due ${fact.dueOn}`,
        maybe('above the credit limit: ', owedOver(fact.overLimit)),
        `followed up by ${fact.ownerId}`,
        maybe('taken over from elsewhere on ', fact.opening?.on),
        maybe('settled before ', fact.settledBefore),
        maybe('last reminder ', fact.opening?.lastReminder),
        maybe('project ', fact.work?.project),
        maybe('milestone ', fact.work?.milestone),
        maybe('delivered on ', fact.work?.deliveredOn),
        maybe('approved by ', erasable(fact.personal, 'approvedBy')),
        maybe('notes: ', erasable(fact.personal, 'notes')),
        maybe('approval or notes ', fact.personal?.erased ? ERASED : null),
      ),
    stream: 'invoice-<uuid>',
    comment: 'An invoice was issued',
    fields: {
      ...INVOICE,
      issuedOn: 'business date of issue, from which it counts unless opening is given',
      dueOn: 'contractual due date; of an invoice in instalments that of the first',
      terms:
        'payment terms from which dueOn or instalments were worked out: {type, days?, months?, day?, parts?}',
      instalments: 'list of {dueOn, amount} in order of date, numbered from 1; left out: it is due in one',
      currency: 'ISO 4217',
      total:
        'amount owed, including VAT; decimal text with exactly the decimals of the currency, as all amounts',
      ...{ net: 'amount without VAT', vat: 'amount of VAT' },
      lines: 'list of {description?, quantity?, unitPrice?, net?, vatRate?, vat?, amount}',
      opening:
        '{on, lastReminder?, remindersSent?}: it was taken over from elsewhere, and counts from this day',
      settledBefore: 'of one that was taken over: amount that had settled it before',
      overLimit: 'where it came above the credit limit: {limit, owed, judgedAt}, by the ledger there',
      ownerId: 'person who follows the invoice up',
      work: 'what it is for: {project?, milestone?, deliveredOn?}',
      source: 'import: taken over from elsewhere, where it was sent on issuedOn',
    },
    personal: ['notes', 'approvedBy'],
    named: ({ number }) => (typeof number === 'string' ? { kind: 'invoice', name: number } : undefined),
  },

  ExtensionGranted: {
    schema: 2,
    upcasters: { 1: firstExtension },
    moved: { agreedDueOn: ['previousDueOn', 'agreedDueOn'] },
    effectiveOn: (fact) => fact.grantedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} moved the agreed due date of ${partOf(fact)} from ${fact.previousDueOn} to ${fact.agreedDueOn}`,
        `counting from ${fact.grantedOn}`,
        `contractual due date ${fact.dueOn}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'A later due date was granted',
    fields: {
      ...INVOICE,
      extensionId: 'uuid of the extension; facts of version 1 have one by what they say',
      dueOn: 'contractual due date',
      previousDueOn: 'due date that was agreed before',
      agreedDueOn: 'due date that is agreed from grantedOn on',
      instalment:
        'number of the instalment that is moved, from 1; left out: all whose agreed date is earlier',
      grantedOn: 'business date from which it counts',
    },
    personal: ['reason'],
  },

  ExtensionRevoked: {
    schema: 1,
    moved: { agreedDueOn: ['previousDueOn', 'agreedDueOn'] },
    effectiveOn: (fact) => fact.revokedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} revoked the agreement that ${partOf(fact)} is due on ${fact.previousDueOn}`,
        `counting from ${fact.revokedOn}`,
        fact.instalment === undefined && `due date without it ${fact.agreedDueOn}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'An extension was revoked',
    fields: {
      ...INVOICE,
      extensionId: 'uuid of the extension',
      instalment: 'instalment that it had moved, from 1; left out: all whose agreed date was earlier',
      previousDueOn: 'due date that it had agreed',
      revokedOn: 'business date from which it counts',
      agreedDueOn: 'due date of the last extension that is left, whatever its day; else the contractual one',
      grantedOn: 'business date from which that one counts; left out: none is left',
    },
    personal: ['reason'],
  },

  OwnerAssigned: {
    schema: 1,
    moved: { ownerId: ['previousOwnerId', 'ownerId'] },
    effectiveOn: (fact) => fact.assignedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} handed invoice ${fact.number} over from ${fact.previousOwnerId} to ${fact.ownerId}`,
        `counting from ${fact.assignedOn}`,
        fact.handOverId && (fact.back ? 'for a hand-over was undone' : 'with all that they follow up'),
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'Another person follows the invoice up',
    fields: {
      ...INVOICE,
      previousOwnerId: 'person who followed it up before',
      ownerId: 'person who follows it up from assignedOn on',
      assignedOn: 'business date from which it counts',
      handOverId: 'uuid of the hand-over that it went with, or back',
      back: 'true: it went back, for the hand-over was undone',
    },
    personal: ['reason'],
  },

  PaymentApplied: {
    schema: 2,
    upcasters: { 1: firstRelease },
    // The day given by rule 1 of docs/receivables.md.
    effectiveOn: (fact) => fact.appliedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} settled ${fact.applied} ${fact.currency} of ${partOf(fact)} ` +
          `by the payment received on ${fact.receivedOn}: open from ${before(fact)} to ${fact.open} ${fact.currency}`,
        fact.applied !== fact.requested &&
          `${fact.requested} ${fact.currency} were meant for it, the rest stays unapplied`,
        fact.appliedOn !== fact.receivedOn && `counting from ${fact.appliedOn}`,
      ),
    stream: 'invoice-<uuid>',
    comment: 'The invoice took a part of a payment',
    fields: {
      ...ASKED,
      applied: 'amount that the invoice took; the rest stays unapplied and belongs to payerId',
      instalment: INSTALMENT,
      recovery: 'true: it took what was written off',
      open: 'what is open on the invoice after this',
      appliedOn:
        'business date from which it counts: the latest of receivedOn, requestedOn and the day of issue',
    },
  },

  AllocationRefused: {
    schema: 2,
    upcasters: { 1: firstRelease },
    effectiveOn: (fact) => fact.requestedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} could not settle invoice ${fact.number} by the payment received on ${fact.receivedOn}: ` +
          (fact.code === 'nothing-open' ? 'nothing was open' : fact.code.replaceAll('-', ' ')),
        `${fact.requested} ${fact.currency} stay unapplied`,
      ),
    stream: 'invoice-<uuid>',
    comment: 'The invoice could take nothing of a payment',
    fields: { ...ASKED, code: 'why it took nothing: nothing-open' },
  },

  ApplicationUndone: {
    schema: 1,
    effectiveOn: (fact) => fact.appliedOn,
    sentence: (fact, actor) => ({
      sentence:
        `${actor} opened ${fact.amount} ${fact.currency} of ${partOf(fact)} again that a payment had settled by mistake: ` +
        `open ${fact.open} ${fact.currency}, counting from ${fact.appliedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'The invoice gave back what was allocated by mistake',
    fields: {
      ...GIVEN_BACK,
      undoId: 'uuid of the undo',
      appliedOn: 'business date from which it counts: that of the allocation',
    },
    personal: ['reason'],
  },

  ApplicationReturned: {
    schema: 1,
    effectiveOn: (fact) => fact.reopenedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} opened ${fact.amount} ${fact.currency} of ${partOf(fact)} again: the money was ` +
          `${fact.refundId === undefined ? 'returned' : 'refunded'} on ${fact.returnedOn}, open ${fact.open} ${fact.currency}`,
        fact.reopenedOn !== fact.returnedOn && `counting from ${fact.reopenedOn}`,
      ),
    stream: 'invoice-<uuid>',
    comment: 'The invoice is open again: the money that it took was returned by the bank, or paid out',
    fields: {
      ...GIVEN_BACK,
      returnId: 'uuid of the return of the payment; left out: it was paid out',
      refundId: 'uuid of the refund of the payment; left out: it was returned',
      returnedOn: 'bank date, from which the money is gone',
      reopenedOn:
        'business date from which it is open again: the later of returnedOn and that of the allocation',
    },
  },
};

const before = ({ open, applied, currency }: InvoiceFacts['PaymentApplied']): string =>
  Money.of(open, currency).plus(Money.of(applied, currency)).toString();
