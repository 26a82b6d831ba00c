import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '@quittance/http';
import { simpleParser } from 'mailparser';
import { addDays } from '@quittance/kernel';
import { ReadBounces } from '../../libs/receivables/src/mail/bounce/read-bounces.policy.js';
import { BY, executing, MailServer, planned, sendingOf, settled } from '../support/mailing.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';

// Mails leave once, to a real server or into the outbox; a payment stops them; what came back marks the address.

let quittance: Quittance;
let anna: Caller;
let server: MailServer;
let outbox: string;
beforeAll(async () => {
  quittance = await startQuittance();
  anna = await quittance.as(['manager', 'auditor'], 'anna');
  server = await MailServer.start();
  outbox = await mkdtemp(join(tmpdir(), 'outbox-'));
});
afterAll(async () => {
  await server?.stop();
  await quittance?.stop();
  await rm(outbox, { recursive: true, force: true });
});
beforeEach(() => {
  server.got.length = 0;
  server.reception = 'take';
});

interface Mail {
  id: string;
  status: string;
  subject: string;
  html: string;
  text: string;
  source: string | null;
  code: string | null;
  lines: { number: string; asked: string; code: string | null }[];
}
const caughtUp = async (): Promise<void> =>
  settled(anna, String((await quittance.facts()).at(-1)!.position.commit));
const mailsOf = async (customerId: string): Promise<Mail[]> => {
  await caughtUp();
  return (await anna.get<{ items: Mail[] }>(`/v1/mails?customerId=${customerId}`)).body.items;
};
const smtp = (unheard?: number) => sendingOf(quittance, { smtpUrl: server.url, outbox }, unheard);
/** A draft for the customer. */
async function drafted(customerId: string, more: object = {}): Promise<{ mail: Mail; invoiceId: string }> {
  const customer = { customerId, name: customerId, email: `${customerId}@example.com`, ...more };
  const invoiceId = await planned(quittance, anna, customer);
  await caughtUp();
  await smtp().draft(BY);
  const [mail] = await mailsOf(customerId);
  return { mail: mail!, invoiceId };
}
/** Mails that whoever follows an invoice up is to look at, and how each is refused. */
const toDo = async (more = ''): Promise<(string | undefined)[][]> => {
  const path = `/v1/work?ownerId=anna&kind=mail-unknown,mail-failed${more}`;
  const { items } = (await anna.get<{ items: Record<string, string>[] }>(path)).body;
  return items.map(({ id, number, next }) => [id, number, /[^ (]+refusal/.exec(next!)?.[0]]);
};
const approve = (id: string) => anna.done(`/v1/reminders/${id}/approval`, {});
const round = async (sending = smtp()): Promise<void> => {
  await caughtUp();
  await sending.leave(BY);
  await caughtUp();
  await sending.tell(BY);
  await caughtUp();
};
interface Step {
  id: string;
  step: string;
  status: string;
  code: string | null;
}
const stepsOf = async (customerId: string, more = ''): Promise<Step[]> => {
  const { items } = (await anna.get<{ items: Step[] }>(`/v1/reminders?customerId=${customerId}${more}`)).body;
  return items.filter(({ step }) => step === 'due+3');
};

it('a reminder is a draft, looked at, changed, approved, and leaves once; source and steps say so', async () => {
  const { mail } = await drafted('R1', { language: 'it', name: 'Rossi SpA' });
  expect(mail.status).toBe('draft');
  await round();
  expect(server.got).toHaveLength(0);
  const [step] = await stepsOf('R1', '&status=planned');
  const draft = (await anna.get<Mail>(`/v1/reminders/${step!.id}`)).body;
  expect(draft).toMatchObject({ id: mail.id, lines: [{ number: 'N-R1', asked: '1250.00' }], source: null });
  expect(draft.text).toContain('Rossi SpA');
  await anna.done(`/v1/reminders/${mail.id}/changes`, {
    body: 'Gentile {customer}, solo {total}.\n\nCiao\n{creditor}',
  });
  await approve(mail.id);
  await caughtUp();
  const approval = (await quittance.facts()).findLast(({ type }) => type === 'MailApproved')!;
  expect(approval).toMatchObject({ data: { template: 'friendly', templateVersion: 0 } });
  expect(await stepsOf('R1', '&status=approved')).toMatchObject([{ status: 'approved' }]);
  await Promise.all([smtp().leave(BY), smtp().leave(BY)]);
  await round();
  expect(server.got).toHaveLength(1);
  const [{ from, to, source }] = server.got as [(typeof server.got)[0]];
  expect([from, to]).toEqual([`bounce+${mail.id}@bianchi.example`, ['R1@example.com']]);
  const read = await simpleParser(source);
  expect(read.messageId).toBe(`<${mail.id}@bianchi.example>`);
  expect(read.text).toContain('Gentile Rossi SpA, solo 1.250,00\u00a0EUR.');
  expect(read.from!.value).toEqual([{ name: 'Bianchi "Costruzioni"', address: 'office@bianchi.example' }]);
  const sent = (await anna.get<Mail>(`/v1/mails/${mail.id}`)).body;
  expect(sent).toMatchObject({ status: 'sent' });
  expect(sent.source!.trim()).toBe(source.toString('utf8').trim());
  expect(await stepsOf('R1')).toMatchObject([{ status: 'sent' }]);
  expect((await anna.post<Problem>(`/v1/reminders/${mail.id}/approval`, {})).body.code).toBe('mail-over');
});

it('a payment between plan and sending: nothing leaves, and the step says why (F17)', async () => {
  const { mail, invoiceId } = await drafted('R2');
  await approve(mail.id);
  const today = quittance.clock.today();
  await anna.done('/v1/payments', {
    ...{ amount: '1250.00', currency: 'EUR', receivedOn: today },
    allocations: [{ invoiceId, amount: '1250.00' }],
  });
  await round();
  expect(server.got).toHaveLength(0);
  expect(await mailsOf('R2')).toMatchObject([{ status: 'dropped' }]);
  expect(await stepsOf('R2')).toMatchObject([{ status: 'skipped', code: 'paid' }]);
});

it('nothing leaves while the tables lack what was recorded: money on account would be asked for once more', async () => {
  const { mail } = await drafted('R0');
  await approve(mail.id);
  await caughtUp();
  await quittance.projector.stop();
  const received = { amount: '1250.00', currency: 'EUR', receivedOn: quittance.clock.today() };
  await anna.done('/v1/payments', { ...received, payerId: 'R0' });
  expect(await smtp().leave(BY)).toEqual({ left: 0, failed: 0 });
  quittance.projector.start();
  await round();
  expect(server.got).toHaveLength(0);
  expect(await stepsOf('R0')).toMatchObject([{ status: 'skipped', code: 'unapplied-cash' }]);
});

it('"later" is tried again, "no" is final, and silence after the mail was handed over is known as that', async () => {
  const { mail: later } = await drafted('R3');
  const { mail: no } = await drafted('R4');
  const { mail: silent } = await drafted('R5');
  for (const [{ id }, reception, status] of [
    [later, { refuse: 451 }, 'approved'],
    [no, { refuse: 550 }, 'failed'],
    [silent, 'die', 'unknown'],
  ] as const) {
    server.reception = reception;
    await approve(id);
    await round();
    expect((await anna.get<Mail>(`/v1/mails/${id}`)).body.status).toBe(status);
  }
  expect(await toDo()).toEqual([
    [`mail-unknown.${silent.id}`, 'N-R5', `/v1/reminders/${silent.id}/refusal`],
    [`mail-failed.${no.id}`, 'N-R4', `/v1/reminders/${no.id}/refusal`],
  ]);
  const then = (await quittance.facts()).at(-1)!.recordedAt.toISOString();
  server.reception = 'take';
  expect(server.got).toHaveLength(1);
  await round();
  expect(server.got).toHaveLength(1);
  await quittance.pool.query(`update live.mails set tried_at = tried_at - interval '1 hour' where id = $1`, [
    later.id,
  ]);
  await round();
  expect(server.got.map(({ to }) => to[0])).toEqual(['R5@example.com', 'R3@example.com']);
  // A person decides.
  await approve(silent.id);
  await round();
  expect(server.got).toHaveLength(3);
  expect(await stepsOf('R5')).toMatchObject([{ status: 'sent' }]);
  // The same address fails again: that is another thing to do, which the one that was done does not hide.
  await anna.done(`/v1/work/mail-failed.${no.id}/done`, {});
  server.reception = { refuse: 550 };
  await approve(no.id);
  await round();
  expect((await toDo()).map(([id]) => id)).toEqual([`mail-failed.${no.id}.2`]);
  await anna.done(`/v1/reminders/${no.id}/refusal`, { reason: 'They were called.' });
  await caughtUp();
  expect([(await toDo()).length, (await toDo(`&knownAt=${then}`)).length]).toEqual([0, 2]);
});

it('without a server mails go into the outbox; names and addresses of others are words', async () => {
  const name = 'Evil <img src=x> "Bcc: x@evil.example", {total}';
  const { mail } = await drafted('R6', { name });
  await approve(mail.id);
  await round(sendingOf(quittance, { outbox }));
  expect(await readdir(outbox)).toEqual([`${mail.id}.eml`]);
  const read = await simpleParser(await readFile(join(outbox, `${mail.id}.eml`)));
  expect(read.bcc).toBeUndefined();
  expect(read.html).not.toContain('<img');
  expect(read.text).toContain(name);
  const { mail: two } = await drafted('R7', { email: undefined });
  await approve(two.id);
  await round();
  expect(server.got).toHaveLength(0);
  expect(await mailsOf('R7')).toMatchObject([{ status: 'failed', code: 'no-address' }]);
});

it('a bounce is read from a folder by the address it came to; nothing goes to that address any more', async () => {
  const { mail } = await drafted('R8');
  await approve(mail.id);
  await round();
  expect(server.got).toHaveLength(1);
  const folder = await mkdtemp(join(tmpdir(), 'bounces-'));
  const dsn = [
    `From: MAILER-DAEMON@example.com\nTo: bounce+${mail.id}@bianchi.example\nSubject: Undelivered\nMIME-Version: 1.0`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n',
    '--b\nContent-Type: text/plain\n\nSorry.\n--b\nContent-Type: message/delivery-status\n',
    'Reporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; R8@example.com\nAction: failed\nStatus: 5.1.1\n',
    '--b--\n',
  ].join('\n');
  await writeFile(join(folder, '1.eml'), dsn);
  await writeFile(join(folder, '2.eml'), 'Subject: holiday\n\nI am away.');
  expect(await new ReadBounces(folder, executing(quittance)).run(BY)).toBe(1);
  expect((await readdir(folder)).sort()).toEqual(['other', 'read']);
  await rm(folder, { recursive: true });
  await round();
  expect(await mailsOf('R8')).toMatchObject([{ status: 'bounced', code: 'unknown-address' }]);
  expect(await stepsOf('R8')).toMatchObject([{ status: 'bounced' }]);
  // What falls due next is not even planned, until they have another address.
  const next = { number: 'N-R8-2', customerId: 'R8', currency: 'EUR', total: '10.00', ownerId: 'anna' };
  const today = quittance.clock.today();
  const days = { issuedOn: addDays(today, -33), dueOn: addDays(today, -3) };
  await settled(anna, (await anna.done('/v1/invoices', { ...next, ...days })).position);
  await anna.done('/v1/dunning/runs', { on: today });
  await caughtUp();
  expect((await stepsOf('R8')).map(({ code }) => code)).toContain('bounced-address');
});

it('several are approved at once, with one result each; a refused one never leaves', async () => {
  const [{ mail: one }, { mail: two }] = [await drafted('R9'), await drafted('R10')];
  await anna.done(`/v1/reminders/${two.id}/refusal`, { reason: 'We called them.' });
  const ids = [one.id, two.id, '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'];
  const { body } = await anna.post<{ results: object[] }>('/v1/reminders/approvals', { ids });
  expect(body.results).toMatchObject([
    { status: 'approved', code: null },
    { status: 'refused', code: 'mail-over' },
    { status: 'refused', code: 'mail-not-found' },
  ]);
  await round();
  expect(server.got.map(({ to }) => to[0])).toEqual(['R9@example.com']);
  expect(await stepsOf('R10')).toMatchObject([{ status: 'refused' }]);
});
