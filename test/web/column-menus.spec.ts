import type { Browser, Locator, Page } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  const manager = await quittance.as('manager', 'anna');
  await manager.done('/v1/customers', { customerId: 'C-1', name: 'Nordwind AG' });
  await manager.done('/v1/invoices', invoiceBody({ number: '2026-0044' }));
  const { position } = await manager.done('/v1/invoices', invoiceBody({ number: '2026-0045' }));
  await manager.get('/v1/invoices', position);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const query = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);
const titles = async (page: Page): Promise<string[]> =>
  (await page.getByRole('columnheader').allInnerTexts()).slice(1);

async function invoices() {
  const { page, said } = await signedIn(browser, quittance, { role: 'manager', sub: 'anna' });
  await page.goto(`${quittance.url}/invoices`);
  await page.getByRole('grid', { name: 'Invoices' }).getByRole('link', { name: '2026-0044' }).waitFor();
  // Its name is that of its column, then that of its menu.
  const head = (name: string): Locator => page.getByRole('columnheader', { name: `${name} Column ${name}` });
  /** With the mouse, by the button that shows when the head is pointed at. */
  const choose = async (column: string, item: string): Promise<void> => {
    await head(column).hover();
    await page.getByRole('button', { name: `Column ${column}`, exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  return { page, said, head, choose };
}

it('the head of a column sorts by it, adds it to the order, and takes it out again', async () => {
  const { page, said, head, choose } = await invoices();
  await choose('Total', 'Sort descending');
  expect(query(page)).toMatchObject({ sort: '-total' });
  await head('Number').hover();
  await page.getByRole('button', { name: 'Column Number', exact: true }).click();
  const wrong = await wrongOn(page, 'column-menu');
  await page.getByRole('menuitem', { name: 'Add to the order, ascending' }).click();
  await page.waitForURL((url) => url.searchParams.get('sort') === '-total,number');
  expect(await head('Total').getAttribute('aria-sort')).toBe('descending');
  await choose('Total', 'Take out of the order');
  await page.waitForURL((url) => url.searchParams.get('sort') === 'number');
  // One that the API does not sort by offers no order.
  await head('Status').hover();
  await page.getByRole('button', { name: 'Column Status', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Filter…' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Sort ascending' }).count()).toBe(0);
  expect([...wrong, ...said]).toEqual([]);
});

it('with keys alone a head opens its menu: the column is moved, widened, kept in sight and hidden', async () => {
  const { page, said, head } = await invoices();
  const sort = head('Customer').getByRole('button').first();
  const item = (name: string): Locator => page.getByRole('menuitem', { name, exact: true });
  const width = async (): Promise<number> => (await head('Customer').boundingBox())!.width;
  const before = await titles(page);
  expect(before.slice(0, 3)).toEqual(['Number', 'Customer', 'Issued']);

  // A head is one stop of the Tab key: from one sorting button to the next.
  await sort.focus();
  await page.keyboard.press('Tab');
  expect(await page.locator('button:focus').innerText()).toBe('Issued');

  await sort.press('Shift+F10');
  await item('Move left').press('Enter');
  await item('Move left').waitFor({ state: 'detached' });
  expect((await titles(page)).slice(0, 3)).toEqual(['Customer', 'Number', 'Issued']);
  await sort.press('Alt+ArrowDown');
  // It stands at the front by now.
  expect(await item('Move left').getAttribute('aria-disabled')).toBe('true');
  await item('Wider').press('Enter');
  const [wide] = [await width(), await item('Wider').press('Enter')];
  expect(await width()).toBe(wide + 24);
  await item('Narrower').press('Enter');
  expect(await width()).toBe(wide);
  await page.keyboard.press('Escape');
  await item('Wider').waitFor({ state: 'detached' });
  expect(await page.locator('button:focus').innerText()).toBe('Customer');

  const open = head('Open').getByRole('button').first();
  await open.press('Shift+F10');
  await item('Keep in sight').press('Enter');
  await item('Keep in sight').waitFor({ state: 'detached' });
  expect((await titles(page)).slice(0, 2)).toEqual(['Open', 'Customer']);
  // What stays in sight keeps its end of the row: nothing beside it changes places with it.
  await open.press('Shift+F10');
  expect(await item('Move right').getAttribute('aria-disabled')).toBe('true');
  await item('Let it scroll away').press('Enter');
  await item('Let it scroll away').waitFor({ state: 'detached' });
  await sort.press('Shift+F10');
  await item('Hide').press('Enter');
  await head('Customer').waitFor({ state: 'detached' });
  expect(query(page)._cols?.split(',')).not.toContain('customerName');
  // The head is gone: the keys of the rows work at once.
  await page.locator('[role=grid]:focus').waitFor();
  expect(said).toEqual([]);
});

it('the filter of a column opens at its head, with the values that rows have', async () => {
  const { page, said, choose } = await invoices();
  await choose('Customer', 'Filter…');
  const wrong = await wrongOn(page, 'column-filter');
  await page.getByRole('dialog', { name: 'Customer' }).getByRole('checkbox', { name: 'C-1' }).click();
  await page.waitForURL((url) => url.searchParams.get('customerId') === 'C-1');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Change the filter Customer: C-1' }).waitFor();
  expect([...wrong, ...said]).toEqual([]);
});
