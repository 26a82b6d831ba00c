import { table } from '@quittance/read-model';
import { LINE, OF_INVOICE } from '../columns.js';

/** A write-off or another settlement by a decision, as it stands. */
export interface AdjustmentRow {
  id: string;
  invoice_id: string;
  number: string;
  customer_id: string;
  currency: string;
  kind: string;
  amount: string;
  vat: string | null;
  reason_code: string | null;
  reason: string | null;
  reference: string | null;
  requested_by: string;
  because: string[] | null;
  approved_by: string | null;
  refusal: string | null;
  undo: string | null;
  judged_at: bigint | null;
  year_limit: string | null;
  position: bigint;
}

const person = { type: 'text', nullable: true } as const;
const said = { type: 'text', nullable: true, personal: true } as const;

export const adjustments = table<AdjustmentRow>({
  name: 'adjustments',
  comment:
    'Write-offs and other settlements of invoices by a decision, as they stand now, one row for each; adjustment_lines says when what became of them',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the write-off or settlement, as the API answers it' },
    ...OF_INVOICE,
    kind: { type: 'text', comment: 'How the invoice is settled: write-off, tolerance, bank-charge, ...' },
    amount: { type: 'numeric', comment: 'What was asked for, in currency' },
    vat: {
      type: 'numeric',
      nullable: true,
      comment: 'VAT of it that is claimed back, in currency; null: none',
    },
    reason_code: { ...person, comment: 'Of a write-off: why, in kebab case' },
    reason: { ...said, comment: 'Why, in the words of whoever asked for it' },
    reference: { ...person, comment: 'What it is set against, or was told by' },
    requested_by: { type: 'text', comment: 'Who asked for it: people.id' },
    because: {
      type: 'text[]',
      nullable: true,
      comment:
        'Why it needed a second person: amount, customer-year, behind, terms, insolvency; null: it needed none',
    },
    approved_by: { ...person, comment: 'Second person who approved it: people.id; null: nobody' },
    refusal: { ...said, comment: 'Why it was refused' },
    undo: { ...said, comment: 'Why it was taken back' },
    judged_at: {
      type: 'bigint',
      nullable: true,
      comment: 'Position of the ledger by which the limit of the customer and year was judged',
    },
    year_limit: {
      type: 'numeric',
      nullable: true,
      comment: 'That limit, in currency; null: there was none, or it was not asked for',
    },
    position: { type: 'bigint', comment: 'Position of the last fact about it' },
  },
  indexes: ['(invoice_id)', '(customer_id)', '(position)', '(position) where year_limit is not null'],
});

/** What became of one, on both axes. */
export interface AdjustmentLine {
  position: bigint;
  adjustment_id: string;
  step: 'requested' | 'refused' | 'recorded' | 'undone' | 'recovered' | 'restored';
  amount: string;
  effective_on: string;
  stated_at: Date;
}
export const adjustmentLines = table<AdjustmentLine>({
  name: 'adjustment_lines',
  comment: 'What became of write-offs and other settlements by a decision, one line a fact',
  key: ['position'],
  columns: {
    position: LINE.position,
    adjustment_id: { type: 'uuid', comment: 'The write-off or settlement: adjustments.id' },
    step: {
      type: 'text',
      comment: 'requested, refused, recorded, undone, recovered by money, or restored as that went back',
    },
    amount: { type: 'numeric', comment: 'What the step is about, in currency of the row' },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
  indexes: ['(adjustment_id)'],
});
