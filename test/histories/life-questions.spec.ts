import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Vault } from '@quittance/event-store';
import { openDatabase } from '@quittance/process';
import { ReadModel } from '@quittance/read-model';
import { PROJECTIONS } from '@quittance/receivables';
import type { Pool } from 'pg';
import { startReading } from '../../libs/receivables/spec/reading.js';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';
import { story } from '../support/story.js';
import { bytesOf, sha256 } from './asked.js';
import { putKeys, recordedHistory } from './recorded-history.js';

// Questions about instalments, opening items, plans and holds, asked of a frozen history on both axes, with the hash of each
// answer. The last facts of the history correct what came before: back-dated payments and extensions, an undo, another owner, a
// void, a merge. What was known before them is asked before and after they are recorded, and of rebuilt tables.

const FILE = join(__dirname, 'life-answers.json');
const HISTORY = join(__dirname, 'life-questions.json');
const history = recordedHistory<never>('life-questions');
const { before } = JSON.parse(readFileSync(HISTORY, 'utf8')) as { before: number };

/** What is asked of an invoice here; what else it says may grow. */
const SAID = new Set(
  ['id', 'number', 'issuedOn', 'dueOn', 'agreedDueOn', 'currency', 'total', 'paid', 'open', 'ownerId'].concat(
    [
      'document',
      'settlement',
      'timing',
      'status',
      'daysOverdue',
      'settledBy',
      'asOf',
      'knownAt',
      'knownPosition',
    ],
  ),
);
const picked = (item: Record<string, unknown>): object => ({
  ...Object.fromEntries(Object.entries(item).filter(([name]) => SAID.has(name))),
  holds: item.holds,
  instalments: item.instalments,
});
const said = (question: string) => (text: string) => {
  if (!question.startsWith('invoices')) return text;
  const body = JSON.parse(text) as { items?: Record<string, unknown>[] } & Record<string, unknown>;
  // Lists did not say yet what holds an invoice up.
  return JSON.stringify(
    body.items ? body.items.map((item) => picked({ ...item, holds: undefined })) : picked(body),
  );
};

const instantOf = (at: number): string => history.facts[at]!.recordedAt.toISOString();
const idOf = (number: string): string =>
  String(
    history.facts.find(({ type, data }) => type === 'InvoiceIssued' && data.number === number)!.data
      .invoiceId,
  );

/** Whatever was recorded before the corrections, and at three instants before that. */
const KNOWN = [before - 1, before - 4, before - 9, before - 15].map(instantOf);
const DAYS = ['2026-03-31', '2026-04-01', '2026-05-20', '2026-09-30'];
const PAST = DAYS.flatMap((asOf, i) => [
  `asOf=${asOf}&knownAt=${KNOWN[0]}`,
  `asOf=${asOf}&knownAt=${KNOWN[1 + (i % 3)]}`,
]);
const NOW = DAYS.map((asOf) => `asOf=${asOf}&knownAt=${instantOf(history.facts.length - 2)}`);

function questionsAt(place: string, i: number): string[] {
  const basis = ['agreed', 'contractual', 'issued'][i % 3]!;
  return [
    `reports/aging?definition=2&by=customer&${place}`,
    `reports/aging?definition=2&by=owner&basis=${basis}&${place}`,
    `reports/aging?definition=2&basis=contractual&buckets=10,45&${place}`,
    `plans?${place}`,
    `invoices?sort=number&${place}`,
    `invoices?timing=overdue&sort=-open&${place}`,
    ...['A', 'D', 'E'].map((number) => `invoices/${idOf(number)}?${place}`),
  ];
}

describe('questions about the life of receivables', () => {
  let stores: TestDatabases;
  let pool: Pool;
  let reading: Awaited<ReturnType<typeof startReading>>;
  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;

  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 4 });
    await putKeys(pool, history);
    const clock = { now: () => new Date('2026-12-01T00:00:00Z'), today: () => '2026-11-30' };
    reading = await startReading(pool, clock);
  });
  afterAll(async () => {
    await reading?.app.close();
    await pool?.end();
    await stores?.stop();
  });

  const project = async (facts: typeof history.facts): Promise<void> => {
    const model = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
    expect(await model.project(facts)).toMatchObject({ parked: [] });
  };
  const hashes = async (questions: readonly string[]): Promise<Record<string, string>> => {
    const got: Record<string, string> = {};
    for (const question of questions)
      got[question] = sha256(await bytesOf(reading.get, `/v1/${question}`, said(question)));
    return got;
  };

  story(
    'life',
    'E1',
    'A question keeps its answer, whatever is recorded, corrected or rebuilt later',
    async (show) => {
      const past = PAST.flatMap(questionsAt);
      await project(history.facts.slice(0, before + 1));
      const then = await hashes(past);
      await project(history.facts.slice(before + 1));
      const after = await hashes([...past, ...NOW.flatMap(questionsAt)]);
      // From nothing, as a rebuild does it.
      const { rows } = await pool.query<{ name: string }>(
        `select schemaname || '.' || tablename as name from pg_tables
       where schemaname in ('live', 'mirror') or tablename in ('streams', 'parked')`,
      );
      for (const { name } of rows) await pool.query(`delete from ${name}`);
      await project(history.facts);
      const rebuilt = await hashes([...past, ...NOW.flatMap(questionsAt)]);
      // Only for questions that are added: `QUITTANCE_STORE=1 npx jest <this file>` writes the file.
      if (process.env.QUITTANCE_STORE) writeFileSync(FILE, `${JSON.stringify(after, null, 2)}\n`);
      expect(then).toEqual(Object.fromEntries(past.map((question) => [question, stored[question]])));
      expect(after).toEqual(stored);
      expect(rebuilt).toEqual(stored);
      expect(Object.keys(stored).length).toBeGreaterThanOrEqual(100);
      const hashed = (of: object): string => sha256(JSON.stringify(of));
      show({
        input: `${Object.keys(stored).length} questions, ${past.length} of them as known before ${history.facts.length - before} facts that correct`,
        right: { 'hash of all answers': hashed(stored) },
        got: { 'hash of all answers': hashed(rebuilt) },
      });
    },
  );
});
