import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { processesOf } from './leftover.js';
import { type PostgresServer, startPostgres } from './start-postgres.js';

const folder = mkdtempSync(join(tmpdir(), 'quittance-postgres-'));
chmodSync(folder, 0o755);
const dir = join(folder, 'pg');
let server: PostgresServer;

const ask = async (sql: string): Promise<unknown> => {
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  const { rows } = await client.query<{ answer: unknown }>(sql);
  await client.end();
  return rows[0]?.answer;
};

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('the embedded PostgreSQL', () => {
  beforeAll(async () => {
    server = await startPostgres({ dir });
    await ask('create table kept as select 42 as answer');
  });

  it('is UTF8 and locale C whatever the machine speaks, in UTC, and listens on no port', async () => {
    expect(await ask("select current_setting('server_encoding') as answer")).toBe('UTF8');
    expect(await ask('select datcollate as answer from pg_database limit 1')).toBe('C');
    expect(await ask("select current_setting('timezone') as answer")).toBe('UTC');
    expect(await ask("select current_setting('listen_addresses') as answer")).toBe('');
  });

  it('never runs as root', () => {
    expect(statSync(join(dir, 'postmaster.pid')).uid).not.toBe(0);
  });

  it('is refused to a second owner with one line', async () => {
    await expect(startPostgres({ dir })).rejects.toThrow(
      new RegExp(`^DATA_DIR: ${folder} is in use by another running Quittance`),
    );
  });

  it('keeps everything over a stop and a start', async () => {
    await server.stop();
    expect(processesOf(dir)).toEqual([]);
    server = await startPostgres({ dir });
    expect(await ask('select answer from kept')).toBe(42);
  });

  it('recovers from a kill -9 of all its processes', async () => {
    const killed = processesOf(dir);
    expect(killed.length).toBeGreaterThan(3);
    killed.forEach((pid) => process.kill(pid, 'SIGKILL'));
    await server.exited;
    server = await startPostgres({ dir });
    expect(await ask('select answer from kept')).toBe(42);
  });

  it('is not put off by a pid file that names a stranger', async () => {
    await server.stop();
    const stranger = spawn('sleep', ['60']);
    writeFileSync(join(dir, 'postmaster.pid'), `${stranger.pid}\n${dir}\n1\n5432\n\n\n\nready\n`);
    server = await startPostgres({ dir });
    expect(await ask('select answer from kept')).toBe(42);
    stranger.kill();
    await once(stranger, 'exit');
  });

  it('refuses a cluster of another version with one line', async () => {
    await server.stop();
    const version = join(dir, 'PG_VERSION');
    const made = readFileSync(version, 'utf8');
    writeFileSync(version, '11\n');
    await expect(startPostgres({ dir })).rejects.toThrow(
      /data folder of another version: PostgreSQL 11, this is \d+/,
    );
    writeFileSync(version, made);
    server = await startPostgres({ dir });
  });
});
