import { Inject, Injectable } from '@nestjs/common';
import { Rejection, wrong } from '@quittance/kernel';
import { Bind, Cut, KnownAxis, type Place } from '@quittance/reading';
import { Pool } from 'pg';
import { ENTITY } from '../parts.js';
import { checkMessage } from './message.check.js';
import type { MailText } from './layout.js';
import { readyMade } from './ready-made/ready-made.js';
import { rendered } from './rendering.js';
import type { PreviewTemplate } from './template.commands.js';
import type { Language, Tone } from './template.events.js';
import { TEMPLATES } from './template.list.js';

interface Named {
  key: string;
  language: Language;
}

/** Invoices of one preview. */
const MOST = 100;

/** Texts of mails, and mails as they would be. */
@Injectable()
export class TemplateQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
    @Inject(ENTITY) private readonly entity: string,
  ) {}

  /** @throws Rejection 404 */
  async details({ key, language }: Named, place?: Place): Promise<ReturnType<typeof TEMPLATES.item>> {
    const bind = new Bind();
    const cut = new Cut(bind, place ?? { asOf: this.axis.today });
    const { rows } = await this.pool.query<Record<string, unknown>>(
      `select ${bind.add(`${key}/${language}`)} as id, v.key, v.language, v.version, v.subject, v.body, v.versioned_on
       from live.template_versions v
       where v.key = ${bind.add(key)} and v.language = ${bind.add(language)} and ${cut.line('v', 'versioned_on')}
       order by v.version desc limit 1`,
      bind.values,
    );
    if (rows[0]) return TEMPLATES.item(rows[0]);
    const there = readyMade(key, language);
    if (!there) throw Rejection.notFound('template-not-found', `There is no text ${key} in ${language}.`);
    const id = `${key}/${language}`;
    return TEMPLATES.item({ id, key, language, version: 0, ...there, versioned_on: null });
  }

  /** The mail that would go out today. @throws Rejection 404, 422 */
  async preview(named: Named, { invoiceId, customerId, tone, ...own }: PreviewTemplate): Promise<MailText> {
    for (const field of ['subject', 'body'] as const)
      if (own[field] !== undefined) checkMessage(`/${field}`, own[field]);
    const stands = await this.textOf(named, tone);
    const today = this.axis.today;
    const { rows } = await this.pool.query<Owed>(
      `select c.id as "customerId", c.name, i.number, i.currency, i.open::text as asked, i.agreed_due_on::text as "agreedDueOn"
       from live.customers c left join live.invoices i
         on i.customer_id = c.id and i.open > 0 and (i.id = $1 or ($1 is null and i.agreed_due_on <= $3::date))
       where case when $1::uuid is null then c.id = $2 else i.id is not null end
       order by i.agreed_due_on, i.number limit $4`,
      [invoiceId ?? null, customerId ?? null, today, MOST],
    );
    const [first] = rows;
    if (!first && customerId !== undefined)
      throw wrong('/customerId', 'exists', customerId, 'a known customer', 'unknown-customer');
    if (!first) throw wrong('/invoiceId', 'open', invoiceId, 'an invoice of which something is open');
    const items = rows.flatMap(({ number, currency, asked, agreedDueOn }) =>
      number === null ? [] : [{ number, currency, asked, agreedDueOn }],
    );
    if (items.length === 0)
      throw wrong('/customerId', 'owes', customerId, 'a customer who is to pay something by today');
    return rendered(
      named.language,
      { subject: own.subject ?? stands.subject, body: own.body ?? stands.body },
      { customer: first.name ?? first.customerId, creditor: this.entity, on: today, items },
    );
  }

  private async textOf({ key, language }: Named, tone?: Tone): Promise<{ subject: string; body: string }> {
    try {
      return await this.details({ key, language });
    } catch (error) {
      if (tone === undefined) throw error;
      return this.details({ key: tone, language });
    }
  }
}

interface Owed {
  customerId: string;
  name: string | null;
  number: string | null;
  currency: string;
  asked: string;
  agreedDueOn: string;
}
