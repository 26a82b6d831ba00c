import { Injectable } from '@nestjs/common';
import {
  amount,
  askable,
  Bind,
  code,
  type Cursor,
  type Cut,
  date,
  id,
  type ItemOf,
  type ListQuestion,
  type ListSource,
  oneOf,
  orNull,
  type Page,
  type Parameter,
  readEvery,
  readPage,
  standing,
  standOf,
  uuid,
  whole,
  words,
} from '@quittance/reading';
import { Pool } from 'pg';
import { REMINDER_STATUSES } from './reminder.tables.js';

/** `approved`: of a step that is planned, its mail may leave; that is the mail's (decision 0181). */
const STATUSES = ['planned', 'approved', ...REMINDER_STATUSES.slice(1)] as const;
type ShownStatus = (typeof STATUSES)[number];

/** A step of the dunning of an invoice: a reminder planned or skipped, or the escalation. In the order of CSV. */
export const REMINDER_SHOWN = {
  on: date('The business date on which it was decided', '2026-03-31', { sql: 'r.decided_on' }),
  status: oneOf<ShownStatus>('What became of the step', STATUSES, 'planned'),
  step: code('`due+7`: seven days after the agreed due date', 'due+7'),
  number: id('Of the invoice', '2026-0117'),
  customerId: id('Who owes it', 'C-104'),
  agreedDueOn: date('Due date in force on that day', '2026-03-24'),
  currency: orNull(code('Of the invoice; null where the step was skipped', 'EUR')),
  open: orNull(
    amount('What was open and not disputed on that day; null where the step was skipped', '720.00'),
  ),
  ownerId: orNull(id('Who followed it up on that day', 'maria')),
  code: orNull(words('Why it was skipped, or the mail bounced', ''), null),
  escalatedTo: orNull({ ...id('Who was told', 'anna'), ask: 'anna' }, null),
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  id: uuid('Of the step', '5d0f0c1e-6f3a-5b0e-8a9d-0a1b2c3d4e5f'),
  part: whole('Number of the instalment; 1 where the invoice is due in one', 1),
  asked: orNull(amount('What the mail asks: open less what was held on account; null: no mail', '720.00')),
  mailId: orNull(uuid('Of the mail that it is in', '8f14e45f-ceea-5a7a-9c1b-2f1d3c4b5a69'), null),
  policyId: orNull(code('By which policy it was decided; null: before there were policies', 'standard')),
};

export type ReminderItem = ItemOf<typeof REMINDER_SHOWN>;

export const REMINDER_COLUMNS = askable(REMINDER_SHOWN);

export const REMINDER_PARAMETERS = {
  status: {
    rule: 'status',
    hint: `what became of the step, several by comma: ${STATUSES.join(', ')}; all when left out`,
    example: 'planned',
    read: (text) => {
      const given = text.split(',');
      const known = STATUSES.filter((status) => given.includes(status));
      return known.length === given.length ? known : undefined;
    },
  } satisfies Parameter<ShownStatus[]>,
};

interface ReminderListRow {
  id: string;
  status: ShownStatus;
  decided_on: string;
  step: string;
  invoice_id: string;
  number: string;
  customer_id: string;
  agreed_due_on: string;
  currency: string | null;
  open: string | null;
  owner_id: string | null;
  code: string | null;
  escalated_to: string | null;
  part: number;
  asked: string | null;
  mail_id: string | null;
  policy_id: string | null;
}

/** Steps as they stand at a position: a page stands still by it alone. */
@Injectable()
export class ReminderQueries {
  constructor(private readonly pool: Pool) {}

  page(question: ListQuestion, statuses?: ShownStatus[]): Promise<Page<ReminderItem>> {
    return readPage(this.pool, source(statuses, question.cursor), question);
  }

  every(question: ListQuestion, statuses?: ShownStatus[]): AsyncIterable<ReminderItem> {
    return readEvery(this.pool, source(statuses), question);
  }
}

function source(statuses?: ShownStatus[], cursor?: Cursor): ListSource<ReminderListRow, ReminderItem> {
  const bind = new Bind();
  // Nothing of a step depends on the day that it is looked at.
  const stand = standOf(bind, '', cursor);
  const these = statuses ? ` and v.status = any (${bind.add(statuses)})` : '';
  return {
    columns: REMINDER_COLUMNS,
    relation: `select v.* from (${latestReminders(stand.cut)}) v where true${these}`,
    bind,
    identity: REMINDER_COLUMNS.id!,
    standardSort: [{ column: 'on', descending: true }],
    item: reminder,
    ...standing(stand),
  };
}

const reminder = (row: ReminderListRow): ReminderItem => ({
  id: row.id,
  status: row.status,
  on: row.decided_on,
  step: row.step,
  invoiceId: row.invoice_id,
  number: row.number,
  customerId: row.customer_id,
  agreedDueOn: row.agreed_due_on,
  currency: row.currency,
  open: row.open,
  ownerId: row.owner_id,
  code: row.code,
  escalatedTo: row.escalated_to,
  part: row.part,
  asked: row.asked,
  mailId: row.mail_id,
  policyId: row.policy_id,
});

/**
 * The last decision of each step that is known, with what was owed when it was planned and, of a mail, what it asked.
 * Names of columns as in `live.reminders`.
 */
const latestReminders = (cut: Cut): string => `
  select l.*, case when ${approved(cut)} then 'approved' else l.decided end as status
  from (${decidedLast(cut)}) l`;

/** Whether its mail may leave: a person approved it last, or it needs nobody. */
const approved = (cut: Cut): string => `l.decided = 'planned' and exists (
  select from live.mail_items i where i.step_id = l.id and i.position > l.position and ${cut.known('i')}
  and coalesce(
    (select t.status = 'approved' from live.mail_troubles t where t.mail_id = i.mail_id and ${cut.known('t')}
     order by t.position desc limit 1),
    not exists (select from live.mail_items o join mirror.facts f on f.position = o.position
                where o.mail_id = i.mail_id and ${cut.known('o')} and f.data ->> 'approval' = 'person')))`;

const decidedLast = (cut: Cut): string => `
  select distinct on (r.id) r.id, r.status as decided, r.invoice_id, r.number, r.customer_id, r.step, r.part, r.agreed_due_on, r.decided_on, r.code,
         coalesce(r.currency, p.currency) as currency, coalesce(r.open, p.open) as open, coalesce(r.asked, p.asked) as asked,
         coalesce(r.owner_id, p.owner_id) as owner_id, r.escalated_to, coalesce(r.mail_id, p.mail_id) as mail_id, r.policy_id,
         r.position, r.stated_at
  from live.reminders r
  left join lateral (
    select b.currency, b.open, b.asked, b.owner_id, b.mail_id from live.reminders b
    where r.status in ('sent', 'refused', 'bounced') and b.id = r.id and b.status = 'planned' and ${cut.known('b')}
    order by b.position desc limit 1
  ) p on true
  where ${cut.known('r')}
  order by r.id, r.position desc`;
