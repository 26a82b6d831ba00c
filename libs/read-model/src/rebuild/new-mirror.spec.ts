import { randomUUID } from 'node:crypto';
import { type EventStore, type NewFact, memoryEventStore } from '@quittance/event-store';
import type { Pool } from 'pg';
import { AccountsReadSide, projections } from '../../spec/accounts-read-side.js';
import { moved, opened, tables } from '../../spec/accounts.js';
import { HEARTBEAT, heartbeatStream } from '../heartbeat.js';
import type { ReadModel } from '../read-model.js';
import type { RebuildOptions } from './options.js';
import { rebuild } from './rebuild.js';

describe('a mirror rebuilt from the store is the one it replaces', () => {
  let side: AccountsReadSide;
  let pool: Pool;
  let store: EventStore;
  let live: ReadModel;
  let clock: Date;
  let revisions: Map<string, bigint>;

  beforeAll(async () => {
    side = await AccountsReadSide.start();
    ({ pool } = side);
  });
  beforeEach(async () => {
    await side.empty();
    store = memoryEventStore({ now: () => clock });
    live = await side.model();
    revisions = new Map();
  });
  afterAll(() => side.stop());

  /** Records a fact at a time of 1 March 2026, and projects it. */
  const record = async (time: string, stream: string, fact: NewFact): Promise<void> => {
    clock = new Date(`2026-03-01T${time}Z`);
    const before = revisions.get(stream);
    await store.append(stream, before ?? 'none', [fact]);
    revisions.set(stream, (before ?? -1n) + 1n);
    for await (const recorded of store.readAll({ after: live.checkpoint })) await live.project([recorded]);
  };
  const beat = (time: string): Promise<void> =>
    record(time, heartbeatStream('main'), { id: randomUUID(), type: HEARTBEAT, data: {}, metadata: {} });
  const again = (more: Partial<RebuildOptions> = {}) =>
    rebuild({ pool, projections, from: 'store', store, streams: ['account-'], whole: true, ...more });

  it('with what was known when, where the clock went back after a heartbeat', async () => {
    await record('08:00:00', 'account-a', opened('a'));
    await beat('09:00:00');
    await record('08:01:00', 'account-a', moved('a', 5));
    const before = await tables(pool);
    expect(before.mirror).toMatchObject([
      { recorded_max: new Date('2026-03-01T08:00:00Z') },
      { recorded_max: new Date('2026-03-01T09:00:00Z') },
    ]);
    expect(await again()).toMatchObject({ swapped: true, facts: 2 });
    expect(await tables(pool)).toEqual(before);
  });

  it('also where that heartbeat came alone, between two rounds of reading', async () => {
    await record('08:00:00', 'account-a', opened('a'));
    const reader = await pool.connect();
    await reader.query('begin isolation level repeatable read; select from projector.state');
    const done: number[] = [];
    let beaten: Promise<void> | undefined;
    let fact: Promise<unknown> | undefined;
    await again({
      progress: ({ step, done: facts }) => {
        done.push(facts);
        if (step === 'indexing') return (beaten ??= beat('09:00:00'));
        if (step !== 'waiting for readers') return;
        return (fact ??= record('08:01:00', 'account-a', moved('a', 5)).then(() => reader.query('commit')));
      },
    });
    reader.release();
    const { mirror } = await tables(pool);
    expect(mirror).toMatchObject([{}, { recorded_max: new Date('2026-03-01T09:00:00Z') }]);
    expect(Math.max(...done)).toBe(2);
  });

  const shape = async (): Promise<unknown[]> => (await pool.query<object>(SHAPE)).rows;

  it('with the rights, keys, indexes and comments that it had', async () => {
    await record('08:00:00', 'account-a', opened('a'));
    const before = await shape();
    expect(JSON.stringify(before)).toContain('quittance_reader=r/');
    await again();
    expect(await shape()).toEqual(before);
  });

  it('also before the first fact, and when that comes meanwhile', async () => {
    const before = await shape();
    await again();
    expect(await shape()).toEqual(before);
    await beat('07:00:00');
    let first: Promise<void> | undefined;
    await again({
      progress: ({ step }) => {
        if (step === 'indexing') first ??= record('08:00:00', 'account-a', opened('a'));
        return first;
      },
    });
    expect(await shape()).toEqual(before);
    expect((await tables(pool)).mirror).toHaveLength(1);
  });
});

/** All that tells two tables apart but their rows. */
const SHAPE = `
  select c.oid::regclass::text as name, obj_description(c.oid, 'pg_class') as comment, reloptions as options,
    array(select a::text from unnest(relacl) a order by 1) as rights,
    array(select indexdef from pg_indexes where schemaname = nspname and tablename = relname order by 1) as indexes,
    array(select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = c.oid order by 1) as keys,
    array(select concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull, attstattarget, attacl::text,
            col_description(c.oid, attnum))
          from pg_attribute where attrelid = c.oid and attnum > 0 order by attnum) as columns
  from pg_class c join pg_namespace n on n.oid = relnamespace
  where c.oid in ('mirror.facts'::regclass, 'projector.streams'::regclass) order by 1`;
