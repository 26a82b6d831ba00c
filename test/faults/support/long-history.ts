import {
  chain,
  CHAIN_START,
  type ChainEnd,
  type EventStore,
  type NewFact,
  resolveAppend,
  type Unchained,
  uuid5,
  Vault,
} from '@quittance/event-store';
import type { Pool } from 'pg';

const ENTITY = 'main';
const CUSTOMERS = 20;
/** Extensions and new owners of each invoice; with its issue, its payments and what they settled. */
const EXCEPTIONS = 7;
const PAYMENTS = 2;
/** Facts an invoice makes, with its payments. */
const EACH = 1 + 2 * EXCEPTIONS + 2 * PAYMENTS;
/** Invoices written at the same time. */
const AT_ONCE = 32;

/** Where facts go: each call follows the revision in its stream. */
export interface Appending {
  append(stream: string, after: bigint | 'none', facts: readonly NewFact[]): Promise<unknown>;
}

/** Appends that have to be stored. */
export const into = (store: EventStore): Appending => ({
  async append(stream, after, facts) {
    const { result } = await resolveAppend(store, stream, after, facts);
    if (result !== 'appended') throw new Error(`${stream}: ${result}`);
  },
});

/**
 * Writes a long legal history straight into a log, as fast as it takes it: customers, invoices with many
 * exceptions, part payments. Facts are sealed and chained as commands would have made them.
 */
export class LongHistory {
  private invoices = 0;

  private readonly vault: Vault;

  /** @param pool the database of keys */
  constructor(
    private log: Appending,
    pool: Pool,
  ) {
    // All writers at once would ask for a key that has run out.
    this.vault = new Vault(pool, { keepFor: 3_600_000 });
  }

  /** From now on facts go there. */
  goOn(log: Appending): void {
    this.log = log;
  }

  /** At least so many facts more; answers how many. */
  async write(least: number): Promise<number> {
    let written = 0;
    if (this.invoices === 0) {
      for (let i = 0; i < CUSTOMERS; i += 1) await this.customer(i);
      written += CUSTOMERS;
    }
    const until = this.invoices + Math.ceil((least - written) / EACH);
    const writer = async (): Promise<void> => {
      while (this.invoices < until) {
        await this.invoice((this.invoices += 1));
        written += EACH;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, writer));
    return written;
  }

  private async customer(i: number): Promise<void> {
    const personal = { subject: customer(i), name: `Customer ${i}`, phone: '+39 06 1' };
    const data = { customerId: `C-${i}`, registeredOn: '2025-01-01', personal };
    await this.append(customer(i), CHAIN_START, [fact('CustomerRegistered', data, data.registeredOn)]);
  }

  private async invoice(n: number): Promise<void> {
    const invoiceId = uuid5(ENTITY, 'invoice', `L-${n}`);
    const stream = `invoice-${invoiceId}`;
    const common = { invoiceId, number: `L-${n}`, customerId: `C-${n % CUSTOMERS}` };
    const issued = {
      ...{
        ...common,
        issuedOn: '2025-01-10',
        dueOn: '2025-02-10',
        currency: 'EUR',
        total: '100.00',
        ownerId: 'o0',
      },
      lines: Array.from({ length: 8 }, (_, i) => ({
        description: `Line ${i} ${'x'.repeat(150)}`,
        amount: '12.50',
      })),
    };
    const exceptions = Array.from({ length: EXCEPTIONS }, (_, i) => {
      const day = `2025-02-${String(i + 11)}`;
      const personal = { subject: customer(n % CUSTOMERS), reason: `They asked for the ${i + 1}. time` };
      const dates = {
        dueOn: '2025-02-10',
        previousDueOn: `2025-03-${i + 10}`,
        agreedDueOn: `2025-03-${i + 11}`,
      };
      return [
        fact('ExtensionGranted', { ...common, ...dates, grantedOn: day, personal }, day),
        fact(
          'OwnerAssigned',
          { ...common, previousOwnerId: `o${i}`, ownerId: `o${i + 1}`, assignedOn: day, personal },
          day,
        ),
      ];
    });
    const end = await this.append(stream, CHAIN_START, [
      fact('InvoiceIssued', issued, issued.issuedOn),
      ...exceptions.flat(),
    ]);
    const receivedOn = '2025-04-01';
    const settled: Unchained[] = [];
    for (let i = 0; i < PAYMENTS; i += 1) {
      const paymentId = uuid5(ENTITY, 'payment', `L-${n}`, String(i));
      const { customerId, number } = common;
      const amount = '30.00';
      const allocations = [{ invoiceId, customerId, number, amount }];
      const received = { paymentId, amount: '31.00', currency: 'EUR', receivedOn, customerId, allocations };
      await this.append(`payment-${paymentId}`, CHAIN_START, [fact('PaymentReceived', received, receivedOn)]);
      const open = `${100 - 30 * (i + 1)}.00`;
      const money = {
        currency: 'EUR',
        requested: amount,
        applied: amount,
        open,
        receivedOn,
        appliedOn: receivedOn,
      };
      settled.push(
        fact('PaymentApplied', { ...common, paymentId, payerId: customerId, ...money }, receivedOn),
      );
    }
    await this.append(stream, end, settled);
  }

  private async append(stream: string, end: ChainEnd, facts: Unchained[]): Promise<ChainEnd> {
    const sealed = await Promise.all(
      facts.map(async (one) => ({ ...one, data: await this.vault.seal(one.data) })),
    );
    const linked = chain(stream, end, sealed);
    await this.log.append(stream, end.revision, linked);
    const before = end.revision === 'none' ? -1n : end.revision;
    return { revision: before + BigInt(linked.length), hash: linked.at(-1)!.metadata.hash };
  }
}

const customer = (i: number): string => `customer-${uuid5(ENTITY, 'customer', `C-${i}`)}`;

let commands = 0;
export function fact(type: string, data: Record<string, unknown>, effectiveOn: string): Unchained {
  const commandId = uuid5(ENTITY, 'long history', String((commands += 1)));
  const actor = { id: 'anna', roles: ['clerk'] };
  const ids = { $correlationId: commandId, $causationId: commandId, commandId, commandHash: '0'.repeat(64) };
  return {
    id: uuid5(commandId, '0'),
    type,
    data,
    metadata: { ...ids, actor, entity: ENTITY, effectiveOn, schema: 1 },
  };
}
