import { Decimal } from 'decimal.js';
import type { Command } from './commands.js';

type Lines = { on: string; value: string }[];
interface Invoice {
  currency: string;
  open: Decimal;
  taken: { on: string; amount: Decimal }[];
  issuedOn: string;
  dueOn: string;
  agreed: Lines;
  owners: Lines;
  disputes: Dispute[];
}
interface Dispute {
  id: string;
  on: string;
  amount: Decimal;
  /** From then on it is over. */
  over?: string;
}
interface Payment {
  currency: string;
  amount: Decimal;
  receivedOn: string;
  applied: Decimal;
  /** Meant for an invoice that has not answered yet. */
  waiting: Map<string, Decimal>;
}

/** What receivables are, as an accountant with a sheet of paper would keep them. Nothing of the product is in it. */
export class Model {
  readonly invoices = new Map<string, Invoice>();
  readonly payments = new Map<string, Payment>();
  private readonly fromBanks = new Map<string, string>();

  /** `ok`, `nothing` to do, or the code it is refused with. */
  verdict(command: Command): string {
    if (command.do === 'issue') return this.invoices.has(command.number) ? 'number-taken' : 'ok';
    if (command.do === 'pay') {
      const known = this.fromBanks.get(command.externalId ?? '');
      return known === undefined ? 'ok' : known === JSON.stringify(command) ? 'nothing' : 'payment-taken';
    }
    const invoice = this.invoices.get(command.number)!;
    const { issuedOn, dueOn, agreed, owners } = invoice;
    if (command.do === 'resolve') {
      const of = invoice.disputes.find(({ id }) => id === command.dispute)!;
      if (command.on < of.on) return 'invalid';
      if (of.over !== undefined) return 'already-resolved';
      // No credit note is in these histories.
      return command.outcome === 'upheld' ? 'needs-credit-note' : 'ok';
    }
    if (command.on < issuedOn) return 'invalid';
    if (command.do === 'reassign') return command.owner === inForce(owners, command.on) ? 'nothing' : 'ok';
    if (openOn(invoice, command.on).isZero()) return 'already-settled';
    if (command.do === 'dispute') {
      const free = undisputed(invoice, command.on);
      return !free.greaterThan(0) || free.lessThan(command.amount ?? 0) ? 'more-than-open' : 'ok';
    }
    const previous = inForce(agreed, command.on) ?? dueOn;
    return command.agreedDueOn <= dueOn || command.agreedDueOn === previous ? 'not-an-extension' : 'ok';
  }

  /** The command is done. */
  take(command: Command, { paymentId, disputeId }: Record<string, string>): void {
    if (command.do === 'issue') {
      const { currency, issuedOn, dueOn, owner, total } = command;
      const owners = [{ on: issuedOn, value: owner }];
      const open = new Decimal(total);
      const lists = { taken: [], agreed: [], owners, disputes: [] };
      this.invoices.set(command.number, { currency, open, issuedOn, dueOn, ...lists });
    } else if (command.do === 'pay') {
      const { amount, currency, receivedOn, parts, externalId } = command;
      const waiting = new Map(parts.map((part) => [part.number, new Decimal(part.amount)]));
      const applied = new Decimal(0);
      this.payments.set(paymentId!, { currency, amount: new Decimal(amount), receivedOn, applied, waiting });
      if (externalId !== undefined) this.fromBanks.set(externalId, JSON.stringify(command));
    } else {
      const invoice = this.invoices.get(command.number)!;
      if (command.do === 'dispute') {
        const amount =
          command.amount === undefined ? undisputed(invoice, command.on) : new Decimal(command.amount);
        invoice.disputes.push({ id: disputeId!, on: command.on, amount });
      } else if (command.do === 'resolve')
        invoice.disputes.find(({ id }) => id === command.dispute)!.over = command.on;
      else if (command.do === 'extend') invoice.agreed.push({ on: command.on, value: command.agreedDueOn });
      else invoice.owners.push({ on: command.on, value: command.owner });
    }
  }

  /** The invoice answers a payment: it takes what it can. @returns what it took */
  settle(paymentId: string, number: string): Decimal {
    const [payment, invoice] = [this.payments.get(paymentId)!, this.invoices.get(number)!];
    const taken = Decimal.min(payment.waiting.get(number)!, invoice.open);
    payment.waiting.delete(number);
    payment.applied = payment.applied.plus(taken);
    invoice.open = invoice.open.minus(taken);
    const on = payment.receivedOn > invoice.issuedOn ? payment.receivedOn : invoice.issuedOn;
    invoice.taken.push({ on, amount: taken });
    return taken;
  }
}

const sumOf = (of: { amount: Decimal }[]): Decimal =>
  of.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));

/** What settled it after that day was open on it. */
const openOn = ({ open, taken }: Invoice, day: string): Decimal =>
  open.plus(sumOf(taken.filter(({ on }) => on > day)));

/** What is disputed of an invoice on a day. */
export const disputedOn = ({ disputes }: Invoice, day: string): Decimal =>
  sumOf(disputes.filter(({ on, over = '9999' }) => on <= day && day < over));

/** What was open on the day, less the most that is disputed then or on a later day. */
function undisputed(invoice: Invoice, day: string): Decimal {
  const days = [day, ...invoice.disputes.map(({ on }) => on).filter((on) => on > day)];
  return openOn(invoice, day).minus(Decimal.max(...days.map((each) => disputedOn(invoice, each))));
}

/** The last one by the day it counts from, then as recorded. */
export const inForce = (lines: Lines, day = '9999'): string | undefined =>
  lines.reduce<Lines[number] | undefined>(
    (last, line) => (line.on <= day && line.on >= (last?.on ?? '') ? line : last),
    undefined,
  )?.value;
