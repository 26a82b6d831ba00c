import type { Browser, Page } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

// Figures of one invoice, payment and customer: what they are made of, and whether it comes to them.

let quittance: Quittance;
let browser: Browser;
let invoiceId: string;
let paymentId: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  const manager = await quittance.as('manager', 'anna');
  await manager.done('/v1/customers', { customerId: 'C-1', name: 'Rossi Costruzioni S.r.l.' });
  await manager.done('/v1/customers/C-1/changes', { creditLimit: { EUR: '2000.00' } });
  ({ id: invoiceId } = await manager.done(
    '/v1/invoices',
    invoiceBody({ number: '2026-0041', total: '1220.00' }),
  ));
  const { id } = await manager.done('/v1/payments', {
    ...{ amount: '575.00', currency: 'EUR', receivedOn: '2026-03-10', payerId: 'C-1' },
    allocations: [{ invoiceId, amount: '500.00' }],
  });
  paymentId = id;
  const importer = await quittance.as('importer', 'import');
  const old = { number: '2026-0040', customerId: 'C-2', statedRecordedAt: '2026-02-03T10:00:00Z' };
  await manager.done('/v1/customers', { customerId: 'C-2', name: 'Nordwind AG' });
  const { position } = await importer.done('/v1/invoices', invoiceBody(old));
  await manager.get('/v1/reports/aging', position);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

/** Opens a figure of the page by its name, and waits until its panel says what it comes to. */
async function opened(page: Page, name: string, made: RegExp) {
  page.setDefaultTimeout(20_000);
  await page.getByRole('main').getByRole('link', { name }).first().click();
  const panel = page.getByRole('complementary', { name: 'What this figure is made of' });
  await panel.getByText(made).waitFor();
  return panel;
}

describe('figures of one thing', () => {
  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('open to their facts and add up, %s, %i', async (colorScheme, width) => {
    const wrong: string[] = [];
    const { page, said, context } = await signedIn(browser, quittance, {
      ...{ role: 'clerk', sub: 'ivan', colorScheme, viewport: { width, height: 900 } },
    });
    const show = (path: string) => page.goto(`${quittance.url}${path}`);
    await show(`/invoices/${invoiceId}?_tab=money`);
    let panel = await opened(page, 'Open: 720.00 EUR', /2 facts = 720.00 ✓︎ equals the figure/);
    await panel.getByText('−500.00').waitFor();
    wrong.push(...(await wrongOn(page, `invoice-explained-${width}`)));
    await panel.getByRole('link', { name: 'Paid: 500.00' }).click();
    await panel.getByText(/1 fact = 500.00 ✓︎ equals the figure/).waitFor();
    expect(new URL(page.url()).searchParams.get('_tab')).toBe('money');

    await show(`/payments/${paymentId}`);
    panel = await opened(page, 'Unapplied: 75.00', /= 75.00 ✓︎ equals the figure/);
    await panel.getByRole('link', { name: 'Allocate what is free' }).waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await opened(page, '575.00 EUR', /1 fact = 575.00 ✓︎ equals the figure/);
    wrong.push(...(await wrongOn(page, `payment-explained-${width}`)));

    // The limit less the balance; the balance of what is owed and what is held; and that by document.
    await show('/customers/C-1');
    panel = await opened(page, '1,355.00 EUR', /= 1,355.00 ✓︎ equals the figure/);
    wrong.push(...(await wrongOn(page, `limit-explained-${width}`)));
    await panel.getByRole('link', { name: '−645.00' }).click();
    await panel.getByText(/= 645.00 ✓︎ equals the figure/).waitFor();
    await panel.getByRole('link', { name: '−75.00' }).click();
    await panel.getByText(/1 line = 75.00 ✓︎ equals the figure/).waitFor();
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });
});

describe('the second axis', () => {
  it('is moved by a slider over the days of recording, and its instants have names', async () => {
    const { page, said, context } = await signedIn(browser, quittance, { role: 'manager', sub: 'anna' });
    page.setDefaultTimeout(20_000);
    const known = () => new URL(page.url()).searchParams.get('knownAt');
    await page.goto(`${quittance.url}/reports/aging?known=stated`);
    const bar = page.getByRole('region', { name: 'Time' });
    await bar.getByRole('button', { name: /^Choose the instant/ }).click();
    const menu = page.getByRole('dialog', { name: 'Choose the instant' });
    const strip = menu.getByRole('slider', {
      name: 'Days on which facts were recorded',
      disabled: false,
    });
    await strip.focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/knownAt=2026-02-03T22:59:59.999Z/);
    expect(await strip.getAttribute('aria-valuetext')).toBe(
      '3 Feb 2026: 1 fact recorded, 1 of them back-dated',
    );
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageUp');
    await page.waitForURL(/knownAt=2026-03-04T22:59:59.999Z/);
    const wrong = await wrongOn(page, 'known-at');
    await menu.getByRole('textbox', { name: 'Name this instant' }).fill('Close of February');
    await menu.getByRole('button', { name: 'Keep the name' }).click();
    await menu.getByRole('button', { name: 'Close of February', exact: true }).waitFor();
    await page.keyboard.press('Escape');

    // Back to the present, which says how far it is behind; and to the instant by its name.
    await bar.getByRole('button', { name: 'Back to now' }).click();
    await bar.getByText(/^at most \d.*s behind$/).waitFor();
    expect(known()).toBeNull();
    await bar.getByRole('button', { name: /^Choose the instant/ }).click();
    await menu.getByRole('button', { name: 'Close of February', exact: true }).click();
    await page.waitForURL(/knownAt=2026-03-04T22:59:59.999Z/);
    await bar.getByRole('button', { name: /^Choose the instant/ }).click();
    await menu.getByRole('button', { name: 'Take the name Close of February away' }).click();
    await menu.getByText('None has a name yet.').waitFor();
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });
});
