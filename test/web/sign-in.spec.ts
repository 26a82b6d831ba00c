import type { Browser } from 'playwright-core';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf } from './browser.js';

let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

describe('before anybody signed in', () => {
  it.each(['light', 'dark'] as const)('any address asks to sign in, %s', async (colorScheme) => {
    const { page, said, context } = await windowOf(browser, { colorScheme });
    await page.goto(`${quittance.url}/invoices?status=overdue`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).search).toBe('?status=overdue');
    expect(await violations(page)).toEqual([]);
    expect(said).toEqual([]);
    await context.close();
  });

  it('speaks the language that the browser asks for', async () => {
    const { page, context } = await windowOf(browser, { locale: 'it-IT' });
    await page.goto(quittance.url);
    await page.getByRole('heading', { name: 'Accesso' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('it');
    await context.close();
  });
});
