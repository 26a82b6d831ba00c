import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

// What commands replace beside it.
export { replaceSessionKey } from './session/session-key.js';

/** The issuer of tokens where no other is set: a key file in the data folder. For evaluation and small teams. */
export const DEVELOPMENT = {
  issuer: 'quittance-development',
  audience: 'quittance',
  algorithm: 'EdDSA',
} as const;

export interface TokenRequest {
  /** Who the token speaks for: the actor of every fact. */
  sub: string;
  roles: readonly string[];
  /** Seconds; a day when not given. */
  expiresIn?: number;
}

/** Signs a token with the key in the data folder; makes the key (mode 0600) at first need. */
export async function signDevelopmentToken(dataDir: string, request: TokenRequest): Promise<string> {
  const key = await importJWK(await developmentKey(dataDir), DEVELOPMENT.algorithm);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ roles: [...request.roles] })
    .setProtectedHeader({ alg: DEVELOPMENT.algorithm })
    .setIssuer(DEVELOPMENT.issuer)
    .setAudience(DEVELOPMENT.audience)
    .setSubject(request.sub)
    .setIssuedAt(now)
    .setExpirationTime(now + (request.expiresIn ?? 86_400))
    .sign(key);
}

/** The private key. Two processes that need the first one at once get the same. */
export async function developmentKey(dataDir: string): Promise<JWK> {
  const file = fileIn(dataDir);
  const found = await read(file);
  if (found) return found;
  await mkdir(dataDir, { recursive: true });
  const draft = await draftOf(file);
  // A link, not a rename: it fails when another process was first, so no key is ever replaced.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
  return (await read(file))!;
}

/** Puts a new key in its place: no token signed before is taken any more, from the next request on. */
export async function replaceDevelopmentKey(dataDir: string): Promise<void> {
  const draft = await draftOf(fileIn(dataDir));
  await rename(draft, fileIn(dataDir));
}

/** Another one when the key was replaced or taken away. */
export function stampOfDevelopmentKey(dataDir: string): string {
  const stat = statSync(fileIn(dataDir), { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino}-${stat.mtimeNs}` : 'none';
}

const fileIn = (dataDir: string): string => join(dataDir, 'issuer.key.json');

/** A new key beside the file, for its owner alone. */
async function draftOf(file: string): Promise<string> {
  const { privateKey } = await generateKeyPair(DEVELOPMENT.algorithm, { extractable: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  return draft;
}

async function read(file: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
