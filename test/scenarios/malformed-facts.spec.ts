import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  chain,
  CHAIN_START,
  CommandHandler,
  connectEventStore,
  IdempotencyGuard,
  MacKeys,
  MovedHistoryMark,
  type RecordedFact,
  uuid5,
  Vault,
} from '@quittance/event-store';
import {
  aboutFact,
  exportAudit,
  recordLogHead,
  ROUTES,
  type Selection,
  SigningKey,
} from '@quittance/receivables';
import { Client } from 'pg';
import { ApiClient } from '../../apps/cli/src/client.js';
import { deepChecks } from '../../apps/cli/src/deep-check.js';
import { VerificationQueries } from '../../libs/receivables/src/audit/verification.queries.js';
import { MONEY } from '../../libs/receivables/src/features.js';
import { quittance as run } from '../support/command-line.js';
import { type Caller, ENTITY, type Quittance, startQuittance, ZONE } from '../support/quittance.js';

let quittance: Quittance;
let clerk: Caller;
let api: ApiClient;
let events: Client;
let invoice: string;
let pem: string;
const heads = `log-heads-${ENTITY}`;
beforeAll(async () => {
  quittance = await startQuittance();
  events = new Client({ connectionString: quittance.eventsDatabaseUrl });
  await events.connect();
  clerk = await quittance.as(['clerk', 'manager']);
  const { token } = await quittance.as('auditor', 'audrey');
  api = new ApiClient({ url: quittance.url, token: async () => token });
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  const issued = { customerId: 'C-1', issuedOn: '2026-03-01', dueOn: '2026-03-31', currency: 'EUR' };
  const { id } = await clerk.done('/v1/invoices', { ...issued, number: 'D-1', total: '100.00' });
  invoice = `invoice-${id}`;
  await recordHead();
  await projected();
  pem = join(quittance.dataDir, '..', `key-of-${id}.pem`);
  await writeFile(pem, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
});
afterAll(async () => {
  await api?.close();
  await events?.end();
  await quittance?.stop();
  await rm(pem, { force: true });
});

const recordHead = () => {
  const { store, pool, clock } = quittance;
  const kept = { guard: new IdempotencyGuard(pool), vault: new Vault(pool) };
  const { execute } = new CommandHandler({
    ...kept,
    store,
    clock,
    entity: ENTITY,
    routes: ROUTES,
    about: aboutFact,
  });
  const actor = { id: 'system:reactor', roles: ['system'] };
  return recordLogHead(store, execute, { entity: ENTITY, actor, correlationId: 'head' });
};
const projected = async (): Promise<void> => {
  const last = (await quittance.facts()).at(-1)!;
  expect(await clerk.get('/v1/invoices', String(last.position.commit))).toMatchObject({ status: 200 });
};
/** What `check --deep` finds. */
const found = async (): Promise<string[]> => {
  const all: string[] = [];
  for await (const finding of deepChecks(api)) all.push(...finding.found);
  return all;
};
/** Why `export-audit` signs nothing. */
const refused = async (selection: Selection = {}): Promise<string> => {
  const file = join(quittance.dataDir, 'never.ndjson');
  const about = {
    store: quittance.store,
    entity: ENTITY,
    timeZone: ZONE,
    now: new Date(),
    path: file,
    selection,
    macKeys: new MacKeys(quittance.pool),
  };
  const key = SigningKey.from(pem, quittance.dataDir);
  const said = await exportAudit({ ...about, key }).catch(
    (error: Error) => `${error.name}: ${error.message}`,
  );
  expect(existsSync(file)).toBe(false);
  return said as string;
};
type Change = [stream: string, column: 'data' | 'meta', from: string, to: string];
/** Changes bytes of the first fact of a stream where the event store keeps them. */
async function change(...[stream, column, from, to]: Change): Promise<void> {
  const { rowCount } = await events.query(
    `update event_store.events set ${column} = convert_to(replace(convert_from(${column}, 'utf8'), $2, $3), 'utf8')
     where stream = $1 and rev = 0 and position($2 in convert_from(${column}, 'utf8')) > 0`,
    [stream, from, to],
  );
  expect(rowCount).toBe(1);
}

/** What is said while they are so. */
async function changed<Said>(
  ...[stream, column, from, to, ask]: [...Change, () => Promise<Said>]
): Promise<Said> {
  await change(stream, column, from, to);
  try {
    return await ask();
  } finally {
    await change(stream, column, to, from);
  }
}

describe('a fact that was changed to none', () => {
  it.each<['data' | 'meta', string, string]>([
    ['data', '"100.00"', '"1O0.00"'],
    ['data', '"EUR"', '"EUS"'],
    ['data', '"currency"', '"currencz"'],
    ['data', '{"', '|"'],
    ['meta', '"hash"', '"hbsh"'],
    ['meta', '{"', '|"'],
  ])('is named by check --deep and by export-audit: in its %s %s is %s', async (column, from, to) => {
    const said = await changed(invoice, column, from, to, async () => [
      await found(),
      await refused(),
      await refused({ customer: 'C-1' }),
    ]);
    expect(said).toEqual([
      expect.arrayContaining([`${invoice}, revision 0: its content is not what was hashed`]),
      ...Array<unknown>(2).fill(
        `ChainBrokenError: the chain of ${invoice} is broken at revision 0: its content is not what was hashed`,
      ),
    ]);
    expect(await found()).toEqual([]);
  });

  it.each<[string, string]>([
    ['"position":"', '"position":"x'],
    ['"position"', '"positiom"'],
    ['{"', '|"'],
  ])('is named also when it is a recorded head: %s is %s', async (from, to) => {
    const said = await changed(heads, 'data', from, to, async () => [await found(), await refused()]);
    expect(said).toEqual([
      [
        `${heads}, revision 0: its content is not what was hashed`,
        `${heads}, revision 0: it states no position`,
      ],
      `LogHeadError: ${heads}, revision 0: it states no position`,
    ]);
  });

  it('is named also when it is the mirror whose metadata is none', async () => {
    const set = (metadata: string) =>
      quittance.pool.query('update mirror.facts set metadata = $2 where stream = $1', [invoice, metadata]);
    const { metadata } = (await quittance.facts()).find(({ stream }) => stream === invoice)!;
    await set('null');
    const said = await found().finally(() => set(JSON.stringify(metadata)));
    expect(said).toEqual([`${invoice}, revision 0: the mirror holds another fact`]);
  });

  it('ends the commands with 1, not as if the API or the settings were at fault', async () => {
    const { url, dataDir, databaseUrl, eventStoreUrl } = quittance;
    const env = { QUITTANCE_URL: url, QUITTANCE_TOKEN: '', DATA_DIR: dataDir, AUDIT_SIGNING_KEY: pem };
    const stores = { DATABASE_URL: databaseUrl, EVENTSTORE_URL: eventStoreUrl };
    const [check, exported] = await changed(invoice, 'meta', '"hash"', '"hbsh"', async () => [
      await run(['check', '--deep'], env).ended,
      await run(['export-audit', join(dataDir, 'never.ndjson')], { ...env, ...stores }).ended,
    ]);
    expect([check.code, check.stdout]).toEqual([1, expect.stringContaining(`${invoice}, revision 0`)]);
    expect([exported.code, exported.stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining('is broken at revision 0')],
    ]);
  });
});

describe('a log that cannot be read on', () => {
  it('is named with the last fact that could be read', async () => {
    let before: RecordedFact | undefined;
    for await (const fact of quittance.store.readAll()) {
      if (fact.stream === invoice) break;
      before = fact;
    }
    // In a store that a history was moved into, the position itself stands in the metadata.
    const mark = new MovedHistoryMark(quittance.eventStoreUrl);
    await mark.write({ state: 'moved', end: '0', here: '1000000000' });
    await mark.close();
    const { rows } = await events.query<{ meta: Buffer }>(
      'select meta from event_store.events where stream = $1 and rev = 0',
      [invoice],
    );
    const write = (meta: Buffer) =>
      events.query('update event_store.events set meta = $2 where stream = $1 and rev = 0', [invoice, meta]);
    await write(Buffer.from('null'));
    const store = connectEventStore(quittance.eventStoreUrl);
    const { found: said, done } = await new VerificationQueries(store, ENTITY, quittance.pool, MONEY)
      .step({ limit: 1000 })
      .finally(() => Promise.all([store.close(), write(rows[0]!.meta)]));
    const place = `${before?.stream}, revision ${before?.revision}`;
    expect([done, said]).toEqual([true, [expect.stringContaining(`after ${place} the log cannot be read`)]]);
  });
});

describe('a fact that is whole, but none of ours', () => {
  it('is named by check --deep and by export-audit, whose amounts it does not have', async () => {
    const stream = 'invoice-00000000-0000-5000-8000-000000000000';
    const { metadata, data } = (await quittance.facts()).find((fact) => fact.stream === invoice)!;
    const { currency: _currency, ...rest } = data;
    const forged = { id: uuid5('invoice', stream), type: 'InvoiceIssued', data: rest, metadata };
    const { key } = await new MacKeys(quittance.pool).inUse(false);
    const chained = chain(stream, CHAIN_START, [forged], key);
    expect(await quittance.store.append(stream, 'none', chained)).toMatchObject({ result: 'appended' });
    await projected();
    const what = `${stream}, revision 0: it cannot be added up: unknown currency undefined`;
    expect(await found()).toEqual([what]);
    expect(await refused()).toBe(`MalformedFactError: ${what}`);
  });
});
