import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@quittance/process';
import { ReadModel } from '@quittance/read-model';
import { PROJECTIONS } from '@quittance/receivables';
import type { Pool } from 'pg';
import { startReading } from '../../libs/receivables/spec/reading.js';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';
import { story } from '../support/story.js';
import { bytesOf, sha256 } from './asked.js';
import { recordedHistory } from './recorded-history.js';

// Questions of aging/1 and of the lists, asked of a frozen history before the receivables were rebuilt on postings, with
// the hash of each answer's bytes. The history has part payments, money received before the issue, payers other than the
// customer and nobody, refusals, extensions and owners recorded out of order, three currencies, stated instants and
// parts that no invoice has answered. The answers must stay like this for ever: add questions, never change a hash.

/** Question to hash. What a page's cursor is sealed with differs by installation: it is read as `next`, and followed. */
const FILE = join(__dirname, 'stored-answers.json');
const history = recordedHistory<never>('stored-questions');

/**
 * What is said since: of invoices their status on four axes (`status` said no more than whether anything is open), of payments and
 * extensions the id of each, and of payments what was given back.
 */
const SINCE = new Set([
  'document',
  'settlement',
  'timing',
  'settledBy',
  'closedBy',
  'settlements',
  'holds',
  ...['allocationId', 'refunded', 'returned', 'cancelled', 'refunds', 'returns', 'transfers'],
  'instalments',
  'instalment',
  'extensionId',
  'revokedOn',
  'nextStep',
  'payerName',
]);
/** Invoices and customers had their names then; payments, and what of them was applied, are known by these fields. */
const NAMED_SINCE = ['receivedOn', 'requested'];

/** An answer in the words of then: what is said since is left out. */
const asThen = (text: string): string =>
  JSON.stringify(
    JSON.parse(text, function (this: Record<string, unknown>, name: string, value: unknown) {
      if (SINCE.has(name)) return undefined;
      if (name === 'customerName' && NAMED_SINCE.some((field) => field in this)) return undefined;
      return name === 'status' && 'open' in this
        ? /^0*(\.0*)?$/.test(String(this.open))
          ? 'settled'
          : 'open'
        : value;
    }),
  );

describe('stored questions', () => {
  let stores: TestDatabases;
  let pool: Pool;
  let reading: Awaited<ReturnType<typeof startReading>>;
  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;

  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 4 });
    const model = await ReadModel.open({ pool, projections: PROJECTIONS });
    expect(await model.project(history.facts)).toMatchObject({ parked: [] });
    const clock = { now: () => new Date('2026-07-01T00:00:00Z'), today: () => '2026-06-30' };
    reading = await startReading(pool, clock);
  });
  afterAll(async () => {
    await reading?.app.close();
    await pool?.end();
    await stores?.stop();
  });

  story('ground', 'D1', 'A stored question has the hash that its answer had before', async (show) => {
    const got: Record<string, string> = {};
    for (const question of Object.keys(stored))
      got[question] = sha256(await bytesOf(reading.get, `/v1/${question}`, asThen));
    // Only for questions that are added: `QUITTANCE_STORE=1 npx jest <this file>` writes the file.
    if (process.env.QUITTANCE_STORE) writeFileSync(FILE, `${JSON.stringify(got, null, 2)}\n`);
    const hashes = (of: Record<string, string>): string => sha256(JSON.stringify(of));
    expect(got).toEqual(stored);
    expect(Object.keys(stored).length).toBeGreaterThanOrEqual(30);
    show({
      input: `${Object.keys(stored).length} questions of aging, invoices, payments, customers and histories`,
      right: { 'hash of all answers': hashes(stored) },
      got: { 'hash of all answers': hashes(got) },
    });
  });
});
