import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedBackup } from './damaged-backup.js';
import { digestOf } from './files.js';

/** Written last: a folder without it is no backup, or one that was cut off. */
export const MANIFEST = 'manifest.json';
const FORMAT = 1;

/** One file of the backup. */
export interface BackedUp {
  /** Within the backup, with slashes. */
  path: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

export interface Manifest {
  format: number;
  /** The release that made it. */
  release: string;
  /** The instant (UTC, ISO 8601) whose state it holds. */
  takenAt: string;
  /** `18`, `linux-x64`: files of PostgreSQL fit the same major version on the same platform only. */
  postgres: string;
  platform: string;
  /** How things lie in the data folder. */
  layout: number;
  /** Every folder, the empty ones too. */
  folders: string[];
  files: BackedUp[];
}

export const platform = (): string => `${process.platform}-${process.arch}`;

/** The manifest's text: its last member is the checksum of all that stands before. */
export function manifestText(content: Omit<Manifest, 'format'>): string {
  const manifest = { format: FORMAT, ...content };
  return `${JSON.stringify({ ...manifest, sha256: digest(manifest) }, undefined, 1)}\n`;
}

const digest = (manifest: object): string =>
  createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

/** @throws DamagedBackup none, cut off, changed, or of another format */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is none: no backup, or one that was cut off' : error.code;
    throw new DamagedBackup(`${join(folder, MANIFEST)}: ${why}`);
  });
  const { sha256, ...manifest } = parsed(text, folder);
  if (sha256 !== digest(manifest)) throw new DamagedBackup(`${join(folder, MANIFEST)} was changed`);
  if (manifest.format !== FORMAT)
    throw new DamagedBackup(
      `${folder} is a backup of format ${manifest.format}, this release reads ${FORMAT}`,
    );
  return manifest;
}

function parsed(text: string, folder: string): Manifest & { sha256: string } {
  try {
    return JSON.parse(text) as Manifest & { sha256: string };
  } catch {
    throw new DamagedBackup(`${join(folder, MANIFEST)} is not whole`);
  }
}

/** That every file is there, as it was written, and no other. @throws DamagedBackup naming the first that is not */
export async function checkFiles(
  folder: string,
  { files, folders }: Manifest,
  progress: (bytes: number) => void,
): Promise<void> {
  const known = new Set([MANIFEST, ...folders, ...files.map(({ path }) => path)]);
  const found = await readdir(folder, { recursive: true });
  const strange = found.find((path) => !known.has(path));
  if (strange) throw new DamagedBackup(`${join(folder, strange)} does not belong to the backup`);
  let read = 0;
  for (const { path, size, sha256 } of files) {
    const file = join(folder, path);
    const is = await digestOf(file).catch((error: NodeJS.ErrnoException) => {
      throw new DamagedBackup(
        `${file} ${error.code === 'ENOENT' ? 'is missing' : `cannot be read (${error.code})`}`,
      );
    });
    if (is.size !== size || is.sha256 !== sha256)
      throw new DamagedBackup(`${file} is not as it was written: ${is.size} of ${size} bytes`);
    progress((read += size));
  }
}
