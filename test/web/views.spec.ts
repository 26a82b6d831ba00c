import type { Browser, Page } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf, wrongOn } from './browser.js';

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

it('a list that is opened asks who is signed in, and for its rows, once each', async () => {
  const { page, said } = await windowOf(browser);
  await page.context().request.post(`${quittance.url}/session`, { data: { token: manager.token } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await show(page, '/invoices?status=due,overdue&sort=-open,number');
  await page.getByRole('grid', { name: 'Invoices' }).getByRole('link', { name: '2026-0044' }).waitFor();
  const ofThese = asked.filter((path) => ['/v1/me', '/v1/invoices'].includes(path)).sort();
  expect([ofThese, said]).toEqual([['/v1/invoices', '/v1/me'], []]);
  await page.context().close();
});

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

it('filters that were asked for last are offered, and are applied by a press alone', async () => {
  const { page, said } = await windowOf(browser);
  await page.context().request.post(`${quittance.url}/session`, { data: { token: manager.token } });
  await show(page, '/invoices?currency=EUR&status=overdue,due&sort=-open');
  await page.getByRole('button', { name: 'Remove the filter Currency: EUR' }).waitFor();
  await show(page, '/payments');
  expect(await page.getByText(/^Back to:/).count()).toBe(0);
  await show(page, '/invoices');
  await page.getByRole('link', { name: 'Back to: Currency: EUR · Status: Overdue, Due' }).click();
  await page.getByRole('button', { name: 'Remove the filter Currency: EUR' }).waitFor();
  expect(query(page)).toEqual({ currency: 'EUR', status: 'overdue,due' });
  expect(await page.getByText(/^Back to:/).count()).toBe(0);
  expect(said).toEqual([]);
});

it('columns stand where somebody puts them, as wide as they pull them, and stay in sight', async () => {
  const { page, said } = await windowOf(browser);
  await page.context().request.post(`${quittance.url}/session`, { data: { token: manager.token } });
  await show(page, '/invoices');
  const heads = page.getByRole('columnheader');
  const head = (name: string) => page.getByRole('columnheader', { name });
  const widthOf = async (name: string): Promise<number> => (await head(name).boundingBox())!.width;
  await head('Customer').waitFor();
  const before = await heads.allInnerTexts();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Move Customer to the front' }).click();
  await page.getByRole('button', { name: 'Total: wider' }).click();
  await page.getByRole('checkbox', { name: 'Open stays in sight' }).press('Space');
  const wrong = await wrongOn(page, 'columns');
  await page.keyboard.press('Escape');
  const wide = await widthOf('Total');
  expect((await heads.allInnerTexts()).slice(0, 4)).toEqual(['', 'Open', 'Customer', 'Number']);

  // By the edge of its head; what was put so is there again after a reload.
  const { x, y, width } = (await head('Total').boundingBox())!;
  await page.mouse.move(x + width - 2, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + width + 58, y + 10, { steps: 4 });
  await page.mouse.up();
  expect(Math.abs((await widthOf('Total')) - (wide + 60))).toBeLessThanOrEqual(3);
  await page.reload();
  await head('Customer').waitFor();
  expect((await heads.allInnerTexts()).slice(0, 4)).toEqual(['', 'Open', 'Customer', 'Number']);
  expect(await widthOf('Total')).toBeGreaterThan(wide + 50);

  // Scrolled to the end of the row, what stays in sight is where it was.
  await page.setViewportSize({ width: 800, height: 700 });
  const left = async (name: string): Promise<number> => (await head(name).boundingBox())!.x;
  const [open, customer] = [await left('Open'), await left('Customer')];
  await page
    .getByRole('grid', { name: 'Invoices' })
    .evaluate((grid) => ((grid as { scrollLeft: number }).scrollLeft = 300));
  wrong.push(...(await wrongOn(page, 'columns-pinned')));
  expect([await left('Open'), (await left('Customer')) < customer]).toEqual([open, true]);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'As they come' }).click();
  await page.keyboard.press('Escape');
  expect(await heads.allInnerTexts()).toEqual(before);
  expect([...wrong, ...said]).toEqual([]);
});
