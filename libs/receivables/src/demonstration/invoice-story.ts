import { addDays, type BusinessDate } from '@quittance/kernel';
import type { Chance } from './chance.js';
import { type Company, OWNERS } from './companies.js';
import { amountOf, officeHours, type Told, workday } from './step.js';

/** What becomes of one invoice, from its issue to today. */
export function invoiceStory(
  number: string,
  issued: BusinessDate,
  company: Company,
  today: BusinessDate,
  chance: Chance,
): Told[] {
  const teller = new Teller(number, issued, company, today, chance);
  teller.issue();
  const kind = chance.below(100);
  if (kind < 6) teller.extended();
  else if (kind < 10) teller.disputed();
  else if (kind < 14) teller.promised();
  else if (kind < 16) teller.plan();
  else if (kind < 19) teller.credited();
  else if (kind < 20) teller.writtenOff();
  else if (kind < 21) teller.mistaken();
  else if (kind < 23) teller.passedOn();
  else if (kind < 24) teller.unmatched();
  else if (kind < 32) teller.inParts();
  else teller.paid(teller.cents, teller.payday());
  return teller.told;
}

class Teller {
  readonly told: Told[] = [];
  readonly cents: number;
  private due: BusinessDate;
  private parts = 0;

  constructor(
    private readonly number: string,
    private readonly issued: BusinessDate,
    private readonly company: Company,
    private readonly today: BusinessDate,
    private readonly chance: Chance,
  ) {
    this.due = addDays(issued, company.net);
    // Many small ones, few large ones.
    this.cents = chance.between(40, 900) * 10 ** chance.one([2, 2, 2, 3, 3, 3, 4]) + chance.below(100);
  }

  issue(): void {
    const { customerId, currency } = this.company;
    const body = { number: this.number, customerId, issuedOn: this.issued, dueOn: this.due, currency };
    this.tell(
      this.issued,
      '/v1/invoices',
      { ...body, total: amountOf(this.cents) },
      { late: 3, makes: this.number },
    );
  }

  payday(): BusinessDate {
    return workday(addDays(this.due, this.company.late + this.chance.between(-3, 9)));
  }

  paid(cents: number, on: BusinessDate, of = this.all(cents)): void {
    if (cents === 0) return;
    const { customerId, currency } = this.company;
    const amount = amountOf(cents);
    const makes = `${this.number}/${(this.parts += 1)}`;
    const body = {
      ...{
        amount,
        currency,
        receivedOn: on,
        payerId: customerId,
        method: 'bank-transfer',
        reference: this.number,
      },
      ...{ source: 'bank', externalId: makes, allocations: of },
    };
    // Some are found days later: what was known on the day is not what is true of it.
    this.tell(on, '/v1/payments', body, { late: 5, makes });
  }

  /** All of it on this invoice. */
  private all(cents: number): object[] {
    return [{ invoiceId: `{${this.number}}`, amount: amountOf(cents) }];
  }

  /** Money that nobody says the invoice of: cash application finds it weeks later, of one in three not yet. */
  unmatched(): void {
    const on = this.payday();
    this.paid(this.cents, on, []);
    const found = workday(addDays(on, this.chance.one([7, 25, 2_000])));
    this.tell(found, `/v1/payments/{${this.number}/${this.parts}}/allocations`, {
      allocations: this.all(this.cents),
    });
  }

  inParts(): void {
    const first = Math.floor((this.cents * this.chance.between(20, 70)) / 100);
    const on = this.payday();
    this.paid(first, on);
    this.paid(this.cents - first, workday(addDays(on, this.chance.between(10, 50))));
  }

  extended(): void {
    const granted = workday(addDays(this.due, -this.chance.between(1, 6)));
    if (granted < this.issued) return;
    const agreedDueOn = addDays(this.due, this.chance.one([14, 30, 45]));
    const body = { agreedDueOn, reason: 'Agreed by phone.', grantedOn: granted };
    this.tell(granted, this.of('extensions'), body, { late: 30 });
    this.due = agreedDueOn;
    this.paid(this.cents, this.payday());
  }

  disputed(): void {
    const disputedOn = workday(addDays(this.due, this.chance.between(1, 12)));
    const amount = Math.floor((this.cents * this.chance.one([10, 25, 50, 100])) / 100);
    const dispute = `${this.number}/dispute`;
    this.tell(
      disputedOn,
      this.of('disputes'),
      {
        amount: amountOf(amount),
        reasonCode: 'quality',
        reason: 'They say that part of it came broken.',
        disputedOn,
      },
      { makes: dispute, id: 'disputeId' },
    );
    const resolvedOn = workday(addDays(disputedOn, this.chance.between(15, 60)));
    const body = { outcome: 'rejected', reason: 'The delivery note was signed without remark.', resolvedOn };
    this.tell(resolvedOn, `${this.of('disputes')}/{${dispute}}/resolution`, body);
    this.paid(this.cents, workday(addDays(resolvedOn, this.chance.between(3, 20))));
  }

  promised(): void {
    const madeOn = workday(addDays(this.due, this.chance.between(4, 20)));
    const promisedOn = addDays(madeOn, this.chance.between(5, 15));
    const body = { promisedOn, madeOn, madeBy: 'Accounts', reason: 'Their own client pays then.' };
    this.tell(madeOn, this.of('promises'), body);
    // One in three is broken.
    this.paid(this.cents, workday(addDays(promisedOn, this.chance.one([-2, -1, 40]))));
  }

  plan(): void {
    const agreedOn = workday(addDays(this.due, this.chance.between(5, 15)));
    const third = Math.floor(this.cents / 3);
    const parts = [third, third, this.cents - 2 * third];
    const instalments = parts.map((cents, i) => ({
      dueOn: addDays(agreedOn, 30 * (i + 1)),
      amount: amountOf(cents),
    }));
    this.tell(agreedOn, this.of('plans'), { instalments, agreedOn, reason: 'They cannot pay it at once.' });
    for (const [i, cents] of parts.entries())
      this.paid(cents, workday(addDays(agreedOn, 30 * (i + 1) + this.chance.between(-2, 6))));
  }

  credited(): void {
    const on = workday(addDays(this.issued, this.chance.between(8, 25)));
    const cents = Math.floor((this.cents * this.chance.between(5, 30)) / 100);
    const { customerId, currency } = this.company;
    const [total, amount] = [amountOf(cents), amountOf(cents)];
    const body = {
      ...{ number: `C-${this.number}`, customerId, issuedOn: on, currency, total },
      ...{ reasonCode: 'price', reason: 'Priced by the former list.' },
      applications: [{ invoiceId: `{${this.number}}`, amount }],
    };
    this.tell(on, '/v1/credit-notes', body, { late: 10 });
    this.paid(on <= this.today ? this.cents - cents : this.cents, this.payday());
  }

  writtenOff(): void {
    const requestedOn = workday(addDays(this.due, this.chance.between(150, 240)));
    const body = { reasonCode: 'uncollectable', reason: 'Their company is dissolved.', requestedOn };
    this.tell(requestedOn, this.of('write-offs'), body, { by: 'anna' });
  }

  /** A payment of another sum was typed in, is found out weeks later, and recorded as it was. */
  mistaken(): void {
    const on = this.payday();
    const wrong = `${this.number}/${this.parts + 1}`;
    this.paid(Math.floor(this.cents / 10), on);
    const found = workday(addDays(on, this.chance.between(9, 40)));
    const body = { reason: 'Typed in with another sum than the bank has.' };
    for (const undone of ['allocations/undo', 'cancellation'])
      this.tell(found, `/v1/payments/{${wrong}}/${undone}`, body, { by: 'anna' });
    if (found <= this.today) this.paid(this.cents, on);
  }

  /** Somebody else follows it up. */
  passedOn(): void {
    const assignedOn = workday(addDays(this.issued, this.chance.between(10, 40)));
    const ownerId = this.chance.one(OWNERS.filter((owner) => owner !== this.company.ownerId));
    const body = { ownerId, reason: 'Knows the building site.', assignedOn };
    this.tell(assignedOn, this.of('owner'), body);
    this.paid(this.cents, this.payday());
  }

  private of(part: string): string {
    return `/v1/invoices/{${this.number}}/${part}`;
  }

  /** What happens on that day, unless that is still to come. @param late of a hundred that are recorded weeks later */
  private tell(
    on: BusinessDate,
    path: string,
    body: object,
    {
      late = 0,
      makes,
      id,
      by = this.company.ownerId,
    }: { late?: number; makes?: string; id?: string; by?: string } = {},
  ): void {
    if (on > this.today) return;
    const day = this.chance.percent(late) ? workday(addDays(on, this.chance.between(6, 32))) : on;
    const last = this.told.at(-1)?.at;
    const stated = officeHours(day > this.today ? this.today : day, this.chance);
    // Never before what it rests on.
    const at =
      last !== undefined && stated <= last ? new Date(Date.parse(last) + 60_000).toISOString() : stated;
    this.told.push({
      route: `POST ${path}`,
      body,
      by,
      at,
      ...(makes && { makes: id ? `${makes}#${id}` : makes }),
    });
  }
}
