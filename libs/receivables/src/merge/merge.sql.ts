import type { Cut } from '@quittance/reading';

const MERGE = 'm.id, m.customer_id, m.into_id as into_customer_id, m.merged_on, m.reason';

/** Merges as they stand, whatever the dates of their facts. */
export const currentMerges = (cut: Cut): string => `
  select ${MERGE}, m.ended_at is not null as undone, m.undo_reason from live.merges m where ${cut.known('m')}`;

/** Merges that count by the cut, undone where that was known. */
export const mergesAt = (cut: Cut): string => `
  select ${MERGE}, coalesce(${cut.known('m', 'ended')}, false) as undone,
         case when ${cut.known('m', 'ended')} then m.undo_reason end as undo_reason
  from live.merges m where ${cut.known('m', 'issued')} and ${cut.counts('m.merged_on')}`;

/** Those that facts after the cut's position touched, as they stood there. */
export const touchedMerges = (cut: Cut): string => `${mergesAt(cut)} and not (${cut.known('m')})`;
