import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@quittance/kernel';
import { Chased } from './support/chased.js';
import { until } from './support/until.js';

// Money comes at each point between the plan of a reminder and its sending: by real processes, through a real mail server.

describe('F17: a payment between a reminder’s plan and its sending', () => {
  let chased: Chased;
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quittance-test-'));
    chased = await Chased.start();
    const { port } = await chased.processes.mailServer(join(folder, 'took')).up();
    env = { SMTP_URL: `smtp://127.0.0.1:${port!}`, MAIL_FROM: 'office@bianchi.example' };
  });
  afterAll(async () => {
    await chased?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const took = async (): Promise<string[]> =>
    (await readFile(join(folder, 'took'), 'utf8').catch(() => ''))
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { to: string }).to);
  it('planned, drafted, approved: paid after each, nothing leaves, and the step says why', async () => {
    const { processes } = chased;
    const due = addDays(chased.today, -3);
    const invoices = await Promise.all(
      ['C-planned', 'C-drafted', 'C-approved', 'C-unpaid'].map((id) => chased.invoice(due, id)),
    );
    const [afterPlan, afterDraft, afterApproval, unpaid] = invoices as [string, string, string, string];
    await processes.projected();
    // Days are run by a person here: so the reactor drafts only after the money came.
    await chased.anna.done('/v1/dunning/runs', { on: chased.today });
    await chased.paid(afterPlan);
    const reactor = chased.reactor({ env: { ...env, DUNNING_SCHEDULE: '0 0 1 1 *' } });
    await chased.drafted(4);
    await chased.paid(afterDraft);
    await processes.projected();
    // The tables stand still: the reactor must not take them for what is known.
    await chased.projector.freeze();
    await chased.approved();
    await chased.paid(afterApproval);
    chased.projector.thaw();
    await chased.recorded('ReminderSent', 1);
    await until('the steps of what was paid are over', async () => {
      const steps = await Promise.all([afterPlan, afterDraft, afterApproval].map((id) => chased.steps(id)));
      return steps.every((of) => of.at(-1) === 'due+3 paid');
    });
    expect(await took()).toEqual(['C-unpaid@example.com']);
    expect((await chased.steps(unpaid)).at(-1)).toBe('due+3 sent');
    await reactor.kill();
    await chased.holds();
  });
});
