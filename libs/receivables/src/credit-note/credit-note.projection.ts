import { Money } from '@quittance/kernel';
import type { Changes, ProjectedFact, Projection } from '@quittance/read-model';
import { legsBy, moneyTypes } from '../ledger/posted.js';
import { withLegs } from '../ledger/sums.js';
import { erasable } from '../personal.js';
import type { DerivedProjection } from '../manifest/feature.js';
import type { CreditNoteFacts, RequestedApplication } from './credit-note.events.js';
import { creditNotePostings } from './credit-note.postings.js';
import { CREDIT_SUMS } from './credit-note.sums.js';
import {
  type CreditApplicationRow,
  creditApplications,
  type CreditNoteRow,
  creditNoteRows,
  creditRefunds,
} from './credit-note.tables.js';
import type { CreditFacts } from './credit.events.js';

type OfNote = ProjectedFact<{ creditNoteId: string }>;

/** Credit notes with their parts and refunds, as they stand now. */
export const creditNoteProjection: DerivedProjection = {
  name: 'credit-notes',
  comment: 'Credit notes, what they were applied to and what was refunded of them, as they stand now',
  streams: ['credit-note'],
  tables: [creditNoteRows, creditApplications, creditRefunds],
  derivedFrom: 'money',
  from: ({ postings }): Projection<CreditNoteFacts & CreditFacts>['on'] => {
    const legsOf = legsBy(postings);
    /** Whatever fact moves what is left of a credit note, by its legs. */
    const moved = (fact: OfNote, changes: Changes): void => {
      const legs = legsOf(fact);
      change(fact, changes, (row) => withLegs(row, CREDIT_SUMS, legs, row.currency));
    };
    return {
      ...Object.fromEntries(moneyTypes(creditNotePostings).map((type) => [type, moved])),
      CreditNoteIssued: (fact, changes) => {
        const { data, at, statedAt } = fact;
        const { currency } = data;
        changes.put(creditNoteRows, {
          id: data.creditNoteId,
          number: data.creditNumber,
          customer_id: data.customerId,
          issued_on: data.issuedOn,
          counts_on: data.opening?.on ?? data.issuedOn,
          currency,
          total: data.total,
          net: data.net ?? null,
          vat: data.vat ?? null,
          reason_code: data.reasonCode,
          reason: erasable(data.personal, 'reason'),
          corrects: data.corrects,
          corrects_text: data.correctsText ?? null,
          ...withLegs(undefined, CREDIT_SUMS, legsOf(fact), currency),
          pending: sumOf(data.applications, currency).toString(),
          unanswered: data.applications.length,
          received_at: at,
          received_stated_at: statedAt,
        });
        request(fact, data.opening?.on ?? data.issuedOn, changes);
      },
      CreditRequested: (fact, changes) => {
        const { applications, requestedOn } = fact.data;
        change(fact, changes, ({ pending, unanswered, currency }) => ({
          pending: sumOf(applications, currency).plus(Money.of(pending, currency)).toString(),
          unanswered: unanswered + applications.length,
        }));
        request(fact, requestedOn, changes);
      },
      CreditApplied: (fact, changes) => {
        moved(fact, changes);
        const { applied, requested, appliedOn } = fact.data;
        // The invoice had less open than was meant for it.
        const code = applied === requested ? null : 'less-open';
        answer(fact, changes, { status: 'applied', code, applied_on: appliedOn });
      },
      CreditRefused: (fact, changes) => answer(fact, changes, { status: 'refused', code: fact.data.code }),
      CreditAnswered: heard,
      CreditUndoRequested: (fact, changes) =>
        change(fact, changes, ({ unanswered }) => ({ unanswered: unanswered + 1 })),
      CreditUndoAnswered: heard,
      CreditNoteRefunded: (fact, changes) => {
        moved(fact, changes);
        const { data, at, statedAt } = fact;
        changes.put(creditRefunds, {
          id: data.refundId,
          credit_note_id: data.creditNoteId,
          currency: data.currency,
          amount: data.amount,
          refunded_on: data.refundedOn,
          method: data.method ?? null,
          reference: erasable(data.personal, 'reference'),
          reason: erasable(data.personal, 'reason'),
          position: at,
          stated_at: statedAt,
        });
      },
    };
  },
};

/** Its stream knows an answer that it waited for. */
function heard(fact: OfNote, changes: Changes): void {
  change(fact, changes, ({ unanswered }) => ({ unanswered: unanswered - 1 }));
}

function change(fact: OfNote, changes: Changes, to: (row: CreditNoteRow) => Partial<CreditNoteRow>): void {
  const id = fact.data.creditNoteId;
  changes.change(creditNoteRows, { id }, (row) => {
    if (!row) throw new Error(`credit note ${id} was never issued`);
    return { ...row, ...to(row) };
  });
}

/** Parts that invoices are asked to take. */
function request(
  { data, at, statedAt }: ProjectedFact<CreditNoteFacts['CreditRequested' | 'CreditNoteIssued']>,
  requestedOn: string,
  changes: Changes,
): void {
  for (const { applicationId, invoiceId, number, amount, instalment } of data.applications) {
    changes.put(creditApplications, {
      id: applicationId,
      credit_note_id: data.creditNoteId,
      invoice_id: invoiceId,
      number,
      currency: data.currency,
      requested: amount,
      instalment: instalment ?? null,
      status: 'pending',
      code: null,
      applied_on: null,
      requested_on: requestedOn,
      requested_at: at,
      requested_stated_at: statedAt,
      answered_at: null,
      answered_stated_at: null,
    });
  }
}

/** The invoice answered: what became of the part that was meant for it. */
function answer(
  fact: ProjectedFact<CreditFacts['CreditApplied' | 'CreditRefused']>,
  changes: Changes,
  become: Partial<CreditApplicationRow>,
): void {
  const { data, at, statedAt } = fact;
  const { applicationId: id, creditNoteId, requested } = data;
  change(fact, changes, ({ pending, currency }) => ({
    pending: Money.of(pending, currency).minus(Money.of(requested, currency)).toString(),
  }));
  changes.change(creditApplications, { id }, (row) => {
    if (!row)
      throw new Error(`credit note ${creditNoteId} meant nothing of it for invoice ${data.invoiceId}`);
    return { ...row, ...become, answered_at: at, answered_stated_at: statedAt };
  });
}

const sumOf = (parts: readonly Pick<RequestedApplication, 'amount'>[], currency: string): Money =>
  Money.sum(
    parts.map(({ amount }) => Money.of(amount, currency)),
    currency,
  );
