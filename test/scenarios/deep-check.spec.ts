import { createHash, randomUUID } from 'node:crypto';
import { chain, CommandHandler, IdempotencyGuard, MacKeys, Vault } from '@quittance/event-store';
import { aboutFact, recordLogHead, ROUTES } from '@quittance/receivables';
import { Client } from 'pg';
import { ApiClient } from '../../apps/cli/src/client.js';
import { deepChecks } from '../../apps/cli/src/deep-check.js';
import { quittance as run } from '../support/command-line.js';
import { type Caller, ENTITY, type Quittance, startQuittance } from '../support/quittance.js';

interface Page {
  items: { position: string }[];
  next: string | null;
}
interface Step {
  position: string;
  done: boolean;
  facts: number;
}

let quittance: Quittance;
let clerk: Caller;
let api: ApiClient;
let invoice: string;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'manager']);
  const { token } = await quittance.as('auditor', 'audrey');
  api = new ApiClient({ url: quittance.url, token: async () => token });
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  for (let i = 1; i <= 3; i += 1) {
    const issued = { customerId: 'C-1', issuedOn: '2026-03-01', dueOn: '2026-03-31', currency: 'EUR' };
    ({ id: invoice } = await clerk.done('/v1/invoices', { ...issued, number: `D-${i}`, total: '100.00' }));
    const allocations = [{ invoiceId: invoice, amount: '30.00' }];
    const paid = { amount: '35.00', currency: 'EUR', receivedOn: '2026-03-02' };
    await clerk.done('/v1/payments', { ...paid, allocations });
    if (i === 2) await recordHead();
  }
  await projected();
});
afterAll(async () => {
  await api?.close();
  await quittance?.stop();
});

const recordHead = (store = quittance.store) => {
  const { pool } = quittance;
  const { execute } = new CommandHandler({
    ...{ store: quittance.store, guard: new IdempotencyGuard(pool), vault: new Vault(pool) },
    ...{ clock: quittance.clock, entity: ENTITY, routes: ROUTES, about: aboutFact },
  });
  return recordLogHead(store, execute, {
    entity: ENTITY,
    actor: { id: 'system:reactor', roles: ['system'] },
    correlationId: 'head',
  });
};
const projected = async (): Promise<void> => {
  const last = (await quittance.facts()).at(-1)!;
  expect(await clerk.get('/v1/invoices', String(last.position.commit))).toMatchObject({ status: 200 });
};
/** What is found, by check. */
const found = async (): Promise<string[][]> => {
  const all: string[][] = [];
  for await (const finding of deepChecks(api)) all.push(finding.found);
  return all;
};
/** What is found while a statement has changed the read side; undone afterwards. */
async function changed(change: string, undo: string): Promise<string[][]> {
  expect((await quittance.pool.query(change)).rowCount).toBe(1);
  const said = await found();
  expect((await quittance.pool.query(undo)).rowCount).toBe(1);
  return said;
}

describe('check --deep', () => {
  it('finds nothing in an installation that is whole, says what it looked at, and exits 0', async () => {
    const facts = (await quittance.facts()).length;
    const env = { QUITTANCE_URL: quittance.url, QUITTANCE_TOKEN: '', DATA_DIR: quittance.dataDir };
    const { code, last } = await run(['check', '--deep', '--json'], env).ended;
    const { ok, findings } = last as { ok: boolean; findings: { check: string; found: string[] }[] };
    expect([code, ok, findings.flatMap((finding) => finding.found)]).toEqual([0, true, []]);
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\d+ facts are whole, linked, and in the mirror as in the store$/),
        '1 recorded heads of the log are those of its facts',
        'totals of the reports equal the totals of the facts',
      ]),
    );
    expect(Number.parseInt(findings.at(-4)!.check, 10)).toBeGreaterThanOrEqual(facts - 2);
  });

  it('names a fact that the mirror lacks, holds otherwise, or holds beyond the store', async () => {
    const of = `where stream = 'invoice-${invoice}' and revision = 1`;
    await quittance.pool.query(`create table projector.kept as select * from mirror.facts ${of}`);
    const back = 'insert into mirror.facts select * from projector.kept';
    const place = `invoice-${invoice}, revision 1`;
    expect(await changed(`delete from mirror.facts ${of}`, back)).toEqual([
      [`${place}: the mirror lacks it`],
      ...Array<string[]>(3).fill([]),
    ]);
    const set = (data: string) => `update mirror.facts set data = ${data} ${of}`;
    const original = '(select data from projector.kept)';
    expect(await changed(set(`replace(data::text, '30.00', '30.01')::json`), set(original))).toEqual([
      [`${place}: the mirror holds another fact`],
      ...Array<string[]>(3).fill([]),
    ]);
    const more = `insert into mirror.facts select 0, prepare, stream, 99, id, type, data, metadata,
                  '2001-01-01', '2001-01-01' from projector.kept`;
    expect(await changed(more, 'delete from mirror.facts where revision = 99')).toEqual([
      [`invoice-${invoice}, revision 99: the mirror holds it, the store does not`],
      ...Array<string[]>(3).fill([]),
    ]);
  });

  it('names the facts that a mirror lacks at its end, which no report knows of', async () => {
    const end = (await quittance.facts()).filter(({ stream }) => !stream.startsWith('heartbeat-')).at(-1)!;
    const of = `where position = ${end.position.commit}`;
    await quittance.pool.query(`create table projector.cut as select * from mirror.facts ${of}`);
    const back = 'insert into mirror.facts select * from projector.cut';
    const [first] = await changed(`delete from mirror.facts ${of}`, back);
    expect(first).toEqual([`${end.stream}, revision ${end.revision}: the mirror lacks it`]);
  });

  it('names a fact that the mirror dates otherwise: every answer as it was known hangs on that', async () => {
    const facts = await quittance.facts();
    const at = facts.findIndex(({ stream, revision }) => stream === `invoice-${invoice}` && revision === 1n);
    const [place, next] = facts.slice(at, at + 2).map((fact) => `${fact.stream}, revision ${fact.revision}`);
    const of = `where position = ${facts[at]!.position.commit}`;
    await quittance.pool.query(`create table projector.dated as select * from mirror.facts ${of}`);
    const undo = `update mirror.facts set (recorded_at, recorded_max, metadata) =
      (select recorded_at, recorded_max, metadata from projector.dated) ${of}`;
    const said = async (set: string) => (await changed(`update mirror.facts set ${set} ${of}`, undo))[0];
    const otherwise = `${place}: the mirror holds another time of recording`;
    const falls = (where?: string) => `${where}: in the mirror the latest time of recording falls`;
    expect(await said(`recorded_at = '2001-01-01', recorded_max = '2001-01-01'`)).toEqual([
      otherwise,
      falls(place),
    ]);
    expect(await said(`recorded_at = '-infinity'`)).toEqual([otherwise]);
    expect(await said(`recorded_max = recorded_at - interval '1 hour'`)).toEqual([falls(place)]);
    expect(await said(`recorded_max = '2100-01-01'`)).toEqual([falls(next)]);
    const origin = { $origin: { recordedAt: facts[at]!.recordedAt, position: '1' } };
    expect(await said(`metadata = (metadata::jsonb || '${JSON.stringify(origin)}')::json`)).toEqual([
      `${place}: the mirror holds another origin`,
    ]);

    // Also where a step begins.
    await quittance.pool.query(`update mirror.facts set recorded_max = '2100-01-01' ${of}`);
    const auditor = await quittance.as('auditor', 'audrey');
    const step = `past=${facts[at]!.position.commit}&through=${facts[at + 1]!.position.commit}`;
    const { body } = await auditor.get<Step>(`/v1/audit/verification?${step}`);
    await quittance.pool.query(undo);
    expect(body).toMatchObject({ found: [falls(next)] });
  });

  it('names a total of a report that the facts do not come to', async () => {
    const by = (amount: number) =>
      `update live.control_lines set amount = amount + ${amount} where position = (select min(position) from live.control_lines)`;
    expect(await changed(by(1), by(-1))).toEqual([
      [],
      [],
      [],
      ['EUR control: the report says 196.00, the facts add up to 195.00'],
    ]);
  });

  it('finds nothing in heads that two reactors recorded out of order', async () => {
    const stream = `log-heads-${ENTITY}`;
    const facts = await quittance.facts();
    const last = facts.findLast((fact) => fact.stream === stream)!;
    const stated = { facts: '1', streams: '1', position: String(facts[0]!.position.commit) };
    const hash = createHash('sha256').update(facts[0]!.metadata.hash).digest('hex');
    const earlier = { ...last, id: randomUUID(), data: { ...last.data, ...stated, hash } };
    const end = { revision: last.revision, hash: last.metadata.hash };
    const { key } = await new MacKeys(quittance.pool).inUse(false);
    const chained = chain(stream, end, [earlier], key);
    expect(await quittance.store.append(stream, last.revision, chained)).toMatchObject({
      result: 'appended',
    });
    await projected();
    expect(await found()).toEqual([[], [], [], []]);
  });

  it('names a recorded head that is not that of the facts', async () => {
    const forged = Object.assign(Object.create(quittance.store) as Quittance['store'], {
      readAll: async function* (...options: Parameters<Quittance['store']['readAll']>) {
        for await (const fact of quittance.store.readAll(...options)) {
          yield { ...fact, metadata: { ...fact.metadata, hash: 'f'.repeat(64) } };
        }
      },
    });
    await recordHead(forged);
    await projected();
    expect(await found()).toEqual([[], [], [expect.stringMatching(/^at position \d+: \d+ facts/)], []]);
  });

  it('names a fact that was changed in the event store itself', async () => {
    const events = new Client({ connectionString: quittance.eventsDatabaseUrl });
    await events.connect();
    const { rowCount } = await events.query(
      `update event_store.events set data = convert_to(replace(convert_from(data, 'utf8'), '30.00', '31.00'), 'utf8')
       where stream = $1 and rev = 1`,
      [`invoice-${invoice}`],
    );
    await events.end();
    expect(rowCount).toBe(1);
    expect((await found())[0]).toEqual([
      `invoice-${invoice}, revision 1: its content is not what was hashed`,
    ]);
  });

  it('reads heads and facts in pages that are bounded, heartbeats counted; heads as of the first page', async () => {
    await clerk.done('/v1/payments', { amount: '5.00', currency: 'EUR', receivedOn: '2026-03-03' });
    await recordHead();
    await projected();
    const auditor = await quittance.as('auditor', 'audrey');
    const { body: all } = await auditor.get<Page>('/v1/audit/heads');
    const positions: bigint[] = [];
    for (let next: string | null = ''; next !== null;) {
      const of: string = next && `&cursor=${next}`;
      const { body: page }: { body: Page } = await auditor.get<Page>(`/v1/audit/heads?limit=1${of}`);
      positions.push(BigInt(page.items[0]!.position));
      next = page.next;
      await clerk.done('/v1/payments', { amount: '6.00', currency: 'EUR', receivedOn: '2026-03-03' });
      await recordHead();
    }
    expect(positions.length).toBeGreaterThan(1);
    expect(positions.map(String)).toEqual(all.items.map(({ position }) => position));
    expect((await auditor.get('/v1/audit/heads?cursor=bogus')).status).toBe(422);

    const facts: string[] = [];
    for await (const { position } of quittance.store.readAll()) facts.push(String(position.commit));
    const seen: string[] = [];
    for (let past = ''; seen.length < facts.length; past = `&past=${seen.at(-1)}`) {
      const through = `&through=${facts.at(-1)}`;
      const { body } = await auditor.get<Step>(`/v1/audit/verification?limit=1${through}${past}`);
      expect(body.facts).toBeLessThanOrEqual(1);
      expect(body.done).toBe(seen.length + 1 === facts.length);
      seen.push(body.position);
    }
    expect(seen).toEqual(facts);
  });

  it('is for auditors', async () => {
    for (const path of ['/v1/audit/heads', '/v1/audit/verification?through=1'])
      expect(await clerk.get(path)).toMatchObject({ status: 403 });
    const step = await (await quittance.as('auditor', 'audrey')).get('/v1/audit/verification');
    expect(step).toMatchObject({ status: 200, body: { done: true } });
  });
});
