import { connectEventStore, Vault } from '@quittance/event-store';
import { Projector, rebuildChanged } from '@quittance/read-model';
import { CONTROL_TOTALS, FACT_STREAMS, isFactType, PROJECTIONS } from '@quittance/receivables';
import { pino } from 'pino';
import { BehindProxy } from './support/behind-proxy.js';
import { checkpointInstead } from './support/proxy/faults.js';
import type { Reply } from './support/proxy/replies.js';
import type { Rule } from './support/proxy/rule.js';
import { rngFor } from './support/seed.js';
import { Workload } from './support/workload.js';
import { until } from './support/until.js';

describe('F10 the store says that it has considered everything up to a fact that it did not deliver', () => {
  let behind: BehindProxy;
  let workload: Workload;
  beforeEach(async () => {
    behind = await BehindProxy.start();
    const { clerk } = await behind.clerkAt('direct');
    workload = new Workload(clerk, rngFor('f10'));
    await workload.open();
  });
  afterEach(() => behind?.stop());

  /** That fact of the stream is withheld from every subscription. */
  const withheld = (stream: string, type: string): Rule =>
    behind.proxy.rule(
      {
        method: 'Read',
        where: (reply: Reply) => reply.subscription && reply.stream === stream && reply.type === type,
        times: Infinity,
      },
      checkpointInstead,
    );
  const mirrored = async (stream: string): Promise<string[]> => {
    const { rows } = await behind.processes.pool.query<{ type: string }>(
      'select type from mirror.facts where stream = $1 order by revision',
      [stream],
    );
    return rows.map(({ type }) => type);
  };
  const has = async (id: string) => (await mirrored(`invoice-${id}`)).length > 0;
  /** An invoice whose new owner is kept from the projector; what came after it is in the tables. */
  const passedOver = async () => {
    const { id } = await workload.issue('100.00', { ownerId: 'anna' });
    const rule = withheld(`invoice-${id}`, 'OwnerAssigned');
    const owner = { ownerId: 'bert', reason: 'Away', assignedOn: '2025-06-01' };
    await workload.send(`invoices/${id}/owner`, owner);
    const later = await workload.issue('1.00');
    await until('it is passed', () => has(later.id));
    return { id, rule };
  };

  it('and the stream goes on: the gap shows, and the fact is read from the store at once', async () => {
    const projector = behind.processes.projector({ env: behind.env });
    await projector.atWork();
    const { id, rule } = await passedOver();
    expect(await mirrored(`invoice-${id}`)).toEqual(['InvoiceIssued']);
    const extension = { agreedDueOn: '2025-08-01', grantedOn: '2025-06-02', reason: 'Asked' };
    await workload.send(`invoices/${id}/extensions`, extension);
    await behind.holds();
    expect(await mirrored(`invoice-${id}`)).toEqual(['InvoiceIssued', 'OwnerAssigned', 'ExtensionGranted']);
    expect(projector.logged('the subscription lost facts: read again')).not.toEqual([]);
    expect(rule.fired).toBeGreaterThan(0);
  });

  it('and it is the last of its stream: it is found when the projector starts again', async () => {
    const projector = behind.processes.projector({ env: behind.env });
    await projector.atWork();
    const { id, rule } = await passedOver();
    expect(await mirrored(`invoice-${id}`)).toEqual(['InvoiceIssued']);
    expect((await projector.stop()).code).toBe(0);
    const next = behind.processes.projector({ env: behind.env });
    await next.atWork();
    await until('it is found', async () => (await mirrored(`invoice-${id}`)).length === 2);
    await behind.holds();
    expect(next.logged('the subscription passed over a fact')).not.toEqual([]);
    expect(rule.fired).toBeGreaterThan(0);
  });

  it('and it is the last of its stream: it is found when the tail is read again, without a restart', async () => {
    const { pool } = behind.processes;
    const store = connectEventStore(behind.proxy.url);
    const opener = new Vault(pool);
    // The text of handlers that are not compiled is another, and so is their version.
    await rebuildChanged({ pool, projections: PROJECTIONS, opener, totals: CONTROL_TOTALS });
    const projector = new Projector({
      ...{ store, pool, projections: PROJECTIONS, streams: FACT_STREAMS, entity: 'main', knows: isFactType },
      ...{ opener, log: pino({ level: 'silent' }), reread: 500 },
    });
    const running = projector.run();
    try {
      const { id, rule } = await passedOver();
      await until('it is found', async () => (await mirrored(`invoice-${id}`)).length === 2);
      await behind.holds();
      expect(rule.fired).toBeGreaterThan(0);
      expect(projector.counts.late).toBeGreaterThan(0);
    } finally {
      projector.stop();
      await running;
      await store.close();
    }
  });
});
