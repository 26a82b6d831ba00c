import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { CannotStart } from '../cannot-start.js';

/** What PostgreSQL makes anew at every start; the folders themselves must be there. */
const EMPTIED = new Set([
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp'],
  ...['pg_subtrans', 'pg_wal/archive_status', 'pg_wal/summaries'],
]);
const LEFT_OUT = /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|pg_internal\.init.*|pgsql_tmp.*)$/;
const CONTROL = 'global/pg_control';

/** Takes a file of the cluster, or a text in its place. @returns false when the file is gone meanwhile */
export interface ClusterSink {
  folder(path: string): Promise<void>;
  file(path: string, from: string): Promise<boolean>;
  text(path: string, bytes: string | Buffer): Promise<void>;
}

/**
 * Copies a cluster while its server runs and writes: PostgreSQL's own way of a base backup. What changes while the
 * files are read is in the log of changes (WAL) between start and stop, which is copied last; the server that is
 * started on the copy repeats it, and stands at the one instant of the stop, with all its databases.
 * @param client a session of the superuser; a slot that ends with it holds the WAL back, and so does the backup
 * @param through a later statement of it: the instant that the copy stands at
 */
export async function copyCluster(client: Client, cluster: string, sink: ClusterSink): Promise<Date> {
  if ((await readdir(join(cluster, 'pg_tblspc'))).length > 0)
    throw new CannotStart(`${cluster} has tablespaces of its own, which a backup does not reach`, 1);
  await client.query(
    "select pg_create_physical_replication_slot('quittance_backup_' || pg_backend_pid(), true, true)",
  );
  await client.query("select pg_backup_start('quittance backup', true)");
  await copyFolder(cluster, '', sink);
  // Last of all files, and whole: it is overwritten in place.
  await sink.text(CONTROL, await readWhole(join(cluster, CONTROL)));
  const { rows } = await client.query<{ label: string; last: string; at: Date }>(
    `select labelfile as label, pg_walfile_name(lsn) as last, clock_timestamp() as at
     from pg_backup_stop(wait_for_archive => false)`,
  );
  const { label, last, at } = rows[0]!;
  await sink.text('backup_label', label);
  await copyWal(cluster, firstOf(label), last, sink);
  return at;
}

async function copyFolder(cluster: string, folder: string, sink: ClusterSink): Promise<void> {
  if (folder) await sink.folder(folder);
  // A table's folder may be dropped meanwhile.
  const entries = await readdir(join(cluster, folder), { withFileTypes: true }).catch(unlessGone);
  for (const entry of entries ?? []) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (LEFT_OUT.test(entry.name) || path === CONTROL) continue;
    const isFolder = entry.isDirectory() || EMPTIED.has(path);
    if (isFolder) await copyFolder(cluster, path, sink);
    else if (!EMPTIED.has(folder)) await sink.file(path, join(cluster, path));
  }
}

/** Every segment from the first to the last, none missing: PostgreSQL would refuse the copy only at its start. */
async function copyWal(cluster: string, first: string, last: string, sink: ClusterSink): Promise<void> {
  const names = await readdir(join(cluster, 'pg_wal'));
  const needed = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).sort();
  if (needed[0] !== first) throw lost(first);
  for (const name of [...needed, ...names.filter((each) => each.endsWith('.history'))]) {
    if (!(await sink.file(`pg_wal/${name}`, join(cluster, 'pg_wal', name)))) throw lost(name);
  }
}

const lost = (name: string): CannotStart =>
  new CannotStart(`PostgreSQL no longer has its log ${name}, which the backup needs: try again`, 1);

function firstOf(label: string): string {
  return /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/m.exec(label)![1]!;
}

async function readWhole(file: string): Promise<Buffer> {
  for (let before = await readFile(file); ;) {
    const again = await readFile(file);
    if (again.equals(before)) return again;
    before = again;
  }
}

export function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
