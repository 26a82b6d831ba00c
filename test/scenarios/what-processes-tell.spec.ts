import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedUrls } from '@quittance/embedded';
import { signDevelopmentToken } from '@quittance/http';
import { Client } from 'pg';
import { type Caller, caller } from '../support/caller.js';
import { Installation } from '../support/installation.js';
import { type Span, startTraceCollector, type TraceCollector } from '../support/trace-collector.js';

// One installation, all its processes at the chattiest level, with an exporter of traces.
jest.setTimeout(240_000);

/** Recognisable wherever it turns up. */
const PERSONAL = {
  name: 'Zebulon Quillfeather',
  email: 'zebulon@quillfeather.example',
  phone: '+39 555 0173 944',
  notes: 'Quillfeather asked for it by telephone',
  reason: 'Zebulon was in hospital',
  reference: 'Rent of Quillfeather',
};
const LEAKS = ['Zebulon', 'uillfeather', '0173 944'];
const POISON = `alter table live.customers add constraint poison check (name <> '${PERSONAL.name}') not valid`;

const folder = mkdtempSync(join(tmpdir(), 'quittance-tell-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
let collector: TraceCollector;
let installation: Installation;
let manager: Caller;
let paid: { position: string };

beforeAll(async () => {
  collector = await startTraceCollector();
  installation = new Installation(dataDir, {
    env: {
      LOG_LEVEL: 'trace',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '100',
    },
  });
  const url = await installation.up();
  const token = await signDevelopmentToken(dataDir, { sub: 'mara', roles: ['manager', 'admin'] });
  manager = caller(url, token, 'mara');
  const { name, email, phone } = PERSONAL;
  await manager.done('/v1/people', { personId: 'zq', name, email, roles: ['clerk'] });
  await manager.done('/v1/customers', { customerId: 'C-1', name, email, phone });
  const invoice = await manager.done('/v1/invoices', {
    ...{ number: 'N-1', customerId: 'C-1', currency: 'EUR', total: '100.00', notes: PERSONAL.notes },
    ...{ issuedOn: '2026-01-01', dueOn: '2026-01-31' },
  });
  const { reason, reference } = PERSONAL;
  await manager.done(`/v1/invoices/${invoice.id}/extensions`, { agreedDueOn: '2026-03-31', reason });
  paid = await manager.done(
    '/v1/payments',
    {
      ...{ amount: '40.00', currency: 'EUR', receivedOn: '2026-01-10', reference },
      allocations: [{ invoiceId: invoice.id, amount: '40.00' }],
    },
    { headers: { 'x-correlation-id': 'the-payment' } },
  );
  await manager.get('/v1/customers', paid.position);
  await manager.refused('/v1/customers', { customerId: 'C-2', name, email: `${PERSONAL.name} has none` });
  await manager.refused('/v1/customers', `{"name": "${PERSONAL.name}"`);
  await manager.get(`/v1/nowhere?name=${encodeURIComponent(PERSONAL.name)}&access_token=${token}`);
  await caller(url, `${token}x`, '').get('/v1/customers');
});
afterAll(async () => {
  installation?.kill('SIGTERM');
  await installation?.exited;
  collector?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const logs = (): string[] => readdirSync(join(dataDir, 'logs')).map((file) => join(dataDir, 'logs', file));
const linesOf = (app: string): Record<string, unknown>[] =>
  readFileSync(join(dataDir, 'logs', `${app}.log`), 'utf8')
    .split('\n')
    .slice(0, -1) // what is not ended yet is still being written
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

type Maybe<T> = T | undefined | null | false;

async function until<T>(look: () => Maybe<T> | Promise<Maybe<T>>): Promise<T> {
  for (let found = await look(); ; found = await look()) {
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a traced request', () => {
  it('is one trace from HTTP over the append to the projection', async () => {
    const of = (name: string): Span | undefined =>
      collector.spans.find(
        (span) =>
          span.attributes.some(({ value }) => value.stringValue === 'the-payment') && span.name === name,
      );
    const http = await until(() => of('POST /v1/payments'));
    const command = await until(() => of('RecordPayment'));
    const settle = await until(() => of('SettleInvoice'));
    const projected = await until(() => of('project PaymentReceived'));
    const applied = await until(() => of('project PaymentApplied'));
    const append = await until(() =>
      collector.spans.find(({ parentSpanId }) => parentSpanId === command.spanId),
    );
    expect(http.parentSpanId || undefined).toBeUndefined();
    expect([command, settle, projected, applied].map(({ parentSpanId }) => parentSpanId)).toEqual(
      Array(4).fill(http.spanId),
    );
    expect(append).toMatchObject({ name: 'append', traceId: http.traceId });
    expect([http, command, append, projected].map(({ service }) => service)).toEqual([
      ...Array<string>(3).fill('quittance-api'),
      'quittance-projector',
    ]);
    expect(
      new Set([http, command, settle, append, projected, applied].map(({ traceId }) => traceId)).size,
    ).toBe(1);
  });

  it('joins the trace of its caller', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    await manager.ask('/v1/people', { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } });
    const span = await until(() => collector.spans.find((one) => one.traceId === traceId));
    expect(span).toMatchObject({ name: 'GET /v1/people', parentSpanId: 'b7ad6b7169203331' });
  });
});

describe('the logs', () => {
  it('name the request in every line about a request, a command or a fact', async () => {
    const api = await until(() => {
      const lines = linesOf('api');
      return lines.some(({ route, correlationId }) => route && correlationId === 'the-payment') && lines;
    });
    const about = api.filter((line) => 'route' in line || 'command' in line);
    expect(about.length).toBeGreaterThan(10);
    expect(about.filter(({ correlationId }) => typeof correlationId !== 'string')).toEqual([]);
    const commands = api
      .filter(({ correlationId }) => correlationId === 'the-payment')
      .map(({ command }) => command);
    expect(commands).toEqual(expect.arrayContaining(['RecordPayment', 'SettleInvoice']));
  });

  it('say of a fact that has to wait which request it came from, not what PostgreSQL quoted of it', async () => {
    const database = new Client({ connectionString: (await embeddedUrls(dataDir)).databaseUrl });
    await database.connect();
    await database.query(POISON);
    const headers = { 'x-correlation-id': 'the-poison' };
    const { name } = PERSONAL;
    await manager.done('/v1/customers', { customerId: 'C-3', name }, { headers });
    const line = await until(() => linesOf('projector').find(({ msg }) => msg === 'a stream has to wait'));
    expect(line).toMatchObject({
      correlationId: 'the-poison',
      projection: 'customers',
      type: 'CustomerRegistered',
    });
    expect(line.error).toMatch(/violates check constraint/);
    await database.end();
  });

  it('hold no personal data and no token, at the chattiest level, nor do spans', () => {
    const said = logs().map((file) => readFileSync(file, 'utf8'));
    expect(said.length).toBeGreaterThanOrEqual(5);
    for (const written of [...said, installation.output, ...collector.bodies]) {
      for (const leak of [...LEAKS, manager.token, 'eyJ']) {
        const at = written.indexOf(leak);
        expect(at < 0 ? null : written.slice(Math.max(0, at - 200), at + 100)).toBeNull();
      }
    }
  });
});

describe('the processes without HTTP', () => {
  it('are counted by the api, through the database', async () => {
    const counted = async (): Promise<Map<string, number>> => {
      const { body } = await manager.ask<string>('/metrics');
      const lines = body.matchAll(/^quittance_process_counts\{process="(\w+)",count="([^"]+)"\} (\d+)$/gm);
      return new Map(
        Array.from(lines, ([, process, count, value]) => [`${process} ${count}`, Number(value)]),
      );
    };
    const counts = await until(async () => {
      const now = await counted();
      return now.has('reactor finish payments done') && now.has('projector parked') && now;
    });
    expect(counts.get('projector starts')).toBe(1);
    expect(counts.get('projector parked')).toBe(1);
    expect(counts.get('projector batches')).toBeGreaterThan(3);
  });
});

describe('asked to end', () => {
  it('the api finishes the request under way, and ends', async () => {
    const url = new URL('/v1/customers', 'http://x');
    const api = new URL((await until(() => /(http:\S+)\/v1/.exec(installation.output)))[1]!);
    const body = JSON.stringify({ customerId: 'C-9', name: 'last' });
    const slow = request({
      ...{ host: api.hostname, port: api.port, path: url.pathname, method: 'POST' },
      headers: {
        authorization: `Bearer ${manager.token}`,
        'content-type': 'application/json',
        'content-length': body.length,
        'idempotency-key': 'slow',
        expect: '100-continue', // says that the request has begun
      },
    });
    const answered = new Promise<number>((resolve, reject) => {
      slow.on('response', (answer) => resolve(answer.resume().statusCode!)).on('error', reject);
    });
    slow.flushHeaders();
    await once(slow, 'continue');
    slow.write(body.slice(0, 10));
    const before = linesOf('api').length;
    const { pid } = installation.processes('apps/api/')[0]!;
    process.kill(pid, 'SIGTERM');
    await until(() =>
      linesOf('api')
        .slice(before)
        .find(({ msg }) => msg === 'stopping'),
    );
    slow.end(body.slice(10));
    expect(await answered).toBe(201);
    await installation.says(/api ended \(exit code 0\)/);
  });
});
