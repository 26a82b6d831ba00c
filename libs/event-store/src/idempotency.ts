import { Batcher } from '@quittance/kernel';
import type { Pool } from 'pg';
import { Fingerprints } from './fingerprint.js';
import { type FormerClaimed, FormerKeys } from './former-keys.js';
import type { Held, Wanted } from './request-key.js';

/**
 * Milliseconds for which a try that claimed a key is left alone. Whoever comes with the same request waits so long
 * for it, then takes over. So a try that is quicker than that can be sure that nobody else appended in its name.
 */
export const LEASE = 5_000;

/** Commands of one request begin some a turn of the loop: so many turns are waited for those that still come. */
export const TURNS_OF_A_BATCH = 25;

/**
 * What became of a claim. `first`: the actor did not use the key before. `again`: an earlier try used it, and is over: it
 * may have been stored. `nothing`: it was answered that there was nothing to do, and so it stays. `busy`: another try is
 * under way. `reused`: the key belongs to another request of the actor. `former`: a former release knew the key.
 */
export type Claim = 'first' | 'again' | 'nothing' | 'busy' | 'reused' | 'former';

/** What a claim came to; `since` when this try holds the key, as PostgreSQL writes it. */
export interface Claimed {
  claim: Claim;
  since: string | null;
  /** A former release was here not long ago: what it stored may be what is asked for. */
  transition?: boolean;
}

interface ClaimedRow {
  first: boolean | null;
  since: string | null;
  settled: boolean | null;
  hash: string | null;
  former: boolean | null;
  transition: boolean;
}

/**
 * Keys of requests, each of its actor, over all routes; committed in PostgreSQL before anything is appended. The stream
 * stays the truth: a lost row costs nothing but a look into it.
 */
export class IdempotencyGuard {
  private readonly claims: Batcher<Wanted, Claimed>;
  private readonly fingerprints: Fingerprints;
  private readonly formerKeys: FormerKeys;

  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly lease = LEASE,
  ) {
    this.fingerprints = new Fingerprints(pool);
    this.formerKeys = new FormerKeys(pool, lease);
    this.claims = new Batcher((wanted) => this.claimAll(wanted), {
      by: ({ actor, key }) => JSON.stringify([actor, key]),
      turns: TURNS_OF_A_BATCH,
    });
  }

  /** What is stored of a request: its hash under the installation's secret. */
  fingerprint(hash: string): Promise<string> {
    return this.fingerprints.of(hash);
  }

  /** Claims the key for a try that begins now. Claims of the same moment share one statement and one commit. */
  claim(wanted: Wanted): Promise<Claimed> {
    return this.claims.add(wanted);
  }

  /** What a former release used the key for. */
  lookFormer(key: string, hashes: readonly string[]): Promise<{ same: boolean; stream?: string }> {
    return this.formerKeys.look(key, hashes);
  }

  /** As a former release claimed it, of a key that it knew. */
  claimFormer(wanted: Wanted): Promise<FormerClaimed> {
    return this.formerKeys.claim(wanted);
  }

  /** The command was refused: the key is free for another request. */
  async release(held: Held): Promise<void> {
    if (held.former) return this.formerKeys.release(held);
    const { actor, key, hash, since } = held;
    await this.pool.query({
      name: 'guard-release',
      text: `
        with gone as (
          delete from write_side.requests where key = $1 and actor = $2 and hash = $3 and created_at = $4 returning key
        )
        delete from write_side.idempotency mark using gone where mark.key = gone.key and mark.created_at = 'infinity'
          and not exists (select from write_side.requests other where other.key = $1 and other.actor <> $2)`,
      values: [key, actor, hash, since],
    });
  }

  /** The command was answered without a fact: the key stays used, and a later try is answered so as well. */
  async complete(held: Held): Promise<void> {
    if (held.former) return this.formerKeys.complete(held);
    const { actor, key, hash, since } = held;
    await this.pool.query({
      name: 'guard-settle',
      text: `update write_side.requests set settled = true
        where key = $1 and actor = $2 and hash = $3 and created_at = $4`,
      values: [key, actor, hash, since],
    });
  }

  // In the order of keys, so that two statements with the same keys cannot wait for each other in a circle. A row
  // that another transaction committed during the statement is neither claimed nor seen: busy, to be asked again. Only
  // who claimed nothing looks who did, one key at a time: a join would be planned for a young table, by reading all of it.
  // In the transition a key is marked in the table of former releases first; where they have a row of it, that counts.
  private async claimAll(wanted: readonly Wanted[]): Promise<Claimed[]> {
    const { rows } = await this.pool.query<ClaimedRow>({
      name: 'guard-claim',
      text: `
        with wanted as materialized (
          select w.*, exists (select from write_side.transition where until > clock_timestamp()) as transition
          from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bool[])
            with ordinality as w (key, actor, hash, stream, former, beside, place)
        ), marked as (
          insert into write_side.idempotency (key, hash, stream, created_at)
          select distinct on (key) key, former, stream, timestamptz 'infinity' from wanted where transition order by key
          on conflict (key) do nothing returning key
        ), looked as materialized (
          select wanted.*, not transition or key in (select key from marked) as free,
            case when transition then (select held.created_at from write_side.idempotency held
                                       where held.key = wanted.key) end as held_since
          from wanted
        ), judged as materialized (
          select *, not beside and not free and isfinite(held_since)
              and held_since > clock_timestamp() - interval '30 days' as known
          from looked
        ), claimed as (
          insert into write_side.requests as held (key, actor, hash, stream)
          select key, actor, hash, stream from judged where free or (held_since is not null and not known)
          order by key, actor
          on conflict (key, actor) do update set created_at = clock_timestamp()
            where held.hash = excluded.hash
              and (held.settled or held.created_at < clock_timestamp() - $7 * interval '1 ms')
          returning held.key, held.actor, held.xmax = 0 as first, held.settled, held.created_at::text as since
        )
        select claimed.first, claimed.settled, claimed.since, judged.known as former, judged.transition,
          case when claimed.first is null then (select held.hash from write_side.requests held
            where held.key = judged.key and held.actor = judged.actor) end as hash
        from judged left join claimed using (key, actor) order by place`,
      values: [
        wanted.map(({ key }) => key),
        wanted.map(({ actor }) => actor),
        wanted.map(({ hash }) => hash),
        wanted.map(({ stream }) => stream),
        wanted.map(({ former }) => former[0]),
        wanted.map(({ beside }) => beside ?? false),
        this.lease,
      ],
    });
    return rows.map((row, i) => ({
      claim: claimOf(row, wanted[i]!),
      since: row.since,
      transition: row.transition,
    }));
  }
}

function claimOf({ first, settled, hash, former }: ClaimedRow, wanted: Wanted): Claim {
  if (former) return 'former';
  if (settled) return 'nothing';
  if (first !== null) return first ? 'first' : 'again';
  return hash !== null && hash !== wanted.hash ? 'reused' : 'busy';
}
