import { Batcher, lookAlikeForm } from '@quittance/kernel';
import type { RecordedFact } from './fact.js';
import { TURNS_OF_A_BATCH } from './idempotency.js';
import { type LookAlikesOptions, type Name, NamesInLog } from './names-in-log.js';

/** What a claim came to: `mine`, or held by `names`. `since` as PostgreSQL writes it; `first` when nobody held it before. */
export interface NameClaim {
  mine: boolean;
  names: string[];
  since: string;
  first: boolean;
}

/** A name that an attempt holds, until its stream is there. */
export interface HeldName {
  kind: string;
  name: string;
  claim: NameClaim;
}

interface Wanted extends Name {
  accepted: boolean;
}

interface HeldRow {
  name: string;
  others: string[];
  since: string;
  first: boolean;
  read: boolean;
}

/** Milliseconds for which a name without a stream is left to whoever claimed it: longer than any append goes on. */
const LEASE = 60_000;

/**
 * Whose a number or id is among all that look like it: a row that is committed in PostgreSQL before the append that
 * begins the stream, so that of two that come at once one is refused. The log stays the truth: the rows are read from it
 * where they are missing, and again every ten minutes.
 */
export class LookAlikes {
  private readonly claims: Batcher<Wanted, HeldRow>;
  private readonly log: NamesInLog;

  constructor(
    private readonly options: LookAlikesOptions,
    private readonly lease = LEASE,
  ) {
    const formOf = ({ kind, name }: Name) => `${kind} ${lookAlikeForm(name)}`;
    this.claims = new Batcher<Wanted, HeldRow>((wanted) => this.claimAll(wanted), {
      by: formOf,
      turns: TURNS_OF_A_BATCH,
    });
    this.log = new NamesInLog(options);
  }

  /** Begins to read what the log says, so that the first command need not wait for it. */
  begin(): void {
    this.log.upToDate().catch(() => undefined);
  }

  /**
   * Claims the name for a stream that begins now. Claims of the same moment share one statement and one commit.
   * @param accepted it may look like others
   * @throws StoreUnavailableError while the log is still being read
   */
  async claim(wanted: Name, accepted: boolean): Promise<NameClaim> {
    await this.log.upToDate();
    let held = await this.claims.add({ ...wanted, accepted });
    if (!held.read) {
      // The rows were lost under us: this one is the first of the new ones, before those that the log has.
      await this.release(wanted, held);
      await this.log.upToDate({ again: true });
      held = await this.claims.add({ ...wanted, accepted });
    }
    const names = [held.name, ...held.others];
    return { names, mine: names.includes(wanted.name), since: held.since, first: held.first };
  }

  /** What a claim would come to, without making it. */
  async look({ kind, name }: Name, accepted: boolean): Promise<NameClaim> {
    await this.log.upToDate();
    const { rows } = await this.options.pool.query<{ name: string; others: string[]; since: string }>(
      `select name, others, claimed_at::text as since from write_side.looks_alike
       where entity = $1 and kind = $2 and form = $3`,
      [this.options.entity, kind, lookAlikeForm(name)],
    );
    const [held] = rows;
    const names = held ? [held.name, ...held.others] : [name];
    return { names, mine: accepted || names.includes(name), since: held?.since ?? '', first: !held };
  }

  /** Takes the name's place that nobody has used in a minute. Undefined: somebody was quicker, or it is too early. */
  async takeOver({ kind, name }: Name, { since }: NameClaim): Promise<NameClaim | undefined> {
    const { rows } = await this.options.pool.query<{ since: string }>(
      `update write_side.looks_alike set name = $4, others = '{}', claimed_at = clock_timestamp()
       where entity = $1 and kind = $2 and form = $3 and claimed_at = $5
         and claimed_at < clock_timestamp() - $6 * interval '1 ms'
       returning claimed_at::text as since`,
      [this.options.entity, kind, lookAlikeForm(name), name, since, this.lease],
    );
    return rows[0] && { mine: true, names: [name], since: rows[0].since, first: true };
  }

  /** Nothing was stored under the claim: the name is free, unless somebody else claimed it since. */
  async release({ kind, name }: Name, { first, since }: Pick<NameClaim, 'first' | 'since'>): Promise<void> {
    if (!first) return;
    await this.options.pool.query(
      `delete from write_side.looks_alike
       where entity = $1 and kind = $2 and form = $3 and name = $4 and claimed_at = $5 and others = '{}'`,
      [this.options.entity, kind, lookAlikeForm(name), name, since],
    );
  }

  /** What these facts say is free again may be claimed by what looks like it. */
  async free(facts: readonly RecordedFact[]): Promise<void> {
    for (const fact of facts) {
      const told = this.options.told(fact);
      if (told?.freed) await this.log.free(told);
    }
  }

  // In the order of forms, so that two statements with the same forms cannot wait for each other in a circle.
  private async claimAll(wanted: readonly Wanted[]): Promise<HeldRow[]> {
    const { rows } = await this.options.pool.query<HeldRow>({
      name: 'names-claim',
      text: `
        with wanted as (
          select * from unnest($2::text[], $3::text[], $4::text[], $5::boolean[])
            with ordinality as w (kind, form, name, accepted, place)
        ), claimed as (
          insert into write_side.looks_alike as held (entity, kind, form, name)
          select $1, kind, form, name from wanted order by kind, form
          on conflict (entity, kind, form) do update set
            claimed_at = case when held.name = excluded.name then clock_timestamp() else held.claimed_at end,
            others = case
              when held.name = excluded.name or excluded.name = any (held.others) then held.others
              when (select accepted from wanted w where w.kind = excluded.kind and w.form = excluded.form)
                then held.others || excluded.name
              else held.others end
          returning held.kind, held.form, held.name, held.others, held.claimed_at::text as since, held.xmax = 0 as first
        )
        select claimed.name, claimed.others, claimed.since, claimed.first,
               exists (select from write_side.looks_alike_read r where r.entity = $1) as read
        from wanted join claimed using (kind, form) order by wanted.place`,
      values: [
        this.options.entity,
        wanted.map(({ kind }) => kind),
        wanted.map(({ name }) => lookAlikeForm(name)),
        wanted.map(({ name }) => name),
        wanted.map(({ accepted }) => accepted),
      ],
    });
    return rows;
  }
}
