import { createHash } from 'node:crypto';
import type { RecordedFact } from '@quittance/event-store';
import { addDays } from '@quittance/kernel';
import { invoiceIdOf } from '../../libs/receivables/src/streams.js';
import type { Debt } from './ladder-by-hand.js';
import { allLeave, BY, MailServer, sendingOf, settled } from './mailing.js';
import { type Caller, ENTITY, type Quittance, startQuittance, ZONE } from './quittance.js';

/** What happens on the days, beside what is owed and paid. */
export interface Days {
  from: string;
  to: string;
  /** Nobody runs these days: neither steps nor mails. */
  missed?: (day: string) => boolean;
  /** At these the stores are stopped and started again: while the run goes on, or before its mails leave. */
  restarts?: (day: string) => 'in the run' | 'before mails leave' | undefined;
  /** Mails are drafted, approved and sent; left out: they are. */
  mails?: boolean;
}

/** Days of a company that issues, is paid and chases: each day in its order, by a clock that is an input. */
export class ChasedDays {
  day = '';
  restarted = 0;
  readonly runs: string[] = [];
  quittance!: Quittance;
  mara!: Caller;
  private server!: MailServer;
  private stopped = false;

  private constructor(
    private readonly debts: readonly Debt[],
    private readonly days: Days,
  ) {}

  static async live(debts: readonly Debt[], days: Days): Promise<ChasedDays> {
    const lived = new ChasedDays(debts, days);
    try {
      await lived.begin();
      for (let day = days.from; day <= days.to; day = addDays(day, 1)) await lived.liveDay(day);
      return lived;
    } catch (error) {
      await lived.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    await this.server?.stop();
    await this.quittance?.stop();
  }

  /** Mails that the server got. */
  get got() {
    return this.server.got;
  }

  async caughtUp(): Promise<void> {
    await settled(this.mara, String((await this.quittance.store.end())!.commit));
  }

  private async begin(): Promise<void> {
    this.day = this.days.from;
    const clock = { zone: ZONE, now: () => new Date(), today: () => this.day };
    this.server = await MailServer.start();
    this.quittance = await startQuittance({ clock });
    this.mara = await this.quittance.as(['clerk', 'manager'], 'mara');
    const person = (personId: string, managerId?: string) =>
      this.mara.done('/v1/people', { personId, name: personId, email: `${personId}@example.com`, managerId });
    await person('lea');
    await person('mara', 'lea');
    for (const customerId of new Set(this.debts.map((debt) => debt.customerId))) {
      const email = `${customerId.toLowerCase()}@example.com`;
      await this.mara.done('/v1/customers', { customerId, name: customerId, email, ownerId: 'mara' });
    }
  }

  private async liveDay(day: string): Promise<void> {
    this.day = day;
    for (const { number, customerId, issuedOn, dueOn, total } of this.debts)
      if (issuedOn === day)
        await this.mara.done('/v1/invoices', {
          ...{ number, customerId, issuedOn, dueOn, currency: 'EUR', total },
        });
    await this.pay(day, false);
    if (this.days.missed?.(day)) return this.pay(day, true);
    await this.caughtUp();
    const restart = this.days.restarts?.(day);
    if (restart === 'in the run') {
      const interrupted = this.run(day).catch(() => 0);
      await this.restart();
      await interrupted;
    }
    const planned = await this.run(day);
    this.runs.push(day);
    if (restart === undefined && planned === 0) return this.pay(day, true);
    await this.mails(day, restart);
  }

  private async run(on: string): Promise<number> {
    const { planned, next } = await this.mara.done<{ planned: number; next: string | null }>(
      '/v1/dunning/runs',
      { on, limit: 500 },
    );
    if (next !== null) throw new Error('more than a page of invoices has a step to come');
    return planned;
  }

  /** Drafts, approvals over HTTP, the payments of the afternoon, and then what may leave. */
  private async mails(day: string, restart?: string): Promise<void> {
    const mailing = this.days.mails ?? true;
    const sending = sendingOf(this.quittance, { smtpUrl: this.server.url, outbox: '' });
    if (mailing) {
      await this.caughtUp();
      await sending.draft(BY);
      await this.caughtUp();
      const { body } = await this.mara.get<{ items: { id: string }[] }>('/v1/mails?status=draft&limit=200');
      const ids = body.items.map(({ id }) => id);
      if (ids.length > 0) await this.mara.done('/v1/reminders/approvals', { ids });
    }
    await this.pay(day, true);
    if (restart === 'before mails leave') await this.restart();
    if (!mailing) return;
    await allLeave(this.quittance, sending, () => this.caughtUp());
  }

  private async pay(day: string, late: boolean): Promise<void> {
    for (const { number, total, settledOn, late: itsLate } of this.debts) {
      if (settledOn !== day || late !== itsLate) continue;
      const invoiceId = invoiceIdOf(ENTITY, number);
      await this.mara.done(
        '/v1/payments',
        {
          ...{ amount: total, currency: 'EUR', receivedOn: day },
          allocations: [{ invoiceId, amount: total }],
        },
        { key: `paid ${number}` },
      );
    }
  }

  /** Stops the event store and the projector wherever they are, and starts them again. */
  private async restart(): Promise<void> {
    this.restarted += 1;
    await Promise.all([this.quittance.eventStoreNode.stop(), this.quittance.projector.stop()]);
    await this.quittance.eventStoreNode.start();
    this.quittance.projector.start();
    await this.caughtUp();
  }
}

/** One hash over facts of those streams: what is sealed, and whatever an installation makes for itself, left out. */
export function hashOf(facts: readonly RecordedFact[], streams: RegExp): string {
  const lines = facts
    .filter(({ stream }) => streams.test(stream))
    .map(({ stream, revision, type, data: { personal: _sealed, ...data } }) =>
      JSON.stringify([stream, Number(revision), type, Object.entries(data).sort()]),
    );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
