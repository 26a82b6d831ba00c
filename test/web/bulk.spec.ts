import type { Browser, Page } from 'playwright-core';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf } from './browser.js';

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
const ids: string[] = [];
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as(['clerk', 'manager'], 'anna');
  await anna.done('/v1/people', { personId: 'ivan', name: 'Ivan', email: 'ivan@example.org' });
  await anna.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
  const issuedOn = quittance.clock.today();
  const about = { customerId: 'C-1', issuedOn, dueOn: issuedOn, currency: 'EUR', total: '100.00' };
  let last = '';
  for (const n of [1, 2, 3, 4]) {
    const { id, position } = await anna.done('/v1/invoices', { ...about, number: `2026-${n}` });
    ids.push(id);
    last = position;
  }
  await anna.get(`/v1/invoices/${ids[3]}`, last);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

async function looking(sub: string, roles: ('clerk' | 'manager' | 'auditor')[], search = '?sort=number') {
  const window = await windowOf(browser);
  const { body } = await (await quittance.as(roles, sub)).post<{ code: string }>('/session/codes', {});
  await window.page.goto(`${quittance.url}/session/start#${body.code}`);
  await window.page.waitForURL(({ pathname }) => pathname === '/');
  await window.page.goto(`${quittance.url}/invoices${search}`);
  await window.page.getByRole('link', { name: '2026-4' }).waitFor();
  return window;
}

const owners = async () => (await quittance.facts()).filter(({ type }) => type === 'OwnerAssigned');
const chosen = (page: Page, count: number, open: string) =>
  page.getByText(`${count} of 4 chosen · ${open} EUR`, { exact: true }).waitFor();

/** The file of what is chosen has these rows, and the columns that are shown. */
async function ofChosen(page: Page, numbers: string[]): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: 'CSV' }).click();
  const link = await page.getByRole('link', { name: /^As data/ }).getAttribute('href');
  const text = await (await page.context().request.get(new URL(link!, page.url()).href)).text();
  const [head, ...lines] = text.replace('\uFEFF', '').trim().split('\r\n');
  expect([head!.split(',')[0], lines.map((line) => JSON.parse(line.split(',')[0]!) as string)]).toEqual([
    'number',
    numbers,
  ]);
  await page.keyboard.press('Escape');
}

describe('one command about several invoices', () => {
  it('looks at each before, records each once under one correlation id, and has an answer for each', async () => {
    const { page, said, context } = await looking('anna', ['clerk', 'manager']);
    await page.getByLabel('Choose 2026-1').check();
    await page.getByLabel('Choose 2026-3').click({ modifiers: ['Shift'] });
    await chosen(page, 3, '300.00');
    await ofChosen(page, ['2026-1', '2026-2', '2026-3']);
    await page.getByRole('button', { name: 'Assign owner' }).click();
    await page.getByRole('combobox', { name: 'Owner' }).fill('ivan');
    await page.getByLabel('Reason').fill('Anna is on leave.');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('3 of 3 can be recorded').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await owners()).toEqual([]);
    await anna.done(`/v1/invoices/${ids[1]}/notes`, { text: 'They call back.' });
    await page.getByRole('button', { name: 'Record 3' }).click();
    await page.getByText('2 recorded, 1 refused').waitFor();
    await page.getByText(/^2026-2: /).waitFor();
    await page.getByRole('button', { name: 'Retry the refused (1)' }).click();
    await page.getByText('3 recorded, 0 refused').waitFor();
    const facts = await owners();
    expect(facts.map(({ data }) => data.invoiceId).sort()).toEqual(ids.slice(0, 3).sort());
    expect(new Set(facts.map(({ metadata }) => metadata.$correlationId)).size).toBe(1);
    await page.getByRole('link', { name: 'Show these facts' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/audit');
    expect(said.filter((line) => !line.includes('status of 412'))).toEqual([]);
    await context.close();
  });

  it('chooses all that match by the keyboard and one button, and asks before what cannot be done', async () => {
    await anna.done('/v1/payments', {
      ...{ amount: '100.00', currency: 'EUR', receivedOn: quittance.clock.today(), payerId: 'C-1' },
      allocations: [{ invoiceId: ids[3], amount: '100.00' }],
    });
    const { page, context } = await looking('anna', ['clerk', 'manager']);
    await page.getByRole('grid').focus();
    await page.keyboard.press('Space');
    await chosen(page, 1, '100.00');
    await page.getByRole('button', { name: 'Choose all 4' }).click();
    await chosen(page, 4, '300.00');
    await page.getByRole('button', { name: 'Pause reminders' }).click();
    await page.getByLabel('Reason').fill('Their bank changes.');
    await page.getByText(/^2026-4: left out/).waitFor();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('button', { name: 'Record 3' }).click();
    await page.getByText('3 recorded, 0 refused').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Choose none' }).click();
    expect(await page.getByRole('toolbar').count()).toBe(0);
    await context.close();
  });

  it('a list without rows says what was asked of how many, and asks for all again', async () => {
    const { page, context } = await looking('anna', ['clerk']);
    await page.goto(`${quittance.url}/invoices?open=5000..&currency=EUR`);
    await page.getByText('Asked for Open: 5000.. · Currency: EUR.').waitFor();
    await page.getByText('4 rows were looked at.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await page.getByRole('link', { name: '2026-4' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  });

  it('an auditor is offered no box, nor is anybody of a past that is fixed', async () => {
    const { page, context } = await looking('ada', ['auditor']);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await context.close();
    const now = new Date().toISOString();
    const past = await looking('anna', ['clerk', 'manager'], `?sort=number&knownAt=${now}`);
    expect(await past.page.getByRole('checkbox').count()).toBe(0);
    await past.context.close();
  });
});
