import { randomUUID } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import type { Caller, Written } from '../support/caller.js';
import { BehindProxy } from './support/behind-proxy.js';
import { breakOff, Delay, lose } from './support/proxy/faults.js';
import type { Reply } from './support/proxy/replies.js';
import type { RealProcess } from './support/real-process.js';
import { rngFor } from './support/seed.js';
import { Workload } from './support/workload.js';
import { until } from './support/until.js';

describe('F01 the append commits, the reply is lost', () => {
  const rng = rngFor('f01');
  let behind: BehindProxy;
  let clerk: Caller;
  let api: RealProcess;
  let workloads = 0;
  let workload: Workload;
  beforeAll(async () => {
    behind = await BehindProxy.start();
    ({ clerk, api } = await behind.clerkAt('proxy'));
    await behind.processes.projector().atWork();
    await new Workload(clerk, rng).open();
  });
  afterAll(() => behind?.stop());
  afterEach(() => behind?.proxy.liftAll());
  beforeEach(async () => {
    workload = new Workload(clerk, rng, `F01-${(workloads += 1)}`);
    await workload.issue('100.00');
  });

  const ours = ({ kind, stream }: Reply) => kind === 'appended' && !stream.startsWith('heartbeat-');
  const everyThird = { method: 'BatchAppend', where: ours, nth: 2, every: 3, times: 6 } as const;
  /** Requests as they were answered, and facts as they are stored. */
  const oneFactEach = async () => {
    const { facts } = await behind.holds();
    expect(facts).toBe((await behind.processes.facts()).length);
  };

  it.each([
    ['UNAVAILABLE', status.UNAVAILABLE],
    ['INTERNAL', status.INTERNAL],
    ['CANCELLED', status.CANCELLED],
    ['no error at all', status.OK],
  ])('with the stream of appends broken by %s: one fact, and the request succeeds', async (_what, code) => {
    const rule = behind.proxy.rule(everyThird, breakOff(code));
    await workload.actionsUntil('six replies are lost', () => rule.fired === 6);
    expect(workload.counts.askedAgain).toBe(0);
    await oneFactEach();
  });

  it('in silence: one fact, and the request succeeds once the append has timed out', async () => {
    const rule = behind.proxy.rule({ method: 'BatchAppend', where: ours, nth: 2 }, lose);
    await Promise.all([workload.issue('1.00'), workload.issue('2.00'), workload.issue('3.00')]);
    expect(rule.fired).toBe(1);
    await oneFactEach();
  });

  it('until after the time-out, and then comes all the same: one fact', async () => {
    const late = new Delay();
    const rule = behind.proxy.rule({ method: 'BatchAppend', where: ours }, late.fault);
    await workload.issue('4.00');
    expect(rule.fired).toBe(1);
    late.release();
    await workload.actions(3);
    await oneFactEach();
  });

  it('and the store cannot even be asked: 503, and the client’s retry finds its fact', async () => {
    const replies = behind.proxy.rule(
      { method: 'BatchAppend', where: ours, times: Infinity },
      breakOff(status.UNAVAILABLE),
    );
    // What is read before the append, such as a customer who was not looked at for a while, still comes.
    const reads = behind.proxy.rule(
      { method: 'Read', where: () => replies.fired > 0, times: Infinity },
      breakOff(status.UNAVAILABLE),
    );
    const issuing = workload.issue('5.00');
    issuing.catch(() => undefined); // told below
    await until('the api gives up', () => workload.counts.askedAgain > 0);
    expect([replies.fired, reads.fired].every((fired) => fired > 0)).toBe(true);
    behind.proxy.liftAll();
    const { id } = await issuing;
    const stored = (await behind.processes.facts()).filter(({ stream }) => stream === `invoice-${id}`);
    expect(stored.map(({ type }) => type)).toEqual(['InvoiceIssued']);
    await oneFactEach();
  });

  it('and the process that asked is killed: the retry at another one finds its fact', async () => {
    const late = new Delay();
    const rule = behind.proxy.rule({ method: 'BatchAppend', where: ours }, late.fault);
    const [key, body] = [randomUUID(), { amount: '7.00', currency: 'EUR', receivedOn: '2025-03-01' }];
    const asked = clerk.post('/v1/payments', body, { key }).catch(() => 'killed');
    await rule.struck();
    await api.kill();
    expect(await asked).toBe('killed');
    const other = await behind.clerkAt('direct');
    const { headers, body: answer } = await other.clerk.post<Written>('/v1/payments', body, { key });
    expect(headers.get('idempotency-replayed')).toBe('true');
    const received = (await behind.processes.facts()).filter(({ type }) => type === 'PaymentReceived');
    expect(received.filter(({ stream }) => stream === `payment-${answer.id}`)).toHaveLength(1);
    await oneFactEach();
  });
});
