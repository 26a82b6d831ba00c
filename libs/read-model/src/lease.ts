import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { IS_REBUILDING } from './rebuild/record.js';
import { sessionName } from '@quittance/process';
import { AT_WORK } from './state.js';

/** Whoever projects into this database holds it, on a session that ends with its process. */
export const PROJECTOR_LOCK = 7_120_002;
const LOCK = PROJECTOR_LOCK;
/** A projector that holds the lock and has written nothing for so long stands still; unless it rebuilds. */
const STANDSTILL = '15 seconds';

/** Whoever changes the row has the right: of several standbys, one. While a transaction holds it, somebody is at work. */
const TAKE = `${AT_WORK}
  where exists (select from projector.state
    where $1 or clock_timestamp() - greatest(beat_at, moved_at) > $2::interval and not ${IS_REBUILDING}
    for update skip locked)`;

export interface LeaseOptions {
  databaseUrl: string;
  signal: AbortSignal;
  /** Another projector is at work: this one waits. */
  standby?: () => void;
  /** Somebody asks for a heartbeat. */
  asked: () => void;
}

/**
 * The right to project, on a connection of its own that also hears `quittance_heartbeat`. It keeps standbys
 * quiet; it does not keep order: two projectors alive at once do no harm, since the checkpoint is compared.
 */
export class Lease {
  private client: Client | undefined;
  private released = false;

  private constructor(private readonly options: LeaseOptions) {}

  /**
   * Waits until no other projector is at work: none holds the lock, or the one that does stands still.
   * @returns undefined when the signal ended the wait. Throws when the database cannot be reached.
   */
  static async acquire(options: LeaseOptions): Promise<Lease | undefined> {
    const lease = new Lease(options);
    let waited = false;
    for (;;) {
      if (options.signal.aborted) return lease.release();
      const client = lease.client ?? (await lease.connect());
      const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
        LOCK,
      ]);
      const taken = await client.query(TAKE, [rows[0]!.locked, STANDSTILL]);
      if (rows[0]!.locked || taken.rowCount) return lease;
      if (!waited) options.standby?.();
      waited = true;
      await delay(500, undefined, { signal: options.signal }).catch(() => undefined);
    }
  }

  async release(): Promise<undefined> {
    this.released = true;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.options.databaseUrl,
      application_name: sessionName('projector lease'),
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => undefined);
    client.on('notification', () => this.options.asked());
    client.on('end', () => void this.lost(client));
    await client.connect();
    await client.query('listen quittance_heartbeat');
    return (this.client = client);
  }

  /** PostgreSQL was away: come back. Whether another took over meanwhile, the checkpoint will tell. */
  private async lost(client: Client): Promise<void> {
    if (client !== this.client) return;
    this.client = undefined;
    while (!this.released && !this.client) {
      await delay(500);
      const back = await this.connect().catch(() => undefined);
      await back?.query('select pg_try_advisory_lock($1)', [LOCK]).catch(() => undefined);
    }
  }
}
