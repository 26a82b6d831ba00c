import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const CHUNK = 1024 * 1024;

export interface Digest {
  /** Bytes. */
  size: number;
  sha256: string;
}

/** Of a file as it is; memory stays at one chunk. */
export async function digestOf(file: string): Promise<Digest> {
  const source = await open(file, 'r');
  try {
    return await drain(source);
  } finally {
    await source.close();
  }
}

/** Copies a file into a new one that its owner alone may read, durably. @returns what was read, and so written */
export async function copyFile(
  from: string,
  to: string,
  owner?: { uid: number; gid: number },
): Promise<Digest> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const copied = await drain(source, target);
      if (owner) await target.chown(owner.uid, owner.gid);
      await target.sync();
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Writes a new file, durably. */
export async function writeNew(to: string, bytes: string | Buffer): Promise<Digest> {
  const target = await open(to, 'wx', 0o600);
  try {
    await target.writeFile(bytes);
    await target.sync();
  } finally {
    await target.close();
  }
  return {
    size: Buffer.byteLength(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

async function drain(source: FileHandle, target?: FileHandle): Promise<Digest> {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (let size = 0; ;) {
    const { bytesRead } = await source.read(chunk, 0, CHUNK, size);
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
    const read = chunk.subarray(0, bytesRead);
    hash.update(read);
    for (let written = 0; target && written < bytesRead;)
      written += (await target.write(read, written, bytesRead - written)).bytesWritten;
    size += bytesRead;
  }
}

/** Makes what was created and renamed in the folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
