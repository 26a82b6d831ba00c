import { status } from '@grpc/grpc-js';
import { connectEventStore, type EventStore, StoreUnavailableError } from '@quittance/event-store';
import { appendRules } from '../conformance/append.rules.js';
import { all, facts, fresh, ids, Listener } from '../conformance/facts.js';
import { startNode } from '../conformance/node.js';
import { readRules } from '../conformance/read.rules.js';
import { subscriptionRules } from '../conformance/subscription.rules.js';
import { FaultProxy } from './support/proxy/fault-proxy.js';
import {
  breakOff,
  checkpointInstead,
  Delay,
  deliverAgain,
  fallSilent,
  lose,
} from './support/proxy/faults.js';

let node: Awaited<ReturnType<typeof startNode>>;
let proxy: FaultProxy;
/** Through the proxy, and another way that goes round it. */
let store: EventStore;
let impatient: EventStore;
let witness: EventStore;
beforeAll(async () => {
  node = await startNode();
  proxy = await FaultProxy.start(node.url, { keep: 3 });
  store = connectEventStore(proxy.url, { appendTimeout: 60_000 });
  impatient = connectEventStore(proxy.url, { appendTimeout: 3_000 });
  witness = connectEventStore(node.url);
});
afterAll(async () => {
  await Promise.all([store?.close(), impatient?.close(), witness?.close()]);
  proxy?.stop();
  await node?.stop();
});

describe('without a rule nothing is different', () => {
  appendRules(() => store);
  readRules(() => store);
  subscriptionRules(() => store);
});

describe('a rule strikes', () => {
  const appended = (stream: string) => ({ method: 'BatchAppend', where: of(stream) }) as const;
  const of =
    (name: string) =>
    ({ stream }: { stream: string }) =>
      stream === name;

  it.each([
    ['loses the reply', lose],
    ['breaks the stream with UNAVAILABLE', breakOff(status.UNAVAILABLE)],
    ['breaks it with INTERNAL', breakOff(status.INTERNAL)],
    ['breaks it with CANCELLED', breakOff(status.CANCELLED)],
    ['half-closes it', breakOff(status.OK)],
    ['falls silent', fallSilent],
  ])('an append that is stored, and %s', async (_what, fault) => {
    const stream = fresh();
    const rule = proxy.rule(appended(stream), fault);
    const sent = facts(2);
    expect((await impatient.append(stream, 'none', sent)).result).toBe('unknown');
    await rule.struck();
    expect(ids(await all(witness.read(stream)))).toEqual(ids(sent));
    expect(await store.append(stream, 'none', sent)).toMatchObject({ result: 'appended', revision: 1n });
  });

  it('only at the nth that counts, and so often', async () => {
    const stream = fresh();
    const rule = proxy.rule(
      { ...appended(stream), nth: 2, times: 2, every: 2 },
      breakOff(status.UNAVAILABLE),
    );
    const results: string[] = [];
    for (const expected of ['none', 0n, 1n, 2n, 3n, 4n] as const)
      results.push((await store.append(stream, expected, facts(1))).result);
    expect(results).toEqual(['appended', 'unknown', 'appended', 'unknown', 'appended', 'appended']);
    expect(rule.fired).toBe(2);
  });

  it('a reply that comes too late does no harm', async () => {
    const stream = fresh();
    const late = new Delay();
    const rule = proxy.rule(appended(stream), late.fault);
    expect((await impatient.append(stream, 'none', facts(1))).result).toBe('unknown');
    await rule.struck();
    late.release();
    expect((await store.append(stream, 0n, facts(1))).result).toBe('appended');
  });

  it.each([
    ['breaks', breakOff(status.UNAVAILABLE), [expect.any(StoreUnavailableError)]],
    ['half-closes', breakOff(status.OK), [undefined]],
  ])('a subscription %s', async (_what, fault, endings) => {
    const stream = fresh();
    const rule = proxy.rule({ method: 'Read', where: of(stream), nth: 2 }, fault);
    await store.append(stream, 'none', facts(3));
    const listener = await new Listener(store, [stream]).until((heard) => heard.endings.length > 0);
    expect(listener.endings).toEqual(endings);
    expect(listener.heard).toHaveLength(1);
    expect(rule.fired).toBe(1);
  });

  it('a subscription delivers the last facts again, and passes over one with a checkpoint', async () => {
    const [stream, other] = [fresh(), fresh()];
    const again = proxy.rule({ method: 'Read', where: of(stream), nth: 4 }, deliverAgain);
    const over = proxy.rule({ method: 'Read', where: of(stream), nth: 5 }, checkpointInstead);
    await store.append(stream, 'none', facts(6));
    await store.append(other, 'none', facts(1));
    const listener = await new Listener(store, [stream, other]).until(
      ({ heard }) => heard.at(-1)?.stream === other,
    );
    await listener.stop();
    const heard = listener.heard.filter((fact) => fact.stream === stream);
    expect(heard.map(({ revision }) => Number(revision))).toEqual([0, 1, 2, 3, 1, 2, 3, 4]);
    const [left] = (await all(witness.read(stream))).slice(5);
    expect(listener.checkpoints.map(({ commit }) => commit)).toContain(left!.position.commit);
    expect([again.fired, over.fired]).toEqual([1, 1]);
  });
});
