import type { Browser, Page } from 'playwright-core';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, windowOf, wrongOn } from './browser.js';

// Filters with how many rows have which value, and lists put together by a value: the address is the whole state.

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as(['clerk', 'manager'], 'anna');
  await anna.done('/v1/people', { personId: 'ivan', name: 'Ivan', email: 'ivan@example.org' });
  await anna.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
  await anna.done('/v1/customers', { customerId: 'C-2', name: 'Nordwind AG', ownerId: 'ivan' });
  const issuedOn = '2026-01-05';
  const due = ['2026-02-04', '2026-02-06', '2026-03-04'];
  let last = '';
  for (const [n, dueOn] of [...due, ...due].entries()) {
    const of = { customerId: n < 4 ? 'C-1' : 'C-2', currency: n < 5 ? 'EUR' : 'USD', total: `${n + 1}00.00` };
    ({ position: last } = await anna.done('/v1/invoices', {
      ...of,
      issuedOn,
      dueOn,
      number: `2026-${n + 1}`,
    }));
  }
  await anna.done('/v1/payments', {
    ...{ amount: '50.00', currency: 'EUR', receivedOn: issuedOn, payerId: 'C-1', method: 'transfer' },
    allocations: [],
  });
  await anna.get('/v1/invoices', last);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const query = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);
const open = async (path: string) => {
  const opened = await signedIn(browser, quittance, { role: 'auditor', sub: 'ada' });
  await opened.page.goto(`${quittance.url}${path}`);
  return opened;
};

it('a filter says how many rows have each value, takes several, and counts without itself', async () => {
  const { page, said, context } = await open('/invoices?asOf=2026-02-05&sort=number');
  await page.getByText(/^6 rows/).waitFor();
  await page.getByRole('button', { name: '+ Filter' }).click();
  await page.getByLabel('Column').selectOption('ownerId');
  await page.getByLabel('Column').selectOption('currency');
  const values = page.getByRole('list', { name: 'Currency' });
  await values.getByText('EUR').waitFor();
  expect(await values.getByRole('listitem').allInnerTexts()).toEqual(['EUR\n5', 'USD\n1']);
  await values.getByRole('checkbox', { name: 'USD' }).click();
  await page.getByText(/^1 row /).waitFor();
  expect(query(page)).toEqual({ asOf: '2026-02-05', sort: 'number', currency: 'USD' });
  expect(await values.getByRole('listitem').allInnerTexts()).toEqual(['EUR\n5', 'USD\n1']);
  await values.getByRole('checkbox', { name: 'EUR' }).click();
  await page.getByText(/^6 rows/).waitFor();
  const wrong = await wrongOn(page, 'facets');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Change the filter Currency: USD, EUR' }).click();
  await page.getByRole('dialog', { name: 'Currency' }).getByRole('checkbox', { name: 'EUR' }).click();
  await page.getByText(/^1 row /).waitFor();
  await page.goBack();
  await page.getByText(/^6 rows/).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Change the filter Currency: USD, EUR' }).waitFor();
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});

it('those that have no value are chosen by a box, which takes the place of the values', async () => {
  const { page, said, context } = await open('/customers');
  const rows = page.getByRole('grid', { name: 'Customers' });
  await rows.getByText('Rossi S.r.l.').waitFor();
  await page.getByRole('button', { name: '+ Filter' }).click();
  const values = page.getByRole('list', { name: 'Owner' });
  await values.getByRole('checkbox', { name: 'ivan' }).click();
  await rows.getByText('Rossi S.r.l.').waitFor({ state: 'detached' });
  await values.getByRole('checkbox', { name: 'without' }).click();
  await rows.getByText('Nordwind AG').waitFor({ state: 'detached' });
  await rows.getByText('Rossi S.r.l.').waitFor();
  expect(query(page)).toEqual({ without: 'ownerId' });
  expect((await values.getByRole('listitem').allInnerTexts()).sort()).toEqual([
    expect.stringContaining('Asked alone'),
    'ivan\n1',
    'without\n1',
  ]);
  const wrong = await wrongOn(page, 'without');
  await values.getByRole('checkbox', { name: 'ivan' }).click();
  await rows.getByText('Nordwind AG').waitFor();
  expect(query(page)).toEqual({ ownerId: 'ivan' });
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});

it('groups add up, and each leads to exactly its rows', async () => {
  const { page, said, context } = await open('/invoices?asOf=2026-02-05');
  const cells = async (): Promise<string[]> =>
    (await page.getByRole('row').allInnerTexts()).slice(1).map((line) => line.replace(/\s+/g, ' '));
  await page.getByLabel('Group by').selectOption('customerId');
  await page.getByRole('columnheader', { name: 'Customer' }).waitFor();
  expect(await cells()).toEqual([
    'C-1 4 1,000.00 500.00 1,000.00 0.00 EUR',
    'C-2 1 500.00 0.00 500.00 0.00 EUR',
    'C-2 1 600.00 0.00 600.00 0.00 USD',
  ]);
  const wrong = await wrongOn(page, 'groups');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('_sort') === '-open');
  await page.getByLabel('Group by').selectOption('bucket');
  await page.getByRole('link', { name: '1–30' }).waitFor();
  expect(await cells()).toEqual([
    '1–30 2 500.00 500.00 500.00 0.00 EUR',
    'Not due 3 1,000.00 0.00 1,000.00 0.00 EUR',
    'Not due 1 600.00 0.00 600.00 0.00 USD',
  ]);
  await page.getByLabel('Group by').selectOption('dueWeek');
  await page.getByRole('link', { name: 'week from 2 Feb 2026' }).first().click();
  await page.getByText('4 rows · open 1,200.00 EUR').waitFor();
  expect(query(page)).toEqual({ asOf: '2026-02-05', agreedDueOn: '2026-02-02..2026-02-08', currency: 'EUR' });

  await page.goto(`${quittance.url}/customers?_group=ownerId`);
  await page.getByRole('row', { name: /ivan/ }).getByRole('link', { name: '1', exact: true }).click();
  await page.getByRole('grid').getByText('Nordwind AG').waitFor();
  expect(query(page)).toEqual({ ownerId: 'ivan', balanceCurrency: 'EUR' });
  await page.goto(`${quittance.url}/customers?_group=ownerId`);
  await page.getByRole('link', { name: 'without' }).click();
  await page.getByRole('grid').getByText('Rossi S.r.l.').waitFor();
  expect(query(page)).toEqual({ without: 'ownerId', balanceCurrency: 'EUR' });
  expect(await page.getByRole('grid').getByText('Nordwind AG').count()).toBe(0);
  await page.getByRole('button', { name: 'Remove the filter without: Owner' }).waitFor();
  await page.goto(`${quittance.url}/payments?_group=method`);
  await page.getByRole('row', { name: /transfer/ }).waitFor();
  expect([...wrong, ...(await wrongOn(page, 'payment groups')), ...said]).toEqual([]);
  await context.close();
});

it('keys move in time and mark rows, and single keys can be switched off', async () => {
  const { token } = await quittance.as(['clerk', 'manager'], 'anna');
  const { page, said, context } = await windowOf(browser);
  await context.request.post(`${quittance.url}/session`, { data: { token } });
  await page.goto(`${quittance.url}/invoices?asOf=2026-02-05`);
  await page.getByText(/^6 rows/).waitFor();
  const day = (asOf: string | undefined): Promise<void> =>
    page.waitForURL(({ searchParams }) => (searchParams.get('asOf') ?? undefined) === asOf);
  await page.keyboard.press('[');
  await day('2026-02-04');
  await page.keyboard.press('{');
  await day('2026-01-31');
  await page.keyboard.press(']');
  await day('2026-02-01');
  await page.getByRole('button', { name: 'Fix this instant' }).waitFor();
  await page.keyboard.press('t');
  await page.keyboard.press('f');
  await page.getByText('This address now shows the same figures for ever.').waitFor();
  expect(query(page).knownAt).toBeDefined();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('t');
  await page.keyboard.press('n');
  await day(undefined);
  await page.getByText(/^6 rows/).waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText(/^2 of 6 chosen/).waitFor();
  await page.keyboard.press('Control+a');
  await page.getByText(/^6 of 6 chosen/).waitFor();
  await page.goto(`${quittance.url}/reports/aging`);
  await page.getByRole('button', { name: /Compare/ }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const map = page.getByRole('dialog', { name: 'Keys' });
  const wrong = await wrongOn(page, 'keys');
  await map.getByLabel(/^Single keys/).click();
  await page.keyboard.press('Escape');
  await map.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name: /Compare/ }).waitFor();
  for (const key of ['[', '?', 'c', 'g', 'i']) await page.keyboard.press(key);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Go to' }).waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/reports/aging');
  expect(await map.count()).toBe(0);
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});
