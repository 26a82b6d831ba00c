import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@quittance/kernel';
import { Chased } from './support/chased.js';
import { until } from './support/until.js';

// Money comes while a step is being decided, and while a mail server has the mail in hand.

describe('F17: a payment in the very moment of the decision, and between the leaving and the answer', () => {
  jest.setTimeout(600_000);
  let chased: Chased;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quittance-test-'));
    chased = await Chased.start();
  });
  afterAll(async () => {
    await chased?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const took = async (): Promise<string[]> =>
    (await readFile(join(folder, 'took'), 'utf8').catch(() => ''))
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { to: string }).to.split('@')[0]!);
  const positionOf = async (type: string): Promise<bigint> =>
    (await chased.processes.facts()).findLast((fact) => fact.type === type)!.position.commit;
  const reactorAt = (port: number | undefined) =>
    chased.reactor({
      env: {
        ...{ SMTP_URL: `smtp://127.0.0.1:${port!}`, MAIL_FROM: 'office@bianchi.example' },
        DUNNING_SCHEDULE: '0 0 1 1 *',
      },
    });

  it('read as open, paid, then planned: no mail of it leaves', async () => {
    const { processes, anna } = chased;
    // How the customer pays is asked of the tables once the invoice was read: there the decision stands still.
    const steps = [{ key: 'late', days: 3, kind: 'remind', approval: 'never' }];
    await anna.done('/v1/policies', { policyId: 'own', name: 'Own', steps });
    const id = await chased.invoice(addDays(chased.today, -3), 'C-moment');
    await anna.done('/v1/policies/assignments', { scope: 'customer', scopeId: 'C-moment', policyId: 'own' });
    await processes.projected();
    const gate = await processes.pool.connect();
    await gate.query('begin; lock table live.payment_allocations in access exclusive mode');
    const run = anna.done<{ planned: number }>('/v1/dunning/runs', { on: chased.today });
    await until('the decision stands still', async () => {
      const { rows } = await gate.query(
        `select from pg_locks where not granted and relation = 'live.payment_allocations'::regclass`,
      );
      return rows.length > 0;
    });
    const settled = await chased.paid(id);
    await gate.query('commit');
    gate.release();
    expect((await run).planned).toBe(1);
    expect(await positionOf('ReminderPlanned')).toBeGreaterThan(settled);

    const { port } = await processes.mailServer(join(folder, 'took')).up();
    const reactor = reactorAt(port);
    await until('its step is over', async () => (await chased.steps(id)).at(-1) !== 'late planned');
    expect(await took()).toEqual([]);
    expect((await chased.steps(id)).at(-1)).toBe('late paid');
    await reactor.kill();
    await chased.holdsSoFar();
  });

  it('it leaves, is paid, then the server answers: it was said to leave before the money came, or it is held back', async () => {
    const { processes, anna } = chased;
    const server = processes.mailServer(join(folder, 'took'));
    const { port } = await server.up();
    const id = await chased.invoice(addDays(chased.today, -3), 'C-leaving');
    await processes.projected();
    await anna.done('/v1/dunning/runs', { on: chased.today });
    const reactor = reactorAt(port);
    await chased.drafted(1);
    // It stands still with the connection open: the reactor waits for its answer.
    await server.freeze();
    await chased.approved();
    const begun = (await processes.facts()).filter(({ type }) => type === 'MailSendingBegun').length + 1;
    await chased.recorded('MailSendingBegun', begun);
    const settled = await chased.paid(id);
    server.thaw();
    await until('its step is over', async () =>
      ['due+3 sent', 'due+3 paid'].includes((await chased.steps(id)).at(-1)!),
    );
    const sent = (await chased.steps(id)).at(-1) === 'due+3 sent';
    expect(await positionOf('MailSendingBegun')).toBeLessThan(settled);
    expect(await took()).toEqual(sent ? ['C-leaving'] : []);
    // Nothing more is asked.
    await processes.projected();
    expect(await anna.done('/v1/dunning/runs', { on: chased.today })).toMatchObject({ planned: 0 });
    await reactor.kill();
    await chased.holds();
  });
});
