import type { RecordedFact } from '@quittance/event-store';
import { Intake, paceAfter } from './intake.js';

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
      const intake = new Intake(100);
      for (const one of some(4)) void intake.offer(one);
      expect(await intake.take(4)).toHaveLength(4);
      // No timer goes off here: only what arrives ends the waiting.
      const full = intake.take(3);
      for (const one of some(4)) void intake.offer(one);
      expect(await full).toHaveLength(3);
      const cut = intake.take(3);
      intake.close();
      expect(await cut).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('hold up the giver when there are too many, until a batch was taken', async () => {
    const intake = new Intake(2);
    expect(intake.offer(fact(0n))).toBeUndefined();
    const held = intake.offer(fact(1n));
    expect(intake.isFull).toBe(true);
    expect(await intake.take(2)).toHaveLength(2);
    await held;
    expect(intake.isFull).toBe(false);
  });
});
