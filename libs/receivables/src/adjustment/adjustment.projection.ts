import type { Changes, Projection } from '@quittance/read-model';
import { erasable, type Personal } from '../personal.js';
import type { AdjustmentFacts } from './adjustment.events.js';
import {
  type AdjustmentLine,
  adjustmentLines,
  type AdjustmentRow,
  adjustments,
} from './adjustment.tables.js';

/** What facts about one have in common. */
interface Told {
  invoiceId: string;
  number: string;
  customerId: string;
  currency: string;
  amount: string;
  personal?: Personal<{ reason: string }>;
}
interface Asked extends Told {
  requestedBy: string;
  because?: string[];
  reasonCode?: string;
  reference?: string;
  judgedAt?: string;
  yearLimit?: string;
}
interface At {
  at: bigint;
  statedAt: Date;
}

/** Write-offs and other settlements as they stand, and what became of them on both axes. */
export const adjustmentProjection: Projection<AdjustmentFacts> = {
  name: 'adjustments',
  comment: 'Write-offs and other settlements of invoices by a decision',
  tables: [adjustments, adjustmentLines],
  on: {
    WriteOffRequested: ({ data, ...fact }, changes) =>
      asked(changes, 'write-off', data.writeOffId, data, fact, ['requested', data.requestedOn]),
    WriteOffRefused: ({ data, ...fact }, changes) =>
      became(changes, data.writeOffId, data, fact, ['refused', data.refusedOn], (row) => ({
        ...row,
        refusal: erasable(data.personal, 'reason'),
      })),
    WrittenOff: ({ data, ...fact }, changes) => {
      const { writeOffId, approvedBy, approvedOn, vat = null } = data;
      const step = ['recorded', approvedOn] as const;
      if (approvedBy === undefined) asked(changes, 'write-off', writeOffId, data, fact, step, { vat });
      else became(changes, writeOffId, data, fact, step, (row) => ({ ...row, vat, approved_by: approvedBy }));
    },
    WriteOffReversed: ({ data, ...fact }, changes) =>
      data.allocationId === undefined
        ? became(changes, data.writeOffId, data, fact, ['undone', data.reversedOn], (row) => ({
            ...row,
            undo: erasable(data.personal, 'reason'),
          }))
        : became(changes, data.writeOffId, data, fact, ['recovered', data.reversedOn], (row) => row),
    WriteOffRestored: ({ data, ...fact }, changes) =>
      became(changes, data.writeOffId, data, fact, ['restored', data.restoredOn], (row) => row),
    SettlementRequested: ({ data, ...fact }, changes) =>
      asked(changes, data.kind, data.settlementId, data, fact, ['requested', data.on]),
    SettlementRefused: ({ data, ...fact }, changes) =>
      became(changes, data.settlementId, data, fact, ['refused', data.refusedOn], (row) => ({
        ...row,
        refusal: erasable(data.personal, 'reason'),
      })),
    SettlementRecorded: ({ data, ...fact }, changes) => {
      const { settlementId, kind, approvedBy, on } = data;
      const step = ['recorded', on] as const;
      if (approvedBy === undefined) asked(changes, kind, settlementId, data, fact, step);
      else became(changes, settlementId, data, fact, step, (row) => ({ ...row, approved_by: approvedBy }));
    },
    SettlementUndone: ({ data, ...fact }, changes) =>
      became(changes, data.settlementId, data, fact, ['undone', data.on], (row) => ({
        ...row,
        undo: erasable(data.personal, 'reason'),
      })),
  },
};

type Step = readonly [step: AdjustmentLine['step'], on: string];

function asked(
  changes: Changes,
  kind: string,
  id: string,
  data: Asked,
  fact: At,
  step: Step,
  more: Partial<AdjustmentRow> = {},
): void {
  const { judgedAt, personal } = data;
  changes.put(adjustments, {
    id,
    invoice_id: data.invoiceId,
    number: data.number,
    customer_id: data.customerId,
    currency: data.currency,
    kind,
    amount: data.amount,
    vat: null,
    reason_code: data.reasonCode ?? null,
    reason: personal ? erasable(personal, 'reason') : null,
    reference: data.reference ?? null,
    requested_by: data.requestedBy,
    because: data.because ?? null,
    approved_by: null,
    refusal: null,
    undo: null,
    judged_at: judgedAt === undefined ? null : BigInt(judgedAt),
    year_limit: data.yearLimit ?? null,
    position: fact.at,
    ...more,
  });
  line(changes, id, data, fact, step);
}

function became(
  changes: Changes,
  id: string,
  data: Told,
  fact: At,
  step: Step,
  to: (row: AdjustmentRow) => AdjustmentRow,
): void {
  changes.change(adjustments, { id }, (row) => {
    if (!row) throw new Error(`${id} was never asked for`);
    return { ...to(row), position: fact.at };
  });
  line(changes, id, data, fact, step);
}

const line = (changes: Changes, id: string, { amount }: Told, { at, statedAt }: At, [step, on]: Step): void =>
  changes.put(adjustmentLines, {
    ...{ position: at, adjustment_id: id, step, amount },
    ...{ effective_on: on, stated_at: statedAt },
  });
