import { factsOf, later, notInFuture, Rejection, type Slice } from '@quittance/kernel';
import type { IssueFacts } from '../invoice/issue/issue.events.js';
import {
  mustBeIssued,
  named,
  type SeesIssue,
  type SeesSettlement,
  sinceIssue,
} from '../invoice/invoice.stream.js';
import type { SendInvoice, VoidInvoice } from './document.commands.js';
import type { Channel, DocumentFacts } from './document.events.js';

/** The invoice as a document. */
export interface Document {
  total: string;
  /** What is taken over from elsewhere was sent there, on the day it was issued. */
  takenOver?: boolean;
  /** Each day and way in which it was sent, such as `2026-04-01 mail`. */
  sent: readonly `${string} ${Channel}`[];
  voidedOn?: string;
}

export interface DocumentSlice {
  name: 'document';
  commands: { SendInvoice: SendInvoice; VoidInvoice: VoidInvoice };
  facts: DocumentFacts;
  own: Document;
  sees: SeesIssue & SeesSettlement;
  hears: IssueFacts;
  /** The subject is the customer's stream, whose key seals what is said about people. */
  references: { SendInvoice: { customerSubject: string }; VoidInvoice: { customerSubject: string } };
}

const fact = factsOf<DocumentFacts>();

/** Whether the invoice left the house, and whether it ever should have been. */
export const document: Slice<DocumentSlice> = {
  name: 'document',
  initial: { total: '0', sent: [] },
  decide: {
    SendInvoice({ channel, to, sentOn: given }, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const sentOn = given ?? later(today, invoice.issuedOn);
      if (given !== undefined) notInFuture(given, today, '/sentOn');
      sinceIssue(invoice, sentOn, '/sentOn');
      if (own.voidedOn !== undefined) throw isVoid(invoice.number, own.voidedOn);
      if (own.sent.includes(`${sentOn} ${channel}`)) {
        throw Rejection.conflict(
          'already-sent',
          `Invoice ${invoice.number} was sent by ${channel} on ${sentOn}.`,
        );
      }
      const personal = to === undefined ? undefined : { subject: references.customerSubject, to };
      return [fact('InvoiceSent', { ...named(invoice, id), channel, sentOn, personal })];
    },

    VoidInvoice({ reason, voidedOn: given }, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const { number, currency, issuedOn } = invoice;
      const voidedOn = given ?? later(today, issuedOn);
      if (given !== undefined) notInFuture(given, later(today, issuedOn), '/voidedOn');
      sinceIssue(invoice, voidedOn, '/voidedOn');
      if (own.voidedOn !== undefined) throw isVoid(number, own.voidedOn);
      const why = own.takenOver
        ? 'it was taken over from elsewhere, so that it counts as sent'
        : own.sent.length > 0
          ? `it was sent on ${own.sent[0]!.slice(0, 10)}`
          : stream.settlement.taken && 'it was settled, in part at least';
      if (why) {
        const instead = 'Issue a credit note and apply it to the invoice';
        throw Rejection.conflict('cannot-void', `Invoice ${number} cannot be void: ${why}. ${instead}.`);
      }
      return [
        fact('InvoiceVoided', {
          ...named(invoice, id),
          ...{ currency, total: own.total, voidedOn },
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },
  },
  evolve: {
    InvoiceIssued: (_own, { total, source, opening }) => ({
      total,
      sent: [],
      ...((source ?? opening) && { takenOver: true }),
    }),
    InvoiceSent: (own, { sentOn, channel }) => ({ ...own, sent: [...own.sent, `${sentOn} ${channel}`] }),
    InvoiceVoided: (own, { voidedOn }) => ({ ...own, voidedOn }),
  },
};

const isVoid = (number: string, on: string): Rejection =>
  Rejection.conflict('void', `Invoice ${number} is void from ${on} on. Its number stays taken.`);
