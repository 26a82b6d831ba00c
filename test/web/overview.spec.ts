import type { Browser } from 'playwright-core';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, violations } from './browser.js';

// The first page of the day: what is to be done, who follows up the largest overdue, and what came since yesterday.

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
let position: string | undefined;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as(['clerk', 'manager', 'admin']);
  const today = quittance.clock.today();
  const before = (days: number): string =>
    new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  await anna.done('/v1/people', { personId: 'maria', name: 'Maria', email: 'maria@example.org' });
  // Each has as much to do as she who looks: the twenty that facets tell are others.
  for (const ownerId of [...Array.from({ length: 21 }, (_nothing, at) => `a-${at}`), 'anna']) {
    await anna.done('/v1/people', { personId: ownerId, name: ownerId, email: `${ownerId}@example.org` });
    await anna.done('/v1/customers', {
      customerId: `of-${ownerId}`,
      name: `Of ${ownerId}`,
      currency: 'EUR',
      ownerId,
    });
    await anna.done('/v1/invoices', {
      ...{ number: `of-${ownerId}`, customerId: `of-${ownerId}`, issuedOn: before(40), dueOn: before(10) },
      ...{ currency: 'EUR', total: '1.00' },
    });
  }
  await anna.done('/v1/customers', {
    ...{ customerId: 'C-1', name: 'Rossi S.r.l.', currency: 'EUR', ownerId: 'maria' },
  });
  const invoice = { customerId: 'C-1', issuedOn: before(40), dueOn: before(10), currency: 'EUR' };
  await anna.done('/v1/invoices', { ...invoice, number: '2026-1', total: '1220.00' });
  await anna.done('/v1/payments', { amount: '500.00', currency: 'EUR', receivedOn: before(3) });
  ({ position } = await anna.done('/v1/payments', { amount: '70.00', currency: 'EUR', receivedOn: today }));
  await anna.get('/v1/work', position);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

it('says what is to be done, who follows up, and how many facts came since yesterday', async () => {
  const { page, said, context } = await signedIn(browser, quittance, {
    ...{ role: ['clerk', 'manager', 'auditor'], sub: 'anna' },
  });
  await page.goto(quittance.url);
  const toDo = page.getByRole('region', { name: 'To do' });
  await toDo.getByRole('link', { name: 'Money to allocate: 2' }).waitFor();
  await toDo.getByRole('link', { name: 'To approve: 0' }).waitFor();
  const own = await anna.get<{ count: number }>('/v1/work/summary?ownerId=anna', position);
  expect(own.body.count).toBeGreaterThan(0);
  await toDo.getByRole('link', { name: `Yours: ${own.body.count}` }).waitFor();
  const largest = page.getByRole('region', { name: 'Largest overdue, EUR' });
  await largest.getByRole('cell', { name: 'maria' }).waitFor();
  const last = page.getByRole('region', { name: 'Recorded last' });
  const { items } = (await anna.get<{ items: unknown[] }>('/v1/audit?limit=100', position)).body;
  await last.getByText(`Since yesterday: ${items.length} facts, 24 back-dated`).waitFor();
  expect(await violations(page)).toEqual([]);
  await last.getByRole('link', { name: String(items.length), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
  await page.getByText(`${items.length} rows`).first().waitFor();
  await page.goBack();
  await toDo.getByRole('link', { name: 'Money to allocate: 2' }).click();
  await page.getByText('2 things to do').first().waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'By owner' }).click();
  await page.getByRole('heading', { level: 1, name: /Aging/ }).waitFor();
  expect(new URL(page.url()).search).toBe('?currency=EUR&by=owner');
  expect(said).toEqual([]);
  await context.close();
});
