import { finishing, type Pending } from '../asking/finish-pending.policy.js';
import type { Reaction } from '../manifest/reaction.js';
import { FinishDraft } from './draft.commands.js';

/** Days after which nobody looks for a draft that was left halfway: its request, sent again, still finishes it. */
const DAYS = 31;

/** Drafts that say they were issued, of which no invoice is there. */
export const HALF_ISSUED: Pending = {
  from: `(select d.id, d.position, 1 as unanswered from live.drafts d
           where d.status = 'issued' and not exists (select from live.invoices i where i.id = d.invoice_id)
             and d.position > coalesce((select position from mirror.facts where recorded_max < now() - interval '${DAYS} days'
                                         order by recorded_max desc, position desc limit 1), -1)) d`,
  finish: (draftId) => Object.assign(new FinishDraft(), { draftId }),
};

export const draftReactions: readonly Reaction[] = [finishing('finish drafts', HALF_ISSUED)];
