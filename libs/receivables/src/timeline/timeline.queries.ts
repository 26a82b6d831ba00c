import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '@quittance/http';
import { Money } from '@quittance/kernel';
import {
  Bind,
  Cut,
  type ListQuestion,
  type ListSource,
  type Page,
  pinned,
  type Place,
  ProjectorWatch,
  readEvery,
  readPage,
  sameId,
  standingAt,
  unknown,
} from '@quittance/reading';
import { Pool } from 'pg';
import type { AnyFacts } from '../manifest/fact.js';
import { todayOf } from '../manifest/today.js';
import { DECLARED_FACTS } from '../parts.js';
import { changesOf } from '../telling/changes.js';
import { say } from '../telling/say.js';
import { type Language, paramsOf } from '../telling/sentences.js';
import { TIMELINE_ASKED, type TimelineItem } from './timeline.columns.js';
import { TOLD, type ToldRow } from './told.sql.js';

/** Whose timeline is asked, and in which words. */
export interface AskedTimeline {
  of: 'invoice' | 'customer';
  id: string;
  language: Language;
  place?: Place;
}

/** The facts about an invoice or a customer, in the order of the log: newest last. */
@Injectable()
export class TimelineQueries {
  private readonly asToday: NonNullable<ReturnType<typeof todayOf>>;

  constructor(
    private readonly pool: Pool,
    private readonly watch: ProjectorWatch,
    @Inject(DECLARED_FACTS) private readonly facts: AnyFacts,
  ) {
    this.asToday = todayOf(facts) ?? ((fact) => fact);
  }

  async page(question: ListQuestion, asked: AskedTimeline): Promise<Page<TimelineItem>> {
    const page = await readPage(this.pool, this.source(asked, question), question);
    const items = await this.withOpen(page.items, asked.place);
    return { ...page, items: asked.place ? items : await this.marked(items) };
  }

  every(question: ListQuestion, asked: AskedTimeline): AsyncIterable<TimelineItem> {
    return readEvery(this.pool, this.source(asked), question);
  }

  /** One whose list waits on a parked stream is known by its facts. @throws Rejection 404 */
  async mustKnow({ of, id }: AskedTimeline): Promise<void> {
    const bind = new Bind();
    const known = of === 'invoice' ? `id = ${bind.add(id)}::uuid` : sameId('id', id, bind);
    const { rowCount } = await this.pool.query(
      `(select from live.${of}s where ${known} limit 1)
       union all (select from live.audit_trail where ${of}_id = ${bind.add(id)} limit 1)`,
      bind.values,
    );
    if (!rowCount) throw unknown(of);
  }

  private source(
    { of, id, language, place }: AskedTimeline,
    { cursor }: Partial<ListQuestion> = {},
  ): ListSource<ToldRow, TimelineItem> {
    const bind = new Bind();
    const standing = standingAt(cursor);
    const about =
      of === 'invoice' && isUuid(id)
        ? `t.invoice_id = ${bind.add(id)}::uuid`
        : `t.customer_id = any (array(select id from live.customers where ${sameId('id', id, bind)} union all select ${bind.add(id)}))`;
    const until = place
      ? new Cut(bind, place).line('t')
      : standing.at === undefined
        ? 'true'
        : `t.position <= ${bind.add(standing.at)}`;
    const rows = (where: string): string => `select t.* from live.audit_trail t where ${where}`;
    return {
      columns: TIMELINE_ASKED,
      relation: TOLD(rows(`${about} and ${until}`)),
      bare: {
        columns: Object.keys(TIMELINE_ASKED),
        relation: rows(`${about} and ${until}`),
        worked: TOLD,
      },
      bind,
      identity: TIMELINE_ASKED.position!,
      standardSort: [{ column: 'position', descending: false }],
      item: (row) => this.item(row, language),
      ...(place ? { pinned: pinned(place) } : { standing }),
    };
  }

  private item(row: ToldRow, language: Language): TimelineItem {
    const { data } = this.asToday({ ...row, id: row.fact_id });
    const params = paramsOf(data, row.actor);
    return {
      position: String(row.position),
      stream: row.stream,
      revision: Number(row.revision),
      type: row.type,
      key: row.type,
      params,
      sentence: say(language, row.type, params) ?? row.sentence,
      actor: row.actor,
      roles: [...row.metadata.actor.roles],
      reason: row.reason,
      effectiveOn: row.effective_on,
      originalOn: (row.metadata as { originalOn?: string }).originalOn ?? null,
      recordedAt: row.recorded_at.toISOString(),
      statedRecordedAt: row.metadata.statedRecordedAt ?? null,
      changes: changesOf(this.facts[row.type], data),
      open: null,
      causedBy: row.caused_by === null ? null : String(row.caused_by),
      correlationId: row.correlation_id,
      invoiceId: row.invoice_id,
      paymentId: row.payment_id,
      customerId: row.customer_id,
      parked: undefined,
    };
  }

  /** What was open on the invoice of each fact that moved its money, at the place. */
  private async withOpen(items: TimelineItem[], place?: Place): Promise<TimelineItem[]> {
    const about = items.filter(({ invoiceId }) => invoiceId !== null);
    if (about.length === 0) return items;
    const bind = new Bind();
    const cut = place && new Cut(bind, place);
    const [positions, invoices] = [about.map(({ position }) => position), about.map((one) => one.invoiceId)];
    // The line that makes a receivable is found by its position, the later ones by their invoice.
    const lines = `
      select l.amount, l.position, l.currency from live.ledger_lines l
      where l.invoice_id = f.invoice_id and l.account = 'receivable' and l.due_on is null
        and l.position <= f.position and ${cut ? cut.line('l') : 'true'}
      union all
      select l.amount, l.position, l.currency from live.ledger_lines l join live.invoices i on i.issued_at = l.position
      where i.id = f.invoice_id and l.invoice_id = i.id and l.account = 'receivable' and l.due_on is not null
        and l.position <= f.position and ${cut ? cut.line('l') : 'true'}`;
    const { rows } = await this.pool.query<{
      position: string;
      currency: string;
      after: string;
      moved: string;
    }>(
      `select f.position::text, m.currency, m.after, m.moved
       from unnest(${bind.add(positions)}::bigint[], ${bind.add(invoices)}::uuid[]) f (position, invoice_id),
       lateral (select max(s.currency) as currency, sum(s.amount)::text as after,
                  sum(s.amount) filter (where s.position = f.position)::text as moved from (${lines}) s) m
       where m.moved is not null`,
      bind.values,
    );
    const opened = new Map(
      rows.map(({ position, currency, after, moved }) => {
        const left = Money.of(after, currency);
        const before = left.minus(Money.of(moved, currency)).toString();
        return [position, { currency, before, after: left.toString() }];
      }),
    );
    return items.map((item) => ({ ...item, open: opened.get(item.position) ?? null }));
  }

  private async marked(items: TimelineItem[]): Promise<TimelineItem[]> {
    const parked = await this.watch.parkedAmong([...new Set(items.map(({ stream }) => stream))]);
    return parked.size === 0
      ? items
      : items.map((item) => (parked.has(item.stream) ? { ...item, parked: true } : item));
  }
}
