import type { Browser, Page } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf } from './browser.js';

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
let id: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as('clerk', 'anna');
  await anna.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
  const written = await anna.done('/v1/invoices', invoiceBody({ number: '2026-0041', total: '1220.00' }));
  id = written.id;
  await anna.get(`/v1/invoices/${id}`, written.position);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

async function signedIn(options: object = {}) {
  const opened = await windowOf(browser, options);
  const { token } = await quittance.as('clerk', 'maria');
  await opened.context.request.post(`${quittance.url}/session`, { data: { token } });
  return opened;
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

it('two windows of a browser have one stream: a detail shows what changed, a list is marked', async () => {
  const { page: detail, said, context } = await signedIn();
  const streams: string[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/v1/live') streams.push(request.url());
  });
  const streaming = detail.waitForResponse((answer) => new URL(answer.url()).pathname === '/v1/live');
  await detail.goto(`${quittance.url}/invoices/${id}`);
  await streaming;
  await detail.getByRole('heading', { level: 1, name: 'Invoice 2026-0041' }).waitFor();
  const list = await context.newPage();
  await list.goto(`${quittance.url}/invoices`);
  await list.getByRole('gridcell', { name: '1,220.00' }).first().waitFor();
  const until = '2027-01-31';
  await anna.done(`/v1/invoices/${id}/extensions`, { agreedDueOn: until, reason: 'agreed by phone' });
  await detail.getByText('agreed by phone').first().waitFor();
  await list.getByText('1 row has changed since this list was read.').waitFor();
  expect(await violations(list)).toEqual([]);
  await list.getByRole('button', { name: 'Refresh' }).click();
  await list.getByRole('gridcell', { name: /31 Jan 2027/ }).waitFor();
  await list.getByText('1 row has changed').waitFor({ state: 'detached' });
  expect(streams).toHaveLength(1);
  expect(said).toEqual([]);
  await context.close();
});

it('what is recorded while the reports stand still is safe: the page says so, and shows it when they go on', async () => {
  const { page, context } = await signedIn();
  page.setDefaultTimeout(20_000);
  await page.goto(`${quittance.url}/invoices/${id}?_do=note`);
  await quittance.projector.stop();
  await page.getByRole('dialog').getByRole('textbox').first().fill('called: the goods came late');
  await page.getByText('maria noted something about invoice 2026-0041').waitFor();
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /recorded at position \d+/ })
    .first()
    .waitFor();
  await page.getByText(/at most [\d.]+ s behind/).waitFor();
  const behind = page.getByText(/^Since .* these figures are behind\. What you record is safe\.$/);
  await behind.waitFor();
  expect(await page.getByText('called: the goods came late').count()).toBe(0);
  quittance.projector.start();
  // Whatever showed it as it was is asked again by itself.
  await page.getByText('called: the goods came late').first().waitFor();
  await behind.waitFor({ state: 'detached' });
  await context.close();
});

it('what was known at an instant is not followed', async () => {
  const { page, context } = await signedIn();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${quittance.url}/invoices/${id}?knownAt=${new Date().toISOString()}`);
  await page.getByRole('heading', { level: 1, name: 'Invoice 2026-0041' }).waitFor();
  expect(asked).not.toContain('/v1/live');
  await context.close();
});

it.each(['light', 'dark'] as const)(
  'by the keyboard: palette, pages, and the map of keys, %s',
  async (colorScheme) => {
    const { page, said, context } = await signedIn({ colorScheme });
    await page.goto(quittance.url);
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: /Issue invoice/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('2026-00');
    await page.getByRole('option', { name: /2026-0041/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Invoice 2026-0041' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    expect(pathOf(page)).toBe('/customers');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('rossi');
    await page.getByRole('option', { name: /Rossi S.r.l./ }).click();
    await page.getByRole('heading', { level: 1, name: 'Rossi S.r.l.' }).waitFor();
    expect(said).toEqual([]);
    await context.close();
  },
);
