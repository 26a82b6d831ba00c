import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

// Ways to what one looks for: a file that is dropped, an invoice by its number, rows of a customer, what came since an instant.

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as(['clerk', 'manager'], 'anna');
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const signed = (role: 'clerk' | 'manager' = 'manager') =>
  signedIn(browser, quittance, { role: [role, 'auditor'], sub: 'anna' });

it('a CSV that is dropped on the empty installation is taken along to the imports, and looked at there', async () => {
  const { page, said, context } = await signed();
  await page.goto(quittance.url);
  const place = page.getByText('or drop it here');
  await place.waitFor();
  const wrong = await wrongOn(page, 'first-run-drop');
  const text = readFileSync(join(__dirname, '../../docs/examples/first.csv'), 'utf8');
  // As a text: these specs know nothing of a browser's own types.
  const dropped = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(text)}], 'first.csv', { type: 'text/csv' }));
    return data;
  })()`);
  await place.dispatchEvent('drop', { dataTransfer: dropped });
  await page.waitForURL(/\/admin\/imports/);
  await page.getByText('Taken along: first.csv').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).waitFor();
  wrong.push(...(await wrongOn(page, 'import-dropped')));
  // Nobody takes it twice.
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Imports' }).click();
  await page.getByText('CSV with a header, at most 64 MiB').waitFor();
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});

describe('with invoices', () => {
  let slashed: string;
  let known: string;
  beforeAll(async () => {
    await anna.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
    slashed = (await anna.done('/v1/invoices', invoiceBody({ number: '2026/0041', total: '90.00' }))).id;
    for (const number of ['2026-1', '2026-2', '2026-3'])
      await anna.done('/v1/invoices', invoiceBody({ number }));
    known = (await quittance.facts()).at(-1)!.recordedAt.toISOString();
    const { position } = await anna.done(`/v1/invoices/${slashed}/notes`, { text: 'They call back.' });
    await anna.get('/v1/invoices?limit=1', position);
  });

  it('a number is an address: the invoice of it opens, and one that nobody knows is refused', async () => {
    const { page, said, context } = await signed();
    await page.goto(`${quittance.url}/invoices/number/2026%2F0041`);
    await page.waitForURL(`**/invoices/${slashed}`);
    await page.getByRole('heading', { level: 1, name: /2026\/0041/ }).waitFor();
    await page.goto(`${quittance.url}/invoices/number/2026-99`);
    await page.getByText('There is no invoice 2026-99.').waitFor();
    const wrong = await wrongOn(page, 'invoice-by-number');
    await page.getByRole('link', { name: 'Look for numbers that begin like it' }).click();
    await page.waitForURL(/\/invoices\?q=2026-99/);
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('open items of a customer are marked by the keyboard, and one command is given about them', async () => {
    const { page, said, context } = await signed();
    await page.goto(`${quittance.url}/customers/C-1?_sort=number`);
    const grid = page.getByRole('grid', { name: 'Open items' });
    await grid.getByRole('link', { name: '2026-3' }).waitFor();
    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('toolbar', { name: 'With what is chosen' });
    await bar.getByText(/^2 of \d+ chosen/).waitFor();
    const wrong = await wrongOn(page, 'customer-marked');
    await bar.getByRole('button', { name: 'Note' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('Asked by telephone.');
    await dialog.getByRole('button', { name: 'Check' }).click();
    await dialog.getByRole('button', { name: 'Record 2' }).click();
    await dialog.getByText('2 recorded, 0 refused').waitFor();
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('rows are as high as the person likes, on every visit', async () => {
    const { page, said, context } = await signed('clerk');
    const height = async (): Promise<number> => {
      const row = page.getByRole('grid').getByRole('row').nth(1);
      return (await row.boundingBox())!.height;
    };
    await page.goto(`${quittance.url}/invoices`);
    await page.getByRole('link', { name: '2026-3' }).waitFor();
    expect(await height()).toBe(32);
    await page.getByRole('button', { name: /^Language and appearance/ }).click();
    await page.getByLabel('Rows').selectOption('compact');
    await page.keyboard.press('Escape');
    expect(await height()).toBe(28);
    const wrong = await wrongOn(page, 'invoices-compact');
    await page.reload();
    await page.getByRole('link', { name: '2026-3' }).waitFor();
    expect(await height()).toBe(28);
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('a page of an instant says what was recorded since about it, and leads to those facts', async () => {
    const { page, said, context } = await signed();
    await page.goto(`${quittance.url}/invoices/${slashed}?knownAt=${known}`);
    await page.getByText('One fact recorded since concerns this page:').waitFor();
    const wrong = await wrongOn(page, 'known-at-since');
    const bar = page.getByRole('region', { name: 'Time' });
    await bar.getByRole('link', { name: 'show' }).click();
    await page.waitForURL(
      ({ pathname, searchParams }) => pathname === '/audit' && !searchParams.has('knownAt'),
    );
    const rows = page.getByRole('grid').getByRole('row');
    await rows
      .nth(1)
      .getByText(/They call back/)
      .waitFor();
    expect(await rows.count()).toBe(2);
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });
});
