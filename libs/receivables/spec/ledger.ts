import { createHash } from 'node:crypto';
import type { RecordedFact } from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import { type AnyProjection, HEARTBEAT, ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import type { Pool } from 'pg';
import { startTestDatabases, type TestDatabases } from '../../../test/support/stores.js';
import { partOf } from './invoice-facts.js';
import { aboutFact, type FactType, isFactType, PROJECTIONS, type ReceivablesFacts } from '../src/features.js';

/** A uuid that is always the same for the same name. */
export const idOf = (name: string): string =>
  createHash('md5')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

interface Issue {
  customer?: string;
  total: string;
  issuedOn?: string;
  dueOn?: string;
  owner?: string;
  currency?: string;
  instalments?: [dueOn: string, amount: string][];
}

/**
 * Books to ask questions of: the methods record facts (a minute apart, from 2026-06-01 08:00 UTC) and project
 * them into a PostgreSQL of its own, through the real projections.
 */
export class Ledger {
  private readonly revisions = new Map<string, bigint>();
  private readonly invoices = new Map<string, ReceivablesFacts['InvoiceIssued'] & { open: Money }>();
  private time = Date.parse('2026-06-01T08:00:00Z');
  private at = 0n;
  /** What an imported history says of the next facts. */
  stated?: string;

  private constructor(
    readonly stores: TestDatabases,
    readonly pool: Pool,
    private readonly model: ReadModel,
  ) {}

  static async open(projections: readonly AnyProjection[] = PROJECTIONS): Promise<Ledger> {
    const stores = await startTestDatabases(projections);
    const pool = openDatabase(stores.databaseUrl, { max: 4 });
    return new Ledger(stores, pool, await ReadModel.open({ pool, projections }));
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.stores.stop();
  }

  /** Empty again. Time and positions go on. */
  async clear(): Promise<void> {
    this.revisions.clear();
    this.invoices.clear();
    const { rows } = await this.pool.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables
       where schemaname in ('live', 'mirror') or tablename in ('streams', 'parked')`,
    );
    for (const { name } of rows) await this.pool.query(`delete from ${name}`);
  }

  customer(id: string, name = id, ownerId?: string): Promise<Date> {
    return this.record(`customer-${id}`, 'CustomerRegistered', {
      customerId: id,
      ownerId,
      registeredOn: '2026-01-01',
      personal: { subject: `customer-${id}`, name },
    });
  }

  person(id: string, name = id): Promise<Date> {
    return this.record(`person-${id}`, 'PersonRegistered', {
      personId: id,
      registeredOn: '2026-01-01',
      personal: { subject: `person-${id}`, name },
    });
  }

  seen(id: string, roles: string[] = ['clerk']): Promise<Date> {
    return this.record(`person-${id}`, 'PersonSeen', { personId: id, roles, seenOn: '2026-06-01' });
  }

  issue(number: string, { customer = 'C', total, currency = 'EUR', ...more }: Issue): Promise<Date> {
    const instalments = more.instalments?.map(([dueOn, amount]) => ({ dueOn, amount }));
    const dueOn = more.dueOn ?? instalments![0]!.dueOn;
    const data = {
      invoiceId: idOf(number),
      number,
      customerId: customer,
      issuedOn: more.issuedOn ?? '2026-01-01',
      dueOn,
      currency,
      total,
      ownerId: more.owner ?? 'maria',
      instalments,
    };
    this.invoices.set(number, { ...data, open: Money.of(total, currency) });
    return this.record(`invoice-${data.invoiceId}`, 'InvoiceIssued', data);
  }

  extend(number: string, agreedDueOn: string, grantedOn: string, ...more: [string?, number?]): Promise<Date> {
    const [reason = 'asked', instalment] = more;
    const { invoiceId, customerId, dueOn } = this.invoices.get(number)!;
    const personal = { subject: 'customer-C', reason };
    return this.record(`invoice-${invoiceId}`, 'ExtensionGranted', {
      ...{ invoiceId, number, customerId, dueOn, previousDueOn: dueOn, agreedDueOn, grantedOn },
      extensionId: idOf(`${number} ${grantedOn} ${agreedDueOn} ${instalment ?? ''}`),
      ...{ instalment, personal },
    });
  }

  assign(number: string, ownerId: string, assignedOn: string, reason = 'leave'): Promise<Date> {
    const personal = { subject: 'customer-C', reason };
    const { invoiceId, customerId, ownerId: previousOwnerId } = this.invoices.get(number)!;
    return this.record(`invoice-${invoiceId}`, 'OwnerAssigned', {
      ...{ invoiceId, number, customerId, previousOwnerId, ownerId, assignedOn, personal },
    });
  }

  /** Money comes in, meant for invoices; their answers are facts of their own. */
  receive(
    name: string,
    amount: string,
    receivedOn: string,
    parts: Record<string, string> = {},
    more: { payer?: string; currency?: string } = {},
  ): Promise<Date> {
    const allocations = Object.entries(parts).map(([number, part]) => {
      const { invoiceId, customerId } = this.invoices.get(number)!;
      return { invoiceId, customerId, number, amount: part };
    });
    return this.record(`payment-${idOf(name)}`, 'PaymentReceived', {
      paymentId: idOf(name),
      amount,
      currency: more.currency ?? 'EUR',
      receivedOn,
      payerId: more.payer,
      customerId: more.payer ?? allocations[0]?.customerId ?? null,
      allocations,
    });
  }

  /** The invoice answers: it takes what it can of the part, or refuses it. */
  settle(
    name: string,
    number: string,
    part: string,
    receivedOn: string,
    ...more: [string?, number?]
  ): Promise<Date> {
    const [payer, instalment] = more;
    const invoice = this.invoices.get(number)!;
    const { invoiceId, customerId, currency, issuedOn } = invoice;
    const applied = Money.of(part, currency).min(invoice.open);
    const common = {
      ...{ invoiceId, number, customerId, payerId: payer ?? customerId, ...partOf(idOf(name), invoiceId) },
      ...{ currency, requested: part, receivedOn, requestedOn: receivedOn },
    };
    if (applied.isZero) {
      return this.record(`invoice-${invoiceId}`, 'AllocationRefused', { ...common, code: 'nothing-open' });
    }
    invoice.open = invoice.open.minus(applied);
    return this.record(`invoice-${invoiceId}`, 'PaymentApplied', {
      ...common,
      applied: applied.toString(),
      instalment,
      open: invoice.open.toString(),
      appliedOn: receivedOn > issuedOn ? receivedOn : issuedOn,
    });
  }

  /** Received and taken at once, as a payment over HTTP does it. */
  async pay(
    name: string,
    amount: string,
    receivedOn: string,
    parts: Record<string, string>,
    ...[payer, instalment]: [string?, number?]
  ): Promise<Date> {
    await this.receive(name, amount, receivedOn, parts, { payer });
    const owner = payer ?? this.invoices.get(Object.keys(parts)[0]!)?.customerId;
    for (const [number, part] of Object.entries(parts)) {
      await this.settle(name, number, part, receivedOn, owner, instalment);
    }
    return new Date(this.time);
  }

  /** A step of its dunning: a reminder planned, or skipped when nobody owned it. */
  remind(number: string, step: string, on: string, ownerId?: string): Promise<Date> {
    const { invoiceId, customerId, currency, dueOn, open } = this.invoices.get(number)!;
    const common = {
      invoiceId,
      number,
      customerId,
      stepId: idOf(`${number} ${step}`),
      step,
      agreedDueOn: dueOn,
    };
    const stream = `dunning-${invoiceId}`;
    return ownerId
      ? this.record(stream, 'ReminderPlanned', {
          ...common,
          currency,
          open: open.toString(),
          ownerId,
          plannedOn: on,
        })
      : this.record(stream, 'ReminderSkipped', { ...common, code: 'superseded', skippedOn: on });
  }

  /** The projector hears itself: everything recorded before is known to be in. */
  async beat(): Promise<Date> {
    await this.record('heartbeat-main', HEARTBEAT as FactType, {} as never);
    return new Date(this.time - 1);
  }

  private async record<Type extends FactType>(
    stream: string,
    type: Type,
    data: ReceivablesFacts[Type],
  ): Promise<Date> {
    const revision = (this.revisions.get(stream) ?? -1n) + 1n;
    this.revisions.set(stream, revision);
    this.at += 10n;
    this.time += 60_000;
    const effectiveOn = isFactType(type) ? aboutFact({ type, data }).effectiveOn : undefined;
    const fact: RecordedFact = {
      stream,
      revision,
      position: { commit: this.at, prepare: this.at },
      id: idOf(`${stream} ${revision}`),
      type,
      data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>,
      metadata: {
        actor: { id: 'maria', roles: ['clerk'] },
        effectiveOn,
        statedRecordedAt: this.stated,
      } as unknown as RecordedFact['metadata'],
      recordedAt: new Date(this.time),
    };
    await this.model.project([fact]);
    return new Date(this.time);
  }
}
