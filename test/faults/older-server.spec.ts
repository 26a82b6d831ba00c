import { status } from '@grpc/grpc-js';
import { connectEventStore, type EventStore } from '@quittance/event-store';
import { appendRules } from '../conformance/append.rules.js';
import { startNode } from '../conformance/node.js';
import { FaultProxy } from './support/proxy/fault-proxy.js';
import { breakOff, lose } from './support/proxy/faults.js';
import type { Rule } from './support/proxy/rule.js';

describe('An event store that is not known to take batches of appends', () => {
  let node: Awaited<ReturnType<typeof startNode>>;
  let proxy: FaultProxy;
  let store: EventStore;
  let asked: Rule;
  let batches: Rule;
  beforeAll(async () => {
    node = await startNode();
    proxy = await FaultProxy.start(node.url);
    asked = proxy.rule({ method: 'GetSupportedMethods', times: Infinity }, breakOff(status.UNIMPLEMENTED));
    batches = proxy.rule({ method: 'BatchAppend', times: Infinity }, lose);
    // A call for each of a thousand appends takes a busy machine long.
    store = connectEventStore(proxy.url, { appendTimeout: 60_000 });
  });
  afterAll(async () => {
    await store?.close();
    proxy?.stop();
    await node?.stop();
  });

  appendRules(() => store);

  it('was asked what it knows, and was sent no batch', () => {
    expect(asked.fired).toBeGreaterThan(0);
    expect(batches.fired).toBe(0);
  });
});
