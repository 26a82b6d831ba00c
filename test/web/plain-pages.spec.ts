import type { Browser } from 'playwright-core';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';
import { goTo } from './screens.js';

// Whoever cannot follow rows that come and go reads a list as ordinary tables of a hundred rows.

const CUSTOMERS = 120;
let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  const clerk = await quittance.as('clerk', 'maria');
  let last = '';
  for (let made = 1; made <= CUSTOMERS; made += 1) {
    const customerId = `C-${String(made).padStart(3, '0')}`;
    last = (await clerk.done('/v1/customers', { customerId, name: `Firm ${customerId}` })).position;
  }
  await clerk.get('/v1/customers?limit=1', last);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

it('a list is read in plain pages of a hundred by whoever chooses so, and again after a reload', async () => {
  const { page, said, context } = await signedIn(browser, quittance, { role: 'clerk', sub: 'maria' });
  await goTo(page, `${quittance.url}/customers?sort=id`);
  await page.getByRole('grid').waitFor();
  await page.getByRole('button', { name: /Language and appearance/ }).click();
  await page.getByLabel('Lists').selectOption({ label: 'As plain pages of 100' });
  await page.keyboard.press('Escape');
  const table = page.getByRole('table', { name: 'Customers' });
  await table.getByRole('link', { name: 'Firm C-100' }).waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);
  expect(await table.getByRole('row').count()).toBe(101);
  const wrong = await wrongOn(page, 'plain-pages');

  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('Rows 101 to 120').waitFor();
  await page.getByRole('button', { name: 'Next page', description: 'This is the last page' }).waitFor();
  await table.getByRole('row', { name: /C-120/ }).getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('complementary').getByText('Firm C-120').first().waitFor();
  await page.reload();
  await table.getByRole('link', { name: 'Firm C-001' }).waitFor();
  await table.getByRole('button', { name: 'Name' }).click();
  await page.waitForURL(/sort=name/);
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});
