import type { Browser, Page } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf } from './browser.js';

let quittance: Quittance;
let browser: Browser;
let manager: Caller;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  manager = await quittance.as('manager', 'anna');
  await manager.done('/v1/customers', { customerId: 'C-1', name: 'Nordwind AG' });
  const { position } = await manager.done('/v1/invoices', invoiceBody({ number: '2026-0044' }));
  await manager.get('/v1/invoices', position);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const show = (page: Page, path: string): Promise<unknown> => page.goto(`${quittance.url}${path}`);
const query = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

it('a list is kept as a view with its columns, loads into the address, and is taken away', async () => {
  const { page, said } = await windowOf(browser);
  await page.context().request.post(`${quittance.url}/session`, { data: { token: manager.token } });
  await show(page, '/invoices?currency=EUR&sort=-open&_cols=number,open,paid&asOf=2026-06-30');
  await page.getByRole('grid', { name: 'Invoices' }).getByRole('link', { name: '2026-0044' }).waitFor();
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['', 'Number', 'Open▼', 'Paid']);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByText('No view of this list is saved yet.').waitFor();
  await page.getByLabel('Save what is shown as').fill('Euros, largest first');
  const wrong = await violations(page);
  await page.keyboard.press('Enter');
  const button = page.getByRole('button', { name: 'View: Euros, largest first', exact: true });
  await button.waitFor();

  // Time is the reader's: the view loads into the present, and a filter more says that it is not the view any more.
  await show(page, '/invoices');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('link', { name: 'Euros, largest first' }).click();
  await button.waitFor();
  const { _view, ...loaded } = query(page);
  expect(loaded).toEqual({ currency: 'EUR', sort: '-open', _cols: 'number,open,paid' });
  await show(page, `/invoices?currency=USD&_view=${_view}`);
  await page.getByRole('button', { name: 'View: Euros, largest first *' }).click();
  await page.getByRole('button', { name: 'Remove the view Euros, largest first' }).click();
  await page.getByText('No view of this list is saved yet.').waitFor();
  expect([...wrong, ...said]).toEqual([]);
});
