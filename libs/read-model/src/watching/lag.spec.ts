import { randomUUID } from 'node:crypto';
import { memoryEventStore } from '@quittance/event-store';
import { HEARTBEAT } from '../heartbeat.js';
import { lagOf } from './lag.js';

describe('the lag', () => {
  const store = memoryEventStore();
  const appended = async (
    count: number,
    type = 'Moved',
    stream = `account-${randomUUID()}`,
  ): Promise<void> => {
    const facts = Array.from({ length: count }, () => ({ id: randomUUID(), type, data: {}, metadata: {} }));
    await store.append(stream, 'none', facts);
  };

  it('is nothing in an empty log, and at its end', async () => {
    expect(await lagOf(store, undefined, undefined)).toEqual({ facts: 0, estimated: false, seconds: 0 });
    await appended(3);
    const end = await store.end();
    expect(await lagOf(store, end, end)).toEqual({ facts: 0, estimated: false, seconds: 0 });
  });

  it('counts the facts after the checkpoint, heartbeats left out', async () => {
    const checkpoint = await store.end();
    await appended(1, HEARTBEAT);
    expect(await lagOf(store, checkpoint, await store.end())).toEqual({
      facts: 0,
      estimated: false,
      seconds: 0,
    });
    await appended(7);
    await appended(1, HEARTBEAT);
    const lag = await lagOf(store, checkpoint, await store.end());
    expect(lag).toMatchObject({ facts: 7, estimated: false });
    expect(lag.seconds).toBeGreaterThanOrEqual(0);
  });

  it('is counted up to 500 and estimated beyond, and says so', async () => {
    const checkpoint = await store.end();
    for (let i = 0; i < 20; i += 1) await appended(100);
    const lag = await lagOf(store, checkpoint, await store.end());
    expect(lag.estimated).toBe(true);
    expect(lag.facts).toBeGreaterThan(1_900);
    expect(lag.facts).toBeLessThan(2_100);
  });
});
