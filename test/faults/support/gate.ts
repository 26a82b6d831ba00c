import { Client } from 'pg';
import { until } from './until.js';

/** `statement`: all rows are written, the commit is not sent yet. `commit`: in the commit itself. */
export type Place = 'statement' | 'commit';
const LOCK = { statement: 4_711_001, commit: 4_711_002 };

/**
 * A place in the projector's transaction where it has to stand while the gate is closed, so that what happens to it
 * there happens there for certain. Made of a trigger on `projector.state` that waits for a lock; heartbeats pass.
 */
export class Gate {
  private constructor(
    private readonly sql: Client,
    private readonly place: Place,
  ) {}

  /** Of a read side that was migrated. */
  static async at(place: Place, databaseUrl: string): Promise<Gate> {
    const sql = new Client({ connectionString: databaseUrl, application_name: 'fault gate' });
    sql.on('error', () => undefined);
    await sql.connect();
    const name = `gate_${place}`;
    const lock = String(LOCK[place]);
    await sql.query(`
      create schema if not exists faults;
      create or replace function faults.${name}() returns trigger language plpgsql
        as $$ begin perform pg_advisory_xact_lock_shared(${lock}); return null; end $$;
      drop trigger if exists ${name} on projector.state;
      create ${place === 'commit' ? 'constraint' : ''} trigger ${name} after update on projector.state
        ${place === 'commit' ? 'deferrable initially deferred' : ''}
        for each row when (old.facts is distinct from new.facts) execute function faults.${name}()`);
    return new Gate(sql, place);
  }

  async close(): Promise<void> {
    await this.sql.query('select pg_advisory_lock($1)', [LOCK[this.place]]);
  }

  async open(): Promise<void> {
    await this.sql.query('select pg_advisory_unlock($1)', [LOCK[this.place]]);
  }

  /** Waits until a transaction stands at the gate. Answers its session's process id in PostgreSQL. */
  async reached(): Promise<number> {
    const found = await until(`a transaction stands at the ${this.place}`, async () => {
      const { rows } = await this.sql.query<{ pid: number }>(
        `select pid from pg_locks where locktype = 'advisory' and not granted and objid = $1
           and database = (select oid from pg_database where datname = current_database())`,
        [LOCK[this.place]],
      );
      return rows[0];
    });
    return found.pid;
  }

  /** Waits until a session of PostgreSQL is over. */
  async sessionOver(pid: number): Promise<void> {
    await until('the session is over', async () => {
      const { rowCount } = await this.sql.query('select from pg_stat_activity where pid = $1', [pid]);
      return rowCount === 0;
    });
  }

  /** Waits until a session of the projectors other than that one waits for a row. */
  async waitsBehind(pid: number): Promise<void> {
    await until('another transaction waits behind', async () => {
      const { rowCount } = await this.sql.query(
        `select from pg_stat_activity where $1 = any(pg_blocking_pids(pid)) and pid <> $1`,
        [pid],
      );
      return rowCount! > 0;
    });
  }

  /** Removes it; whoever stands there goes on. */
  async remove(): Promise<void> {
    await this.sql.end();
  }
}
