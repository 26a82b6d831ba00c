import { Money } from '@quittance/kernel';
import { leg, noMoney, postings, type PostingsOf, settling } from '../ledger/legs.js';
import type { CreditNoteFacts } from './credit-note.events.js';
import type { CreditFacts } from './credit.events.js';

const refunding = (
  sign: 1 | -1,
  {
    creditNoteId: document,
    customerId: party,
    currency,
    amount,
    refundId: settlement,
  }: CreditNoteFacts['CreditNoteRefundReversed' | 'CreditNoteRefunded'],
  on: string,
) => {
  const given = Money.of(amount, currency);
  const paid = sign === 1 ? given : given.negated();
  return [
    leg('credit', 'refunded', paid, { party, document, settlement, on }),
    leg('cash', 'refunded', paid.negated(), { party, document, on }),
  ];
};

export const creditNotePostings = {
  CreditNoteIssued: postings(({ creditNoteId: document, customerId: party, currency, total, ...data }) => {
    const amount = Money.of(total, currency);
    const about = { party, document, on: data.opening?.on ?? data.issuedOn };
    return [
      leg(data.opening ? 'opening' : 'issued', 'credit-note', amount, about),
      leg('credit', 'issued', amount.negated(), about),
    ];
  }),
  CreditNoteRefunded: postings((data) => refunding(1, data, data.refundedOn)),
  CreditNoteRefundReversed: postings((data) => refunding(-1, data, data.reversedOn)),
  CreditNoteCancelled: postings(({ creditNoteId: document, customerId: party, currency, ...data }) => {
    const amount = Money.of(data.amount, currency);
    const about = { party, document, on: data.cancelledOn };
    return [
      leg('credit', 'cancelled', amount, about),
      leg(data.opening ? 'opening' : 'issued', 'credit-note', amount.negated(), about),
    ];
  }),
  CreditRequested: noMoney,
  CreditAnswered: noMoney,
  CreditUndoRequested: noMoney,
  CreditUndoAnswered: noMoney,
  CreditApplied: postings(
    ({ invoiceId: invoice, customerId: party, creditNoteId: document, applicationId, currency, ...data }) =>
      settling('credit', Money.of(data.applied, currency), {
        ...{ invoice, party, document, settlement: applicationId, on: data.appliedOn },
        instalment: data.instalment,
      }),
  ),
  CreditRefused: noMoney,
  CreditUndone: postings(
    ({ invoiceId: invoice, customerId: party, creditNoteId: document, applicationId, currency, ...data }) =>
      settling('credit', Money.of(data.amount, currency).negated(), {
        ...{ invoice, party, document, settlement: applicationId, on: data.appliedOn },
        instalment: data.instalment,
      }),
  ),
} satisfies PostingsOf<CreditNoteFacts & CreditFacts>;
