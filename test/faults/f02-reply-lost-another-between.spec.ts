import { status } from '@grpc/grpc-js';
import type { Caller, Written } from '../support/caller.js';
import { BehindProxy } from './support/behind-proxy.js';
import { Delay } from './support/proxy/faults.js';
import { openOf } from './support/books/invoices.js';
import { rngFor } from './support/seed.js';
import { Workload } from './support/workload.js';

describe('F02 the append commits, the reply is lost, and another command lands in between', () => {
  let behind: BehindProxy;
  let clerk: Caller;
  let other: Caller;
  let id: string;
  beforeAll(async () => {
    behind = await BehindProxy.start();
    ({ clerk } = await behind.clerkAt('proxy'));
    ({ clerk: other } = await behind.clerkAt('direct'));
    await behind.processes.projector().atWork();
  });
  afterAll(() => behind?.stop());
  let workloads = 0;
  beforeEach(async () => {
    const workload = new Workload(other, rngFor('f02'), `F02-${(workloads += 1)}`);
    if (workloads === 1) await workload.open();
    ({ id } = await workload.issue('100.00', { ownerId: 'anna' }));
  });

  const pay = (by: Caller, amount: string, key?: string) =>
    by.post<Written>(
      '/v1/payments',
      { amount, currency: 'EUR', receivedOn: '2025-05-01', allocations: [{ invoiceId: id, amount }] },
      { key },
    );
  const handOver = (by: Caller, ownerId: string, key?: string) =>
    by.post<Written>(
      `/v1/invoices/${id}/owner`,
      { ownerId, reason: 'Away', assignedOn: '2025-06-01' },
      { key },
    );
  /** The reply to the next append to the invoice waits; `resolves` once it has been stored. */
  const delayed = () => {
    const delay = new Delay();
    const where = ({ kind, stream }: { kind: string; stream: string }) =>
      kind === 'appended' && stream === `invoice-${id}`;
    return { delay, rule: behind.proxy.rule({ method: 'BatchAppend', where }, delay.fault) };
  };
  const inTheStream = async () => {
    const facts = (await behind.processes.facts()).filter(({ stream }) => stream === `invoice-${id}`);
    return facts.map(({ type, data }) => [type, data.ownerId ?? data.applied].join(' '));
  };

  it.each([
    ['and its stream breaks', (delay: Delay) => delay.breakOff(status.UNAVAILABLE)],
    ['and it never comes', () => undefined],
  ])('%s: still one fact, before the other', async (_what, then) => {
    const { delay, rule } = delayed();
    const first = handOver(clerk, 'bert');
    await rule.struck();
    expect(await handOver(other, 'mara')).toMatchObject({ status: 200, body: { revision: 2 } });
    then(delay);
    expect(await first).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await inTheStream()).toEqual(['InvoiceIssued anna', 'OwnerAssigned bert', 'OwnerAssigned mara']);
    expect(rule.fired).toBe(1);
    await behind.holds();
  });

  it('and it is a part of a payment, and the other pays the rest: each is applied once', async () => {
    const { delay, rule } = delayed();
    const first = pay(clerk, '60.00');
    await rule.struck();
    expect((await pay(other, '60.00')).status).toBe(201);
    delay.breakOff(status.INTERNAL);
    expect((await first).status).toBe(201);
    expect(await inTheStream()).toEqual([
      'InvoiceIssued anna',
      'PaymentApplied 60.00',
      'PaymentApplied 40.00',
    ]);
    const { opened } = await behind.holds();
    expect(openOf(opened).of(id).toFixed(2)).toBe('0.00');
  });

  it('and the client asks again meanwhile: both are answered with the one fact', async () => {
    const { delay, rule } = delayed();
    const first = handOver(clerk, 'bert', `again-${id}`);
    await rule.struck();
    await handOver(other, 'mara');
    const second = handOver(other, 'bert', `again-${id}`);
    expect(await second).toMatchObject({ status: 200, body: { revision: 1 } });
    delay.breakOff(status.UNAVAILABLE);
    expect(await first).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await inTheStream()).toEqual(['InvoiceIssued anna', 'OwnerAssigned bert', 'OwnerAssigned mara']);
    await behind.holds();
  });
});
