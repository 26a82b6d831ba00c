import type { Browser, Page } from 'playwright-core';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

// Policies written on the page, by the keyboard alone.

let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

/** Types over what stands in a field. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** The field of a step, by the name that the API gives it. */
const ofStep = (page: Page, at: number, field: string) => page.locator(`[name="/steps/${at}/${field}"]`);

it('a policy begins as another one, shows its ladder, is refused at its fields, stored, and gets its next version', async () => {
  const { page, said, context } = await signedIn(browser, quittance, { role: 'manager', sub: 'mara' });
  await page.goto(`${quittance.url}/reminders/policies`);
  const wrong = await wrongOn(page, 'policies');
  await page.getByRole('link', { name: 'Write a policy' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Write a policy', level: 1 }).waitFor();
  await page.getByLabel('Begins as').focus();
  await page.keyboard.type('Gentle');
  await page.waitForURL(/_from=gentle/);
  await type(page, 'Id', 'public-bodies');
  await type(page, 'Name', 'Public bodies');
  await page
    .getByRole('img', { name: /^Ladder of Public bodies: 4 steps between day 0 and day 60/ })
    .waitFor();
  await page.getByRole('button', { name: 'Add a step' }).focus();
  await page.keyboard.press('Enter');
  await ofStep(page, 4, 'days').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('60');
  await page.getByRole('img', { name: /^Ladder of Public bodies: 5 steps/ }).waitFor();
  // The server knows that a key names one step, and says so at the key.
  await page.getByText('each step has a key of its own').waitFor();
  expect(await ofStep(page, 4, 'key').getAttribute('aria-invalid')).toBe('true');
  wrong.push(...(await wrongOn(page, 'policy-refused')));
  await ofStep(page, 4, 'days').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('75');
  expect(await ofStep(page, 4, 'key').inputValue()).toBe('due+75');
  await page.getByLabel('Add a currency').focus();
  await page.keyboard.type('EUR');
  await type(page, 'EUR', '25');
  const records = page.getByRole('region', { name: 'This records' });
  await records.getByRole('listitem').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/reminders\/policies$/);
  await page.getByText(/^Store the policy: recorded at position \d+/).waitFor();
  const stored = page.getByRole('region', { name: 'Public bodies, version 1', exact: true });
  await stored.waitFor();
  expect(await page.getByText(/ in all$/).count()).toBe(0);
  expect(await stored.getByText('25.00').count()).toBe(1);
  expect(
    await stored
      .getByRole('region', { name: /^Steps of/ })
      .getByRole('row')
      .count(),
  ).toBe(6);

  await stored.getByRole('link', { name: 'Write a new version' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'New version of Public bodies' }).waitFor();
  await page.getByRole('button', { name: 'Remove step 5' }).focus();
  await page.keyboard.press('Enter');
  await type(page, 'Own days off', '2026-12-24 tomorrow');
  await page.getByText(/a list of at most/).waitFor();
  await type(page, 'Own days off', '2026-12-24');
  await records.getByRole('listitem').waitFor();
  wrong.push(...(await wrongOn(page, 'policy-version')));
  await page.getByRole('button', { name: 'Store the policy' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Public bodies, version 2', exact: true }).waitFor();
  // What the preview refuses is refused with 422, which the browser itself tells.
  expect([...wrong, ...said.filter((one) => !one.includes('status of 422'))]).toEqual([]);
  await context.close();
});

it('nobody writes policies who may not, and none into the past', async () => {
  const { page, context } = await signedIn(browser, quittance, { role: 'clerk', sub: 'clara' });
  await page.goto(`${quittance.url}/reminders/policies`);
  await page.getByRole('region', { name: 'Standard, as it comes with Quittance' }).waitFor();
  expect(await page.getByRole('link', { name: 'Write a policy' }).count()).toBe(0);
  await context.close();
});
