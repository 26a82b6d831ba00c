import { join } from 'node:path';
import type { RecordedFact } from '@quittance/event-store';
import { addDays, entityClock } from '@quittance/kernel';
import type { Caller } from '../../support/caller.js';
import { everythingHolds, type Held } from './everything-holds.js';
import { Processes } from './processes.js';
import type { RealProcess } from './real-process.js';
import { sized } from './seed.js';
import { until } from './until.js';

export const ROME = 'Europe/Rome';
const ANOTHER_CLOCK = join(__dirname, 'another-clock.cjs');

/** A step as the chase of an invoice recorded it: `due+3 planned`, `due-3 superseded`. */
const saidOf = ({ type, data }: RecordedFact): string =>
  `${String(data.step)} ${type === 'ReminderSkipped' ? String(data.code) : type.replace(/^(Reminder|Invoice)/, '').toLowerCase()}`;

export interface ReactorOptions {
  env?: Record<string, string>;
  /** What its clock says when it starts; left out: the machine's. */
  at?: string;
}

/** An installation of real processes whose debtors are chased. */
export class Chased {
  readonly today = entityClock(ROME).today();
  private numbers = 0;
  private api!: RealProcess;
  projector!: RealProcess;
  anna!: Caller;

  private constructor(readonly processes: Processes) {}

  static async start(): Promise<Chased> {
    const chased = new Chased(await Processes.start());
    await chased.begin();
    return chased;
  }

  /** The api, and a projector that is at work. */
  async begin(): Promise<void> {
    const { processes } = this;
    const api = await processes.api();
    this.api = api;
    this.projector = processes.projector();
    await this.projector.atWork();
    this.anna = await processes.as(api.url, ['manager', 'clerk']);
  }

  /** Neither api nor projector, once all that was recorded is in the tables. */
  async end(): Promise<void> {
    await this.processes.projected();
    await Promise.all([this.projector.stop(), this.api.stop()]);
  }

  /** @returns the invoice's id */
  async invoice(dueOn: string, customerId = 'C-1'): Promise<string> {
    const customer = { customerId, name: `Customer ${customerId}`, email: `${customerId}@example.com` };
    await this.anna.post('/v1/customers', customer, { key: `customer ${customerId}` });
    const { id } = await this.anna.done('/v1/invoices', {
      ...{ number: `F-${(this.numbers += 1)}`, customerId, issuedOn: addDays(dueOn, -30), dueOn },
      ...{ currency: 'EUR', total: '100.00' },
    });
    return id;
  }

  /** All of it, today. @returns the position at which the invoice was settled */
  async paid(invoiceId: string): Promise<bigint> {
    await this.anna.done('/v1/payments', {
      ...{ amount: '100.00', currency: 'EUR', receivedOn: this.today },
      allocations: [{ invoiceId, amount: '100.00' }],
    });
    return (await this.of(`invoice-${invoiceId}`, 'PaymentApplied'))[0]!.position.commit;
  }

  /** A reactor that was started, every second by default: ask it for `up()`. */
  reactor({ env, at }: ReactorOptions = {}): RealProcess {
    return this.processes.reactor({
      env: { DUNNING_SCHEDULE: '* * * * * *', ...(at !== undefined && { FAULTS_CLOCK_AT: at }), ...env },
      ...(at !== undefined && { flags: [`--require=${ANOTHER_CLOCK}`] }),
    });
  }

  /** Waits until a reactor has run so many mornings more than it has now. */
  async mornings(reactor: RealProcess, more = 1): Promise<void> {
    const least = reactor.logged('morning run').length + more;
    await until(`the reactor has run ${least} mornings`, () => {
      if (!reactor.isRunning) throw new Error(`the reactor ended: ${reactor.words}`);
      return reactor.logged('morning run').length >= least;
    });
  }

  /** Waits until so many steps are in mails that wait for a person. */
  async drafted(steps: number): Promise<void> {
    await until(`${steps} steps are in drafts`, async () => {
      const { rows } = await this.processes.pool.query(
        `select from live.mail_items i join live.mails m on m.id = i.mail_id where m.status = 'draft'`,
      );
      return rows.length === steps;
    });
  }

  /** A person approves every draft. @returns the mails */
  async approved(): Promise<string[]> {
    const { body } = await this.anna.get<{ items: { id: string }[] }>('/v1/mails?status=draft');
    const ids = body.items.map(({ id }) => id);
    await this.anna.done('/v1/reminders/approvals', { ids });
    return ids;
  }

  /** Waits until so many facts of that type were recorded. */
  async recorded(type: string, count: number): Promise<void> {
    await until(`${count} ${type} are recorded`, async () => {
      const facts = await this.processes.facts();
      return facts.filter((fact) => fact.type === type).length >= count;
    });
  }

  /** Facts of a stream, of one type where one is named. */
  async of(stream: string, type?: string): Promise<RecordedFact[]> {
    const facts: RecordedFact[] = [];
    for await (const fact of this.processes.store.read(stream))
      if (type === undefined || fact.type === type) facts.push(fact);
    return facts;
  }

  /** What the chase of an invoice recorded, in order. */
  async steps(invoiceId: string): Promise<string[]> {
    return (await this.of(`dunning-${invoiceId}`)).map(saidOf);
  }

  /** Before the last test of a file: in brief form it is looked at once, at the end, when all of it is in the log. */
  async holdsSoFar(): Promise<void> {
    if (sized(1, 1, 0) > 0) await this.holds();
  }

  holds(): Promise<Held> {
    const { databases, store } = this.processes;
    return everythingHolds({ databaseUrl: databases.databaseUrl, store });
  }

  stop(): Promise<void> {
    return this.processes.stop();
  }
}
