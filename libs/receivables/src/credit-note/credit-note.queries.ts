import { Injectable } from '@nestjs/common';
import { Money } from '@quittance/kernel';
import { Bind, Cut, type Place, unknown } from '@quittance/reading';
import { Pool } from 'pg';
import { named } from '../ledger/named-part.js';
import { settledSql } from '../ledger/settled.sql.js';
import { CREDIT_NOTES, type CreditNoteItem } from './credit-note.list.js';
import { answeredAt, creditNotesAt, CURRENT, meantBy } from './credit-note.sql.js';

/** A part meant for one invoice, and what became of it. */
export interface CreditApplication {
  applicationId: string;
  invoiceId: string;
  number: string;
  requested: string;
  /** Settles the invoice: what was undone is not in it. */
  applied: string;
  status: 'pending' | 'applied' | 'refused';
  code: string | null;
  appliedOn: string | null;
  /** The one that was named; left out: none was. */
  instalment?: number;
}

export interface CreditRefund {
  refundId: string;
  amount: string;
  refundedOn: string;
  reversedOn: string | null;
  method: string | null;
  reference: string | null;
  reason: string | null;
}

export interface CreditNoteDetails extends CreditNoteItem {
  applications: CreditApplication[];
  refunds: CreditRefund[];
}

/** Parts and refunds that are shown. */
const MOST = 500;

/** One credit note as it stands, or as it was known at a place of both axes. */
@Injectable()
export class CreditNoteQueries {
  constructor(private readonly pool: Pool) {}

  /** @throws Rejection 404 */
  async details(id: string, place?: Place): Promise<CreditNoteDetails> {
    const bind = new Bind();
    const relation = place ? creditNotesAt(new Cut(bind, place)) : CURRENT;
    const { rows } = await this.pool.query<{ currency: string }>(
      `select * from (${relation}) r where r.id = ${bind.add(id)}`,
      bind.values,
    );
    const row = rows[0];
    if (!row) throw unknown('credit note');
    const [applications, refunds] = await Promise.all([
      this.applications(id, row.currency, place),
      this.refunds(id, row.currency, place),
    ]);
    return { ...CREDIT_NOTES.item(row), applications, refunds };
  }

  private async applications(id: string, currency: string, place?: Place): Promise<CreditApplication[]> {
    const bind = new Bind();
    const cut = place && new Cut(bind, place);
    const answered = cut ? answeredAt(cut) : 'a.answered_at is not null';
    const { rows } = await this.pool.query<CreditApplication>(
      `select a.id as "applicationId", a.invoice_id as "invoiceId", a.number, a.requested, a.instalment,
              ${settledSql('a', 'credit', cut)} as applied,
              case when ${answered} then a.status else 'pending' end as status,
              case when ${answered} then a.code end as code,
              case when ${answered} then a.applied_on end as "appliedOn"
       from live.credit_applications a
       where a.credit_note_id = ${bind.add(id)} ${cut ? `and ${meantBy(cut)}` : ''}
       order by a.requested_at desc, a.number collate "C" desc, a.id desc limit ${MOST}`,
      bind.values,
    );
    return rows.reverse().map((row) => ({
      ...named(row),
      requested: exact(row.requested, currency),
      applied: exact(row.applied, currency),
    }));
  }

  private async refunds(id: string, currency: string, place?: Place): Promise<CreditRefund[]> {
    const bind = new Bind();
    const cut = place && new Cut(bind, place);
    const { rows } = await this.pool.query<CreditRefund>(
      `select f.id as "refundId", f.amount, f.refunded_on as "refundedOn", f.method, f.reference, f.reason,
              (select min(l.effective_on) from live.ledger_lines l
               where l.document_id = f.credit_note_id and l.settlement_line_id = f.id and l.account = 'credit'
                 and l.amount < 0 ${cut ? `and ${cut.line('l')}` : ''}) as "reversedOn"
       from live.credit_refunds f
       where f.credit_note_id = ${bind.add(id)} ${cut ? `and ${cut.line('f', 'refunded_on')}` : ''}
       order by f.position desc, f.id desc limit ${MOST}`,
      bind.values,
    );
    return rows.reverse().map((row) => ({ ...row, amount: exact(row.amount, currency) }));
  }
}

const exact = (amount: string, currency: string): string => Money.of(amount, currency).toString();
