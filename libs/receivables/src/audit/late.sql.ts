import type { Cut, Place } from '@quittance/reading';

/** With the instant that a question cuts on: as recorded, or as an imported history states it. */
const TOLD = {
  recorded: `select t.*, t.recorded_at as stated_at from live.audit_trail t`,
  stated: `select t.*, coalesce((f.metadata ->> 'statedRecordedAt')::timestamptz, t.recorded_at) as stated_at
           from live.audit_trail t join mirror.facts f on f.position = t.position`,
};

/** Facts known at the cut that were recorded at least so many days after the one they count from. */
export const lateRecorded = (cut: Cut, place: Place | undefined, days: number): string => `
  select t.position as id, t.type, t.effective_on, t.stated_at as recorded_at, t.actor, t.invoice_id, t.customer_id, t.sentence,
         (t.stated_at at time zone 'UTC')::date - t.effective_on as days_late
  from (${TOLD[place?.known ?? 'recorded']}) t
  where (t.stated_at at time zone 'UTC')::date - t.effective_on >= ${days} and ${place ? cut.line('t') : cut.known('t')}`;
