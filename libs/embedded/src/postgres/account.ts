import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { CannotStart } from '../cannot-start.js';

/** The account that a server runs as; none: the one we run as ourselves. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. There it gets the account that owns the cluster already, else `postgres`,
 * else `nobody`; nothing is created on the machine. A bare number would not do: initdb looks the name up.
 */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (!account) {
    throw new CannotStart('PostgreSQL refuses to run as root and there is no account postgres or nobody', 1);
  }
  return account;
}

function accountNamed(name: string): Account | undefined {
  const id = (flag: string): number => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : NaN;
  };
  const account = { uid: id('-u'), gid: id('-g') };
  return Number.isInteger(account.uid) && Number.isInteger(account.gid) ? account : undefined;
}

/** For `spawn`, which takes signed numbers only (`nobody` is -2 on a Mac). */
export const runAs = (account: Account | undefined): { uid?: number; gid?: number } =>
  account ? { uid: account.uid | 0, gid: account.gid | 0 } : {};

/** Whether the account can enter a folder (or run a program). Asked of the system itself, so ACLs count. */
export function canEnter(account: Account | undefined, path: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', '[ -x "$1" ]', 'sh', path], { ...runAs(account), cwd: '/' });
  return asked.status === 0;
}
