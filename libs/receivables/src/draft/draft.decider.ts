import {
  type DecisionContext,
  factsOf,
  Money,
  notTooFarBack,
  Rejection,
  type Slice,
  stream,
  wrong,
} from '@quittance/kernel';
import { issued, type IssueReferences, overLimit } from '../invoice/invoice.stream.js';
import type { IssueInvoice } from '../invoice/issue/issue.commands.js';
import type {
  ApproveDraft,
  ChangeDraft,
  CheckDraft,
  CreateDraft,
  DiscardDraft,
  FinishDraft,
  IssueDraft,
  ReopenDraft,
} from './draft.commands.js';
import type { Content, DraftFacts } from './draft.events.js';

/** All that the invoice is to say, but its number. */
export type Fields = Omit<IssueInvoice, 'number' | 'source' | 'opening' | 'context' | 'statedRecordedAt'>;

export interface Draft {
  fields: Fields;
  /** Who created and changed it. */
  authors: readonly string[];
  approvedBy?: string;
  issued?: { number: string; invoiceId: string };
  discarded?: boolean;
}

export interface IssueDraftReferences {
  invoice: IssueReferences;
  /** The id of the invoice of that number, whether there is one, and the number of another that looks like it. */
  named: { invoiceId: string; taken: boolean; alike?: string };
}

export interface DraftSlice {
  name: 'draft';
  commands: {
    CreateDraft: CreateDraft;
    ChangeDraft: ChangeDraft;
    ApproveDraft: ApproveDraft;
    CheckDraft: CheckDraft;
    IssueDraft: IssueDraft;
    FinishDraft: FinishDraft;
    ReopenDraft: ReopenDraft;
    DiscardDraft: DiscardDraft;
  };
  facts: DraftFacts;
  own: Draft | null;
  references: {
    CreateDraft: IssueReferences;
    ChangeDraft: IssueReferences;
    CheckDraft: IssueDraftReferences;
    IssueDraft: IssueDraftReferences;
    DiscardDraft: { customerSubject: string };
  };
}

const fact = factsOf<DraftFacts>();

/** An invoice before it is issued: changed freely, approved where it must be, and nothing that is owed. */
export const draft: Slice<DraftSlice> = {
  name: 'draft',
  initial: null,
  decide: {
    CreateDraft(command, _state, context) {
      const { today, id, actor } = context;
      const { context: _, statedRecordedAt: __, ...fields } = command;
      mustBeWhole(fields, context);
      const said = saying(id, fields, context.references.customerSubject);
      return [fact('DraftCreated', { ...said, createdOn: today, createdBy: actor.id })];
    },

    ChangeDraft(command, { own }, context) {
      const { today, id, actor } = context;
      const { fields } = mustBeOpen(own, id);
      const { context: _, statedRecordedAt: __, draftId: ___, ...named } = command;
      const asked = Object.entries(named).filter(([, value]) => value !== undefined);
      if (asked.length === 0)
        throw wrong('', 'names-a-field', undefined, 'name at least one field that changes');
      const changed = asked.filter(
        ([field, value]) => JSON.stringify(value) !== JSON.stringify(fields[field as keyof Fields] ?? null),
      );
      if (changed.length === 0) return [];
      const next = {
        ...fields,
        ...Object.fromEntries(changed.map(([name, value]) => [name, value ?? undefined])),
      };
      // Another way to say by when it is due takes the place of the one before.
      for (const way of DUE)
        if (named[way] === undefined && DUE.some((one) => named[one])) next[way] = undefined;
      for (const field of ['customerId', 'issuedOn', 'currency', 'total'] as const)
        if (next[field] === undefined) throw wrong(`/${field}`, 'required', null, 'an invoice has one');
      mustBeWhole(next, context);
      const said = saying(id, next, context.references.customerSubject);
      const names = changed.map(([name]) => name);
      return [fact('DraftChanged', { ...said, changedOn: today, changedBy: actor.id, fields: names })];
    },

    ApproveDraft(_command, { own }, { today, id, actor }) {
      const { fields, authors, approvedBy } = mustBeOpen(own, id);
      if (authors.includes(actor.id))
        throw Rejection.conflict('same-person', 'Who wrote or changed the draft may not approve it.');
      if (approvedBy !== undefined)
        throw Rejection.conflict('already-approved', `${approvedBy} approved the draft as it stands.`);
      const { customerId, currency, total } = fields;
      const about = { draftId: id, customerId, currency, total };
      return [fact('DraftApproved', { ...about, approvedOn: today, approvedBy: actor.id })];
    },

    CheckDraft(_command, { own }, context) {
      issuable(own, 'draft', context);
      return [];
    },

    IssueDraft({ number }, { own }, context) {
      const { id, references } = context;
      const judged = issuable(own, number ?? 'draft', context);
      if (number === undefined) throw wrong('/number', 'required', undefined, 'number or series');
      const { invoiceId, taken, alike } = references.named;
      if (taken) throw Rejection.conflict('number-taken', `Invoice ${number} was issued before.`);
      if (alike !== undefined)
        throw Rejection.conflict(
          'looks-alike',
          `The invoice "${alike}" is there already, and looks like "${number}": use another number.`,
        );
      const { customerId, issuedOn } = own!.fields;
      return [fact('DraftIssued', { draftId: id, customerId, invoiceId, number, issuedOn, ...judged })];
    },

    // What it does is asked for by its answer (issue-draft.ts).
    FinishDraft: () => [],

    ReopenDraft({ code }, { own }, { today, id }) {
      if (!own?.issued) return [];
      const { customerId } = own.fields;
      const about = { draftId: id, customerId, number: own.issued.number };
      return [fact('DraftReopened', { ...about, code, reopenedOn: today })];
    },

    DiscardDraft({ reason }, { own }, { today, id, references }) {
      const { fields } = mustBeOpen(own, id);
      const personal = reason === undefined ? undefined : { subject: references.customerSubject, reason };
      const about = { draftId: id, customerId: fields.customerId };
      return [fact('DraftDiscarded', { ...about, discardedOn: today, personal })];
    },
  },
  evolve: {
    DraftCreated: (_own, { createdBy, ...said }) => ({ fields: fieldsOf(said), authors: [createdBy] }),
    DraftChanged: (own, { changedBy, ...said }) => ({
      fields: fieldsOf(said),
      authors: [...new Set([...(own?.authors ?? []), changedBy])],
    }),
    DraftApproved: (own, { approvedBy }) => own && { ...own, approvedBy },
    DraftIssued: (own, { number, invoiceId }) => own && { ...own, issued: { number, invoiceId } },
    DraftReopened: (own) => own && { ...own, issued: undefined },
    DraftDiscarded: (own) => own && { ...own, discarded: true },
  },
};

const DUE = ['dueOn', 'terms', 'instalments'] as const;

function mustBeOpen(own: Draft | null, id: string): Draft {
  if (!own) throw Rejection.notFound('draft-not-found', `There is no draft ${id}.`);
  if (own.issued)
    throw Rejection.conflict('draft-issued', `The draft was issued as invoice ${own.issued.number}.`);
  if (own.discarded)
    throw Rejection.conflict('draft-discarded', 'The draft was discarded. Write another one.');
  return own;
}

/** As an invoice it would be issued. @throws Rejection as for an invoice */
function mustBeWhole(fields: Fields, context: DecisionContext<IssueReferences>, number = 'draft'): void {
  issued({ ...fields, number } as IssueInvoice, context);
}

/** That the draft may be issued now, and what was judged of the customer's credit. @throws Rejection */
function issuable(
  own: Draft | null,
  number: string,
  { id, references, ...context }: DecisionContext<IssueDraftReferences>,
): Pick<DraftFacts['DraftIssued'], 'judgedAt' | 'creditLimit' | 'overLimit'> {
  const { fields, approvedBy } = mustBeOpen(own, id);
  notTooFarBack(fields.issuedOn, context.today, context);
  mustBeWhole(fields, { ...context, id, references: references.invoice }, number);
  const { credit } = references.invoice;
  if (!credit) return {};
  const { currency } = fields;
  const { overLimit: over } = overLimit(Money.of(fields.total, currency), credit);
  if (over && approvedBy === undefined) {
    throw Rejection.conflict(
      'needs-approval',
      `With it ${over.owed} ${currency} would be owed, above the credit limit of ${over.limit}: somebody else must approve the draft.`,
    );
  }
  return { judgedAt: credit.judgedAt, creditLimit: credit.limit, ...(over && { overLimit: true }) };
}

function saying(draftId: string, fields: Fields, subject: string) {
  const { customerId, notes, work, ...rest } = fields;
  const { approvedBy, ...said } = work ?? {};
  const content = { ...rest, ...(work && { work: said }) } as Content;
  const personal =
    notes === undefined && approvedBy === undefined ? undefined : { subject, notes, approvedBy };
  return { draftId, customerId, content, personal };
}

function fieldsOf({
  customerId,
  content,
  personal,
}: Pick<DraftFacts['DraftCreated'], 'customerId' | 'content' | 'personal'>): Fields {
  const { notes, approvedBy } = personal ?? {};
  const { work, ...rest } = content;
  const named =
    work || approvedBy !== undefined
      ? { work: { ...work, ...(approvedBy !== undefined && { approvedBy }) } }
      : {};
  return { ...rest, ...named, customerId, ...(notes !== undefined && { notes }) };
}

/** One draft: `draft-<uuid>`. What it says of people is opened, so that a change of it is a change of the whole. */
export const drafts = stream('draft', [draft], { opened: true });
