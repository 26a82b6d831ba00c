import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Clock, Money, Rejection } from '@quittance/kernel';
import { Pool } from 'pg';
import { CLOCK, ENTITY, MAIL_FROM } from '../parts.js';
import { type Language, TONES } from '../template/template.events.js';
import { mailRows, MAILS } from './mail.list.js';
import { sourceOf, senderOf } from './sending/message.js';
import { messageOf, rendered, readyMade } from '../template/template.references.js';

interface ItemRow {
  stepId: string;
  invoiceId: string;
  number: string;
  currency: string;
  asked: string;
  onAccount: string | null;
  agreedDueOn: string;
  code: string | null;
}

export type MailShown = ReturnType<typeof MAILS.item> & {
  lines: ItemRow[];
  subject: string;
  text: string;
  html: string;
  source: string | null;
  subjectMessage: string | null;
  bodyMessage: string | null;
};

const NAME_NOW = 'select c.name from live.customers c where c.id = v.customer_id';
const LEFT = { subjectMessage: null, bodyMessage: null };

/** Mails with what they say: as sent, or as they would be today. */
@Injectable()
export class MailQueries {
  constructor(
    private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENTITY) private readonly entity: string,
    @Optional() @Inject(MAIL_FROM) private readonly from: string | null,
  ) {}

  /** The mail of that id, or in which the step of that id is. @throws Rejection 404 */
  async idOf(id: string): Promise<string> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select id from live.mails where id = $1 union all
       (select mail_id from live.mail_items where step_id = $1 order by position desc limit 1) limit 1`,
      [id],
    );
    if (!rows[0])
      throw Rejection.notFound('mail-not-found', `There is no mail, and no reminder in one, ${id}.`);
    return rows[0].id;
  }

  /** @throws Rejection 404 */
  async details(given: string): Promise<MailShown> {
    const id = await this.idOf(given);
    const { rows } = await this.pool.query<Record<string, unknown> & Asked>(
      `select m.*, w.body, w.text, w.html, w.tried_at, w.sender, m.customer_name as name,
              t.subject as "ownSubject", t.body as "ownBody"
       from (${mailRows(NAME_NOW)}) m join live.mails w on w.id = m.id
       left join lateral (
         select v.subject, v.body from live.template_versions v
         where v.key in (m.template, m.tone) and v.language = m.language
           and (v.key = m.template or m.template <> all ($2::text[]))
         order by v.key = m.template desc, v.version desc limit 1) t on true
       where m.id = $1`,
      [id, TONES],
    );
    const items = await this.pool.query<ItemRow>(
      `select step_id as "stepId", invoice_id as "invoiceId", number, currency, asked::text, on_account::text as "onAccount",
              agreed_due_on::text as "agreedDueOn", code
       from live.mail_items where mail_id = $1 order by agreed_due_on, number, step_id`,
      [id],
    );
    const lines = items.rows.map((line) => ({
      ...line,
      asked: Money.of(line.asked, line.currency).toString(),
      onAccount: line.onAccount === null ? null : Money.of(line.onAccount, line.currency).toString(),
    }));
    const row = rows[0]!;
    const mail = MAILS.item(row);
    if (row.html !== null) {
      const sent = { subject: mail.line ?? '', text: row.text ?? '', html: row.html };
      return { ...mail, lines, ...sent, source: await this.source(mail, row), ...LEFT };
    }
    return { ...mail, lines, ...this.drafted(mail, row, lines), source: null };
  }

  private drafted(mail: ReturnType<typeof MAILS.item>, row: Asked, lines: readonly ItemRow[]) {
    const language = mail.language as Language;
    const ready = readyMade(mail.template, language) ?? readyMade(mail.tone, language)!;
    const text = {
      subject: mail.line ?? row.ownSubject ?? ready.subject,
      body: row.body ?? row.ownBody ?? ready.body,
    };
    const asked = lines.flatMap(({ code, onAccount, ...line }) =>
      code === null ? [{ ...line, ...(onAccount !== null && { onAccount }) }] : [],
    );
    const on = this.clock.today();
    const creditor = (this.from && senderOf(this.from).name) || this.entity;
    const facts = { customer: row.name ?? mail.customerId, creditor, on, items: asked };
    const message = messageOf(language, text, facts);
    return {
      ...rendered(language, text, facts),
      ...{ subjectMessage: message.subject, bodyMessage: message.body },
    };
  }

  private async source(
    mail: ReturnType<typeof MAILS.item>,
    { tried_at, text, html, sender }: Asked,
  ): Promise<string | null> {
    if (!mail.address || !mail.messageId || !tried_at || !sender) return null;
    const { id: mailId, messageId, address, line } = mail;
    const leaving = {
      mailId,
      messageId,
      address,
      line: line ?? '',
      text: text ?? '',
      html: html ?? '',
      at: tried_at,
    };
    return (await sourceOf(leaving, senderOf(sender))).toString('utf8');
  }
}

interface Asked {
  body: string | null;
  text: string | null;
  html: string | null;
  tried_at: Date | null;
  sender: string | null;
  name: string | null;
  ownSubject: string | null;
  ownBody: string | null;
}
