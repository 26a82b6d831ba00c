import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { addDays } from '@quittance/kernel';
import { simpleParser } from 'mailparser';
import { SendMails } from '../../libs/receivables/src/mail/sending/send-mails.policy.js';
import { invoiceIdOf } from '../../libs/receivables/src/streams.js';
import { allLeave, BY, executing, MailServer, sendingOf, settled } from '../support/mailing.js';
import { type Caller, ENTITY, type Quittance, startQuittance, ZONE } from '../support/quittance.js';
import { story } from '../support/story.js';
import { launch } from '../web/browser.js';

// Mails as a mail server gets them, in four languages, after a person looked at them over HTTP.

/** Where pictures of mails go, when the list is shown. */
const PICTURES = process.env.QUITTANCE_PICTURES ?? resolve(__dirname, '../../dist/pictures');

let quittance: Quittance;
let anna: Caller;
let server: MailServer;
beforeAll(async () => {
  quittance = await startQuittance();
  anna = await quittance.as(['manager', 'clerk'], 'anna');
  server = await MailServer.start();
});
afterAll(async () => {
  await server?.stop();
  await quittance?.stop();
});

const caughtUp = async (): Promise<void> =>
  settled(anna, String((await quittance.facts()).at(-1)!.position.commit));
const sending = () => sendingOf(quittance, { smtpUrl: server.url, outbox: '' });

/** A customer with two invoices that are late and one that is nearly due. */
async function owing(customerId: string, name: string, language: string): Promise<void> {
  const email = `${language}@example.com`;
  await anna.done('/v1/customers', { customerId, name, email, language });
  const today = quittance.clock.today();
  for (const [i, [days, total]] of (
    [
      [-3, '1250.00'],
      [-3, '84.50'],
    ] as const
  ).entries())
    await anna.done('/v1/invoices', {
      ...{ number: `2026-${customerId}${i}`, customerId, currency: 'EUR', total },
      ...{ issuedOn: addDays(today, days - 30), dueOn: addDays(today, days) },
    });
}

/** What is drafted now for the customer. */
async function draftsOf(customerId: string): Promise<{ id: string; status: string }[]> {
  await caughtUp();
  const { body } = await anna.get<{ items: { id: string; status: string }[] }>(
    `/v1/mails?customerId=${customerId}`,
  );
  return body.items;
}
async function drafted(): Promise<void> {
  await caughtUp();
  await anna.done('/v1/dunning/runs', { on: quittance.clock.today() });
  await caughtUp();
  await sending().draft(BY);
}
const sent = (): Promise<void> => allLeave(quittance, sending(), caughtUp);

story('chase', 'D1', 'A mail as it is received in each of four languages', async (show) => {
  const readers = [
    ['E', 'Ainsworth & Sons Ltd', 'en'],
    ['I', 'Rossi Costruzioni SpA', 'it'],
    ['B', 'Витоша Строй ООД', 'bg'],
    ['D', 'Müller Söhne GmbH', 'de'],
  ] as const;
  for (const [id, name, language] of readers) await owing(id, name, language);
  await drafted();
  for (const [customerId] of readers)
    for (const { id } of await draftsOf(customerId)) await anna.done(`/v1/reminders/${id}/approval`, {});
  await sent();
  const received = await Promise.all(
    server.got.map(async ({ to, source }) => ({ ...(await simpleParser(source)), address: to[0]! })),
  );
  const of = (language: string) => received.find(({ address }) => address === `${language}@example.com`)!;
  const words = { en: 'Overdue', it: 'Scaduta', bg: 'Просрочена', de: 'Überfällig' };
  const sums = { en: '1,334.50 EUR', it: '1.334,50 EUR', bg: '1334,50 EUR', de: '1.334,50 EUR' };
  const flat = (text = ''): string => text.replaceAll('\u00a0', ' ');
  for (const [, name, language] of readers) {
    const { subject, text, html } = of(language);
    show({
      input: flat(`${language}: ${subject}\n${text}`),
      right: { name: true, both: true, word: true, sum: true, inHtml: true },
      got: {
        name: text!.includes(name),
        both: [0, 1].every((i) => text!.includes(`2026-${language[0]!.toUpperCase()}${i}`)),
        word: text!.includes(words[language]),
        sum: flat(subject).replace('1 334', '1334').includes(sums[language]),
        inHtml: String(html).includes(words[language]),
      },
    });
  }
  if (process.env.QUITTANCE_SHOW === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 720, height: 640 } });
    for (const { address, html } of received) {
      await page.setContent(String(html));
      const path = join(PICTURES, `mail-${address.split('@')[0]}.png`);
      await page.screenshot({ path, fullPage: true });
      // A mail of words alone would be a sheet of one colour.
      const boxes = await page.locator('td, th').count();
      show({ input: path, right: true, got: boxes > 8 });
    }
  } finally {
    await browser.close();
  }
});

story(
  'chase',
  'D2',
  'Nothing leaves that a person did not look at: one approved, one changed first, one refused, several at once',
  async (show) => {
    server.got.length = 0;
    for (const id of ['P1', 'P2', 'P3', 'P4', 'P5']) await owing(id, `Customer ${id}`, 'en');
    await drafted();
    const ids: string[] = [];
    for (const id of ['P1', 'P2', 'P3', 'P4', 'P5']) ids.push((await draftsOf(id))[0]!.id);
    const [one, changed, refused, ...several] = ids as [string, string, string, ...string[]];
    await sent();
    const before = server.got.length;
    await anna.done(`/v1/reminders/${one}/approval`, {});
    await anna.done(`/v1/reminders/${changed}/changes`, { subject: 'About {number}' });
    await anna.done(`/v1/reminders/${changed}/approval`, {});
    await anna.done(`/v1/reminders/${refused}/refusal`, { reason: 'They called: paid today.' });
    const { body } = await anna.post<{ results: { status: string; code: string | null }[] }>(
      '/v1/reminders/approvals',
      { ids: [...several, refused] },
    );
    server.got.length = 0;
    await sent();
    const lines = await Promise.all(
      server.got.map(async ({ source }) => (await simpleParser(source)).subject),
    );
    const statuses = [];
    for (const id of ['P1', 'P2', 'P3', 'P4', 'P5']) statuses.push((await draftsOf(id))[0]!.status);
    show({
      input: 'five drafts; the statuses of their mails then, and what three approved at once were answered',
      right: {
        before: 0,
        statuses: ['sent', 'sent', 'refused', 'sent', 'sent'],
        results: ['approved', 'approved', 'refused mail-over'],
        changed: 1,
        got: 4,
      },
      got: {
        before,
        statuses,
        results: body.results.map(({ status, code }) => [status, code].filter(Boolean).join(' ')),
        changed: lines.filter((line) => line?.startsWith('About 2026-P2')).length,
        got: lines.length,
      },
    });
  },
);

it('money that comes once it is recorded that the mail leaves keeps it back, and then its step is over', async () => {
  server.got.length = 0;
  await owing('L', 'Late & Co', 'en');
  await drafted();
  const mailId = (await draftsOf('L'))[0]!.id;
  await anna.done(`/v1/reminders/${mailId}/approval`, {});
  await caughtUp();
  const executed = executing(quittance);
  /** The door of a reactor; both invoices are paid between what it records and what it does then. */
  const execute: typeof executed = async (command) => {
    const outcome = await executed(command);
    if (outcome.facts.some(({ type }) => type === 'MailSendingBegun'))
      for (const [i, amount] of ['1250.00', '84.50'].entries())
        await anna.done('/v1/payments', {
          ...{ amount, currency: 'EUR', receivedOn: quittance.clock.today() },
          allocations: [{ invoiceId: invoiceIdOf(ENTITY, `2026-L${i}`), amount }],
        });
    return outcome;
  };
  const { store, pool, clock } = quittance;
  const way = { smtpUrl: server.url, outbox: '', from: 'office@bianchi.example', timeZone: ZONE };
  const reactor = new SendMails({ store, pool, clock, entity: ENTITY, execute }, way);
  const types = async (): Promise<string[]> =>
    (await quittance.facts()).filter(({ stream }) => stream === `mail-${mailId}`).map(({ type }) => type);
  while (!(await types()).includes('MailSendingBegun')) {
    await caughtUp();
    await reactor.leave(BY);
  }
  expect((await types()).slice(-2)).toEqual(['MailSendingBegun', 'MailSendingFailed']);
  expect((await draftsOf('L'))[0]).toMatchObject({ status: 'approved', code: 'overtaken' });
  await pool.query(`update live.mails set tried_at = tried_at - interval '1 day' where id = $1`, [mailId]);
  await sent();
  expect(server.got).toEqual([]);
  expect((await draftsOf('L'))[0]).toMatchObject({ status: 'dropped' });
});
