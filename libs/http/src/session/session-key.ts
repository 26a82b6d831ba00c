import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, statSync } from 'node:fs';
import { link, mkdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of a key of A256GCM. */
const BYTES = 32;
const FILE = 'session.key';

/** The key that seals sessions, asked for each time: it may have been replaced since. */
export type SessionKey = () => Uint8Array;

/**
 * The given key; else that of a file in the data folder (mode 0600), made at first need; without a folder one of this
 * process alone.
 * @param given 32 bytes as base64 or base64url, as SESSION_KEY has them
 */
export async function sessionKey(
  given: string | undefined,
  dataDir: string | undefined,
): Promise<SessionKey> {
  if (given !== undefined || dataDir === undefined) {
    const key = given === undefined ? randomBytes(BYTES) : Buffer.from(given, 'base64url');
    return () => key;
  }
  const file = join(dataDir, FILE);
  await makeKey(dataDir, file);
  let known: { stamp: string; key: Uint8Array } = { stamp: '', key: new Uint8Array() };
  return () => {
    const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
    const stamp = stat ? `${stat.ino}-${stat.mtimeNs}` : 'none';
    // Taken away while we run: nothing that was sealed is opened any more, and the next start makes another.
    if (stamp !== known.stamp) known = { stamp, key: stat ? keyIn(file) : randomBytes(BYTES) };
    return known.key;
  };
}

/** Puts a new key in its place: every session of before is over from the next request on. */
export async function replaceSessionKey(dataDir: string): Promise<void> {
  const file = join(dataDir, FILE);
  renameSync(await draftOf(file), file);
}

/** Two processes that need the first one at once get the same. */
async function makeKey(dataDir: string, file: string): Promise<void> {
  if (statSync(file, { throwIfNoEntry: false })) return;
  await mkdir(dataDir, { recursive: true });
  const draft = await draftOf(file);
  // A link, not a rename: it fails when another process was first.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
}

async function draftOf(file: string): Promise<string> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600 });
  return draft;
}

function keyIn(file: string): Uint8Array {
  const text = readFileSync(file, 'utf8').trim();
  if (Buffer.from(text, 'base64url').length !== BYTES)
    throw new Error(`${file} holds no key: delete it, and the next start makes one`);
  return Buffer.from(text, 'base64url');
}
