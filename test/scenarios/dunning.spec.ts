import { randomUUID } from 'node:crypto';
import { CommandHandler, IdempotencyGuard, type Outcome, Vault } from '@quittance/event-store';
import { addDays, type BusinessDate } from '@quittance/kernel';
import {
  aboutFact,
  type ChaseInvoice,
  DunningRun,
  FinishPayment,
  FinishPending,
  PENDING_PAYMENTS,
  RecordPayment,
  recordLogHead,
  ROUTES,
} from '@quittance/receivables';
import { type Caller, ENTITY, type Quittance, startQuittance } from '../support/quittance.js';

// Every morning the reactor plans reminders and escalates; it finishes payments and records the head of the log.

let quittance: Quittance;
let clerk: Caller;
let due: BusinessDate;

beforeAll(async () => {
  quittance = await startQuittance();
  const manager = await quittance.as('manager', 'mara');
  clerk = await quittance.as('clerk', 'carla');
  due = addDays(quittance.clock.today(), -60);
  const person = (personId: string, managerId?: string) =>
    manager.done('/v1/people', { personId, name: personId, email: `${personId}@example.com`, managerId });
  await person('boss');
  await person('owner', 'boss');
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Acme', ownerId: 'owner' });
});
afterAll(() => quittance?.stop());

let numbers = 0;
async function invoice(): Promise<{ id: string; position: string }> {
  const dates = { issuedOn: addDays(due, -30), dueOn: due };
  const issued = { customerId: 'C-1', ...dates, currency: 'EUR', total: '100.00' };
  return clerk.done('/v1/invoices', { number: `D-${++numbers}`, ...issued });
}

type PaymentShown = Record<'pending' | 'allocated', string>;

type Ran = Record<'considered' | 'planned' | 'skipped' | 'escalated', number> & { next: string | null };

/** A run once all that was written is projected: the rows say whom to look at. */
async function run(on: BusinessDate, after: string): Promise<Ran> {
  await clerk.get('/v1/invoices?limit=1', after);
  return clerk.done<Ran>('/v1/dunning/runs', { on });
}

/** What was done to one invoice, step by step. */
async function chaseOf(invoiceId: string): Promise<string[]> {
  const steps: string[] = [];
  for await (const { type, data } of quittance.store.read(`dunning-${invoiceId}`)) {
    steps.push(`${type} ${String(data.step)}`);
  }
  return steps;
}

const positionOfLast = async (): Promise<string> => String((await quittance.facts()).at(-1)!.position.commit);

/** The door of another process on the same stores. */
const door = (routes = ROUTES) =>
  new CommandHandler({
    store: quittance.store,
    guard: new IdempotencyGuard(quittance.pool),
    vault: new Vault(quittance.pool),
    clock: quittance.clock,
    entity: ENTITY,
    routes,
    about: aboutFact,
  }).execute;

describe('the chase of an invoice', () => {
  it('reminds 3 days before and 3, 7 and 14 days after the agreed due date, and escalates at 30', async () => {
    const { id, position } = await invoice();
    let after = position;
    for (const days of [-4, -3, 0, 2, 3, 6, 7, 13, 14, 29, 30, 45]) {
      await run(addDays(due, days), after);
      after = await positionOfLast();
    }
    expect(await chaseOf(id)).toEqual([
      'ReminderPlanned due-3',
      'ReminderPlanned due+3',
      'ReminderPlanned due+7',
      'ReminderPlanned due+14',
      'InvoiceEscalated due+30',
    ]);
  });

  it("escalates to the owner's manager", async () => {
    const { id, position } = await invoice();
    await run(addDays(due, 30), position);
    const facts = (await quittance.facts()).filter(({ stream }) => stream === `dunning-${id}`);
    expect(facts.at(-1)).toMatchObject({
      type: 'InvoiceEscalated',
      data: { ownerId: 'owner', escalatedTo: 'boss', open: '100.00', agreedDueOn: due },
    });
  });

  it('goes straight to the highest step after days of silence, and skips the lower ones as superseded', async () => {
    const { id, position } = await invoice();
    expect(await run(addDays(due, 15), position)).toMatchObject({ planned: 1, skipped: 3, escalated: 0 });
    expect(await chaseOf(id)).toEqual([
      'ReminderSkipped due-3',
      'ReminderSkipped due+3',
      'ReminderSkipped due+7',
      'ReminderPlanned due+14',
    ]);
  });

  it('does each step once, however often and in whatever order the days are run', async () => {
    const { id, position } = await invoice();
    await run(addDays(due, 7), position);
    const once = await chaseOf(id);
    for (const days of [7, 3, 7]) {
      const again = await run(addDays(due, days), await positionOfLast());
      expect(again).toMatchObject({ planned: 0, skipped: 0, escalated: 0 });
    }
    await Promise.all([7, 7].map((days) => clerk.done('/v1/dunning/runs', { on: addDays(due, days) })));
    expect(await chaseOf(id)).toEqual(once);
  });

  it('leaves a paid invoice alone, also for a day before the money came', async () => {
    const { id } = await invoice();
    const { position } = await clerk.done<{ position: string }>('/v1/payments', {
      ...{ amount: '100.00', currency: 'EUR', receivedOn: addDays(due, 20) },
      allocations: [{ invoiceId: id, amount: '100.00' }],
    });
    await run(addDays(due, 10), position);
    expect(await chaseOf(id)).toEqual([]);
  });

  it('begins again with a new agreed due date', async () => {
    const { id, position } = await invoice();
    await run(addDays(due, 3), position);
    const agreedDueOn = addDays(due, 20);
    const extended = { agreedDueOn, reason: 'Asked for time', grantedOn: addDays(due, 4) };
    const granted = await clerk.done(`/v1/invoices/${id}/extensions`, extended);
    await run(addDays(due, 7), granted.position);
    expect(await chaseOf(id)).toHaveLength(2); // seven days after the old date nothing happens
    await run(addDays(agreedDueOn, 3), await positionOfLast());
    expect((await chaseOf(id)).slice(2)).toEqual(['ReminderSkipped due-3', 'ReminderPlanned due+3']);
  });

  it('chases the others when one invoice cannot be chased, and says how many failed', async () => {
    const [poisoned, other] = [await invoice(), await invoice()];
    await clerk.get('/v1/invoices?limit=1', other.position);
    const commands = {
      execute: (command: ChaseInvoice) =>
        command.invoiceId === poisoned.id ? Promise.reject(new Error('broken chain')) : door()(command),
    };
    const by = { actor: { id: 'carla', roles: ['clerk'] }, correlationId: 'poison' };
    const run = new DunningRun(quittance.pool, commands as never, () => Promise.resolve(undefined));
    expect(await run.all(addDays(due, 3), by)).toMatchObject({ failed: 1 });
    expect(await chaseOf(other.id)).toContain('ReminderPlanned due+3');
    expect(await chaseOf(poisoned.id)).toEqual([]);
  });

  it('is not run for a day to come', async () => {
    const problem = await clerk.refused('/v1/dunning/runs', { on: addDays(quittance.clock.today(), 1) });
    expect(problem).toMatchObject({ status: 422, fields: ['/on not-in-future'] });
  });
});

describe('the reactor', () => {
  /** A payment recorded by a process that dies after its first append: nobody asks the invoice. */
  const leftPending = (invoiceId: string, amount: string): Promise<Outcome> => {
    const dying = door(ROUTES.map((route) => ({ ...route, answer: undefined })));
    const context = { key: randomUUID(), hash: 'h', actor: { id: 'carla', roles: ['clerk'] } };
    return dying(
      Object.assign(new RecordPayment(), {
        ...{ amount, currency: 'EUR', receivedOn: due, allocations: [{ invoiceId, amount }] },
        context: { ...context, correlationId: 'crash', causationId: 'crash' },
      }),
    );
  };

  it('finishes a payment that a crash left pending, and never twice', async () => {
    const { id } = await invoice();
    const paid = await leftPending(id, '40.00');
    const payment = (after: bigint) => clerk.get<PaymentShown>(`/v1/payments/${paid.id}`, String(after));
    expect((await payment(paid.position.commit)).body).toMatchObject({ pending: '40.00', allocated: '0.00' });

    const finish = new FinishPending(quittance.pool, door(), PENDING_PAYMENTS);
    // Young ones are left to the request that recorded them.
    while ((await finish.run()) === 0) await clerk.get('/health/live');
    const end = BigInt(await positionOfLast());
    expect((await payment(end)).body).toMatchObject({ pending: '0.00', allocated: '40.00' });
    const context = { key: paid.id, hash: '', actor: { id: 'carla', roles: ['clerk'] } };
    const again = { paymentId: paid.id, context: { ...context, correlationId: 'x', causationId: 'x' } };
    await door()(Object.assign(new FinishPayment(), again));
    expect(BigInt(await positionOfLast())).toBe(end);
  });

  it('asks about the next payments when one cannot be finished', async () => {
    const left: string[] = [];
    for (const amount of ['10.00', '20.00']) {
      const { id, position } = await leftPending((await invoice()).id, amount);
      left.push(id);
      await clerk.get(`/v1/payments/${id}`, String(position.commit));
    }
    const asked = new Set<string>();
    const ask = (command: object): Promise<never> => {
      const { paymentId } = command as FinishPayment;
      asked.add(paymentId);
      return paymentId === left[0]
        ? Promise.reject(new Error('it cannot be finished'))
        : Promise.resolve(undefined as never);
    };
    const finish = new FinishPending(quittance.pool, ask, PENDING_PAYMENTS);
    const outcome = (): Promise<unknown> => finish.run().catch((error: Error) => error.message);
    // Young ones are left to the request that recorded them.
    while (!asked.has(left[1]!)) expect([0, 1, 'it cannot be finished']).toContain(await outcome());
    expect(await outcome()).toBe('it cannot be finished');
  });

  it('records a head of the log that counts every fact once, whoever reads it on', async () => {
    const by = { entity: ENTITY, actor: { id: 'system:reactor', roles: ['system'] }, correlationId: 'test' };
    const heads = (): Promise<(Outcome | undefined)[]> =>
      Promise.all([1, 2].map(() => recordLogHead(quittance.store, door(), by)));
    await heads();
    const counted = (await quittance.facts()).filter(({ stream }) => !stream.startsWith('log-heads-'));
    const stated = async () => {
      const all: Record<string, unknown>[] = [];
      for await (const { data } of quittance.store.read(`log-heads-${ENTITY}`)) all.push(data);
      return all;
    };
    expect(await stated()).toMatchObject([
      {
        position: String(counted.at(-1)!.position.commit),
        facts: String(counted.length),
        streams: String(new Set(counted.map(({ stream }) => stream)).size),
      },
    ]);
    await invoice();
    await heads();
    const [, second] = await stated();
    expect(second).toMatchObject({ facts: String(counted.length + 1) });
    expect(await recordLogHead(quittance.store, door(), by)).toBeUndefined();
  });
});
