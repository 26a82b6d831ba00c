import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { readPrivateFile, writePrivateFile } from '../event-store/access/private-file.js';
import type { Account } from './account.js';
import { DATABASES, READER_ROLE } from './databases.js';

/** Who reads with SQL over TCP: a member of the reader's role, and nothing else. */
export const ANALYST_ROLE = 'quittance_analyst';
const PASSWORD_FILE = 'analysts.password';
/** So many of its sessions leave enough to the application. */
const MOST_SESSIONS = 20;

/** Where analysts' programs connect, for whoever may read the data folder. */
export interface AnalystsAddress {
  host: string;
  port: number;
  database: string;
  user: string;
}

export const analystsAddress = (port: number): AnalystsAddress => ({
  ...{ host: '127.0.0.1', port, database: DATABASES.read, user: ANALYST_ROLE },
});

/**
 * Who may connect when PostgreSQL listens on TCP: the analyst with a password, from this machine, to the one database.
 * All others have no line, and so are refused. @returns the file
 */
export function writeDoors(cluster: string, account: Account | undefined): string {
  const file = join(cluster, 'quittance_hba.conf');
  const lines = ['local all all trust', `host ${DATABASES.read} ${ANALYST_ROLE} 127.0.0.1/32 scram-sha-256`];
  writePrivateFile(file, `${lines.join('\n')}\n`);
  if (account) chownSync(file, account.uid, account.gid);
  return file;
}

/** Makes the role and, once, its password, and lets it in. @param adminUrl a connection of the superuser */
export async function admitAnalyst(adminUrl: string, dataDir: string): Promise<void> {
  const file = join(dataDir, PASSWORD_FILE);
  let password = readPrivateFile(file)?.trim();
  if (!password) writePrivateFile(file, `${(password = randomBytes(24).toString('base64url'))}\n`);
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [ANALYST_ROLE]);
    if (rowCount === 0) await client.query(`create role ${ANALYST_ROLE}`);
    await client.query(
      // The server sees what verifies the password, never the password: no log of it can hold one.
      `alter role ${ANALYST_ROLE} login nosuperuser nocreatedb nocreaterole connection limit ${MOST_SESSIONS}
         password '${verifier(password)}';
       grant ${READER_ROLE} to ${ANALYST_ROLE};
       alter role ${ANALYST_ROLE} set default_transaction_read_only = on;
       alter role ${ANALYST_ROLE} set idle_in_transaction_session_timeout = '5min'`,
    );
  } finally {
    await client.end();
  }
}

/** The password, for whoever may read the data folder. */
export const analystsPassword = (dataDir: string): string | undefined =>
  readPrivateFile(join(dataDir, PASSWORD_FILE))?.trim();

/** As PostgreSQL keeps it (RFC 5803). */
function verifier(password: string, iterations = 4096): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
