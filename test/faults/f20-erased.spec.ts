import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quittance, type Ran } from '../support/command-line.js';
import type { Caller } from '../support/caller.js';
import { everythingHolds } from './support/everything-holds.js';
import { Processes } from './support/processes.js';
import type { RealProcess } from './support/real-process.js';
import { rngFor } from './support/seed.js';
import { Traces } from './support/traces.js';
import { Workload } from './support/workload.js';
import { until } from './support/until.js';

const VERIFIER = join(__dirname, '../../apps/cli/verify/verify-audit.mjs');
const REASON = 'Request under article 17, file 2026-31';

/** What is to be found nowhere afterwards, and what is to be found of somebody else as before. */
const ERASED = [
  'Zephyrine Quackenbush',
  'zephyrine@quackenbush.example',
  '+44 1632 960983',
  'broke her ankle',
];
const KEPT = 'Barnaby Wigglesworth';

describe('F20 personal data erased, then the audit verified', () => {
  let processes: Processes;
  let api: RealProcess & { url: string };
  let projector: RealProcess;
  let clerk: Caller;
  let traces: Traces;
  let eventsDatabase: string;
  let key: Buffer;
  let invoiceId: string;
  let paymentId: string;
  const written: RealProcess[] = [];

  beforeAll(async () => {
    processes = await Processes.start();
    const { databases } = processes;
    api = await processes.api({ env: { LOG_LEVEL: 'trace' } });
    clerk = await processes.as(api.url, ['clerk', 'manager']);
    traces = await Traces.of(databases.adminUrl);
    eventsDatabase = new URL(databases.eventsDatabaseUrl.replace('@/', '@host/')).pathname.slice(1);
    await startProjector();
    const workload = await new Workload(clerk, rngFor('f20')).open();
    await workload.actions(20);
    await customer('C-erased', ERASED[0]!, { email: ERASED[1], phone: ERASED[2] });
    await customer('C-kept', KEPT);
    invoiceId = await business('C-erased', ERASED[0]!, ERASED[3]!);
    await business('C-kept', KEPT, KEPT);
    const unknown = { amount: '7.00', currency: 'EUR', receivedOn: '2026-03-10', reference: `${ERASED[0]}?` };
    paymentId = (await clerk.done('/v1/payments', unknown)).id;
    await importRows();
    await processes.projected();
    // Copies: the tables that a rebuild keeps, and those of analysts.
    expect(await run(['replay', 'all'])).toMatchObject({ code: 0 });
    await processes.pool.query(
      `create table analysis.names as select id, name from live.customers;
       comment on column analysis.names.name is 'Personal data: emptied when the person is erased'`,
    );
    const { rows } = await processes.pool.query<{ key: Buffer }>(
      "select key from vault.keys join mirror.facts on subject = stream where data ->> 'customerId' = 'C-erased'",
    );
    key = rows[0]!.key;
    writeFileSync(signingKey(), pem());
  });
  afterAll(async () => {
    await traces?.close();
    if (processes) rmSync(signingKey(), { force: true });
    await processes?.stop();
  });

  const signingKey = (): string => `${processes.dataDir}.pem`;
  const pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });

  const startProjector = async (): Promise<void> => {
    projector = processes.projector({ env: { LOG_LEVEL: 'trace' } });
    written.push(projector);
    await projector.atWork();
  };
  const customer = (customerId: string, name: string, more: object = {}) =>
    clerk.done('/v1/customers', { customerId, name, ...more });
  /** An invoice and a payment that say something about the customer. */
  const business = async (customerId: string, name: string, about: string): Promise<string> => {
    const invoice = { number: `N-${customerId}`, customerId, currency: 'EUR', total: '100.00' };
    const dates = { issuedOn: '2026-03-01', dueOn: '2026-03-31' };
    const { id } = await clerk.done('/v1/invoices', { ...invoice, ...dates, notes: `Call ${name}` });
    const reason = `She ${about}`;
    await clerk.done(`/v1/invoices/${id}/extensions`, { agreedDueOn: '2026-04-30', reason });
    const allocations = [{ invoiceId: id, amount: '40.00' }];
    const paid = { amount: '45.00', currency: 'EUR', receivedOn: '2026-03-10', reference: `from ${name}` };
    await clerk.done('/v1/payments', { ...paid, allocations });
    return id;
  };
  const run = (args: string[]): Promise<Ran> =>
    quittance(args, {
      QUITTANCE_URL: api.url,
      QUITTANCE_TOKEN: '',
      DATA_DIR: processes.dataDir,
      DATABASE_URL: processes.databases.databaseUrl,
      EVENTSTORE_URL: processes.eventStoreUrl,
      AUDIT_SIGNING_KEY: signingKey(),
    }).ended;
  const file = (name: string): string => join(processes.dataDir, name);
  const rejects = (): string => readFileSync(file('late.csv.rejects.csv'), 'utf8');
  /** A file with a row about her that is taken, and one that is rejected. */
  const importRows = async (): Promise<void> => {
    const columns = {
      number: 'No',
      customerId: 'Customer',
      customerName: 'Name',
      issuedOn: 'Issued',
      dueOn: 'Due',
      total: 'Total',
    };
    const format = {
      delimiter: ';',
      encoding: 'utf8',
      dateFormat: 'yyyy-MM-dd',
      decimal: '.',
      thousands: '',
    };
    writeFileSync(file('map.json'), JSON.stringify({ ...format, constants: { currency: 'EUR' }, columns }));
    const rows = [
      'I-1;C-erased;NAME;2026-03-01;2026-03-31;10.00',
      'I-2;C-erased;NAME;2026-03-01;never;10.00',
    ];
    const text = ['No;Customer;Name;Issued;Due;Total', ...rows, ''].join('\n');
    writeFileSync(file('late.csv'), text.replaceAll('NAME', ERASED[0]!));
    expect(await run(['import', file('late.csv'), '--mapping', file('map.json'), '--json'])).toMatchObject({
      code: 1,
      last: { rows: 2, rejected: 1 },
    });
  };
  const exported = async (name: string): Promise<string> => {
    expect(await run(['export-audit', file(name)])).toMatchObject({ code: 0 });
    return file(name);
  };
  const verified = (path: string): string => {
    const { stdout, stderr } = spawnSync(process.execPath, [VERIFIER, path], { encoding: 'utf8' });
    return stdout + stderr;
  };
  const balance = async () => {
    const { body } = await clerk.get<{ open: string; total: string }>(`/v1/invoices/${invoiceId}`);
    return [body.total, body.open];
  };

  it('finds her before in tables, copies and files, so that it would find her afterwards', async () => {
    const tables = [
      'live.customers',
      'live.invoices',
      'live.party_lines',
      'live.payments',
      'live.audit_trail',
    ];
    const found = await traces.inTables(ERASED[0]!);
    expect(found).toEqual(expect.arrayContaining([...tables, 'analysis.names', 'retired_1.customers']));
    expect(await traces.inFiles([ERASED[0]!], eventsDatabase)).not.toEqual([]);
    expect(await traces.inFiles([key], eventsDatabase)).toHaveLength(1);
    expect(await balance()).toEqual(['100.00', '60.00']);
  });

  it('holds nothing of her in an export that was made before', async () => {
    const before = readFileSync(await exported('before.ndjson'), 'utf8');
    for (const text of [...ERASED, KEPT]) expect(before).not.toContain(text);
    expect(before).toContain('"customerId":"C-erased"');
  });

  it('is finished by the next projector when the one at work is killed, and asking again goes on', async () => {
    await projector.kill();
    const admin = await processes.as(api.url, 'admin', 'root');
    const { id } = await admin.done('/v1/erasures', { customerId: 'C-erased', reason: REASON });
    // As if the api had died before it came to the key.
    await processes.pool.query('update vault.keys set key = $2, erased_at = null where subject = $1', [
      `customer-${id}`,
      key,
    ]);
    const asking = run(['erase-person', '--customer', 'C-erased', '--reason', REASON, '--json']);
    await until('the command waits', async () => {
      const { rows } = await processes.pool.query(
        'select from vault.keys where subject = $1 and key is null',
        [`customer-${id}`],
      );
      return rows.length > 0;
    });
    await admin.done('/v1/erasures', { paymentId, reason: REASON });
    await startProjector();
    expect(await asking).toMatchObject({
      code: 0,
      last: { id, keyDestroyed: true, emptied: { customers: 1, party_lines: 1, payments: 1 }, tooLarge: [] },
    });
    await until('all erasures are finished', async () => {
      const { rows } = await processes.pool.query(
        'select count(vacuumed_at)::int as done from projector.erasures',
      );
      return (rows as { done: number }[])[0]!.done === 2;
    });
  });

  it('leaves her name, mail, phone and what was said about her in no table, copy or file, and no key', async () => {
    for (const text of ERASED) expect([text, await traces.inTables(text)]).toEqual([text, []]);
    expect(await traces.inFiles([...ERASED, key], eventsDatabase)).toEqual([]);
    expect(await traces.inTables(KEPT)).toContain('live.customers');
    // Rejects hold rows as they were, beside the file that they are from: they are its owner's, too (docs/erasure.md).
    expect(rejects()).toContain(`"I-2";"C-erased";"${ERASED[0]}"`);
  });

  it('leaves her in no log of any process, not even the most talkative', async () => {
    const words = [api, ...written, processes.eventStore].map((process) => process.words).join('\n');
    expect(words).toContain('/v1/erasures');
    for (const text of ERASED) expect(words).not.toContain(text);
  });

  it('keeps every balance and every hash: all tables equal, the export verifies, who erased her and why is told', async () => {
    expect(await balance()).toEqual(['100.00', '60.00']);
    const { databaseUrl } = processes.databases;
    const held = await everythingHolds({ databaseUrl, store: processes.store });
    const path = await exported('after.ndjson');
    expect(verified(path)).toMatch(new RegExp(`^ok: ${held.facts} facts in ${held.streams} streams`));
    const after = readFileSync(path, 'utf8');
    for (const text of ERASED) expect(after).not.toContain(text);
    expect(after).toContain(REASON);
  });
});
