import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotStart, diskFull, isFull } from '../cannot-start.js';
import { type Account, runAs } from './account.js';
import type { Binaries } from './binaries.js';

/** The server's environment: no locale of the machine, for one that is not generated makes initdb fail. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  LANG: 'C',
  TZ: 'UTC',
});

/**
 * Makes a cluster where there is none. It is made beside and renamed when complete, so that a start killed in the
 * middle leaves nothing that looks like one.
 */
export async function initCluster(
  cluster: string,
  binaries: Binaries,
  account: Account | undefined,
  throwaway: boolean,
): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return checkVersion(cluster, binaries);
  const folder = dirname(cluster);
  for (const left of readdirSync(folder).filter((name) => name.startsWith(`${basename(cluster)}.init-`))) {
    rmSync(join(folder, left), { recursive: true, force: true });
  }
  const half = `${cluster}.init-${process.pid}`;
  mkdirSync(half, { mode: 0o700 });
  if (account) chownSync(half, account.uid, account.gid);
  const words = [
    '-D',
    half,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  const { code, said } = await run(
    join(binaries.bin, 'initdb'),
    throwaway ? [...words, '-N'] : words,
    account,
  );
  if (code !== 0) {
    rmSync(half, { recursive: true, force: true });
    if (said.includes('No space left on device') || isFull(folder)) throw diskFull(folder);
    const line = said.split('\n').findLast((text) => /error|fatal|cannot/i.test(text)) ?? said.trim();
    throw new CannotStart(`PostgreSQL could not make its folder ${cluster}: ${line.trim()}`, 1);
  }
  renameSync(half, cluster);
}

function checkVersion(cluster: string, { major }: Binaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made !== major) {
    throw new CannotStart(
      `DATA_DIR: ${dirname(cluster)} is a data folder of another version: PostgreSQL ${made}, this is ${major}`,
    );
  }
}

function run(
  program: string,
  words: string[],
  account: Account | undefined,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      ...runAs(account),
      env: serverEnvironment(),
      cwd: '/',
      detached: true, // Ctrl-C is ours to handle
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-10_000)));
    child.once('error', (error) =>
      reject(new CannotStart(`PostgreSQL's program ${program} cannot run (${error.message})`, 1)),
    );
    child.once('close', (code) => resolve({ code, said }));
  });
}
