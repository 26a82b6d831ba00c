import type { Pool } from 'pg';
import type { CommandListener } from './command-watch.js';

/** How long a count may wait in memory. A process that is killed loses that much of its counts, and of nothing else. */
const EVERY_MS = 2_000;

/**
 * Counts of a process that serves no HTTP, kept in the database: they outlive its restarts, and any api process
 * tells them. Names are few and fixed; nothing about a person is ever counted by name.
 */
export class Counts {
  private moved = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly process: 'projector' | 'reactor',
  ) {
    this.timer = setInterval(() => void this.save(), EVERY_MS).unref();
  }

  add(name: string, by = 1): void {
    if (by !== 0) this.moved.set(name, (this.moved.get(name) ?? 0) + by);
  }

  /** Saves what is left. Never fails: a count is not worth a process. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.save();
  }

  private async save(): Promise<void> {
    if (this.moved.size === 0) return;
    const moved = this.moved;
    this.moved = new Map();
    try {
      await this.pool.query(SAVE, [this.process, [...moved.keys()], [...moved.values()].map(Math.round)]);
    } catch {
      for (const [name, by] of moved) this.add(name, by);
    }
  }
}

/** Counts commands by type and result, as `SettleInvoice done`. */
export const countCommands = (counts: Pick<Counts, 'add'>): CommandListener => ({
  ended: ({ command, result }) => counts.add(`${command} ${result}`),
});

const SAVE = `
  insert into projector.counts as kept (process, name, value)
  select $1, name, value from unnest($2::text[], $3::bigint[]) moved (name, value) order by name
  on conflict (process, name) do update set value = kept.value + excluded.value, moved_at = now()`;
