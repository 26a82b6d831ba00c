import { join } from 'node:path';
import type { Caller } from '../support/caller.js';
import { everythingHolds } from './support/everything-holds.js';
import { Processes } from './support/processes.js';
import type { RealProcess } from './support/real-process.js';
import { rngFor } from './support/seed.js';
import { Workload } from './support/workload.js';
import { until } from './support/until.js';

interface Item {
  number: string;
  open: string;
  agreedDueOn: string;
  ownerId: string;
  parked?: true;
}
interface ParkedStream {
  projection: string;
  stream: string;
  revision: string;
  type: string;
  error: string;
  waiting: number;
}

/** A handler throws at its extension; PostgreSQL refuses its row from the first fact on. */
const [BUG, REFUSED] = ['BUG-1', 'REFUSED-1'];

describe('F12: a poison fact in one invoice', () => {
  let processes: Processes;
  let projector: RealProcess;
  let user: Caller;
  let workload: Workload;
  const ids: Record<string, string> = {};

  const broken = async (): Promise<RealProcess> => {
    const bug = `--require=${join(__dirname, 'support/broken-handler.cjs')}`;
    const started = processes.projector({ flags: [bug], env: { FAULTS_BROKEN_FOR: BUG } });
    await started.atWork();
    return started;
  };
  const paid = (number: string, amount: string) =>
    user.done('/v1/payments', {
      ...{ amount, currency: 'EUR', receivedOn: '2025-05-20' },
      allocations: [{ invoiceId: ids[number], amount }],
    });
  const invoice = async (number: string) => user.get<Item>(`/v1/invoices/${ids[number]}`);
  const parked = async () => {
    const { body } = await user.get<{ items: ParkedStream[] }>('/v1/parked');
    return body.items.map(({ projection, stream, revision, type, waiting }) => [
      ...[projection, stream, Number(revision), type, waiting],
    ]);
  };
  const all = () => everythingHolds({ databaseUrl: processes.databases.databaseUrl, store: processes.store });

  beforeAll(async () => {
    processes = await Processes.start();
    const { url } = await processes.api();
    user = await processes.as(url, ['clerk', 'manager', 'auditor']);
    projector = await broken();
    workload = await new Workload(user, rngFor('F12')).open();
    await processes.projected();
    await processes.pool.query(
      `alter table live.invoices add constraint refused check (number <> '${REFUSED}')`,
    );
    for (const number of [BUG, REFUSED]) {
      const dates = { issuedOn: '2025-05-02', dueOn: '2025-06-02' };
      const issued = {
        number,
        customerId: 'C-1',
        ...dates,
        currency: 'EUR',
        total: '500.00',
        ownerId: 'bert',
      };
      ids[number] = (await user.done('/v1/invoices', issued)).id;
    }
    const extended = { agreedDueOn: '2025-07-02', reason: 'asked', grantedOn: '2025-05-10' };
    await user.done(`/v1/invoices/${ids[BUG]}/extensions`, extended);
    for (const number of [BUG, REFUSED]) await paid(number, '200.00');
    const assigned = { ownerId: 'mara', reason: 'holidays', assignedOn: '2025-05-21' };
    await user.done(`/v1/invoices/${ids[BUG]}/owner`, assigned);
    await workload.actions(30);
    await processes.projected();
  });
  afterAll(() => processes?.stop());

  it('parks that stream and flags what leaves it out', async () => {
    expect(await parked()).toEqual([
      ['invoices', `invoice-${ids[REFUSED]}`, 0, 'InvoiceIssued', 2],
      ['invoices', `invoice-${ids[BUG]}`, 1, 'ExtensionGranted', 3],
    ]);
    const { body, headers } = await invoice(BUG);
    expect(body).toMatchObject({ open: '500.00', agreedDueOn: '2025-06-02', ownerId: 'bert', parked: true });
    expect([headers.get('quittance-parked'), headers.get('quittance-stale')]).toEqual(['2', 'true']);
    expect(await invoice(REFUSED)).toMatchObject({ status: 503, body: { code: 'parked' } });
    const report = await user.get('/v1/reports/aging');
    expect([report.status, report.headers.get('quittance-parked')]).toEqual([200, '2']);
  });

  it('keeps all else current: nothing but the rows of those invoices differs', async () => {
    await workload.actions(10);
    const said = await all().then(
      () => 'all holds',
      (error: Error) => error.message,
    );
    const differences = said
      .split('\n')
      .slice(1)
      .filter((line) => !/^ *\.\.\. and \d+ more$/.test(line));
    expect(differences.length).toBeGreaterThan(0);
    for (const line of differences) {
      expect(line).toMatch(new RegExp(`^ *live\\.invoices (${ids[BUG]}|${ids[REFUSED]})\\b`));
    }
  });

  it('leaves it parked when the projector starts again without a fix, and later facts wait in order', async () => {
    await projector.stop();
    projector = await broken();
    await paid(BUG, '50.00');
    await processes.projected();
    expect(await parked()).toEqual([
      ['invoices', `invoice-${ids[REFUSED]}`, 0, 'InvoiceIssued', 2],
      ['invoices', `invoice-${ids[BUG]}`, 1, 'ExtensionGranted', 4],
    ]);
  });

  it('goes on by command after the fix in the database, alone', async () => {
    await processes.pool.query('alter table live.invoices drop constraint refused');
    const { body } = await user.post('/v1/parked/releases', { streams: [`invoice-${ids[REFUSED]}`] });
    expect(body).toMatchObject({ released: [{ projection: 'invoices', stream: `invoice-${ids[REFUSED]}` }] });
    expect((await invoice(REFUSED)).body).toMatchObject({ number: REFUSED, open: '300.00' });
    await paid(REFUSED, '100.00');
    await processes.projected();
    expect((await invoice(REFUSED)).body).toMatchObject({ open: '200.00' });
    expect(await parked()).toHaveLength(1);
  });

  it('goes on by itself when a projector with the fix starts, and then everything holds', async () => {
    await projector.stop();
    projector = processes.projector();
    await projector.atWork();
    await until('nothing is parked', async () => (await parked()).length === 0);
    await processes.projected();
    const { body, headers } = await invoice(BUG);
    expect(body).toMatchObject({ open: '250.00', agreedDueOn: '2025-07-02', ownerId: 'mara' });
    expect([body.parked, headers.get('quittance-parked')]).toEqual([undefined, null]);
    await all();
  });
});
