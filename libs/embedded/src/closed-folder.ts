import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs';
import type { Account } from './postgres/account.js';

/** What a data folder holds that is ours. A folder with more in it may be somebody's home: its rights are not ours. */
const OURS =
  /^(postgres|postgres[.-].+|event-store|logs|issuer\.key\.json.*|session\.key.*|analysts\.password|versions\.json|running\.json.*|outbox)$/;

/**
 * Closes a data folder to all other accounts. One stays: as root, PostgreSQL runs under an account of its own, whose
 * group may pass through to its cluster, without seeing what else there is (0710 instead of 0700).
 * @returns a line for the terminal when it has to stay open
 */
export function closeFolder(path: string, passing: Account | undefined): string | undefined {
  const { mode, uid, gid } = statSync(path);
  const wanted = passing ? 0o710 : 0o700;
  if ((mode & 0o777) === wanted && (!passing || gid === passing.gid)) return undefined;
  const open = (mode & 0o777 & ~wanted) !== 0;
  const us = process.getuid?.() ?? uid;
  if (us !== 0 && us !== uid) {
    return open ? stays(path, mode, 'it belongs to another account') : undefined;
  }
  if (open && readdirSync(path).some((name) => !OURS.test(name))) {
    return stays(path, mode, 'it holds other things too: give Quittance a folder of its own');
  }
  if (passing) chownSync(path, uid, passing.gid);
  chmodSync(path, wanted);
  return undefined;
}

const stays = (path: string, mode: number, why: string): string =>
  `DATA_DIR: ${path} stays open to other accounts (mode ${(mode & 0o777).toString(8)}), for ${why}`;
