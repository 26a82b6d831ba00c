import { addDays } from '@quittance/kernel';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chased } from './support/chased.js';
import type { RealProcess } from './support/real-process.js';
import { copyOfTheDay } from './support/restored.js';
import { rngFor, sized } from './support/seed.js';
import { until } from './support/until.js';

describe('F16: a schedule tick comes twice, on two nodes, after kill -9 and after a restore', () => {
  jest.setTimeout(600_000);
  let chased: Chased;
  let folder: string;
  const rng = rngFor('F16');
  const COUNT = sized(150, 40, 8);
  const CUSTOMERS = ['C-1', 'C-2', 'C-3', 'C-4'];
  const invoices: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quittance-test-'));
    chased = await Chased.start();
    for (let i = 0; i < COUNT; i += 1)
      invoices.push(await chased.invoice(addDays(chased.today, -15), CUSTOMERS[i % 4]));
    await chased.processes.projected();
  });
  afterAll(async () => {
    await chased?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Every invoice has each step once, whoever did it. */
  async function eachOnce(): Promise<void> {
    const steps = await Promise.all(invoices.map((id) => chased.steps(id)));
    const once = ['due-3 superseded', 'due+3 superseded', 'due+7 superseded', 'due+14 planned'];
    expect(steps.map((of) => of.slice(0, 4))).toEqual(invoices.map(() => once));
    for (const of of steps) expect(['', 'due+14 sent']).toContain(of.slice(4).join());
  }
  const planned = async (): Promise<number> =>
    (await chased.processes.facts()).filter(({ type }) => type === 'ReminderPlanned').length;

  it('one dies in the middle of its run, two go on at once: each step is planned once', async () => {
    // The tables stand still: whoever runs next finds there that nothing was planned, and must find it in the streams.
    await chased.projector.freeze();
    const first = chased.reactor();
    const least = rng.number(1, COUNT - 1);
    await until(`${least} reminders are planned`, async () => (await planned()) >= least);
    await first.kill();
    const left = COUNT - (await planned());
    const [one, other] = [chased.reactor(), chased.reactor()];
    await Promise.all([one.up(), other.up()]);
    await until('every reminder is planned', async () => (await planned()) >= COUNT);
    // A run, and that nobody was told of what falls due: digests are not made from tables that are behind.
    await Promise.all([chased.mornings(one, 2), chased.mornings(other, 2)]);
    await Promise.all([one.kill(), other.kill()]);
    chased.projector.thaw();
    await eachOnce();
    const did = (reactor: RealProcess): number =>
      reactor.logged('morning run').reduce((sum, run) => sum + Number(run.planned ?? 0), 0);
    expect(did(one) + did(other)).toBe(left);
    await chased.holdsSoFar();
  });

  it('two nodes send, and the read side is restored to before they did: each mail leaves once', async () => {
    const { processes } = chased;
    const took = join(folder, 'took');
    const { port } = await processes.mailServer(took).up();
    const env = { SMTP_URL: `smtp://127.0.0.1:${port!}`, MAIL_FROM: 'office@bianchi.example' };
    const nodes = (): RealProcess[] => [chased.reactor({ env }), chased.reactor({ env })];
    const kill = (reactors: RealProcess[]) => Promise.all(reactors.map((reactor) => reactor.kill()));
    const mails = async (): Promise<string[]> =>
      (await readFile(took, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { to: string }).to);
    const drafting = nodes();
    await chased.drafted(COUNT);
    await kill(drafting);
    await chased.end();
    const { adminUrl, databaseUrl } = processes.databases;
    const copy = await copyOfTheDay(adminUrl, databaseUrl);
    await chased.begin();

    const sending = nodes();
    await chased.drafted(COUNT);
    const ids = await chased.approved();
    await chased.recorded('ReminderSent', COUNT);
    await kill(sending);
    expect((await mails()).sort()).toEqual(CUSTOMERS.map((id) => `${id}@example.com`));
    expect(ids).toHaveLength(CUSTOMERS.length);
    await eachOnce();

    await chased.end();
    await copy.restore();
    await chased.begin();
    const again = nodes();
    const late = await chased.invoice(addDays(chased.today, -3), 'C-late');
    await chased.drafted(1);
    await chased.approved();
    await chased.recorded('ReminderSent', COUNT + 1);
    await kill(again);
    expect(await chased.steps(late)).toEqual(['due-3 superseded', 'due+3 planned', 'due+3 sent']);
    expect((await mails()).sort()).toEqual([...CUSTOMERS, 'C-late'].map((id) => `${id}@example.com`));
    await eachOnce();
    await chased.holds();
  });
});
