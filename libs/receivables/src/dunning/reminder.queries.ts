import { Injectable } from '@nestjs/common';
import {
  Bind,
  type Cursor,
  type ListColumns,
  type ListQuestion,
  type ListSource,
  type Page,
  type Parameter,
  readEvery,
  readPage,
  standing,
  standOf,
} from '@quittance/reading';
import { Pool } from 'pg';
import type { ReminderStatus } from './reminder.tables.js';

export const REMINDER_COLUMNS = {
  id: { type: 'uuid', sql: 'r.id' },
  on: { type: 'date', sql: 'r.decided_on', example: '2026-03-31' },
  step: { type: 'text', sql: 'r.step', example: 'due+7' },
  invoiceId: { type: 'uuid', sql: 'r.invoice_id' },
  number: { type: 'text', sql: 'r.number', folded: true, example: '2026-0117' },
  customerId: { type: 'text', sql: 'r.customer_id', folded: true, example: 'C-104' },
  agreedDueOn: { type: 'date', sql: 'r.agreed_due_on' },
  currency: { type: 'text', sql: 'r.currency', nullable: true, example: 'EUR' },
  open: { type: 'amount', sql: 'r.open', nullable: true },
  ownerId: { type: 'text', sql: 'r.owner_id', folded: true, nullable: true, example: 'maria' },
  escalatedTo: { type: 'text', sql: 'r.escalated_to', folded: true, nullable: true, example: 'anna' },
} satisfies ListColumns;

const STATUSES = ['planned', 'skipped', 'escalated'] as const satisfies readonly ReminderStatus[];

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
  } satisfies Parameter<ReminderStatus[]>,
};

/** A step of the dunning of an invoice: a reminder planned or skipped, or the escalation. */
export interface ReminderItem {
  /** Of the step. */
  id: string;
  status: ReminderStatus;
  /** The business date on which it was decided. */
  on: string;
  /** `due+7`: seven days after the agreed due date. */
  step: string;
  invoiceId: string;
  number: string;
  customerId: string;
  agreedDueOn: string;
  /** With `open`, of the invoice on that day; null where the step was skipped. */
  currency: string | null;
  open: string | null;
  ownerId: string | null;
  /** Why it was skipped. */
  code: string | null;
  escalatedTo: string | null;
}

interface ReminderListRow {
  id: string;
  status: ReminderStatus;
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
}

/** Steps as they were decided. None changes later: a page stands still by its position alone. */
@Injectable()
export class ReminderQueries {
  constructor(private readonly pool: Pool) {}

  page(question: ListQuestion, statuses?: ReminderStatus[]): Promise<Page<ReminderItem>> {
    return readPage(this.pool, source(statuses, question.cursor), question);
  }

  every(question: ListQuestion, statuses?: ReminderStatus[]): AsyncIterable<ReminderItem> {
    return readEvery(this.pool, source(statuses), question);
  }
}

function source(statuses?: ReminderStatus[], cursor?: Cursor): ListSource<ReminderListRow, ReminderItem> {
  const bind = new Bind();
  // Nothing of a step depends on the day that it is looked at.
  const stand = standOf(bind, '', cursor);
  const these = statuses ? ` and v.status = any (${bind.add(statuses)})` : '';
  return {
    columns: REMINDER_COLUMNS,
    relation: `select v.* from live.reminders v where ${stand.cut.known('v')}${these}`,
    bind,
    identity: REMINDER_COLUMNS.id,
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
});
