import {
  CommandHandler,
  type CommandMessage,
  type EventStore,
  IdempotencyGuard,
  memoryEventStore,
  type Outcome,
  type RecordedFact,
  Vault,
} from '@quittance/event-store';
import { entityClock } from '@quittance/kernel';
import {
  aboutFact,
  IssueInvoice,
  type PaymentAnswer,
  RecordPayment,
  RegisterCustomer,
  ROUTES,
  SeePerson,
} from '@quittance/receivables';
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

const clock = entityClock('Europe/Rome');
export const TODAY = clock.today();
let keys = 0;

/** A company of its own: an empty store, and one process over it. */
export class Company {
  readonly store: EventStore = memoryEventStore();
  private readonly handler: CommandHandler;

  /** @param reach what the process reaches the store through */
  constructor(pool: Pool, reach: (store: EventStore) => EventStore = (store) => store) {
    this.handler = new CommandHandler({
      store: reach(this.store),
      guard: new IdempotencyGuard(pool),
      vault: new Vault(pool),
      clock,
      entity: `company-${(keys += 1)}`,
      routes: ROUTES,
      about: aboutFact,
    });
  }

  readonly execute = (command: CommandMessage): Promise<Outcome> => this.handler.execute(command);

  send<Command extends CommandMessage>(
    type: new () => Command,
    body: Omit<Command, 'context'>,
    key = `key ${(keys += 1)}`,
  ): Promise<Outcome> {
    const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    const actor = { id: 'anna', roles: ['clerk'] };
    const context = { key, hash, actor, correlationId: key, causationId: key };
    return this.execute(Object.assign(new type(), body, { context }));
  }

  async issue(number: string, total: string, change: Partial<IssueInvoice> = {}): Promise<string> {
    const issued = {
      number,
      customerId: 'C-1',
      issuedOn: '2026-01-01',
      dueOn: '2026-01-31',
      currency: 'EUR',
      total,
    };
    return (await this.send(IssueInvoice, { ...issued, ...change })).id;
  }

  pay(amount: string, allocations: RecordPayment['allocations'], change: object = {}, key?: string) {
    const body = { amount, currency: 'EUR', receivedOn: '2026-02-01', allocations, ...change };
    return this.send(RecordPayment, body, key) as Promise<Outcome<PaymentAnswer>>;
  }

  async facts(): Promise<RecordedFact[]> {
    const facts: RecordedFact[] = [];
    for await (const fact of this.store.readAll()) facts.push(fact);
    return facts;
  }
}

/** With one person, anna, and one customer, C-1. */
export async function company(pool: Pool, reach?: (store: EventStore) => EventStore): Promise<Company> {
  const founded = new Company(pool, reach);
  await founded.send(SeePerson, { personId: 'anna', roles: ['clerk'] });
  await founded.send(RegisterCustomer, { customerId: 'C-1', name: 'Rossi' });
  return founded;
}
