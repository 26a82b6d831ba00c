import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import { merges } from '../reporting/merges.tables.js';
import type { MergeFacts } from './merge.events.js';

export const mergeProjection: Projection<MergeFacts> = {
  name: 'merges',
  comment: 'Merges of customers',
  tables: [merges],
  on: {
    CustomerMerged: ({ data, at, statedAt }, changes) =>
      changes.put(merges, {
        id: data.mergeId,
        customer_id: data.customerId,
        into_id: data.intoCustomerId,
        merged_on: data.mergedOn,
        reason: erasable(data.personal, 'reason'),
        undo_reason: null,
        ...{ issued_at: at, issued_stated_at: statedAt, ended_at: null, ended_stated_at: null, position: at },
      }),
    CustomerMergeUndone: ({ data, at, statedAt }, changes) =>
      changes.change(merges, { id: data.mergeId }, (row) => {
        if (!row) throw new Error(`merge ${data.mergeId} never was`);
        const undone = { ended_at: at, ended_stated_at: statedAt, position: at };
        return { ...row, ...undone, undo_reason: erasable(data.personal, 'reason') };
      }),
  },
};
