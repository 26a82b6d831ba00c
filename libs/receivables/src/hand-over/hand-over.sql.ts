import type { Cut } from '@quittance/reading';

const HAND_OVER = 'h.id, h.person_id, h.to_id as to_person_id, h.handed_over_on, h.reason';

/** Hand-overs as they stand, whatever the dates of their facts. */
export const currentHandOvers = (cut: Cut): string => `
  select ${HAND_OVER}, h.ended_at is not null as undone, h.undo_reason from live.hand_overs h where ${cut.known('h')}`;

/** Hand-overs that count by the cut, undone where that was known. */
export const handOversAt = (cut: Cut): string => `
  select ${HAND_OVER}, coalesce(${cut.known('h', 'ended')}, false) as undone,
         case when ${cut.known('h', 'ended')} then h.undo_reason end as undo_reason
  from live.hand_overs h where ${cut.known('h', 'issued')} and ${cut.counts('h.handed_over_on')}`;

/** Those that facts after the cut's position touched, as they stood there. */
export const touchedHandOvers = (cut: Cut): string => `${handOversAt(cut)} and not (${cut.known('h')})`;
