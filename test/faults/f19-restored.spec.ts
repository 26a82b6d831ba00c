import type { Caller } from '../support/caller.js';
import { everythingHolds } from './support/everything-holds.js';
import { Processes } from './support/processes.js';
import type { RealProcess } from './support/real-process.js';
import { copyOfTheDay } from './support/restored.js';
import { rngFor } from './support/seed.js';
import { Workload } from './support/workload.js';

describe('F19: restored to an older day', () => {
  let processes: Processes;
  let projector: RealProcess;
  let api: RealProcess & { url: string };
  let user: Caller;
  let workload: Workload;

  beforeEach(async () => {
    processes = await Processes.start();
    api = await processes.api();
    projector = processes.projector();
    user = await processes.as(api.url, ['clerk', 'manager']);
    // Whoever workloads speaks to the api of the moment.
    const anyApi: Caller = { ...user, post: (path, body, options) => user.post(path, body, options) };
    workload = await new Workload(anyApi, rngFor('F19')).open();
    await workload.actions(20);
    await processes.projected();
  });
  afterEach(() => processes?.stop());

  const stopped = async (): Promise<void> => {
    expect((await projector.stop()).code).toBe(0);
    await api.stop();
  };
  const startedAgain = async (): Promise<void> => {
    api = await processes.api();
    user = await processes.as(api.url, ['clerk', 'manager']);
    projector = processes.projector();
    await projector.atWork();
  };
  const all = () => everythingHolds({ databaseUrl: processes.databases.databaseUrl, store: processes.store });

  it('PostgreSQL: the projector catches up with the store, and the work goes on', async () => {
    const { adminUrl, databaseUrl } = processes.databases;
    await stopped();
    const copy = await copyOfTheDay(adminUrl, databaseUrl);
    const then = await processes.projectedFacts();
    await startedAgain();
    await user.done('/v1/customers', { customerId: 'C-9', name: 'Nove' });
    const { id } = await user.done('/v1/invoices', {
      ...{ number: 'R-1', customerId: 'C-9', issuedOn: '2025-05-02', dueOn: '2025-06-02' },
      ...{ currency: 'EUR', total: '100.00', notes: 'call first' },
    });
    await workload.actions(40);
    await processes.projected();
    await stopped();
    await copy.restore();
    expect(await processes.projectedFacts()).toBe(then);

    await startedAgain();
    await processes.projected();
    await all();
    // What was sealed with keys made since then is lost like erased data; the amounts are not, and work goes on.
    const { body } = await user.get(`/v1/invoices/${id}`);
    expect(body).toMatchObject({ number: 'R-1', open: '100.00' });
    const extended = { agreedDueOn: '2025-07-02', reason: 'asked', grantedOn: '2025-05-10' };
    await user.done(`/v1/invoices/${id}/extensions`, extended);
    await user.done(`/v1/invoices/${id}/extensions`, { ...extended, agreedDueOn: '2025-08-02' });
    await workload.actions(20);
    await processes.projected();
    await all();
  });

  describe('the event store: the projector refuses to run and says why', () => {
    let before: number;
    beforeEach(async () => {
      const { adminUrl, eventsDatabaseUrl } = processes.databases;
      await stopped();
      await processes.eventStore.stop();
      const copy = await copyOfTheDay(adminUrl, eventsDatabaseUrl);
      await processes.startEventStore();
      await startedAgain();
      await workload.actions(10);
      await processes.projected();
      await stopped();
      before = await processes.projectedFacts();
      await processes.eventStore.stop();
      await copy.restore();
      await processes.startEventStore();
    });

    const refuses = async (why: RegExp): Promise<void> => {
      const { code, line } = await processes.projector().ended;
      expect(line).toMatch(why);
      expect(code).toBe(7);
      expect(await processes.projectedFacts()).toBe(before);
    };

    it('as it ends before the checkpoint, and as it went on past it with other facts', async () => {
      await refuses(
        /^the event store ends at position \d+, before the checkpoint \d+ of the read side: it was restored .*\n$/,
      );
      api = await processes.api();
      user = await processes.as(api.url, ['clerk', 'manager']);
      const other = await new Workload(user, rngFor('F19, another history'), 'O').open();
      await other.actionsUntil('it went on', async () => (await processes.facts()).length >= before + 20);
      await refuses(
        /^the event store does not hold the last fact of the read side \(\S+, revision \d+, position \d+\): .*\n$/,
      );
    });
  });
});
