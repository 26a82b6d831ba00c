import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedFact } from '@quittance/event-store';
import type { Pool } from 'pg';

/** Facts as a release wrote them, the keys of their personal data, and the balances of that day. */
export interface RecordedHistory<Balances> {
  keys?: { subject: string; key: string }[];
  facts: RecordedFact[];
  balances: Balances;
}

const FEATURES = join(__dirname, '../../libs/receivables/src');

/** Every frozen history: those beside this file, and the samples that a feature has beside its manifest. */
export const frozenHistories = (): string[] => [
  ...readdirSync(__dirname)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(__dirname, name)),
  ...readdirSync(FEATURES, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.samples.json'))
    .map((name) => join(FEATURES, name)),
];

/** Facts of a frozen history as they are in the file; none in one of questions. */
export const factsIn = <Fact>(path: string): Fact[] =>
  (JSON.parse(readFileSync(path, 'utf8')) as { facts?: Fact[] }).facts ?? [];

/** Reads one of the files beside this one by its name, or any by its path. */
export function recordedHistory<Balances>(name: string): RecordedHistory<Balances> {
  const path = name.endsWith('.json') ? name : join(__dirname, `${name}.json`);
  const file = JSON.parse(readFileSync(path, 'utf8')) as Stored<Balances>;
  const facts = file.facts.map(({ revision, position: { commit, prepare }, recordedAt, ...fact }) => ({
    ...fact,
    revision: BigInt(revision),
    position: { commit: BigInt(commit), prepare: BigInt(prepare) },
    recordedAt: new Date(recordedAt),
  }));
  return { ...file, facts };
}

type Stored<Balances> = Omit<RecordedHistory<Balances>, 'facts'> & {
  facts: (Omit<RecordedFact, 'revision' | 'position' | 'recordedAt'> & {
    revision: string;
    position: { commit: string; prepare: string };
    recordedAt: string;
  })[];
};

/** Gives a vault that was migrated the keys of that day. */
export async function putKeys(pool: Pool, { keys = [] }: RecordedHistory<unknown>): Promise<void> {
  for (const { subject, key } of keys) {
    const sql = "insert into vault.keys (subject, key) values ($1, decode($2, 'base64'))";
    await pool.query(sql, [subject, key]);
  }
}

/** Invoices and payments as `first-release.json` keeps them. */
export interface Balances {
  invoices: Record<string, unknown>[];
  payments: Record<string, unknown>[];
}

/** What the tables of today say. */
export async function balancesIn(pool: Pool): Promise<Balances> {
  const rows = async (sql: string) => (await pool.query<Record<string, unknown>>(sql)).rows;
  return {
    invoices: await rows(`select number, open::text, paid::text, agreed_due_on, owner_id, notes, approved_by
                            from live.invoices order by number`),
    payments: await rows(`select received_on, received::text, allocated::text, pending::text, unapplied::text,
                            customer_id, reference from live.payments order by received_on`),
  };
}
