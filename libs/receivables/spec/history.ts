import { randomUUID } from 'node:crypto';
import type { RecordedFact } from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import { allocationIdOf } from '../src/streams.js';
import { aboutFact, type FactType, type ReceivablesFacts } from '../src/features.js';

interface Issued {
  id: string;
  number: string;
  customerId: string;
  issuedOn: string;
  dueOn: string;
  agreedDueOn: string;
  ownerId: string;
  open: Money;
}

/** A legal history of receivables as a store gives it back, and what it must come to. */
export class History {
  readonly facts: RecordedFact[] = [];
  readonly invoices: Issued[] = [];
  private readonly revisions = new Map<string, bigint>();
  private time = Date.parse('2026-01-01T08:00:00Z');

  constructor(readonly currency = 'EUR') {}

  money = (amount: string): Money => Money.of(amount, this.currency);

  add<Type extends FactType>(stream: string, type: Type, data: ReceivablesFacts[Type], actor = 'anna'): void {
    const revision = (this.revisions.get(stream) ?? -1n) + 1n;
    this.revisions.set(stream, revision);
    const at = BigInt(this.facts.length + 1) * 7n;
    this.time += 60_000;
    this.facts.push({
      stream,
      revision,
      position: { commit: at, prepare: at },
      id: randomUUID(),
      type,
      data: data,
      metadata: {
        actor: { id: actor, roles: ['clerk'] },
        ...aboutFact({ type, data }),
      } as never,
      recordedAt: new Date(this.time),
    });
  }

  issue(
    number: string,
    total: string,
    dates: { issuedOn: string; dueOn: string },
    customerId = 'C1',
  ): Issued {
    const id = randomUUID();
    const invoice = {
      id,
      number,
      customerId,
      ...dates,
      agreedDueOn: dates.dueOn,
      ownerId: 'anna',
      open: this.money(total),
    };
    this.invoices.push(invoice);
    this.add(`invoice-${id}`, 'InvoiceIssued', {
      invoiceId: id,
      number,
      customerId,
      ...dates,
      currency: this.currency,
      total: invoice.open.toString(),
      ownerId: 'anna',
    });
    return invoice;
  }

  extend({ id, number, customerId, ...invoice }: Issued, agreedDueOn: string, grantedOn: string): void {
    this.add(`invoice-${id}`, 'ExtensionGranted', {
      invoiceId: id,
      number,
      customerId,
      extensionId: randomUUID(),
      dueOn: invoice.dueOn,
      previousDueOn: invoice.agreedDueOn,
      agreedDueOn,
      grantedOn,
      personal: { subject: `customer-${customerId}`, reason: 'Asked for time' },
    });
  }

  assign({ id, number, customerId, ...invoice }: Issued, ownerId: string, assignedOn: string): void {
    this.add(`invoice-${id}`, 'OwnerAssigned', {
      invoiceId: id,
      number,
      customerId,
      previousOwnerId: invoice.ownerId,
      ownerId,
      assignedOn,
      personal: { subject: `customer-${customerId}`, reason: 'Holidays' },
    });
  }

  /** A payment, and the answers of its invoices: those for whom `answered` says so, in this order. */
  pay(
    amount: string,
    receivedOn: string,
    parts: { invoice: Issued; amount: string; answered?: boolean }[] = [],
    payer: string | null = 'C1',
  ): string {
    const paymentId = randomUUID();
    this.add(`payment-${paymentId}`, 'PaymentReceived', {
      paymentId,
      amount: this.money(amount).toString(),
      currency: this.currency,
      receivedOn,
      payerId: payer ?? undefined,
      customerId: payer,
      allocations: parts.map(({ invoice, amount: requested }) => ({
        invoiceId: invoice.id,
        customerId: invoice.customerId,
        number: invoice.number,
        amount: this.money(requested).toString(),
      })),
      personal: { subject: `payment-${paymentId}`, reference: 'RF 18' },
    });
    for (const { invoice, amount: requested, answered = true } of parts) {
      if (answered) this.answer(paymentId, invoice, requested, receivedOn, payer);
    }
    return paymentId;
  }

  answer(
    paymentId: string,
    invoice: Issued,
    amount: string,
    receivedOn: string,
    payerId: string | null = 'C1',
  ): void {
    const requested = this.money(amount);
    const applied = requested.min(invoice.open);
    const { id, number, customerId } = invoice;
    const common = {
      invoiceId: id,
      number,
      customerId,
      paymentId,
      payerId,
      currency: this.currency,
      ...{ receivedOn, requestedOn: receivedOn, allocationId: allocationIdOf(paymentId, id) },
    };
    if (applied.isZero) {
      this.add(`invoice-${id}`, 'AllocationRefused', {
        ...common,
        requested: requested.toString(),
        code: 'nothing-open',
      });
      return;
    }
    invoice.open = invoice.open.minus(applied);
    this.add(`invoice-${id}`, 'PaymentApplied', {
      ...common,
      requested: requested.toString(),
      applied: applied.toString(),
      open: invoice.open.toString(),
      appliedOn: receivedOn > invoice.issuedOn ? receivedOn : invoice.issuedOn,
    });
  }
}
