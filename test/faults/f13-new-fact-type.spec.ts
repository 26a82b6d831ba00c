import { join } from 'node:path';
import { chain, resolveAppend } from '@quittance/event-store';
import { everythingHolds } from './support/everything-holds.js';
import { fact } from './support/long-history.js';
import { Processes } from './support/processes.js';
import { rngFor } from './support/seed.js';
import { Workload } from './support/workload.js';
import { until } from './support/until.js';

const UPGRADE = join(__dirname, 'support/upgrade.js');
const DIST = join(__dirname, '../../dist');

describe('F13 a fact of a new type reaches an old projector', () => {
  let processes: Processes;
  beforeAll(async () => {
    processes = await Processes.start();
  });
  afterAll(() => processes?.stop());

  it('it stops and says that an upgrade is missing, writes go on, and the upgraded one resumes', async () => {
    const api = await processes.api();
    const old = processes.projector();
    await old.atWork();
    const clerk = await processes.as(api.url, ['manager', 'clerk']);
    const workload = await new Workload(clerk, rngFor('f13')).open();
    // Nobody decides on this one again: to the old api its new fact would mean nothing.
    const dates = { issuedOn: '2025-01-10', dueOn: '2025-02-10' };
    const invoice = { number: 'reopened', customerId: 'C-1', ...dates, currency: 'EUR', total: '100.00' };
    const { id } = (await workload.send('invoices', invoice)).body;
    await workload.actions(5);

    const known = (await processes.facts()).length;
    await processes.projected(known);
    const stream = `invoice-${id}`;
    const last = (await processes.facts()).findLast((one) => one.stream === stream)!;
    const end = { revision: last.revision, hash: last.metadata.hash };
    const reopened = fact('InvoiceReopened', { invoiceId: id, reopenedOn: '2025-07-01' }, '2025-07-01');
    expect(
      await resolveAppend(processes.store, stream, end.revision, chain(stream, end, [reopened])),
    ).toMatchObject({
      result: 'appended',
    });
    await until('the old projector ends', () => !old.isRunning);
    const { code, line } = await old.ended;
    expect(code).toBe(4);
    expect(line).toMatch(
      /^unknown fact type InvoiceReopened in invoice-\S+ at position \d+: an upgrade of the projector is missing\n$/,
    );
    expect(await processes.projectedFacts()).toBe(known);

    await workload.actions(5);
    const again = processes.projector();
    expect(await again.ended).toMatchObject({ code: 4 });
    expect(await processes.projectedFacts()).toBe(known);

    await processes.projector({ flags: ['--require', UPGRADE], env: { DIST } }).atWork();
    const { facts } = await everythingHolds({
      ...{
        databaseUrl: processes.databases.databaseUrl,
        store: processes.store,
        passes: ['InvoiceReopened'],
      },
    });
    expect(facts).toBe((await processes.facts()).length);
  });
});
