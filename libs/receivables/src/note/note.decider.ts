import { type DecisionContext, factsOf, type Slice, wrong } from '@quittance/kernel';
import { type CustomerState, mustNotBeMerged } from '../customer/customer.stream.js';
import { mustBeIssued, named, type SeesIssue } from '../invoice/invoice.stream.js';
import type { AddCustomerNote, AddInvoiceNote } from './note.commands.js';
import type { NoteFacts } from './note.events.js';

const fact = factsOf<NoteFacts>();

/** A note keeps no state: nothing is decided by what was written down. */
interface Noting<Commands extends object, Sees extends object, References extends object> {
  name: 'note';
  commands: Commands;
  facts: NoteFacts;
  own: null;
  sees: Sees;
  references: References;
}

const KEEPS_NOTHING = { name: 'note', initial: null, evolve: { NoteAdded: () => null } } as const;

type OnInvoice = Noting<
  { AddInvoiceNote: AddInvoiceNote },
  SeesIssue,
  // The subject is the customer's stream, whose key seals what is said about people.
  { AddInvoiceNote: { customerSubject: string } }
>;

/** Notes on an invoice. */
export const invoiceNote: Slice<OnInvoice> = {
  ...KEEPS_NOTHING,
  decide: {
    AddInvoiceNote(command, { stream }, context) {
      const invoice = mustBeIssued(stream, context.id);
      return added(command, named(invoice, context.id), context.references.customerSubject, context);
    },
  },
};

/** Notes on a customer. */
export const customerNote: Slice<Noting<{ AddCustomerNote: AddCustomerNote }, CustomerState, object>> = {
  ...KEEPS_NOTHING,
  decide: {
    AddCustomerNote(command, { stream }, context) {
      const { customerId } = command;
      mustNotBeMerged(stream, customerId);
      return added(command, { customerId }, context.stream, context);
    },
  },
};

function added(
  { text, followUpOn }: Pick<AddInvoiceNote, 'text' | 'followUpOn'>,
  about: Pick<NoteFacts['NoteAdded'], 'invoiceId' | 'number' | 'customerId'>,
  subject: string,
  { today, partId }: DecisionContext,
) {
  if (followUpOn !== undefined && followUpOn < today)
    throw wrong('/followUpOn', 'not-in-past', followUpOn, `today, ${today}, or later`);
  const personal = { subject, text };
  return [fact('NoteAdded', { ...about, noteId: partId(), notedOn: today, followUpOn, personal })];
}
