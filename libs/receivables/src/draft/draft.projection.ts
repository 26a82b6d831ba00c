import { type Changes, type Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { DraftFacts } from './draft.events.js';
import { type DraftRow, draftRows } from './draft.tables.js';

/** Drafts as they stand now. */
export const draftProjection: Projection<DraftFacts> = {
  name: 'drafts',
  comment: 'Invoices before they are issued, as they stand now',
  tables: [draftRows],
  streams: ['draft'],
  on: {
    DraftCreated: ({ data }, changes) =>
      changes.put(draftRows, {
        ...said(data),
        ...{ id: data.draftId, status: 'draft', created_on: data.createdOn, created_by: data.createdBy },
        ...{ approved_by: null, number: null, invoice_id: null },
      }),
    DraftChanged: ({ data }, changes) =>
      change(data, changes, () => ({ ...said(data), status: 'draft', approved_by: null })),
    DraftApproved: ({ data }, changes) =>
      change(data, changes, () => ({ status: 'approved', approved_by: data.approvedBy })),
    DraftIssued: ({ data }, changes) =>
      change(data, changes, () => ({ status: 'issued', number: data.number, invoice_id: data.invoiceId })),
    DraftReopened: ({ data }, changes) =>
      change(data, changes, ({ approved_by }) => ({
        ...{ status: approved_by === null ? 'draft' : 'approved', number: null, invoice_id: null },
      })),
    DraftDiscarded: ({ data }, changes) => change(data, changes, () => ({ status: 'discarded' })),
  },
};

const said = ({ customerId, content, personal }: DraftFacts['DraftCreated'] | DraftFacts['DraftChanged']) => {
  const { currency, total, issuedOn, ...rest } = content;
  return {
    ...{ customer_id: customerId, currency, total, issued_on: issuedOn, content: rest },
    notes: erasable(personal, 'notes'),
    approved_by_customer: erasable(personal, 'approvedBy'),
  };
};

function change(
  { draftId }: { draftId: string },
  changes: Changes,
  to: (row: DraftRow) => Partial<DraftRow>,
): void {
  changes.change(draftRows, { id: draftId }, (row) => {
    if (!row) throw new Error(`draft ${draftId} was never written`);
    return { ...row, ...to(row) };
  });
}
