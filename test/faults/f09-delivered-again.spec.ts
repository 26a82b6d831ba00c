import { migrate } from '@quittance/read-model';
import { PROJECTIONS } from '@quittance/receivables';
import { BehindProxy } from './support/behind-proxy.js';
import { into, LongHistory } from './support/long-history.js';
import { deliverAgain } from './support/proxy/faults.js';
import type { Reply } from './support/proxy/replies.js';
import { rngFor } from './support/seed.js';
import { until } from './support/until.js';

describe('F09 five hundred facts are delivered again', () => {
  let behind: BehindProxy;
  beforeAll(async () => {
    behind = await BehindProxy.start({ keep: 500 });
    await migrate(behind.processes.databases.databaseUrl, PROJECTIONS);
  });
  afterAll(() => behind?.stop());

  it('they are skipped and counted, and change nothing', async () => {
    const { processes, proxy } = behind;
    const history = new LongHistory(into(processes.store), processes.pool);
    let facts = await history.write(700);
    const where = ({ kind, subscription, stream }: Reply) =>
      kind === 'event' && subscription && !stream.startsWith('heartbeat-');
    const nth = rngFor('f09').number(501, facts);
    const rule = proxy.rule({ method: 'Read', where, nth }, deliverAgain);
    const projector = processes.projector({ env: behind.env });
    await projector.atWork();
    await rule.struck();
    facts += await history.write(20); // Once these are in, all that was delivered again has been seen.
    const held = await behind.holds();
    expect(held.facts).toBe(facts);
    expect((await projector.stop()).code).toBe(0);
    const [counts] = await until('its counts are in the log', () => projector.logged('stopped'));
    expect(counts).toMatchObject({ facts });
    expect(counts!.skipped).toBeGreaterThanOrEqual(500);
  });
});
