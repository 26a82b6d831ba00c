import { type Bind, type Cut, localDate, type Place } from '@quittance/reading';
import { lastName } from '../reporting/named.sql.js';

/** The instant that a question cuts on: as recorded, or as an imported history states it. */
const TOLD = { recorded: 't.recorded_at', stated: 't.stated_at' };

/** Facts known at the cut that were recorded at least so many days, in the entity's zone, after the one they count from. */
export function lateRecorded(
  { cut, bind, place, zone }: { cut: Cut; bind: Bind; place?: Place; zone: string },
  days: number,
): string {
  const told = TOLD[place?.known ?? 'recorded'];
  const late = `${localDate(bind, zone)(told)} - t.effective_on`;
  return `
  select t.position as id, t.type, t.effective_on, ${told} as recorded_at, t.actor, t.invoice_id, t.customer_id,
         (${lastName(cut, 't.customer_id')}) as customer_name, t.sentence,
         ${late} as days_late
  from live.audit_trail t
  where ${late} >= ${days} and ${place ? cut.line('t') : cut.known('t')}`;
}
