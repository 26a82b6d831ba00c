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
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as('manager', 'anna');
  asked = await planned(quittance, anna, { customerId: 'C-1', name: 'Rossi S.r.l.', language: 'it' });
  paused = await planned(quittance, anna, { customerId: 'C-2', name: 'Nordwind AG', language: 'de' });
  await caughtUp();
  await sendingOf(quittance, { outbox: '' }).draft(BY);
  const reason = 'Their stocktaking.';
  await anna.done(`/v1/invoices/${paused}/pauses`, { reason, until: addDays(quittance.clock.today(), 10) });
  await caughtUp();
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});
const caughtUp = async (): Promise<void> =>
  settled(anna, String((await quittance.facts()).at(-1)!.position.commit));

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
