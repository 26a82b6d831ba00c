import type { AccountFacts } from '../../../test/support/accounts.js';
import type { Pool, QueryResult } from 'pg';
import { AccountsReadSide } from '../spec/accounts-read-side.js';
import { Log, accounts, balances, moved, movements, opened, tables } from '../spec/accounts.js';
import { openDatabase } from '@quittance/process';
import type { Projection } from './projection.js';
import { ReadModel } from './read-model.js';
import { releaseParked } from './release.js';

/** Notes what each account was moved by, and cannot take one amount. */
const refusing = (by: string): Projection<AccountFacts> => ({
  ...balances,
  on: {
    ...balances.on,
    Moved: (fact, changes) =>
      changes.change(accounts, { account: fact.data.account }, (row) => {
        if (fact.data.by === by) throw new Error(`not by ${by}`);
        return row && { ...row, marks: [...row.marks, fact.data.by], position: fact.at };
      }),
  },
});

describe('parked streams that are released', () => {
  const STREAMS = 300;
  const names = Array.from({ length: STREAMS }, (_, i) => `n${i}`);
  let side: AccountsReadSide;
  let pool: Pool;

  beforeAll(async () => {
    side = await AccountsReadSide.start([refusing('1'), movements]);
    ({ pool } = side);
  });
  afterAll(() => side.stop());

  /** Every stream is parked at its second fact of four; every third will be stopped again, at its third. */
  beforeEach(async () => {
    await side.empty();
    const log = new Log();
    for (const name of names) log.add(opened(name));
    for (const by of ['1', 'odd', '3']) {
      names.forEach((name, i) => log.add(moved(name, by === 'odd' && i % 3 > 0 ? '2' : by)));
    }
    const model = await ReadModel.open({ pool, projections: [refusing('1')] });
    await model.project(log.facts);
    expect((await tables(pool)).parked).toHaveLength(STREAMS);
  });

  it('go on in the order of the log, many of them a page at a time; those that fail again wait there', async () => {
    const watched = openDatabase(side.databaseUrl, { max: 1 });
    let most = 0;
    watched.on('connect', (client) => {
      const query = client.query.bind(client) as (...of: unknown[]) => Promise<QueryResult> | undefined;
      client.query = ((...of: unknown[]) => {
        const asked = query(...of);
        void asked?.then(({ rows }) => (most = Math.max(most, rows?.length ?? 0)));
        return asked;
      }) as never;
    });
    const released = await releaseParked({ pool: watched, projections: [refusing('odd')] });
    await watched.end();
    const streams = names.map((name) => `account-${name}`);
    expect(released.map(({ stream }) => stream)).toEqual(streams.filter((_, i) => i % 3 > 0));
    const { parked, accounts: rows } = await tables(pool);
    expect(parked).toEqual(
      streams
        .filter((_, i) => i % 3 === 0)
        .sort()
        .map((stream) => ({ projection: 'balances', stream, revision: 2n, error: 'not by odd' })),
    );
    const marks = new Map(
      (rows as { account: string; marks: string[] }[]).map((row) => [row.account, row.marks]),
    );
    names.forEach((name, i) => expect(marks.get(name)).toEqual(i % 3 ? ['1', '2', '3'] : ['1']));
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(200);
  });

  it('go on by name: the others wait as before', async () => {
    const streams = ['account-n1', 'account-n3'];
    expect(await releaseParked({ pool, projections: [refusing('odd')], streams })).toEqual([
      { projection: 'balances', stream: 'account-n1' },
    ]);
    const { rows } = await pool.query('select stream, revision from projector.parked where revision <> 1');
    expect(rows).toEqual([{ stream: 'account-n3', revision: 2n }]);
    expect((await tables(pool)).parked).toHaveLength(STREAMS - 1);
  });

  it('wait no more for a projection that is gone, nor for facts that the mirror does not hold', async () => {
    await pool.query(`delete from mirror.facts where stream = 'account-n1'`);
    await pool.query(`update projector.parked set projection = 'gone' where stream = 'account-n2'`);
    const streams = ['account-n1', 'account-n2'];
    expect(await releaseParked({ pool, projections: [refusing('odd')], streams })).toEqual([
      { projection: 'balances', stream: 'account-n1' },
      { projection: 'gone', stream: 'account-n2' },
    ]);
    expect((await tables(pool)).parked).toHaveLength(STREAMS - 2);
  });

  it('stay where they are when their tables are of another version than ours', async () => {
    const { parked } = await tables(pool);
    await expect(releaseParked({ pool, projections: [balances] })).rejects.toMatchObject({
      name: 'ProjectorStop',
      projections: ['balances'],
    });
    expect((await tables(pool)).parked).toEqual(parked);
    // That another one's tables are, in which none of them waits, is no matter.
    const projections = [refusing('odd'), { ...movements, on: {} }];
    expect(await releaseParked({ pool, projections, streams: ['account-n1'] })).toHaveLength(1);
  });

  it('stay for a projection that only another release knows', async () => {
    await pool.query(`update projector.parked set projection = 'movements' where stream = 'account-n1'`);
    expect(await releaseParked({ pool, projections: [refusing('odd')], streams: ['account-n1'] })).toEqual(
      [],
    );
    expect((await tables(pool)).parked).toHaveLength(STREAMS);
  });
});
