import { Gathered } from '@quittance/kernel';
import type { Pool } from 'pg';
import { Fingerprints } from './fingerprint.js';

/**
 * Milliseconds for which a try that claimed a key is left alone. Whoever comes with the same request waits so long
 * for it, then takes over. So a try that is quicker than that can be sure that nobody else appended in its name.
 */
export const LEASE = 5_000;

/**
 * What became of a claim. `first`: nobody used the key before. `again`: an earlier try used it, and is over: it may
 * have been stored. `nothing`: it was answered that there was nothing to do, and so it stays. `busy`: another try is under
 * way. `reused`: the key belongs to another request.
 */
export type Claim = 'first' | 'again' | 'nothing' | 'busy' | 'reused';

/** What a claim came to; `since` when this try holds the key, as PostgreSQL writes it. */
export interface Claimed {
  claim: Claim;
  since: string | null;
}

/** The key that a try holds. Once another try has taken it over, it is no longer this one's to free or to settle. */
export interface Held {
  key: string;
  hash: string;
  since: string | null;
}

interface Wanted {
  key: string;
  hash: string;
  stream: string;
  /** What the first release would have stored as the hash. */
  formerly: string;
}

interface ClaimedRow {
  first: boolean | null;
  since: string | null;
  settled: boolean | null;
  hash: string | null;
}

/**
 * Keys of requests, unique over all routes, committed in PostgreSQL before anything is appended. The stream stays
 * the truth: a lost row costs nothing but a look into it.
 */
export class IdempotencyGuard {
  private readonly claims: Gathered<Wanted, Claimed>;
  private readonly fingerprints: Fingerprints;

  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly lease = LEASE,
  ) {
    this.fingerprints = new Fingerprints(pool);
    this.claims = new Gathered((wanted) => this.claimAll(wanted), { by: ({ key }) => key });
  }

  /** What is stored of a request: its hash under the installation's secret. */
  fingerprint(hash: string): Promise<string> {
    return this.fingerprints.of(hash);
  }

  /** Claims the key for a try that begins now. Claims of the same moment share one statement and one commit. */
  claim(key: string, hash: string, stream: string, formerly = hash): Promise<Claimed> {
    return this.claims.add({ key, hash, stream, formerly });
  }

  /** The command was refused: the key is free for another request. */
  async release({ key, hash, since }: Held): Promise<void> {
    await this.pool.query({
      name: 'guard-release',
      text: 'delete from write_side.idempotency where key = $1 and hash = $2 and created_at = $3',
      values: [key, hash, since],
    });
  }

  /** The command was answered without a fact: the key stays used, and a later try is answered so as well. */
  async settle({ key, hash, since }: Held): Promise<void> {
    await this.pool.query({
      name: 'guard-settle',
      text: `update write_side.idempotency set settled = true
        where key = $1 and hash = $2 and created_at = $3`,
      values: [key, hash, since],
    });
  }

  // In the order of keys, so that two statements with the same keys cannot wait for each other in a circle. A row
  // that another transaction committed during the statement is neither claimed nor seen: busy, to be asked again. Only
  // who claimed nothing looks who did, one key at a time: a join would be planned for a young table, by reading all of it.
  private async claimAll(wanted: readonly Wanted[]): Promise<Claimed[]> {
    const { rows } = await this.pool.query<ClaimedRow>({
      name: 'guard-claim',
      text: `
        with wanted as (
          select * from unnest($1::text[], $2::text[], $3::text[], $5::text[])
            with ordinality as w (key, hash, stream, formerly, place)
        ), claimed as (
          insert into write_side.idempotency as held (key, hash, stream)
          select key, hash, stream from wanted order by key
          on conflict (key) do update set created_at = clock_timestamp(), hash = excluded.hash
            where held.hash in (excluded.hash, (select formerly from wanted where wanted.key = excluded.key))
              and (held.settled or held.created_at < clock_timestamp() - $4 * interval '1 ms')
          returning held.key, held.xmax = 0 as first, held.settled, held.created_at::text as since
        )
        select claimed.first, claimed.settled, claimed.since, case when claimed.first is null then
          (select held.hash from write_side.idempotency held where held.key = wanted.key) end as hash
        from wanted left join claimed using (key) order by place`,
      values: [
        wanted.map(({ key }) => key),
        wanted.map(({ hash }) => hash),
        wanted.map(({ stream }) => stream),
        this.lease,
        wanted.map(({ formerly }) => formerly),
      ],
    });
    return rows.map((row, i) => ({ claim: claimOf(row, wanted[i]!), since: row.since }));
  }
}

function claimOf({ first, settled, hash }: ClaimedRow, wanted: Wanted): Claim {
  if (settled) return 'nothing';
  if (first !== null) return first ? 'first' : 'again';
  return hash !== null && hash !== wanted.hash && hash !== wanted.formerly ? 'reused' : 'busy';
}
