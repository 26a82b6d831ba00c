import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotStart } from '../../cannot-start.js';
import { type KeyedCertificate, isUsable, makeCertificate } from './certificate.js';
import { readPrivateFile, writePrivateFile } from './private-file.js';

/** Who the application is to its event store. */
export const USER = 'quittance';

/** What the node proves itself with, and what it asks of every caller. */
export interface Access extends KeyedCertificate {
  secret: string;
}

const files = (folder: string) => ({
  certificate: join(folder, 'tls.crt'),
  key: join(folder, 'tls.key'),
  secret: join(folder, 'secret'),
});

/**
 * Makes what is missing in the folder, or cannot be used any more, and leaves the rest as it is: certificate, key and
 * secret, each for this account alone. To be called before the node and its clients start.
 */
export async function makeAccess(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const { certificate, key, secret } = files(folder);
  if (!isSecret(readPrivateFile(secret))) writePrivateFile(secret, randomBytes(32).toString('base64url'));
  const kept = { certificate: readPrivateFile(certificate) ?? '', key: readPrivateFile(key) ?? '' };
  if (isUsable(kept)) return;
  const made = await makeCertificate();
  writePrivateFile(key, made.key); // killed here, the two do not fit: both are made again at the next start
  writePrivateFile(certificate, made.certificate);
}

/** @throws CannotStart when something is missing: only an installation's own start makes it */
export function readAccess(folder: string): Access {
  const { certificate, key, secret } = files(folder);
  const read = {
    certificate: readPrivateFile(certificate) ?? '',
    key: readPrivateFile(key) ?? '',
    secret: readPrivateFile(secret)?.trim() ?? '',
  };
  if (!isSecret(read.secret) || !read.certificate || !read.key) {
    throw new CannotStart(`The event store's certificate, key or secret is missing in ${folder}`);
  }
  return read;
}

/** The address of a node on this machine that uses the folder, for whoever may read it. It holds the secret. */
export function accessUrl(folder: string, port: number): string {
  const { certificate, secret } = files(resolve(folder));
  const password = encodeURIComponent(readFileSync(secret, 'utf8').trim());
  return `esdb://${USER}:${password}@127.0.0.1:${port}?tls=true&tlsCAFile=${encodeURIComponent(certificate)}`;
}

const isSecret = (text: string | undefined): text is string => /^[\w-]{40,}$/.test(text?.trim() ?? '');
