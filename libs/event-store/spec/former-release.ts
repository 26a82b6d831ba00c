import type { EventStore } from '../src/event-store.js';
import { formerCommandIdOf } from '../src/command-attempt.js';
import type { CommandMessage, Outcome } from '../src/command.js';
import type { AnyRoute } from '../src/command-route.js';
import { Fingerprints } from '../src/fingerprint.js';
import { CommandExecutor } from '../src/command-executor.js';
import { Vault } from '../src/vault.js';
import { entityClock } from '@quittance/kernel';
import type { Pool } from 'pg';

/** A process of the release before keys belonged to their actors: its statement word for word, its ids, its order of steps. */
export class FormerRelease {
  private readonly performer: CommandExecutor;
  private readonly fingerprints: Fingerprints;

  constructor(
    private readonly pool: Pool,
    store: EventStore,
    private readonly routes: readonly AnyRoute[],
    private readonly lease = 60_000,
  ) {
    this.fingerprints = new Fingerprints(pool);
    this.performer = new CommandExecutor({
      store,
      vault: new Vault(pool),
      clock: entityClock('Europe/Rome'),
      entity: 'main',
      about: () => ({ effectiveOn: '2026-01-01', schema: 1 }),
    });
  }

  /** What it answers; `busy` where it would wait ten seconds, then answer 503; `reused` where it would answer 422. */
  async execute(command: CommandMessage): Promise<Outcome | 'busy' | 'reused'> {
    const route = this.routes.find((each) => each.command === command.constructor)!;
    const { key, formerHash: plain = '' } = command.context;
    const stream = (route.formerStream ?? route.stream)(command, 'main');
    const hash = await this.fingerprints.of(plain);
    const claim = await this.claim(key, hash, stream, plain);
    if (claim === 'reused') return claim;
    const attempt = {
      ...{ command, route, stream, hash, today: '2026-01-01', sent: false },
      commandId: formerCommandIdOf('main', key),
      alone: () => claim === 'first',
      again: claim === 'again',
    };
    if (claim === 'busy') return (await this.performer.doneBefore(attempt)) ?? 'busy';
    if (claim === 'nothing') return this.performer.standing({ ...attempt, again: true });
    const outcome = await this.performer.perform(attempt);
    if (outcome.facts.length === 0) {
      await this.pool.query('update write_side.idempotency set settled = true where key = $1', [key]);
    }
    return outcome;
  }

  /** It claimed the key, and died before it stored anything. */
  async begin(command: CommandMessage): Promise<void> {
    const route = this.routes.find((each) => each.command === command.constructor)!;
    const { key, formerHash = '' } = command.context;
    const stream = (route.formerStream ?? route.stream)(command, 'main');
    await this.claim(key, await this.fingerprints.of(formerHash), stream, formerHash);
  }

  private async claim(
    ...[key, hash, stream, formerly]: string[]
  ): Promise<'first' | 'again' | 'nothing' | 'busy' | 'reused'> {
    const { rows } = await this.pool.query<Row>(
      `with wanted as (
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
      [[key], [hash], [stream], this.lease, [formerly]],
    );
    const [row] = rows;
    if (row!.settled) return 'nothing';
    if (row!.first !== null) return row!.first ? 'first' : 'again';
    return row!.hash !== null && row!.hash !== hash && row!.hash !== formerly ? 'reused' : 'busy';
  }
}

interface Row {
  first: boolean | null;
  settled: boolean | null;
  hash: string | null;
}
