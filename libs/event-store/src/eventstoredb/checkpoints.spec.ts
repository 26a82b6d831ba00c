import { Checkpoints } from './checkpoints.js';

// As in EventStoreDB: positions are places in the log, hundreds of bytes from one fact to the next.
const FACTS = 100_000n;
const shown = (fact: bigint): bigint => fact * 700n;
const own = (fact: bigint): bigint => 5_000n + fact * 900n;

describe('The checkpoints of a moved history', () => {
  const checkpoints = new Checkpoints();
  beforeAll(() => {
    for (let fact = 0n; fact < FACTS; fact += 1n) checkpoints.pass(shown(fact), own(fact));
  });

  it('are never more than ten thousand, however long it is', () => {
    expect(checkpoints.size).toBeGreaterThan(1_000);
    expect(checkpoints.size).toBeLessThan(10_000);
  });

  it('lead to a place at or before the fact that was asked for, and near it', () => {
    for (const fact of [0n, 1n, 777n, 50_001n, FACTS - 1n]) {
      const place = checkpoints.before(shown(fact))!;
      expect(place).toBeLessThanOrEqual(own(fact));
      expect(place).toBeGreaterThan(own(fact - 100n));
    }
  });

  it('know of no place before the first of them', () => {
    expect(checkpoints.before(-1n)).toBeUndefined();
  });
});
