import type { Language, Tone } from '../../template/template.events.js';
import type { Item } from '../mail.events.js';

/** A step that was planned and is in no mail yet. */
export interface DraftToCome {
  position: string;
  mailId: string;
  customerId: string;
  on: string;
  language: Language;
  tone: Tone;
  template: string;
  approval: 'person' | 'none';
  item: Item;
}

/** What was planned last of a step, and since then nothing became of it nor went into a mail. */
export const DRAFTS_TO_COME = `
  select r.position::text, r.mail_id as "mailId", r.customer_id as "customerId", r.decided_on::text as "on",
         case when f.data ->> 'language' in ('en', 'it', 'bg', 'de') then f.data ->> 'language' else 'en' end as language,
         coalesce(f.data ->> 'tone', 'formal') as tone, coalesce(f.data ->> 'template', 'formal') as template,
         coalesce(f.data ->> 'approval', 'person') as approval,
         jsonb_build_object('stepId', r.id, 'invoiceId', r.invoice_id, 'number', r.number, 'currency', r.currency,
           'asked', coalesce(f.data ->> 'asked', f.data ->> 'open'), 'onAccount', f.data ->> 'onAccount',
           'agreedDueOn', r.agreed_due_on) as item
  from live.reminders r join mirror.facts f on f.position = r.position
  where r.status = 'planned' and r.mail_id is not null
    and not exists (select from live.mail_items i where i.step_id = r.id and i.position > r.position)
    and not exists (select from live.reminders n where n.id = r.id and n.position > r.position)
  order by r.position limit $1`;

/** Mails that may leave, and those of which nothing was heard. A server that says "later" is asked after 1, 4, 9, ... minutes. */
export const TO_SEND = `
  select m.id, m.status, m.message_id as "messageId", m.revision::text as revision from live.mails m
  where m.status = 'approved' and (m.tried_at is null or m.tried_at < now() - least(m.attempts * m.attempts, 240) * interval '1 minute')
     or m.status = 'sending' and m.tried_at < now() - $2 * interval '1 millisecond'
  order by m.position limit $1`;

/** What the chase is to hear of. */
export interface StepToTell {
  mailId: string;
  stepId: string;
  invoiceId: string;
  outcome: 'sent' | 'skipped' | 'refused' | 'bounced';
  messageId?: string;
  code?: string;
  permanent: boolean | null;
}

/** Steps that wait for what their mail became: the chase says planned, or sent where the mail came back. */
export const STEPS_TO_TELL = `
  select i.mail_id as "mailId", i.step_id as "stepId", i.invoice_id as "invoiceId", t.outcome, m.message_id as "messageId",
         case when i.code is not null then i.code when t.outcome = 'bounced' then m.code end as code,
         case when t.outcome = 'bounced' then m.permanent end as permanent
  from live.mails m join live.mail_items i on i.mail_id = m.id
  cross join lateral (
    select r.status, r.position from live.reminders r where r.id = i.step_id order by r.position desc limit 1) r
  cross join lateral (
    select case when i.code is not null then 'skipped' when m.status = 'refused' then 'refused'
                when m.status = 'bounced' and r.status = 'sent' then 'bounced'
                when m.status in ('sent', 'bounced') then 'sent' end as outcome) t
  where (m.status in ('sent', 'refused', 'bounced', 'dropped') or i.code is not null) and t.outcome is not null
    and (r.status = 'planned' and r.position < i.position or t.outcome = 'bounced')
  order by i.position limit $1`;
