import type { FactsDeclared } from '../manifest/fact.js';
import { INSTALMENT, maybe, OF_INVOICE, partOf, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { AdjustmentFacts } from './adjustment.events.js';

const STREAM = 'invoice-<uuid>';
const ABOUT = { ...OF_INVOICE, currency: 'ISO 4217', amount: 'amount that it is about' };
const OF_WRITE_OFF = { ...ABOUT, writeOffId: 'uuid of the write-off' };
const OF_SETTLEMENT = {
  ...ABOUT,
  settlementId: 'uuid of the settlement: what an undo names',
  kind: 'how the invoice is settled: tolerance, early-payment-discount, bank-charge, withheld-tax, set-off, split-payment or redenomination',
};
const ASKED = {
  requestedBy: 'person who asked for it',
  because: 'why a second person is needed: amount, customer-year, behind (the ledger was), terms, insolvency',
  judgedAt: 'position at which the ledger stood that the limit of the year was judged by',
  judgedSum: "what the customer's year came to by it, before this",
  yearLimit: 'the limit of the year that it was judged by',
};
const OPEN = 'what is open on the invoice after this';
const REFERENCE = 'what it is set against, or was told by';

/** Why a second person is needed, in words. */
const BECAUSE: Readonly<Record<string, string>> = {
  amount: 'of its amount',
  'customer-year': 'of what the year of the customer comes to',
  behind: 'the ledger was too far behind to judge the year of the customer',
  terms: 'the terms of the invoice do not give it',
  insolvency: 'the customer is insolvent',
};
const needs = (because: readonly string[] = []): string =>
  `a second person is needed because ${because.map((why) => BECAUSE[why] ?? why).join(' and ')}`;

const words = (kind: string): string => kind.replaceAll('-', ' ');

/** What Quittance says of what settles invoices by a decision. */
export const adjustmentFacts: FactsDeclared<AdjustmentFacts> = {
  WriteOffRequested: {
    schema: 1,
    duties: ['write-off'],
    effectiveOn: (fact) => fact.requestedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} asked to write off ${fact.amount} ${fact.currency} of invoice ${fact.number} (${words(fact.reasonCode)})`,
        needs(fact.because),
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'Somebody asked to write off; a second person decides',
    fields: {
      ...OF_WRITE_OFF,
      ...ASKED,
      reasonCode: 'why, in kebab case',
      vat: 'claimed: its part of the VAT is to be claimed back',
      requestedOn: 'business date for which it was asked',
    },
    personal: ['reason'],
  },

  WriteOffRefused: {
    schema: 1,
    duties: ['approve'],
    effectiveOn: (fact) => fact.refusedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} refused to write off ${fact.amount} ${fact.currency} of invoice ${fact.number}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'A second person refused a write-off',
    fields: { ...OF_WRITE_OFF, refusedOn: 'business date of the refusal' },
    personal: ['reason'],
  },

  WrittenOff: {
    schema: 1,
    duties: ({ approvedBy }) => (approvedBy === undefined ? ['write-off'] : ['approve']),
    effectiveOn: (fact) => fact.approvedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} wrote off ${fact.amount} ${fact.currency} of invoice ${fact.number} (${words(fact.reasonCode)}): open ${fact.open} ${fact.currency}`,
        maybe('VAT claimed back ', fact.vat),
        fact.approvedBy !== undefined && `asked for by ${fact.requestedBy}`,
        `counting from ${fact.approvedOn}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'A part of the invoice, or all of it, was written off',
    fields: {
      ...OF_WRITE_OFF,
      ...ASKED,
      vat: 'the part of it that is VAT and claimed back; none: all of it is lost',
      open: OPEN,
      reasonCode: 'why, in kebab case',
      approvedBy: 'second person who approved it; none: it was written off at once',
      approvedOn: 'business date from which it counts',
    },
    personal: ['reason'],
  },

  WriteOffReversed: {
    schema: 1,
    effectiveOn: (fact) => fact.reversedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} took back ${fact.amount} ${fact.currency} of a write-off of invoice ${fact.number}: open ${fact.open} ${fact.currency}`,
        maybe('VAT no longer claimed back ', fact.vat),
        `counting from ${fact.reversedOn}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'A write-off was taken back, or a part of it',
    fields: {
      ...OF_WRITE_OFF,
      vat: 'the part of it that is VAT and not claimed back any more',
      open: OPEN,
      allocationId: 'uuid of the allocation that took it, of a recovery; none: it was a mistake',
      reversedOn: 'business date from which it counts: that of the write-off, or of the money that came',
    },
    personal: ['reason'],
  },

  WriteOffRestored: {
    schema: 1,
    effectiveOn: (fact) => fact.restoredOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} wrote off ${fact.amount} ${fact.currency} of invoice ${fact.number} again, as the money that had recovered it went back: open ${fact.open} ${fact.currency}`,
        maybe('VAT claimed back ', fact.vat),
        `counting from ${fact.restoredOn}`,
      ),
    stream: STREAM,
    comment: 'A recovery fell, and what it had reversed is written off again',
    fields: {
      ...OF_WRITE_OFF,
      vat: 'the part of it that is VAT and claimed back',
      open: OPEN,
      allocationId: 'uuid of the allocation that had recovered it',
      restoredOn: 'business date from which it counts: that of what took the money back',
    },
  },

  SettlementRequested: {
    schema: 1,
    duties: ['write-off'],
    effectiveOn: (fact) => fact.on,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} asked to settle ${fact.amount} ${fact.currency} of invoice ${fact.number} by ${words(fact.kind)}`,
        maybe('reference ', fact.reference),
        needs(fact.because),
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'Somebody asked for a settlement that needs a second person',
    fields: { ...OF_SETTLEMENT, ...ASKED, reference: REFERENCE, on: 'business date for which it was asked' },
    personal: ['reason'],
  },

  SettlementRefused: {
    schema: 1,
    duties: ['approve'],
    effectiveOn: (fact) => fact.refusedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} refused to settle ${fact.amount} ${fact.currency} of invoice ${fact.number} by ${words(fact.kind)}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'A second person refused a settlement',
    fields: { ...OF_SETTLEMENT, refusedOn: 'business date of the refusal' },
    personal: ['reason'],
  },

  SettlementRecorded: {
    schema: 1,
    duties: ({ approvedBy }) => (approvedBy === undefined ? ['write-off'] : ['approve']),
    effectiveOn: (fact) => fact.on,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} settled ${fact.amount} ${fact.currency} of ${partOf(fact)} by ${words(fact.kind)}: open ${fact.open} ${fact.currency}`,
        maybe('reference ', fact.reference),
        fact.approvedBy !== undefined && `asked for by ${fact.requestedBy}`,
        `counting from ${fact.on}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'The invoice was settled by a decision, or a part of it',
    fields: {
      ...OF_SETTLEMENT,
      ...ASKED,
      open: OPEN,
      reference: REFERENCE,
      approvedBy: 'second person who approved it; none: it was recorded at once',
      approvedOn: 'business date of the approval',
      allocationId: 'uuid of the allocation whose money it came with; none: it came alone',
      instalment: INSTALMENT,
      on: 'business date from which it counts',
    },
    personal: ['reason'],
  },

  SettlementUndone: {
    schema: 1,
    effectiveOn: (fact) => fact.on,
    sentence: (fact, actor) => ({
      sentence:
        `${actor} took back ${fact.amount} ${fact.currency} that had settled ${partOf(fact)} by ${words(fact.kind)}: ` +
        `open ${fact.open} ${fact.currency}, counting from ${fact.on}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'A settlement that was recorded by mistake was taken back',
    fields: {
      ...OF_SETTLEMENT,
      open: OPEN,
      allocationId: 'uuid of the allocation with whose money it fell; none: it was a mistake',
      instalment: INSTALMENT,
      on: 'business date from which it counts: that of the settlement, or of what took the money back',
    },
    personal: ['reason'],
  },
};
