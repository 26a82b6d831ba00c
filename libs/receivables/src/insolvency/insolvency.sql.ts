import type { Cut } from '@quittance/reading';
import { invoicesOf, mergedPart } from '../reporting/merged.sql.js';

const INSOLVENCY = `n.id, n.customer_id, n.since, n.reference, n.reason`;

/** Insolvencies as they stand, whatever the dates of their facts. */
export const currentInsolvencies = (cut: Cut): string => `
  select ${INSOLVENCY}, n.ended_on, n.end_reason from live.insolvencies n where ${cut.known('n')}`;

/** Whether its end is known and counts by the cut; until then it goes on. */
const ended = (cut: Cut): string => `(${cut.known('n', 'ended')} and ${cut.counts('n.ended_on')})`;

/** Insolvencies that count by the cut, ended where they were by then. */
export const insolvenciesAt = (cut: Cut): string => `
  select ${INSOLVENCY},
         case when ${ended(cut)} then n.ended_on end as ended_on,
         case when ${ended(cut)} then n.end_reason end as end_reason
  from live.insolvencies n where ${cut.known('n', 'issued')} and ${cut.counts('n.since')}`;

/** Those that facts after the cut's position touched, as they stood there. */
export const touchedInsolvencies = (cut: Cut): string => `${insolvenciesAt(cut)} and not (${cut.known('n')})`;

/** What insolvent customers owe on the day, all that is open of it: a hold on each of their invoices. */
export const insolvencyHolds = (cut: Cut): string => `
  with ${mergedPart(cut)}
  select i.id as invoice_id, n.id, n.since, null::date as until, null::numeric as amount
  from live.insolvencies n ${invoicesOf('n.customer_id')}
  where ${cut.known('n', 'issued')} and ${cut.counts('n.since')} and not coalesce(${ended(cut)}, false)`;

/** Each insolvency, and whether it holds on the day. */
export const insolvencyExceptions = (cut: Cut): string => `
  select n.id, null::uuid as invoice_id, n.customer_id, n.since, n.ended_on as until, null::numeric as amount,
         case when n.ended_on is not null then 'over' else 'holds' end as state
  from (${insolvenciesAt(cut)}) n`;
