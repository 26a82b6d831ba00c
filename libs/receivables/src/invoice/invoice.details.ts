import { Inject, Injectable } from '@nestjs/common';
import { Bind, Cut, KnownAxis, type Place, unknown } from '@quittance/reading';
import { Money } from '@quittance/kernel';
import { Pool } from 'pg';
import type { NextStep, NextStepOf } from '../manifest/next-step.js';
import { NEXT_STEP } from '../parts.js';
import { settledSql } from '../ledger/settled.sql.js';
import { withClosing } from './closed.sql.js';
import { withHolds } from './holds.sql.js';
import { type InvoiceItem, INVOICES } from './invoice.list.js';
import { type Settled, settledBy } from './invoice.settlements.js';
import { named } from '../ledger/named-part.js';
import { partsSql } from './instalment/parts.cut.js';
import { currentInvoices, invoicesAt } from './invoice.sql.js';

/** One payment's part in an invoice. */
export interface InvoicePayment {
  paymentId: string;
  /** What an undo names. */
  allocationId: string;
  receivedOn: string;
  /** From when it counts; null unless applied. */
  appliedOn: string | null;
  requested: string;
  applied: string;
  status: 'pending' | 'applied' | 'refused';
  code: string | null;
  /** The one that was named; left out: none was. */
  instalment?: number;
}

/** A part of the invoice with a due date of its own. */
export interface InstalmentShown {
  number: number;
  dueOn: string;
  agreedDueOn: string;
  amount: string;
  open: string;
}

interface Extension {
  extensionId: string;
  revokedOn: string | null;
  agreedDueOn: string;
  grantedOn: string;
  instalment: number | null;
}

/** A later due date or owner, with who agreed it and why. */
export interface Change {
  actor: string | null;
  reason: string | null;
}

export interface InvoiceDetails extends InvoiceItem, Settled {
  lines: unknown;
  work: unknown;
  terms: unknown;
  notes: string | null;
  approvedBy: string | null;
  /** The latest 500, oldest first; all of them: `/v1/payments?invoiceId=`. */
  payments: InvoicePayment[];
  /** In order of number; none of an invoice that is due in one. */
  instalments: InstalmentShown[];
  extensions: (Change & Extension)[];
  owners: (Change & { ownerId: string; assignedOn: string })[];
  /** null: none comes, nothing is open, or the question is of the past. */
  nextStep: NextStep | null;
}

const MOST = 500;

/** One invoice with all that happened to it by the place. */
@Injectable()
export class InvoiceDetailsQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
    @Inject(NEXT_STEP) private readonly nextStepOf: NextStepOf,
  ) {}

  /** @throws Rejection 404 */
  async details(id: string, place?: Place): Promise<InvoiceDetails> {
    const bind = new Bind();
    const cut = new Cut(bind, place ?? { asOf: this.axis.today });
    const { rows } = await this.pool.query<{ currency: string } & DocumentRow>(
      `select r.*,
              d.lines, d.work, d.terms, d.notes, d.approved_by
       from (${withClosing(place ? cut : cut.ofAnyDay, withHolds(cut, `select r.* from (${place ? invoicesAt(cut) : currentInvoices(cut)}) r where r.id = ${bind.add(id)}`))}) r
       join live.invoices d on d.id = r.id`,
      bind.values,
    );
    const row = rows[0];
    if (!row) throw unknown('invoice');
    const item = INVOICES.item(row);
    const isChased = !place && Money.of(item.open, row.currency).isPositive;
    const [settled, payments, instalments, extensions, owners, nextStep] = await Promise.all([
      settledBy(this.pool, { id, currency: row.currency }, place),
      this.payments(id, row.currency, place),
      this.instalments(item, place),
      this.changes<Extension>('due_date_lines', EXTENSION, id, place),
      this.changes<{ ownerId: string; assignedOn: string }>('owner_lines', REASSIGNMENT, id, place),
      isChased ? this.nextStepOf(id, this.axis.today) : null,
    ]);
    return {
      ...item,
      lines: row.lines ?? [],
      work: row.work,
      terms: row.terms,
      notes: row.notes,
      approvedBy: row.approved_by,
      ...settled,
      payments,
      instalments,
      extensions,
      owners,
      nextStep,
    };
  }

  private async payments(id: string, currency: string, place?: Place): Promise<InvoicePayment[]> {
    const bind = new Bind();
    const cut = place && new Cut(bind, place);
    const answered = cut ? `coalesce(${cut.known('a', 'answered')}, false)` : 'a.answered_at is not null';
    const { rows } = await this.pool.query<InvoicePayment>(
      `select a.payment_id as "paymentId", a.id as "allocationId", a.received_on::text as "receivedOn", a.requested, a.instalment,
              case when ${answered} then a.applied_on::text end as "appliedOn",
              ${settledSql('a', 'cash', cut)} as applied,
              case when ${answered} then a.status else 'pending' end as status,
              case when ${answered} then a.code end as code
       from live.payment_allocations a
       where a.invoice_id = ${bind.add(id)}
         ${cut ? `and a.requested_on <= ${cut.day} and ${cut.known('a', 'requested')}` : ''}
       order by a.requested_at desc limit ${MOST}`,
      bind.values,
    );
    const amount = (given: string): string => Money.of(given, currency).toString();
    return rows
      .reverse()
      .map((row) => ({ ...named(row), requested: amount(row.requested), applied: amount(row.applied) }));
  }

  private async instalments(
    { id, dueOn, total, open, currency }: InvoiceItem,
    place?: Place,
  ): Promise<InstalmentShown[]> {
    const bind = new Bind();
    const cut = new Cut(bind, place ?? { asOf: this.axis.today }, !place);
    const of = bind.add(id);
    const rows = `select ${of}::uuid as id, ${bind.add(dueOn)}::date as due_on,
                         ${bind.add(total)}::numeric as total, ${bind.add(open)}::numeric as open`;
    const { rows: parts } = await this.pool.query<InstalmentShown>(
      `select p.number, p.due_on::text as "dueOn", p.agreed_due_on::text as "agreedDueOn", p.amount, p.open
       from (${partsSql(cut, { rows, among: (column) => `${column} = ${of}::uuid` })}) p
       where exists (select from live.instalment_lines l where l.invoice_id = p.invoice_id) order by p.number`,
      bind.values,
    );
    const exact = (amount: string): string => Money.of(amount, currency).toString();
    return parts.map((part) => ({ ...part, amount: exact(part.amount), open: exact(part.open) }));
  }

  /** Who and why stand in the audit trail, at the same position. */
  private async changes<Shown extends object>(
    table: string,
    columns: (cut?: Cut) => string,
    id: string,
    place?: Place,
  ): Promise<(Change & Shown)[]> {
    const bind = new Bind();
    const cut = place && new Cut(bind, place);
    const { rows } = await this.pool.query<Change & Shown>(
      `select ${columns(cut)}, t.actor, t.reason
       from live.${table} l left join live.audit_trail t on t.position = l.position
       where l.invoice_id = ${bind.add(id)} ${cut ? `and ${cut.line('l')}` : ''}
       order by l.effective_on desc, l.position desc limit ${MOST}`,
      bind.values,
    );
    return rows.reverse();
  }
}

const EXTENSION = (cut?: Cut): string => `l.extension_id as "extensionId", l.due_on::text as "agreedDueOn",
  l.effective_on::text as "grantedOn", l.instalment, (select min(x.effective_on)::text from live.revocation_lines x
    where x.extension_id = l.extension_id and ${cut ? cut.line('x') : 'true'}) as "revokedOn"`;
const REASSIGNMENT = (): string => `l.owner_id as "ownerId", l.effective_on::text as "assignedOn"`;

interface DocumentRow {
  lines: unknown;
  work: unknown;
  terms: unknown;
  notes: string | null;
  approved_by: string | null;
}
