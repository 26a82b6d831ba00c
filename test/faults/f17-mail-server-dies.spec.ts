import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@quittance/kernel';
import { Chased } from './support/chased.js';

// Nobody knows whether a mail was sent when its server, or the reactor, dies at the wrong moment: it is never sent again by itself.

describe('F17: the mail server dies with a mail in hand', () => {
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

  const reactorAt = (port: number | undefined) =>
    chased.reactor({
      env: { SMTP_URL: `smtp://127.0.0.1:${port!}`, MAIL_FROM: 'office@bianchi.example' },
    });
  interface Took {
    to: string;
    messageId: string;
  }
  const took = async (): Promise<Took[]> =>
    (await readFile(join(folder, 'took'), 'utf8').catch(() => ''))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Took);
  const to = async (): Promise<string[]> => (await took()).map((mail) => mail.to.split('@')[0]!);
  const statusOf = async (id: string): Promise<unknown> => {
    await chased.processes.projected();
    return (await chased.anna.get(`/v1/mails/${id}`)).body.status;
  };

  it('before it has answered: unknown, and sent again only by a person; after its answer: sent', async () => {
    const { processes } = chased;
    const due = addDays(chased.today, -3);
    const unanswered = await chased.invoice(due, 'C-unanswered');
    const dying = processes.mailServer(join(folder, 'took'), { dies: 'before' });
    const { port } = await dying.up();
    const reactor = reactorAt(port);
    await chased.drafted(1);
    const [mail] = await chased.approved();
    await chased.recorded('MailOutcomeUnknown', 1);
    // It died with the mail written down.
    expect((await dying.ended).signal).toBe('SIGKILL');
    expect(await to()).toEqual(['C-unanswered']);

    const next = processes.mailServer(join(folder, 'took'), { port, dies: 'after' });
    await next.up();
    const answered = await chased.invoice(due, 'C-answered');
    await chased.drafted(1);
    await chased.approved();
    await chased.recorded('ReminderSent', 1);
    expect((await next.ended).signal).toBe('SIGKILL');
    // The reactor has been round and has left the other one alone.
    expect(await to()).toEqual(['C-unanswered', 'C-answered']);
    expect(await statusOf(mail!)).toBe('unknown');
    expect((await chased.steps(answered)).at(-1)).toBe('due+3 sent');
    expect((await chased.steps(unanswered)).at(-1)).toBe('due+3 planned');

    await processes.mailServer(join(folder, 'took'), { port }).up();
    await chased.anna.done(`/v1/reminders/${mail!}/approval`, {});
    await chased.recorded('ReminderSent', 2);
    const [one, , again] = await took();
    expect([again?.to, again?.messageId]).toEqual([one!.to, one!.messageId]);
    await reactor.kill();
    await chased.holdsSoFar();
  });

  it('the reactor itself dies while the server has the mail: unknown, whoever starts after it', async () => {
    const { processes } = chased;
    await chased.invoice(addDays(chased.today, -3), 'C-killed');
    const server = processes.mailServer(join(folder, 'took'));
    const { port } = await server.up();
    const drafting = reactorAt(port);
    await chased.drafted(1);
    // It stands still with the connection open: the reactor waits for its answer.
    await server.freeze();
    const [mail] = await chased.approved();
    await chased.recorded('MailSendingBegun', 4);
    await drafting.kill();
    server.thaw();
    const after = reactorAt(port);
    await chased.invoice(addDays(chased.today, -3), 'C-after');
    await chased.drafted(1);
    await chased.approved();
    await chased.recorded('ReminderSent', 3);
    expect(await statusOf(mail!)).toBe('sending');
    // Ten minutes without a word.
    await processes.pool.query(`update live.mails set tried_at = tried_at - interval '1 hour'`);
    await chased.recorded('MailOutcomeUnknown', 2);
    expect(await statusOf(mail!)).toBe('unknown');
    expect((await to()).filter((name) => name === 'C-after')).toHaveLength(1);
    expect((await to()).filter((name) => name === 'C-killed').length).toBeLessThan(2);
    await after.kill();
    await processes.pool.query(`update live.mails set tried_at = tried_at + interval '1 hour'`);
    await chased.holds();
  });
});
