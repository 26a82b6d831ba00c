import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf } from './browser.js';

/** Pictures of the screens go into this folder; none are taken without it. */
const PICTURES = process.env.PICTURES;

let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

it('an empty installation offers the demonstration, shows how far it is, and opens on both axes', async () => {
  const { page, said, context } = await windowOf(browser);
  const { token } = await quittance.as('manager', 'anna');
  await context.request.post(`${quittance.url}/session`, { data: { token } });
  // The same commands, fewer of them.
  await page.route('**/v1/demonstration', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ postData: JSON.stringify({ seed: 'quittance', invoices: 60 }) })
      : route.continue(),
  );
  await page.goto(quittance.url);
  const load = page.getByRole('button', { name: 'Load the demonstration' });
  await load.waitFor();
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'first-run.png') });
  expect(await violations(page)).toEqual([]);
  await load.click();
  await page.getByRole('progressbar', { name: 'Demonstration' }).waitFor();
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'first-run-progress.png') });
  await page.waitForURL(({ searchParams }) => searchParams.get('known') === 'stated');
  await page.getByRole('table', { name: 'Aging, EUR' }).waitFor();
  await page.getByText('the control balances').first().waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await load.count()).toBe(0);
  expect(said).toEqual([]);
  await context.close();
});

it('offers nothing to whoever may not load it', async () => {
  const { page, context } = await windowOf(browser);
  const { token } = await quittance.as('auditor', 'otto');
  await context.request.post(`${quittance.url}/session`, { data: { token } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(quittance.url);
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.getByText('the control balances').first().waitFor();
  expect(asked).not.toContain('/v1/demonstration');
  await context.close();
});
