import type { Browser } from 'playwright-core';
import { join } from 'node:path';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf } from './browser.js';

// What another policy would have sent, as a table and a picture.

/** Pictures of the screens go into this folder; none are taken without it. */
const PICTURES = process.env.PICTURES;

let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  const mara = await quittance.as(['manager', 'importer'], 'mara');
  const stated = { statedRecordedAt: '2025-03-03T08:00:00Z' };
  await mara.done('/v1/customers', { customerId: 'C-1', name: 'Rossi', ...stated });
  const { position } = await mara.done('/v1/invoices', {
    ...{ number: 'S-1', customerId: 'C-1', currency: 'EUR', total: '100.00', ...stated },
    ...{ issuedOn: '2025-03-03', dueOn: '2025-04-02' },
  });
  await mara.get('/v1/invoices?limit=1', position);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

it('shows a policy beside those in force: months with bars, steps, customers; the address holds what was asked', async () => {
  const { token } = await quittance.as('manager', 'mara');
  const { page, said, context } = await windowOf(browser);
  await context.request.post(`${quittance.url}/session`, { data: { token } });
  await page.goto(`${quittance.url}/reminders/simulation?policyId=gentle&from=2025-03-01&to=2025-06-30`);
  const months = page.getByRole('region', { name: 'Steps a month' });
  await months.getByRole('row').nth(3).waitFor();
  expect(await months.getByRole('row').allInnerTexts()).toEqual([
    expect.stringMatching(/Month\s+Picture\s+Gentle\s+In force/),
    expect.stringMatching(/2025-03\s+0\s+1/),
    expect.stringMatching(/2025-04\s+2\s+3/),
    expect.stringMatching(/2025-05\s+1\s+1/),
    expect.stringMatching(/2025-06\s+1\s+0/),
  ]);
  expect(await page.getByText('No reminder after a payment that was known').count()).toBe(1);
  const customers = page.getByRole('region', { name: 'Customers' });
  expect(await customers.getByRole('link', { name: 'C-1' }).getAttribute('href')).toContain('/customers/C-1');
  expect(await violations(page)).toEqual([]);
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'simulation.png'), fullPage: true });
  await page.getByLabel('Policy').selectOption('firm');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.waitForURL(/policyId=firm/);
  await page.getByRole('columnheader', { name: 'Firm', exact: true }).first().waitFor();
  expect(said).toEqual([]);
  await page.goto(`${quittance.url}/reminders/simulation?policyId=firm&from=2025-03-01&to=2199-01-01`);
  await page.getByText(/or earlier/).waitFor();
});
