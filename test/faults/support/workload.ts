import { setTimeout as delay } from 'node:timers/promises';
import type { Answered, Caller, Written } from '../../support/quittance.js';
import type { Rng } from './seed.js';
import { until } from './until.js';

interface Invoice {
  id: string;
  dueOn: string;
}

/** How long one action is asked for again before the workload gives up, in milliseconds. */
const PATIENCE = 100_000;

/**
 * A company going about its business over HTTP: legal actions drawn by rng. What is not answered, or is answered that
 * a store is away, is asked again with the same key until it is done, as every client should.
 */
export class Workload {
  readonly invoices: Invoice[] = [];
  /** Requests that were answered with what they did, and with that the rules did not allow it. */
  readonly counts = { done: 0, refused: 0, askedAgain: 0 };
  private numbers = 0;
  private keys = 0;

  /** @param caller a manager and clerk; @param name tells this workload's invoices from another's */
  constructor(
    private readonly caller: Caller,
    private readonly rng: Rng,
    private readonly name = 'F',
  ) {}

  /** Two owners and three customers. */
  async open(): Promise<this> {
    await this.send('people', { personId: 'mara', name: 'Mara', email: 'mara@example.com' });
    await this.send('people', {
      personId: 'bert',
      name: 'Bert',
      email: 'bert@example.com',
      roles: ['clerk'],
      managerId: 'mara',
    });
    for (const [i, name] of ['Rossi', 'Bianchi "& figli"', 'Müller\\Söhne'].entries()) {
      await this.send('customers', { customerId: `C-${i + 1}`, name, phone: '+39 06 1' });
    }
    return this;
  }

  /** So many actions, one after the other. */
  async actions(count: number): Promise<this> {
    for (let i = 0; i < count; i += 1) await this.action();
    return this;
  }

  /** Actions, one after the other, until it is so. @throws Error when it does not come to that */
  async actionsUntil(what: string, look: () => boolean | Promise<boolean>): Promise<void> {
    await until(what, async () => (await look()) || this.action().then(look));
  }

  async action(): Promise<void> {
    const { rng } = this;
    const drawn = this.invoices.length === 0 ? 1 : rng.number(1, 10);
    if (drawn <= 4) await this.issue(rng.amount(10, 900));
    else if (drawn <= 8) await this.pay();
    else if (drawn === 9) await this.extend(rng.one(this.invoices));
    else {
      const body = {
        ownerId: rng.one(['anna', 'bert', 'mara']),
        reason: 'Holidays',
        assignedOn: this.day(6),
      };
      await this.send(`invoices/${rng.one(this.invoices).id}/owner`, body);
    }
  }

  /** @param change fields that are not left to the rng */
  async issue(total: string, change: object = {}): Promise<Invoice> {
    const { rng } = this;
    const dueOn = this.day(5);
    const { body } = await this.send('invoices', {
      ...{ number: `${this.name}-${(this.numbers += 1)}`, customerId: `C-${rng.number(1, 3)}` },
      ...{ issuedOn: this.day(rng.number(1, 4)), dueOn, currency: 'EUR', total },
      ...(rng.number(1, 3) === 1 && {
        lines: [{ description: 'Work', amount: total }],
        notes: 'Call “first”',
      }),
      ...(rng.number(1, 3) === 1 && { ownerId: 'bert', work: { project: 'P' } }),
      ...change,
    });
    const invoice = { id: body.id, dueOn };
    this.invoices.push(invoice);
    return invoice;
  }

  /** Up to three invoices in one payment; more than is open now and then, so that invoices cut and refuse. */
  private async pay(): Promise<void> {
    const { rng } = this;
    const meant = new Set(Array.from({ length: rng.number(0, 3) }, () => rng.one(this.invoices).id));
    const parts = Array.from(meant, (invoiceId) => ({ invoiceId, cents: rng.number(1, 50_000) }));
    const cents = parts.reduce((total, part) => total + part.cents, rng.number(0, 1) * rng.number(1, 9_999));
    await this.send('payments', {
      ...{ amount: money(cents || 100), currency: 'EUR', receivedOn: this.day(rng.number(2, 6)) },
      ...(rng.number(1, 2) === 1 && { payerId: 'C-1', reference: 'RF18', method: 'transfer' }),
      allocations: parts.map((part) => ({ invoiceId: part.invoiceId, amount: money(part.cents) })),
    });
  }

  private async extend({ id }: Invoice): Promise<void> {
    const body = { agreedDueOn: this.day(7), grantedOn: this.day(6), reason: 'Asked for time' };
    await this.send(`invoices/${id}/extensions`, body);
  }

  /** A day of that month of 2025. */
  private day(month: number): string {
    return `2025-0${month}-${String(this.rng.number(1, 28)).padStart(2, '0')}`;
  }

  /** @throws Error for an answer that is neither done nor a refusal by the rules, and when none comes in time */
  async send(path: string, body: object): Promise<Answered<Written>> {
    const key = `${this.name}-key-${(this.keys += 1)}`;
    for (const end = Date.now() + PATIENCE; ;) {
      const answered = await this.caller.post<Written>(`/v1/${path}`, body, { key }).catch(brokenOff);
      const status = answered?.status ?? 503;
      if (status < 300) this.counts.done += 1;
      else if (status === 409) this.counts.refused += 1;
      if (status < 300 || status === 409) return answered!;
      if (status !== 503) throw new Error(`${path}: ${status} ${JSON.stringify(answered!.body)}`);
      if (Date.now() > end) throw new Error(`${path}: not done in ${PATIENCE} ms: ${said(answered)}`);
      this.counts.askedAgain += 1;
      await delay(50);
    }
  }
}

const said = (answered?: Answered<Written>): string =>
  answered ? JSON.stringify(answered.body) : 'no answer at last';

/** Nobody knows what became of the request. @throws Error when nobody listens any more: no api comes again on its port */
function brokenOff(error: Error): undefined {
  if ((error.cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED') throw error;
}

const money = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
