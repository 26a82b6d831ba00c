import type { Cut } from '@quittance/reading';

const COLLECTION = `c.id, c.invoice_id, c.number, c.customer_id, c.currency, c.agency, c.handed_over_on, c.reason`;

/** Hand-overs as they stand, whatever the dates of their facts. */
export const currentCollections = (cut: Cut): string => `
  select ${COLLECTION}, c.returned_on, c.return_reason from live.collections c where ${cut.known('c')}`;

/** Whether its return is known and counts by the cut; until then it goes on. */
const returned = (cut: Cut): string => `(${cut.known('c', 'ended')} and ${cut.counts('c.returned_on')})`;

/** Hand-overs that count by the cut, ended where they were by then. */
export const collectionsAt = (cut: Cut): string => `
  select ${COLLECTION},
         case when ${returned(cut)} then c.returned_on end as returned_on,
         case when ${returned(cut)} then c.return_reason end as return_reason
  from live.collections c where ${cut.known('c', 'issued')} and ${cut.counts('c.handed_over_on')}`;

/** Those that facts after the cut's position touched, as they stood there. */
export const touchedCollections = (cut: Cut): string => `${collectionsAt(cut)} and not (${cut.known('c')})`;

/** What an agency asks for on the day, all that is open of it: a hold each. */
export const collectionHolds = (cut: Cut): string => `
  select c.invoice_id, c.id, c.handed_over_on as since, null::date as until, null::numeric as amount
  from live.collections c
  where ${cut.known('c', 'issued')} and ${cut.counts('c.handed_over_on')} and not coalesce(${returned(cut)}, false)`;

/** Each hand-over, and whether the agency still asks on the day. */
export const collectionExceptions = (cut: Cut): string => `
  select c.id, c.invoice_id, c.customer_id, c.handed_over_on as since, c.returned_on as until, null::numeric as amount,
         case when c.returned_on is not null then 'returned' else 'holds' end as state
  from (${collectionsAt(cut)}) c`;
