import type { Browser, Page } from 'playwright-core';
import { type Caller, type Quittance, type Role, startQuittance } from '../support/quittance.js';
import { invoiceBody } from '../support/invoice-body.js';
import { launch, violations, windowOf } from './browser.js';

// A clerk's first day: sign in, see who owes what, find an invoice, move its due date, and look at what was known before.

let quittance: Quittance;
let browser: Browser;
let clerk: Caller;
let moved: { id: string; number: string };
let before: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  clerk = await quittance.as('clerk', 'anna');
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Студио Пловдив <b>& Figli</b>' });
  for (let i = 0; i < 130; i++) await clerk.done('/v1/invoices', invoiceBody({ total: `${i + 100}.50` }));
  const body = invoiceBody({ number: 'FIND-ME/1', total: '9000.00' });
  const { id, position } = await clerk.done('/v1/invoices', body);
  moved = { id, number: body.number };
  before = new Date().toISOString();
  await clerk.get(`/v1/invoices/${id}`, position);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

/** A window of somebody who came in by a code, as `quittance open` prints it. */
async function signedIn(roles: Role[], sub: string, options = {}) {
  const person = await quittance.as(roles, sub);
  const { code } = (await person.post<{ code: string }>('/session/codes', {}, { key: null })).body;
  const opened = await windowOf(browser, options);
  await opened.page.goto(`${quittance.url}/session/start#${code}`);
  await opened.page.getByRole('heading', { level: 1, name: /Overview|Преглед/ }).waitFor();
  return opened;
}

const query = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

it('a clerk finds an invoice from its figure, moves its due date, and sees what that changed', async () => {
  const { page, said, context } = await signedIn(['clerk'], 'anna');
  expect(new URL(page.url()).hash).toBe('');
  await page.getByText('the control balances').waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('table', { name: 'Aging, EUR' }).getByRole('link').first().waitFor();
  await page
    .getByRole('table', { name: 'Aging, EUR' })
    .getByRole('row')
    .last()
    .getByRole('link')
    .first()
    .click();
  const asList = page.getByRole('link', { name: 'These invoices as a list' });
  await page.getByText('131 lines =').waitFor();
  expect(await violations(page)).toEqual([]);
  await asList.click();
  await page.getByText(/^131 rows · open /).waitFor();
  expect(query(page)).toEqual({ currency: 'EUR', bucket: '90+', sort: '-open' });
  await page.goBack();
  await page.locator('dd', { hasText: 'EUR' }).nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: 'Overdue, all of it, EUR' }).waitFor();
  await asList.click();
  await page.getByRole('grid', { name: 'Invoices' }).waitFor();
  expect(query(page)).toEqual({ currency: 'EUR', status: 'overdue', sort: '-open' });
  expect(await page.getByRole('row').count()).toBeLessThanOrEqual(80);
  expect(await page.getByRole('gridcell', { name: 'Студио Пловдив <b>& Figli</b>' }).count()).toBeGreaterThan(
    5,
  );
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('/');
  await page.keyboard.type('find-me');
  await page.getByText('1 row · open 9,000.00 EUR').waitFor();
  expect(query(page).q).toBe('find-me');
  await page.getByRole('grid').focus();
  await page.keyboard.press('o');
  await page.getByRole('complementary', { name: `Invoice ${moved.number}` }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `Invoice ${moved.number}` }).waitFor();

  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Extend' });
  await dialog.waitFor();
  await page.keyboard.type('31012027');
  await dialog.getByLabel('Reason').fill('agreed by phone');
  await dialog.getByText(/to 2027-01-31/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Extend: recorded at position \d+/).waitFor();
  await page.getByText('agreed by phone').waitFor();
  await page.getByText('due 4 Feb 2026 → agreed 31 Jan 2027').waitFor();
  const { body } = await clerk.get<{ agreedDueOn: string; open: string }>(`/v1/invoices/${moved.id}`);
  expect(body).toMatchObject({ agreedDueOn: '2027-01-31', open: '9000.00' });

  await page.goBack();
  await page.getByRole('grid').waitFor();
  expect(query(page).q).toBe('find-me');
  expect(said).toEqual([]);
  await context.close();
});

it('what was known before shows it as it was, and is only read', async () => {
  const { page, said, context } = await signedIn(['manager'], 'maria', { colorScheme: 'dark' });
  await page.goto(`${quittance.url}/invoices/${moved.id}?knownAt=${before}`);
  await page.getByText('due 4 Feb 2026', { exact: true }).waitFor();
  await page.getByText(/Read-only/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Act now' }).click();
  await page.getByRole('button', { name: 'Extend' }).waitFor();
  expect(query(page)).toEqual({});

  await page.goto(`${quittance.url}/?asOf=2026-03-31`);
  await page.getByRole('button', { name: 'Fix this instant' }).click();
  const hash = await page.getByText(/Definition aging\/\d, hash \w{12}/).textContent();
  expect(query(page)).toEqual({ asOf: '2026-03-31', knownAt: expect.any(String) as string });
  await page.reload();
  await page.getByRole('button', { name: 'Fix this instant' }).click();
  expect(await page.getByText(/Definition aging/).textContent()).toBe(hash);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy this address' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
  expect(said).toEqual([]);
  await context.close();
});

it('an auditor sees no command, in Bulgarian as well', async () => {
  const { page, said, context } = await signedIn(['auditor'], 'ivan', { locale: 'bg-BG' });
  await page.goto(`${quittance.url}/invoices/${moved.id}`);
  await page.getByRole('heading', { name: `Фактура ${moved.number}` }).waitFor();
  await page.getByRole('tab', { name: 'Пари' }).waitFor();
  expect(await page.getByRole('button', { name: 'Удължаване' }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(said).toEqual([]);
  await context.close();
});

it('a session that ended elsewhere asks to sign in at the same address', async () => {
  const { page, context } = await signedIn(['clerk'], 'anna');
  await page.goto(`${quittance.url}/invoices?status=overdue`);
  await page.getByRole('grid').waitFor();
  await page.evaluate(() => fetch('/session', { method: 'DELETE' }));
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(query(page)).toEqual({ status: 'overdue' });
  await context.close();
});
