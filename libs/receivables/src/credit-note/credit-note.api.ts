import { UuidInPath } from '@quittance/http';
import { sideBySide } from '@quittance/kernel';
import type { CommandMessage, Execute, FactReader, Outcome, ReadStreams } from '@quittance/event-store';
import { finishedFirst } from '../asking/finished-first.js';
import { customerNow, namedCustomer } from '../customer/customer.references.js';
import { upheldByNote } from '../dispute/dispute.references.js';
import { issuedInvoice } from '../invoice/invoice.references.js';
import { invoices, type Issued } from '../invoice/invoice.stream.js';
import { type Api, commandsOf, commandsOn } from '../manifest/feature.js';
import { EVERYONE, IMPORTED, LOOKED_UP } from '../manifest/roles.js';
import { creditNoteIdOf, creditNoteStream, customerStream, invoiceStream } from '../streams.js';
import {
  ApplyCreditNote,
  CancelCreditNote,
  IssueCreditNote,
  RefundCreditNote,
  ReverseCreditRefund,
  UndoApplication,
} from './credit-note.commands.js';
import { creditNoteCodes } from './credit-note.codes.js';
import { CreditNoteController } from './credit-note.controller.js';
import { creditNoteFigures } from './credit-note.figures.js';
import { CREDIT_NOTES } from './credit-note.list.js';
import { CreditNoteQueries } from './credit-note.queries.js';
import { CreditNoteQueriesController } from './credit-note.queries.controller.js';
import type { Upheld } from './credit-note.state.decider.js';
import { creditNotes } from './credit-note.stream.js';
import { ApplyCredit, FinishCreditNote, RecordCreditAnswers, UndoCredit } from './credit.commands.js';
import { credit } from './credit.decider.js';
import { answersTo, askFor, finishCreditNote, onAccount } from './finish-credit-note.js';
import { correctsOf } from './issued-credit-note.decider.js';

/** Invoices of one credit note that are read at a time. */
const READ_AT_ONCE = 50;

const stream = ({ creditNoteId }: { creditNoteId: string }): string => creditNoteStream(creditNoteId);

/** An invoice's customer and currency never change. */
const named = (read: ReadStreams, ids: readonly string[]): Promise<(Issued | undefined)[]> =>
  sideBySide(READ_AT_ONCE, ids, (id) => issuedInvoice(read, id));

const idsOf = (parts: readonly { invoiceId: string }[] = []): string[] =>
  parts.map(({ invoiceId }) => invoiceId);

/** Refusals that may rest on an answer of an invoice that a crash left out. */
const instead = finishedFirst<{ creditNoteId: string } & CommandMessage>(
  ['more-than-left', 'application-pending', 'in-use'],
  ({ creditNoteId, context }) => Object.assign(new FinishCreditNote(), { creditNoteId, context }),
);

/** The customer of a credit note never changes. */
const subject = async (
  { creditNoteId }: { creditNoteId: string },
  read: ReadStreams,
  entity: string,
): Promise<{ customerSubject: string }> => {
  const note = (await read.cached(creditNotes, creditNoteStream(creditNoteId)))?.creditNote;
  return { customerSubject: customerStream(entity, note?.customerId ?? '') };
};

/** Of an undo, also what disputes of the invoice rest on the credit note. */
async function undoReferences(
  command: UndoApplication,
  read: ReadStreams,
  entity: string,
): Promise<{ customerSubject: string; upheld: readonly Upheld[] }> {
  const { creditNoteId, applicationId } = command;
  const note = (await read.latest(creditNotes, creditNoteStream(creditNoteId)))?.creditNote;
  const invoiceId = note?.parts[applicationId]?.invoice.invoiceId;
  return {
    ...(await subject(command, read, entity)),
    upheld: invoiceId === undefined ? [] : await upheldByNote(read, invoiceId, creditNoteId),
  };
}

/** What became of what the fact asked invoices for, and what is left. A request that changed nothing names no parts. */
async function applied(outcome: Outcome, execute: Execute, store: FactReader): Promise<object> {
  const [fact] = outcome.facts;
  if (!fact) return { applications: [], onAccount: await onAccount(store, outcome) };
  const answers = await askFor(fact, execute);
  return { applications: answersTo(fact, answers), onAccount: await onAccount(store, outcome) };
}

async function undone(outcome: Outcome, execute: Execute, store: FactReader): Promise<object> {
  const fact = outcome.facts[0]!;
  const { undoId, amount } = fact.data as { undoId: string; amount: string };
  const answers = await askFor(fact, execute);
  const status = answers.has(undoId) ? 'undone' : 'pending';
  return { undoId, amount, status, onAccount: await onAccount(store, outcome) };
}

async function refunded(outcome: Outcome, _execute: Execute, store: FactReader): Promise<object> {
  const { refundId } = outcome.facts[0]!.data as { refundId: string };
  return { refundId, onAccount: await onAccount(store, outcome) };
}

const uuid = (name: string, value: string): string => UuidInPath(name).transform(value, { type: 'param' });
const path = (id: string): object => ({ creditNoteId: uuid('id', id) });
const pathOf =
  (part: 'applicationId' | 'refundId') =>
  (id: string, partId: string): object => ({ ...path(id), [part]: uuid('partId', partId) });

const CLERKS = ['clerk', 'manager'] as const;

export const creditNoteApi: Api = {
  commands: [
    ...commandsOf(creditNotes, {
      IssueCreditNote: {
        command: IssueCreditNote,
        stream: ({ number }, entity) => creditNoteStream(creditNoteIdOf(entity, number)),
        begins: true,
        ids: {
          number: (entity, number) => creditNoteStream(creditNoteIdOf(entity, number)),
          customerId: customerStream,
        },
        unmistakable: { field: 'number', kind: 'credit-note' },
        references: async (command, read, entity) => {
          const { customerId } = command;
          const corrected = await named(read, correctsOf(command));
          const applied = await named(read, idsOf(command.applications));
          // Documents stay with the customer they were issued to, also when that one was merged.
          const isTheirs = [...corrected, ...applied].some((invoice) => invoice?.customerId === customerId);
          return {
            customer: await (isTheirs ? customerNow : namedCustomer)(read, entity, customerId),
            customerSubject: customerStream(entity, customerId),
            ...{ corrected, invoices: applied },
          };
        },
        answer: applied,
      },
      ApplyCreditNote: {
        command: ApplyCreditNote,
        stream,
        references: async ({ applications }, read) => ({ invoices: await named(read, idsOf(applications)) }),
        instead,
        answer: applied,
      },
      UndoApplication: {
        command: UndoApplication,
        stream,
        references: undoReferences,
        instead,
        answer: undone,
      },
      RefundCreditNote: { command: RefundCreditNote, stream, references: subject, instead, answer: refunded },
      ReverseCreditRefund: { command: ReverseCreditRefund, stream, references: subject, answer: refunded },
      CancelCreditNote: {
        command: CancelCreditNote,
        stream,
        references: subject,
        instead,
        answer: async (outcome, _execute, store) => ({ onAccount: await onAccount(store, outcome) }),
      },
      RecordCreditAnswers: { command: RecordCreditAnswers, stream, internal: true },
      FinishCreditNote: {
        command: FinishCreditNote,
        stream,
        internal: true,
        answer: ({ id }, execute, store) => finishCreditNote(store, execute, id),
      },
    }),
    ...commandsOn(invoices, credit, {
      ApplyCredit: {
        command: ApplyCredit,
        stream: ({ invoiceId }) => invoiceStream(invoiceId),
        internal: 'sameBytes',
      },
      UndoCredit: {
        command: UndoCredit,
        stream: ({ invoiceId }) => invoiceStream(invoiceId),
        internal: 'sameBytes',
      },
    }),
  ],
  codes: creditNoteCodes,
  routes: {
    'POST /v1/credit-notes': { roles: IMPORTED, batch: { command: IssueCreditNote } },
    'POST /v1/credit-notes/:id/applications': {
      roles: CLERKS,
      batch: { command: ApplyCreditNote, path },
    },
    'POST /v1/credit-notes/:id/applications/:partId/undo': {
      roles: CLERKS,
      batch: { command: UndoApplication, path: pathOf('applicationId') },
    },
    'POST /v1/credit-notes/:id/refunds': {
      roles: CLERKS,
      batch: { command: RefundCreditNote, path },
    },
    'POST /v1/credit-notes/:id/refunds/:partId/reversal': {
      roles: CLERKS,
      batch: { command: ReverseCreditRefund, path: pathOf('refundId') },
    },
    'POST /v1/credit-notes/:id/cancellation': {
      roles: CLERKS,
      batch: { command: CancelCreditNote, path },
    },
    'GET /v1/credit-notes/:id': { roles: EVERYONE },
  },
  sums: [creditNoteFigures],
  lists: [
    {
      list: CREDIT_NOTES,
      path: 'v1/credit-notes',
      tag: 'Credit notes',
      summary: 'Credit notes: total = applied + refunded + onAccount + cancelled',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      stream: creditNoteStream,
      roles: LOOKED_UP,
      counts: EVERYONE,
    },
  ],
  writes: [CreditNoteController],
  reads: [CreditNoteQueriesController],
  providers: [CreditNoteQueries],
};
