import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectEventStore, type EventStore, type RecordedFact } from '@quittance/event-store';
import { signDevelopmentToken } from '@quittance/http';
import { openDatabase } from '@quittance/process';
import type { Pool } from 'pg';
import { type Caller, caller, type Role } from '../../support/caller.js';
import { startTestDatabases, type TestDatabases } from '../../support/stores.js';
import { RealProcess } from './real-process.js';
import { until } from './until.js';

const APPS = join(__dirname, '../../../dist/apps');

export interface StartOptions {
  /** Beside or instead of the production settings: `EVENTSTORE_URL` of a proxy, `LOG_LEVEL`. */
  env?: Record<string, string>;
  /** Of node itself, such as `--require=...`. */
  flags?: string[];
  /** Of the program. */
  args?: string[];
}

/**
 * An installation in its production form (DATABASE_URL and EVENTSTORE_URL), each part a process of its own: PostgreSQL
 * (that of the test run, with two databases of its own), the event store node, and as many of api, projector and
 * reactor as are started. The first of these migrates the read side. Call `stop` in `afterEach`.
 */
export class Processes {
  private readonly started: RealProcess[] = [];
  private port = 0;
  /** The event store node now running; another one after `restartEventStore`. */
  eventStore!: RealProcess;
  store!: EventStore;

  private constructor(
    readonly databases: TestDatabases,
    readonly pool: Pool,
    readonly dataDir: string,
  ) {}

  static async start(): Promise<Processes> {
    const databases = await startTestDatabases();
    const pool = openDatabase(databases.databaseUrl, { max: 3, name: 'fault test' });
    const dataDir = await mkdtemp(join(tmpdir(), 'quittance-test-'));
    const processes = new Processes(databases, pool, dataDir);
    try {
      await processes.startEventStore();
      processes.store = connectEventStore(processes.eventStoreUrl);
      return processes;
    } catch (error) {
      await processes.stop(); // Nobody else could: what was started would hold the test run for ever.
      throw error;
    }
  }

  /** As the processes are told it: the node itself, without a proxy. */
  get eventStoreUrl(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Starts the node, again on its port; call it after `eventStore.kill()`, or another one runs beside. */
  async startEventStore(): Promise<RealProcess> {
    this.eventStore = this.spawn('event-store', join(APPS, 'standalone/src/event-store.main.js'), {
      env: {
        QUITTANCE_EVENTS_URL: this.databases.eventsDatabaseUrl,
        QUITTANCE_EVENTS_ACCESS: 'plaintext', // the fault proxy reads what passes
        EVENTSTORE_PORT: String(this.port),
      },
    });
    this.port = (await this.eventStore.up()).port!;
    return this.eventStore;
  }

  /** A projector that was started; ask it for `up()` or `atWork()`. */
  projector(options?: StartOptions): RealProcess {
    return this.spawn('projector', join(APPS, 'projector/src/main.js'), options);
  }

  /** SIGTERM to every projector that runs. */
  async stopProjectors(): Promise<void> {
    for (const part of this.started) if (part.name === 'projector' && part.isRunning) await part.stop();
  }

  /** `quittance` with these arguments, as a process that was started. */
  quittance(...args: string[]): RealProcess {
    return this.spawn('quittance', join(APPS, 'cli/src/main.js'), { args });
  }

  reactor(options?: StartOptions): RealProcess {
    return this.spawn('reactor', join(APPS, 'reactor/src/main.js'), options);
  }

  /** A mail server that was started: on a port of its own, or of one that died. Its mails are lines of the file. */
  mailServer(took: string, options: { port?: number; dies?: 'before' | 'after' } = {}): RealProcess {
    const { port = 0, dies = '' } = options;
    const env = { MAIL_SERVER_TOOK: took, MAIL_SERVER_DIES: dies, PORT: String(port) };
    return this.spawn('mail server', join(__dirname, 'mail-server.cjs'), { env });
  }

  /** An api on a port of its own, and its address once it listens. */
  async api(options?: StartOptions): Promise<RealProcess & { url: string }> {
    const api = this.spawn('api', join(APPS, 'api/src/main.js'), options);
    const { url } = await api.up();
    return Object.assign(api, { url: url! });
  }

  /** Somebody who calls the api at that address. Subs are names of people. */
  async as(url: string, roles: Role | Role[], sub = 'anna'): Promise<Caller> {
    return caller(url, await signDevelopmentToken(this.dataDir, { sub, roles: [roles].flat() }), sub);
  }

  /** The facts of the business in the log, in its order; heartbeats left out. */
  async facts(): Promise<RecordedFact[]> {
    const facts: RecordedFact[] = [];
    for await (const fact of this.store.readAll()) {
      if (!fact.stream.startsWith('heartbeat-')) facts.push(fact);
    }
    return facts;
  }

  /** How many facts the tables have. */
  async projectedFacts(): Promise<number> {
    const { rows } = await this.pool.query<{ facts: bigint }>('select facts from projector.state');
    return Number(rows[0]!.facts);
  }

  /** Waits until so many facts, or all that are in the store now, are in the tables. */
  async projected(least?: number): Promise<void> {
    const facts = least ?? (await this.facts()).length;
    await until(`${facts} facts are projected`, async () => (await this.projectedFacts()) >= facts);
  }

  private spawn(
    name: string,
    main: string,
    { env = {}, flags = [], args = [] }: StartOptions = {},
  ): RealProcess {
    const settings = {
      PATH: process.env.PATH,
      DATABASE_URL: this.databases.databaseUrl,
      EVENTSTORE_URL: this.eventStoreUrl,
      DATA_DIR: this.dataDir,
      AUTH_DEVELOPMENT: 'true',
      PORT: '0',
      LOG_LEVEL: 'info',
      ...env,
    };
    const started = new RealProcess(name, main, settings, flags, args);
    this.started.push(started);
    return started;
  }

  /** Ends what still runs, the event store last, and removes the databases. */
  async stop(): Promise<void> {
    const parts = this.started.filter(({ name }) => name !== 'event-store');
    for (const part of [...parts, ...this.started]) if (part.isRunning) await part.kill();
    await Promise.all([(this.store as EventStore | undefined)?.close(), this.pool.end()]);
    await this.databases.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
