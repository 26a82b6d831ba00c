import { status } from '@grpc/grpc-js';
import { BehindProxy } from './support/behind-proxy.js';
import { breakOff, fallSilent } from './support/proxy/faults.js';
import type { Reply } from './support/proxy/replies.js';
import type { RealProcess } from './support/real-process.js';
import { rngFor } from './support/seed.js';
import { Workload } from './support/workload.js';
import { until } from './support/until.js';

describe('F07 the subscription ends or falls silent', () => {
  const rng = rngFor('f07');
  let behind: BehindProxy;
  let projector: RealProcess;
  let workload: Workload;
  beforeAll(async () => {
    behind = await BehindProxy.start();
    const { clerk } = await behind.clerkAt('direct');
    projector = behind.processes.projector({ env: behind.env });
    await projector.atWork();
    workload = await new Workload(clerk, rng).open();
  });
  afterAll(() => behind?.stop());
  afterEach(() => behind?.proxy.liftAll());

  const fact = ({ kind, subscription, stream }: Reply) =>
    kind === 'event' && subscription && !stream.startsWith('heartbeat-');
  const checkpoint = async (): Promise<bigint> => {
    const { rows } = await behind.processes.pool.query<{ at: bigint }>(
      'select checkpoint_commit as at from projector.state',
    );
    return rows[0]!.at;
  };
  const again = () => projector.logged('the subscription ended: starting again');

  it.each([
    ['half-closed, as if in good order', breakOff(status.OK), /^ended$/],
    ['with UNAVAILABLE', breakOff(status.UNAVAILABLE), /unavailable/],
    ['with INTERNAL', breakOff(status.INTERNAL), /unavailable/],
    ['with CANCELLED', breakOff(status.CANCELLED), /unavailable/],
    // Its own seconds, which it counts: how long that takes on a busy machine says nothing of the projector.
    ['in silence, which is noticed within 15 seconds', fallSilent, /^silent for 1[0-4] s$/],
  ])('%s: started again from the checkpoint, nothing lost', async (_what, fault, reason) => {
    await behind.processes.projected();
    const [before, subscriptions] = [await checkpoint(), behind.proxy.subscriptions.length];
    const restarts = again().length;
    const rule = behind.proxy.rule({ method: 'Read', where: fact, nth: rng.number(1, 6) }, fault);
    await workload.actionsUntil('the subscription is struck', () => rule.fired > 0);
    await until('the projector subscribes again', () => behind.proxy.subscriptions.length > subscriptions);
    expect(behind.proxy.subscriptions.at(-1)).toBeGreaterThanOrEqual(before);
    await workload.actions(3);
    await behind.holds();
    expect(rule.fired).toBe(1);
    expect(again().length).toBeGreaterThan(restarts);
    expect(again()[restarts]).toMatchObject({ reason: expect.stringMatching(reason) as string });
  });
});
