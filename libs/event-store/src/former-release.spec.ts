import type { Pool } from 'pg';
import {
  fresh,
  ACCOUNT_ROUTES,
  accountProcess,
  key,
  OpenAccount,
  MoveMoney,
  request,
  typesIn,
} from '../../../test/support/accounts.js';
import { story } from '../../../test/support/story.js';
import { useWriteSide } from '../../../test/support/write-side.js';
import { FormerRelease } from '../spec/former-release.js';
import { memoryEventStore } from './memory-event-store.js';

let pool: Pool;
useWriteSide((its) => (pool = its));
beforeAll(async () => {
  await pool.query("insert into write_side.transition values (now() + interval '30 days')");
});

const store = memoryEventStore();
const now = () => accountProcess(pool, store);
const formerly = (lease?: number) => new FormerRelease(pool, store, ACCOUNT_ROUTES, lease);
const by = (actor: string, used: string, account = '') =>
  request(OpenAccount, used, { account }, undefined, actor);

/** Streams of accounts that one of the two names after the key. */
const namedAfter = async (used: string): Promise<string[]> => {
  const kept: string[] = [];
  for (const stream of [`account-${used}`, `account-anna ${used}`, `account-bert ${used}`]) {
    if ((await typesIn(store, stream)).length > 0) kept.push(stream);
  }
  return kept;
};

describe('a key', () => {
  story(
    'mended-doors',
    'C3',
    'The same key of two actors is two commands; of one, a replay',
    async (show) => {
      const used = key();
      const answers = [by('anna', used), by('bert', used), by('anna', used), by('bert', used)];
      const got: unknown[] = [];
      for (const each of answers) {
        const { stream, replayed } = await now().execute(each);
        got.push([stream.replace(used, '1'), replayed]);
      }
      const right = [
        ['account-anna 1', false],
        ['account-bert 1', false],
        ['account-anna 1', true],
        ['account-bert 1', true],
      ];
      show({ input: 'anna, bert, anna, bert send a command under key 1', right, got });
    },
  );

  it('of an actor is of one request', async () => {
    const used = key();
    await now().execute(by('anna', used, fresh()));
    const other = now().execute(by('anna', used, fresh()));
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});

describe('a request that a former release did', () => {
  story('mended-doors', 'C3', 'A retry across the upgrade is a replay: one fact', async (show) => {
    const used = key();
    await formerly().execute(by('anna', used));
    const again = await now().execute(by('anna', used));
    const got = { replayed: again.replayed, streams: await namedAfter(used), facts: again.facts.length };
    show({
      input: 'sent to the former release, then to this one',
      right: { replayed: true, streams: [`account-${used}`], facts: 1 },
      got,
    });
  });

  it('is a replay in a stream with a name of its own, too, and also of the first release', async () => {
    const account = fresh();
    const put = request(MoveMoney, key(), { account, by: 5 });
    await now().execute(by('anna', key(), account));
    await formerly().execute(put);
    await pool.query('update write_side.idempotency set hash = $2 where key = $1', [
      put.context.key,
      put.context.formerHash,
    ]);
    expect(await now().execute(put)).toMatchObject({ replayed: true, revision: 1n });
  });

  it('is found in its stream when the row of its key was lost', async () => {
    const used = key();
    await formerly().execute(by('anna', used));
    await pool.query('delete from write_side.idempotency where key = $1', [used]);
    expect(await now().execute(by('anna', used))).toMatchObject({ replayed: true });
    expect(await namedAfter(used)).toEqual([`account-${used}`]);
  });

  it('was nothing to do, and stays so', async () => {
    const account = fresh();
    await now().execute(by('anna', key(), account));
    const put = request(MoveMoney, key(), { account, by: 0 });
    await formerly().execute(put);
    expect(await now().execute(put)).toMatchObject({ replayed: true, facts: [] });
  });

  it('is no try of another actor’s request under that key, the same one or another', async () => {
    const used = key();
    await formerly().execute(by('anna', used));
    expect(await now().execute(by('bert', used))).toMatchObject({ replayed: false });
    expect(await namedAfter(used)).toEqual([`account-${used}`, `account-bert ${used}`]);
    const other = key();
    await formerly().execute(by('anna', other));
    const account = fresh();
    expect(await now().execute(by('bert', other, account))).toMatchObject({ stream: `account-${account}` });
    const reused = now().execute(by('anna', other, fresh()));
    await expect(reused).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('goes on as that release began it, when that died', async () => {
    const used = key();
    await formerly().begin(by('anna', used));
    const handler = accountProcess(pool, store, { lease: 0 });
    expect(await handler.execute(by('anna', used))).toMatchObject({ replayed: false });
    expect(await formerly().execute(by('anna', used))).toMatchObject({ replayed: true });
    expect(await namedAfter(used)).toEqual([`account-${used}`]);
  });
});

describe('a request that this release did', () => {
  it('is for ever under way to a process of the former release that still runs', async () => {
    const used = key();
    await now().execute(by('anna', used));
    expect(await formerly(0).execute(by('anna', used))).toBe('busy');
    expect(await now().execute(by('anna', used))).toMatchObject({ replayed: true });
    expect(await namedAfter(used)).toEqual([`account-anna ${used}`]);
  });

  it('leaves the key free for both releases when it was refused', async () => {
    const put = request(MoveMoney, key(), { account: fresh(), by: 5 });
    await expect(now().execute(put)).rejects.toMatchObject({ code: 'account-not-found' });
    await now().execute(by('anna', key(), put.account));
    expect(await formerly().execute(put)).toMatchObject({ replayed: false, revision: 1n });
  });

  it('is done once, however many come to both releases at the same time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const used = key();
      const handlers = [now(), formerly(), now(), formerly()];
      await Promise.all(handlers.map((handler) => handler.execute(by('anna', used))));
      expect(await namedAfter(used)).toHaveLength(1);
    }
  });
});
