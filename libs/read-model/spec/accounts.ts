import { randomUUID } from 'node:crypto';
import type { NewFact, RecordedFact } from '@quittance/event-store';
import type { Pool } from 'pg';
import type { AccountFacts } from '../../../test/support/accounts.js';
import { HEARTBEAT } from '../src/heartbeat.js';
import type { Projection } from '../src/projection.js';
import { table } from '../src/table.js';

// The engine's toy, its tables: accounts that are opened and moved. Its commands are in test/support/accounts.ts.

interface AccountRow {
  account: string;
  owner: string;
  balance: string;
  marks: string[];
  last: unknown;
  position: bigint;
  moved_on: string | null;
}
export const accounts = table<AccountRow>({
  name: 'accounts',
  comment: "Accounts' balances",
  key: ['account'],
  columns: {
    account: { type: 'text' },
    owner: { type: 'text', personal: true, comment: 'Who' },
    balance: { type: 'numeric' },
    marks: { type: 'text[]' },
    last: { type: 'jsonb', nullable: true },
    position: { type: 'bigint' },
    moved_on: { type: 'date', nullable: true },
  },
  indexes: ['(owner)'],
});

interface MoveRow {
  position: bigint;
  account: string;
  moved_at: Date;
}
export const moves = table<MoveRow>({
  name: 'moves',
  comment: 'Each movement',
  key: ['position'],
  columns: { position: { type: 'bigint' }, account: { type: 'text' }, moved_at: { type: 'timestamptz' } },
});

/** Refuses to go below zero, and to move what was not opened. */
export const balances: Projection<AccountFacts> = {
  name: 'balances',
  comment: 'What each account holds',
  tables: [accounts],
  on: {
    Opened: ({ data, at }, changes) =>
      changes.put(accounts, {
        account: data.account,
        owner: data.owner!,
        balance: '0',
        marks: [],
        last: null,
        position: at,
        moved_on: null,
      }),
    Moved: ({ data, at, effectiveOn }, changes) =>
      changes.change(accounts, { account: data.account }, (row) => {
        if (!row) throw new Error('not opened');
        const balance = BigInt(row.balance) + BigInt(data.by);
        if (balance < 0n) throw new Error('below zero');
        return {
          ...row,
          balance: String(balance),
          marks: [...row.marks.slice(-2), `"${data.by}", \\`],
          last: { by: data.by },
          position: at,
          moved_on: effectiveOn,
        };
      }),
  },
};

/** Knows nothing of balances: keeps every movement. */
export const movements: Projection<AccountFacts> = {
  name: 'movements',
  comment: 'Every movement',
  tables: [moves],
  on: {
    Moved: ({ data, at, statedAt }, changes) =>
      changes.put(moves, { position: at, account: data.account, moved_at: statedAt }),
  },
};

export const metadata = { effectiveOn: '2026-03-01' };

export const opened = (account: string, owner = 'anna'): NewFact => ({
  id: randomUUID(),
  type: 'Opened',
  data: { account, owner },
  metadata,
});
export const moved = (account: string, by: string | number): NewFact => ({
  id: randomUUID(),
  type: 'Moved',
  data: { account, by: String(by) },
  metadata,
});

/** A log as a store gives it: positions with holes, one revision after the other in each stream. */
export class Log {
  readonly facts: RecordedFact[] = [];
  private readonly revisions = new Map<string, bigint>();
  private time = Date.parse('2026-03-01T08:00:00Z');

  /** Adds a fact to the stream of its account, a second after the one before. */
  add(fact: NewFact, recordedAt?: string): RecordedFact {
    const stream =
      fact.type === HEARTBEAT ? 'heartbeat-main' : `account-${(fact.data as { account: string }).account}`;
    const revision = (this.revisions.get(stream) ?? -1n) + 1n;
    this.revisions.set(stream, revision);
    const at = BigInt(this.facts.length + 1) * 10n;
    this.time += 1_000;
    const recorded = {
      ...fact,
      stream,
      revision,
      position: { commit: at, prepare: at },
      recordedAt: new Date(recordedAt ?? this.time),
    } as RecordedFact;
    this.facts.push(recorded);
    return recorded;
  }

  beat(recordedAt?: string): RecordedFact {
    return this.add({ id: randomUUID(), type: HEARTBEAT, data: {}, metadata: {} }, recordedAt);
  }
}

/** All that projecting left, to compare. */
export async function tables(pool: Pool): Promise<Record<string, unknown[]>> {
  const rows = async (sql: string): Promise<unknown[]> => (await pool.query<object>(sql)).rows;
  return {
    accounts: await rows('select * from live.accounts order by account'),
    moves: await rows('select * from live.moves order by position'),
    mirror: await rows('select *, data::text, metadata::text from mirror.facts order by position'),
    streams: await rows('select * from projector.streams order by stream'),
    parked: await rows('select projection, stream, revision, error from projector.parked order by 1, 2'),
    state: await rows('select checkpoint_commit, facts, recorded_max, complete_through from projector.state'),
  };
}

export async function emptied(pool: Pool): Promise<void> {
  await pool.query(`delete from live.accounts; delete from live.moves; delete from mirror.facts;
    delete from projector.streams; delete from projector.parked; delete from projector.state; insert into projector.state default values`);
}
