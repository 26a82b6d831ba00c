import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@quittance/kernel';
import type { Browser, Page } from 'playwright-core';
import { BY, planned, sendingOf, settled } from '../support/mailing.js';
import { type Caller, type Quittance, type Role, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

// What is asked of debtors, as people see it: why and why not, mails before and after they leave, the rules behind them.

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
let asked: string;
let paused: string;
let outbox: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as('manager', 'anna');
  outbox = await mkdtemp(join(tmpdir(), 'outbox-'));
  const of = (id: string, more: object) => planned(quittance, anna, { customerId: id, name: id, ...more });
  asked = await of('C-1', { name: 'Rossi S.r.l.', language: 'it' });
  paused = await of('C-2', { name: 'Nordwind AG', language: 'de' });
  // Nobody knows an address of C-5.
  for (const id of ['C-3', 'C-4', 'C-6']) await of(id, { email: `${id}@example.com` });
  await of('C-5', {});
  await caughtUp();
  await sendingOf(quittance, { outbox: '' }).draft(BY);
  const reason = 'Their stocktaking.';
  await anna.done(`/v1/invoices/${paused}/pauses`, { reason, until: addDays(quittance.clock.today(), 10) });
  await heldUp();
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
  await rm(outbox, { recursive: true, force: true });
});
const caughtUp = async (): Promise<void> =>
  settled(anna, String((await quittance.facts()).at(-1)!.position.commit));

/** A step that came while a dispute held it up. */
async function heldUp(): Promise<void> {
  const today = quittance.clock.today();
  await anna.done('/v1/customers', { customerId: 'C-7', name: 'C-7' });
  const days = { issuedOn: addDays(today, -33), dueOn: addDays(today, -3) };
  const invoice = { number: 'N-C-7', customerId: 'C-7', currency: 'EUR', total: '90.00', ownerId: 'anna' };
  const { id } = await anna.done('/v1/invoices', { ...invoice, ...days });
  const reason = { reasonCode: 'price', reason: 'They were promised a discount.' };
  await anna.done(`/v1/invoices/${id}/disputes`, reason);
  await caughtUp();
  await anna.post('/v1/dunning/runs', { on: today });
  await caughtUp();
}

const as = (role: Role, sub: string, options: object = {}) =>
  signedIn(browser, quittance, { role, sub, ...options });
const show = (page: Page, path: string): Promise<unknown> => page.goto(`${quittance.url}${path}`);

it.each([
  ['light', 1440],
  ['dark', 390],
] as const)('an invoice says what was asked, what comes, and why not, %s, %i', async (colorScheme, width) => {
  const wrong: string[] = [];
  const { page, said, context } = await as('clerk', 'maria', {
    colorScheme,
    viewport: { width, height: 900 },
  });
  await show(page, `/invoices/${asked}?_tab=reminders`);
  await page.getByText('Nothing goes out: every step that had come was decided. Next: Reminder').waitFor();
  await page.getByText('waits for approval').first().waitFor();
  await page.getByText('a later step took its place').first().waitFor();
  wrong.push(...(await wrongOn(page, `reminders-tab-${width}`)));
  const day = addDays(quittance.clock.today(), 4);
  await show(page, `/invoices/${paused}?_tab=reminders&_on=${day}`);
  await page.getByText(/^Nothing goes out: reminders paused\. Next: Reminder, 14 days after/).waitFor();
  await page.getByText(/^reminders paused \(/).waitFor();
  wrong.push(...(await wrongOn(page, `reminders-why-not-${width}`)));
  await show(page, `/invoices/${paused}?_tab=reminders&_on=2020-01-01`);
  await page.getByText('The invoice was not issued by 1 Jan 2020.').waitFor();
  expect([...wrong, ...said.filter((line) => !line.includes('status of 404'))]).toEqual([]);
  await context.close();
});

describe('mails that wait', () => {
  it('are approved, refused and changed in a row by the keyboard', async () => {
    const wrong: string[] = [];
    const { page, said, context } = await as('manager', 'anna');
    await show(page, '/work');
    await page.getByRole('link', { name: '6 mails wait for approval' }).click();
    const grid = page.getByRole('grid', { name: 'To approve' });
    await grid.getByText('waits for approval').nth(5).waitFor();
    await grid.focus();
    await page.keyboard.press('o');
    const mail = page.getByRole('article', { name: 'The mail as its reader gets it' });
    await mail.getByText('Fattura N-C-1: 1.250,00 EUR, scaduta dal').waitFor();
    await mail.getByText('Scaduta', { exact: true }).waitFor();
    wrong.push(...(await wrongOn(page, 'approvals-1440')));
    await page.keyboard.press('e');
    const change = page.getByRole('dialog', { name: 'Change the text' });
    await change.getByLabel('Subject').fill('Promemoria: {total}');
    await change.getByText(/anna changed the mail/).waitFor();
    wrong.push(...(await wrongOn(page, 'approvals-change-1440')));
    await page.keyboard.press('Control+Enter');
    await mail.getByText('Promemoria: 1.250,00 EUR').waitFor();
    await page.keyboard.press('y');
    await page
      .getByRole('dialog', { name: 'Approve' })
      .getByText(/approved/)
      .waitFor();
    await page.keyboard.press('Enter');
    await mail.getByText('N-C-2').first().waitFor();
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: 'Refuse' }).getByLabel('Reason').fill('We called them.');
    await page.keyboard.press('Control+Enter');
    await mail.getByText('N-C-3').first().waitFor();
    const facts = (await quittance.facts()).filter(({ type }) =>
      /^Mail(Approved|Refused|Changed)$/.test(type),
    );
    expect(facts.map(({ type }) => type)).toEqual(['MailChanged', 'MailApproved', 'MailRefused']);
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('several at once have one result each', async () => {
    const { page, said, context } = await as('manager', 'anna');
    await show(page, '/reminders/approvals');
    await page.getByLabel('Choose the mail to C-3').check();
    await page.getByLabel('Choose the mail to C-5').click({ modifiers: ['Shift'] });
    await page.getByText('3 chosen', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('3 of 3 can be recorded').waitFor();
    const { items } = (await anna.get<{ items: { id: string }[] }>('/v1/mails?customerId=C-4')).body;
    await anna.done(`/v1/reminders/${items[0]!.id}/refusal`, { reason: 'They have just paid.' });
    await page.getByRole('button', { name: 'Record 3' }).click();
    await page.getByText('2 recorded, 1 refused').waitFor();
    await page.getByText(/^C-4, 1 invoice: /).waitFor();
    expect(await wrongOn(page, 'approvals-several-1440')).toEqual([]);
    expect(said.filter((line) => !/status of (409|412)/.test(line))).toEqual([]);
    await context.close();
  });

  it('are shown as they left, sent again by a person, and marked as come back', async () => {
    await caughtUp();
    const leaving = sendingOf(quittance, { outbox });
    await leaving.leave(BY);
    await caughtUp();
    const wrong: string[] = [];
    const { page, said, context } = await as('clerk', 'maria');
    await show(page, '/reminders/mails?customerId=C-3,C-5&status=sent,failed&sort=customerId');
    const grid = page.getByRole('grid', { name: 'Mails' });
    await grid.getByText(/ sent$/).click();
    const panel = page.getByRole('complementary', { name: 'Mail' });
    await panel.getByText('As it travelled').click();
    await panel.getByText(/From: /).waitFor();
    wrong.push(...(await wrongOn(page, 'mail-sent-1440')));
    await panel.getByRole('button', { name: 'Mark as come back' }).click();
    const bounce = page.getByRole('dialog', { name: 'Mark as come back' });
    await bounce.getByLabel('Code').fill('550');
    await bounce.getByLabel('The address').selectOption('for-good');
    await page.keyboard.press('Control+Enter');
    await panel.getByText('came back · 550').waitFor();
    await show(page, '/reminders/mails?customerId=C-5');
    await page.getByRole('grid', { name: 'Mails' }).getByText('could not be sent').click();
    await panel.getByRole('button', { name: 'Send again' }).click();
    await page
      .getByRole('dialog', { name: 'Send again' })
      .getByText(/approved/)
      .waitFor();
    await page.keyboard.press('Enter');
    await panel.getByText('approved, leaves soon').waitFor();
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });
});

it.each([
  ['light', 1440],
  ['dark', 390],
] as const)('each page of the reminders, %s, %i', async (colorScheme, width) => {
  const wrong: string[] = [];
  const { page, said, context } = await as('auditor', 'otto', {
    colorScheme,
    viewport: { width, height: 900 },
  });
  for (const [name, path, seen] of [
    ['approvals', '/reminders', 'C-6'],
    ['mails', '/reminders/mails', 'C-6'],
    ['blocked', '/reminders/blocked', 'N-C-7'],
    ['policies', '/reminders/policies', 'Whom each policy is for'],
    ['templates', '/reminders/templates', 'As its reader would get it today'],
  ] as const) {
    await show(page, path);
    await page.getByRole('main').getByText(seen).first().waitFor();
    wrong.push(...(await wrongOn(page, `${name}-${width}`)));
  }
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});

it('a policy is shown as a picture and a table, and assigned', async () => {
  const wrong: string[] = [];
  const { page, said, context } = await as('manager', 'anna');
  await show(page, '/reminders/policies');
  await page.getByRole('img', { name: /^Ladder of Firm: 6 steps between day -3 and day 45/ }).waitFor();
  const firm = page.getByRole('region', { name: 'Steps of Firm' });
  await firm.getByText('Proposal of collection').waitFor();
  const sheet = page.getByRole('region', { name: 'Gentle, as it comes with Quittance' });
  await sheet.getByRole('button', { name: 'Assign' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign' });
  await dialog.getByLabel('Which').fill('C-6');
  await dialog
    .getByText(/gentle/i)
    .first()
    .waitFor();
  wrong.push(...(await wrongOn(page, 'policies-assign-1440')));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Whom each policy is for' }).getByText('C-6').first().waitFor();
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});

it('a text is previewed in each language and tone, and written anew', async () => {
  const wrong: string[] = [];
  const { page, said, context } = await as('manager', 'anna');
  await show(page, '/reminders/templates');
  const mail = page.getByRole('article', { name: 'The mail as its reader gets it' });
  for (const [tone, language, says] of [
    ['Friendly', 'German', 'Guten Tag'],
    ['Firm', 'Bulgarian', 'Уважаеми дами и господа'],
    ['Formal', 'Italian', 'scaduta dal'],
  ] as const) {
    await page.getByRole('link', { name: `${tone} in ${language}: ready-made` }).click();
    await mail.getByText(says).first().waitFor();
  }
  wrong.push(...(await wrongOn(page, 'templates-italian-1440')));
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Write a new version' });
  await dialog.getByLabel('Subject').fill('{customer}: {total}');
  await dialog
    .getByText(/formal/)
    .first()
    .waitFor();
  await page.keyboard.press('Control+Enter');
  await mail.getByRole('heading', { name: /: 1\.250,00 EUR$/ }).waitFor();
  await page.getByRole('link', { name: 'Formal in Italian: version 1' }).waitFor();
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});
