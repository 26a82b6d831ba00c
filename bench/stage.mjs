// One PostgreSQL for both sides, started for the bench with the product's own settings (fsync and
// synchronous_commit on), and the processes of the product on it. Everything is removed at the end.
import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { closing } from '../scripts/closing.mjs';
import { cpuOf, peakMemoryOf } from './cpu.mjs';
import { built, Client, lib } from './product.mjs';

/** A process of the product or of a peer: answers one request at a time over IPC. */
class Part {
  constructor(name, main, env, log, execArgv) {
    this.name = name;
    this.child = fork(main, [], { env, execArgv, stdio: ['ignore', log, log, 'ipc'] });
    this.pid = this.child.pid;
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.ready = this.next(({ ready }) => ready);
    this.ready.catch(() => undefined); // whoever starts it waits for it
  }

  next(pick) {
    return new Promise((resolve, reject) => {
      const hear = (message) => {
        if (message.error) return settle(() => reject(new Error(`${this.name}: ${message.error}`)));
        const picked = pick(message);
        if (picked !== undefined) settle(() => resolve(picked));
      };
      const gone = () => settle(() => reject(new Error(`${this.name} ended`)));
      const settle = (done) => {
        this.child.off('message', hear).off('exit', gone);
        done();
      };
      this.child.on('message', hear).once('exit', gone);
    });
  }

  /** Asks for work and waits for its answer. */
  ask(work) {
    const answer = this.next(({ answer }) => answer);
    this.child.send(work);
    return answer;
  }

  cpu = () => cpuOf(this.pid);
  peakMemory = () => peakMemoryOf(this.pid);

  async stop() {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 9_000);
    await this.ended;
    clearTimeout(timer);
  }
}

/** Runs the work with a fresh stage; stops everything afterwards, whatever happened, and when a signal stops the bench. */
export async function onStage({ profile }, work) {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'));
  chmodSync(folder, 0o711); // PostgreSQL may run under an account of its own
  const parts = [];
  let starting;
  const close = async () => {
    for (const part of parts.reverse()) await part.stop();
    await (await starting?.catch(() => undefined))?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await closing(async (signal) => {
    starting = lib('embedded').startPostgres({ dir: join(folder, 'postgres') });
    await work(await stage(folder, await starting, parts, profile, signal));
  }, close);
}

async function stage(folder, postgres, parts, profile, signal) {
  const { APP_ROLE, DATABASES, EVENTS_ROLE, accessUrl, createDatabases, makeAccess } = lib('embedded');
  await createDatabases(postgres.url('postgres'));
  const admin = new Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  await admin.query('create database peer');
  const setting = async (name) => (await admin.query(`show ${name}`)).rows[0][name];
  const settings = {
    machine: `${cpus().length} x ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
    postgres: `${await setting('server_version')}, fsync ${await setting('fsync')}, synchronous_commit ${await setting('synchronous_commit')}, shared_buffers ${await setting('shared_buffers')}, one server for both sides`,
  };
  await admin.end();
  const postmaster = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const log = openSync(join(folder, 'bench.log'), 'a');
  const env = {
    PATH: process.env.PATH,
    LOG_LEVEL: 'warn',
    DATA_DIR: folder,
    AUTH_DEVELOPMENT: 'true',
    PORT: '0',
    DATABASE_URL: postgres.url(DATABASES.read, APP_ROLE),
    QUITTANCE_EVENTS_URL: postgres.url(DATABASES.events, EVENTS_ROLE),
    PEER_URL: postgres.url('peer'),
    QUITTANCE_EVENTS_ACCESS: join(folder, 'event-store'),
    EVENTSTORE_PORT: '0',
  };
  await makeAccess(env.QUITTANCE_EVENTS_ACCESS);
  return {
    folder,
    env,
    settings,
    adminUrl: postgres.url(DATABASES.read),
    said: () => readFileSync(join(folder, 'bench.log'), 'utf8').slice(-4_000),
    postgres: { name: 'postgresql', cpu: () => cpuOf(postmaster, { family: true }) },
    /** Starts a script as a process of its own and waits until it is up. */
    async start(name, main, more = {}) {
      signal.throwIfAborted();
      const profiled = ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${name}.cpuprofile`];
      const part = new Part(name, main, { ...env, ...more }, log, profile ? profiled : []);
      parts.push(part);
      part.said = await part.ready;
      return part;
    },
    /**
     * The event store node, with TLS and its secret as installed: sets `EVENTSTORE_URL` for all that start later.
     * @param given the address of a server to use instead: its CPU time cannot be seen
     */
    async startNode(given) {
      if (given) {
        await mustBeEmpty(given);
        env.EVENTSTORE_URL = given;
        settings['event store'] = 'that of EVENTSTORE_URL; its CPU time is not counted';
        return { name: 'event store', cpu: () => 0 };
      }
      const node = await this.start('node', built('apps/standalone/src/event-store.main.js'));
      env.EVENTSTORE_URL = accessUrl(env.QUITTANCE_EVENTS_ACCESS, node.said.port);
      return node;
    },
    /** Another one, on databases of its own and without TLS. @returns what those that are to use it must be given */
    async startPlainNode() {
      const names = { read: 'plain_read', events: 'plain_events' };
      await createDatabases(postgres.url('postgres'), names);
      const more = {
        QUITTANCE_EVENTS_URL: postgres.url(names.events, EVENTS_ROLE),
        QUITTANCE_EVENTS_ACCESS: 'plaintext',
      };
      const node = await this.start('plain node', built('apps/standalone/src/event-store.main.js'), more);
      const given = {
        DATABASE_URL: postgres.url(names.read, APP_ROLE),
        EVENTSTORE_URL: `esdb://127.0.0.1:${node.said.port}?tls=false`,
      };
      return { node, given };
    },
    startProjector(more) {
      return this.start('projector', built('apps/projector/src/main.js'), more);
    },
    startApi() {
      return this.start('api', built('apps/api/src/main.js'));
    },
  };
}

/** Facts are written that no installation wants: only into a server that is thrown away afterwards. */
async function mustBeEmpty(url) {
  const store = lib('event-store').connectEventStore(url);
  try {
    if (await store.end())
      throw new Error('EVENTSTORE_URL: the event store holds facts; give an empty one, to be thrown away');
  } finally {
    await store.close();
  }
}

/** CPU milliseconds of each part while the work runs, and in all. */
export async function measured(parts, work) {
  const before = parts.map((part) => part.cpu());
  const began = performance.now();
  const answer = await work();
  const seconds = (performance.now() - began) / 1000;
  const cpu = Object.fromEntries(parts.map((part, i) => [part.name, part.cpu() - before[i]]));
  return { answer, seconds, cpu, cpuInAll: Object.values(cpu).reduce((sum, one) => sum + one, 0) };
}
