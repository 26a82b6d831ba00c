import type { RecordedFact } from '@quittance/event-store';
import { InboundQueue, paceAfter } from './inbound-queue.js';

const fact = (revision: bigint): RecordedFact => ({ revision }) as RecordedFact;
const some = (count: number): RecordedFact[] => Array.from({ length: count }, (_, i) => fact(BigInt(i)));

describe('the pace of batches', () => {
  it('is none after a fact that came alone, and eight milliseconds after a few', () => {
    expect(paceAfter(1, 50)).toBe(0);
    expect(paceAfter(2, 1)).toBe(8);
  });

  it('grows with the facts of a batch and with the time it took, to a fifth of a second', () => {
    expect(paceAfter(20, 1)).toBe(30);
    expect(paceAfter(500, 1)).toBe(80);
    expect(paceAfter(2, 30)).toBe(60);
    expect(paceAfter(500, 1_000)).toBe(200);
  });
});

describe('facts between the subscription and the tables', () => {
  it('wait for no pace once a batch is full, and for none when it is closed', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] });
    try {
      const queue = new InboundQueue(100);
      for (const one of some(4)) void queue.offer(one);
      expect(await queue.take(4)).toHaveLength(4);
      // No timer goes off here: only what arrives ends the waiting.
      const full = queue.take(3);
      for (const one of some(4)) void queue.offer(one);
      expect(await full).toHaveLength(3);
      const cut = queue.take(3);
      queue.close();
      expect(await cut).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('hold up the giver when there are too many, until a batch was taken', async () => {
    const queue = new InboundQueue(2);
    expect(queue.offer(fact(0n))).toBeUndefined();
    const held = queue.offer(fact(1n));
    expect(queue.isFull).toBe(true);
    expect(await queue.take(2)).toHaveLength(2);
    await held;
    expect(queue.isFull).toBe(false);
  });
});
