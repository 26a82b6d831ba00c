import type { Pool } from 'pg';
import { startWriteSideDatabase, useWriteSide } from '../../../test/support/write-side.js';
import { IdempotencyGuard } from './idempotency.js';
import type { Wanted } from './request-key.js';

const wanted = (key: string, hash: string, stream: string, actor = 'anna'): Wanted => ({
  ...{ actor, key, hash, stream },
  former: [hash, hash],
});

describe('the guard of idempotency keys', () => {
  let pool: Pool;
  useWriteSide((its) => (pool = its));

  const LONG = 60_000;
  const OVER = 0;

  it('lets the first try of a request go ahead', async () => {
    const guard = new IdempotencyGuard(pool, LONG);
    expect(await guard.claim(wanted('one', 'hash', 'stream-1'))).toMatchObject({ claim: 'first' });
  });

  it('tells a second try that the first is under way', async () => {
    const guard = new IdempotencyGuard(pool, LONG);
    await guard.claim(wanted('two', 'hash', 'stream-1'));
    expect(await guard.claim(wanted('two', 'hash', 'stream-1'))).toMatchObject({ claim: 'busy' });
  });

  it('lets a second try take over when the first has had its time', async () => {
    await new IdempotencyGuard(pool, LONG).claim(wanted('three', 'hash', 'stream-1'));
    expect(await new IdempotencyGuard(pool, OVER).claim(wanted('three', 'hash', 'stream-1'))).toMatchObject({
      claim: 'again',
    });
    expect(await new IdempotencyGuard(pool, LONG).claim(wanted('three', 'hash', 'stream-1'))).toMatchObject({
      claim: 'busy',
    });
  });

  it.each([LONG, OVER])(
    'refuses the key for another request, however old it is (lease %i ms)',
    async (lease) => {
      const guard = new IdempotencyGuard(pool, lease);
      await guard.claim(wanted(`four ${lease}`, 'hash', 'stream-1'));
      expect(await guard.claim(wanted(`four ${lease}`, 'other hash', 'stream-2'))).toMatchObject({
        claim: 'reused',
      });
    },
  );

  it('frees the key of a refused command, for any request', async () => {
    const guard = new IdempotencyGuard(pool, LONG);
    const { since } = await guard.claim(wanted('five', 'hash', 'stream-1'));
    await guard.release({ actor: 'anna', key: 'five', hash: 'hash', since });
    expect(await guard.claim(wanted('five', 'other hash', 'stream-2'))).toMatchObject({ claim: 'first' });
  });

  it('keeps the keys of two actors apart', async () => {
    const guard = new IdempotencyGuard(pool, LONG);
    await guard.claim(wanted('both', 'hash', 'stream-1', 'anna'));
    const claims = await Promise.all([
      guard.claim(wanted('both', 'other hash', 'stream-2', 'bert')),
      guard.claim(wanted('both', 'other hash', 'stream-2', 'anna')),
    ]);
    expect(claims.map(({ claim }) => claim)).toEqual(['first', 'reused']);
  });

  it('keeps the key of a command that had nothing to do, without letting anybody wait for it', async () => {
    const guard = new IdempotencyGuard(pool, LONG);
    const { since } = await guard.claim(wanted('six', 'hash', 'stream-1'));
    await guard.complete({ actor: 'anna', key: 'six', hash: 'hash', since });
    expect(await guard.claim(wanted('six', 'other hash', 'stream-1'))).toMatchObject({ claim: 'reused' });
    expect(await guard.claim(wanted('six', 'hash', 'stream-1'))).toMatchObject({ claim: 'nothing' });
  });

  it.each(['release', 'complete'] as const)(
    'leaves the key to the try that took it over: the one before may %s it no longer',
    async (end) => {
      const key = `taken over, then ${end}`;
      const { since } = await new IdempotencyGuard(pool, LONG).claim(wanted(key, 'hash', 'stream-1'));
      await new IdempotencyGuard(pool, OVER).claim(wanted(key, 'hash', 'stream-1'));
      await new IdempotencyGuard(pool)[end]({ actor: 'anna', key, hash: 'hash', since });
      const guard = new IdempotencyGuard(pool, LONG);
      expect(await guard.claim(wanted(key, 'hash', 'stream-1'))).toMatchObject({ claim: 'busy' });
    },
  );

  it('lets one of a hundred tries at once go first, over two processes', async () => {
    const guards = [new IdempotencyGuard(pool, LONG), new IdempotencyGuard(pool, LONG)];
    const claims = await Promise.all(
      Array.from({ length: 100 }, (_, i) => guards[i % 2]!.claim(wanted('seven', 'hash', 'stream-1'))),
    );
    expect(claims.filter(({ claim }) => claim === 'first')).toHaveLength(1);
    expect(claims.filter(({ claim }) => claim === 'busy')).toHaveLength(99);
  });

  it('keeps a hash under the secret of the installation: the same in every process, another in another one', async () => {
    const guess = 'the hash of a guessed name';
    const stored = await new IdempotencyGuard(pool).fingerprint(guess);
    expect(await new IdempotencyGuard(pool).fingerprint(guess)).toBe(stored);
    expect(stored).toMatch(/^[0-9a-f]{64}$/);
    const other = await startWriteSideDatabase();
    expect(await new IdempotencyGuard(other.pool).fingerprint(guess)).not.toBe(stored);
    await other.stop();
  });

  it('claims many keys in few statements, in any order, without a deadlock', async () => {
    const statements = { count: 0 };
    const counting = {
      query: (...args: unknown[]) => {
        statements.count += 1;
        return (pool.query as (...given: unknown[]) => unknown)(...args);
      },
    } as unknown as Pool;
    const keys = Array.from({ length: 300 }, (_, i) => `many ${i}`);
    const guards = [new IdempotencyGuard(counting, LONG), new IdempotencyGuard(counting, LONG)];
    const [forwards, backwards] = await Promise.all([
      Promise.all(keys.map((key) => guards[0]!.claim(wanted(key, 'hash', 'stream-1')))),
      Promise.all(keys.toReversed().map((key) => guards[1]!.claim(wanted(key, 'hash', 'stream-1')))),
    ]);
    const first = [...forwards, ...backwards].filter(({ claim }) => claim === 'first');
    expect(first).toHaveLength(300);
    expect(statements.count).toBeLessThan(20);
  });
});
