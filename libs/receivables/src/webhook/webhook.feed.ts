import { type EventStore, type Position, type RecordedFact, uuid5 } from '@quittance/event-store';
import { transaction } from '@quittance/process';
import type { Pool } from 'pg';

interface Hook {
  id: string;
  types: string[];
  active: boolean;
  commit: bigint;
  prepare: bigint;
}

/** Facts that are looked at together, and how often in one turn: a turn stays short. */
const PAGE = 500;
const MOST_PAGES = 10;

/**
 * Puts deliveries in line: for each webhook the facts after those that it was asked about, in the order of the log. Facts come from the
 * store, never from a table of the read side, and a delivery has one id however often its fact is met.
 */
export class WebhookFeed {
  constructor(
    private readonly store: Pick<EventStore, 'readAll'>,
    private readonly pool: Pool,
  ) {}

  async advance(): Promise<void> {
    const { rows } = await this.pool.query<Hook>(HOOKS);
    for (const hook of rows) await this.advanceOf(hook);
  }

  private async advanceOf(hook: Hook): Promise<void> {
    let after: Position = { commit: hook.commit, prepare: hook.prepare };
    for (let page = 0; page < MOST_PAGES; page += 1) {
      let seen = 0;
      let at = after;
      const found: RecordedFact[] = [];
      for await (const fact of this.store.readAll({ after, limit: PAGE })) {
        seen += 1;
        at = fact.position;
        if (hook.active && hook.types.includes(fact.type)) found.push(fact);
      }
      if (seen > 0) await this.put(hook.id, found, at);
      after = at;
      if (seen < PAGE) return;
    }
  }

  private put(webhookId: string, found: readonly RecordedFact[], at: Position): Promise<void> {
    return transaction(this.pool, async (sql) => {
      await sql.query(PUT, [
        found.map(({ id }) => uuid5(webhookId, id)),
        webhookId,
        found.map(({ type }) => type),
        found.map(({ stream }) => stream),
        found.map(({ revision }) => revision),
        found.map(({ position }) => position.commit),
      ]);
      await sql.query(MOVE, [webhookId, at.commit, at.prepare]);
    });
  }
}

const HOOKS = `
  select w.id, w.types, w.active, coalesce(p.commit, w.since_commit) as commit, coalesce(p.prepare, w.since_prepare) as prepare
  from live.webhooks w left join write_side.webhook_progress p on p.webhook_id = w.id order by w.id`;

const PUT = `
  insert into write_side.webhook_deliveries (id, webhook_id, type, stream, revision, position)
  select id, $2, type, stream, revision, position
  from unnest($1::uuid[], $3::text[], $4::text[], $5::bigint[], $6::bigint[]) f (id, type, stream, revision, position)
  on conflict (id) do nothing`;

/** Never back: another reactor may have been faster. */
const MOVE = `
  insert into write_side.webhook_progress as p (webhook_id, commit, prepare) values ($1, $2, $3)
  on conflict (webhook_id) do update set commit = excluded.commit, prepare = excluded.prepare
  where (p.commit, p.prepare) < (excluded.commit, excluded.prepare)`;
