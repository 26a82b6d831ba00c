import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import type { Caller } from '../support/caller.js';
import type { Quittance } from '../support/quittance.js';
import { launch, signedIn } from './browser.js';
import { demonstrated } from './demonstrated.js';
import { goTo, screensOf, settled } from './screens.js';

// Somebody walks through all of it: an auditor, a reader of files, somebody without a mouse, somebody who goes back.

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
beforeAll(async () => {
  const [installed, launched] = await Promise.all([demonstrated(90), launch()]);
  ({ quittance, anna } = installed);
  browser = launched;
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const STATED = 'known=stated';

it('an auditor walks all pages, and sees no command and no refusal', async () => {
  const { page, said, context } = await signedIn(browser, quittance, { role: 'auditor', sub: 'ada' });
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  const screens = await screensOf(anna);
  expect(screens.length).toBeGreaterThan(30);
  for (const { name, path } of screens) {
    await goTo(page, `${quittance.url}${path}`);
    const commands = page.getByRole('main').locator('[data-command]');
    expect({ name, commands: await commands.allInnerTexts() }).toEqual({ name, commands: [] });
  }
  expect([...refused, ...said]).toEqual([]);
  await context.close();
}, 400_000);

it('a manager sees commands where an auditor sees none', async () => {
  const { page, context } = await signedIn(browser, quittance, { role: 'manager', sub: 'anna' });
  const { path } = (await screensOf(anna)).find(({ name }) => name === 'invoice')!;
  await goTo(page, `${quittance.url}${path.split('?')[0]}`);
  expect(await page.getByRole('main').locator('[data-command]').count()).toBeGreaterThan(2);
  await context.close();
});

const FILTERS = fc
  .record({
    status: fc.constantFrom('open', 'overdue', 'paid', 'settled', 'overdue,paid'),
    currency: fc.constantFrom('EUR', 'USD', 'EUR,USD'),
    open: fc.constantFrom('0.01..', '..1000', '500..5000'),
    total: fc.constantFrom('1000..', '..2500.00'),
    settlement: fc.constantFrom('open', 'partly', 'settled'),
    sort: fc.constantFrom('-open', 'number', '-issuedOn,number', 'currency,-total'),
  })
  .chain((all) =>
    fc
      .subarray(['status', 'currency', 'open', 'total', 'settlement'] as const, { maxLength: 2 })
      .map((names): Record<string, string> => ({
        ...Object.fromEntries(names.map((name) => [name, all[name]])),
        sort: all.sort,
      })),
  );

it('a file has the rows, figures and order of the screen, whatever is filtered', async () => {
  const { page, context } = await signedIn(browser, quittance, {
    ...{ role: 'analyst', sub: 'ivan', viewport: { width: 1440, height: 4_000 } },
  });
  let rows = 0;
  for (const filters of fc.sample(FILTERS, { numRuns: 10, seed: 20261130 })) {
    const asked = new URLSearchParams({
      ...filters,
      known: 'stated',
      _cols: 'number,issuedOn,total,open,currency',
    });
    await goTo(page, `${quittance.url}/invoices?${asked.toString()}`);
    const screen = await page
      .locator('main [role=grid] [role=row][aria-rowindex]:not([aria-rowindex="1"])')
      .all();
    const seen = await Promise.all(
      screen.map(async (row) => [
        Number(await row.getAttribute('aria-rowindex')),
        (await row.getByRole('gridcell').allInnerTexts()).filter((_cell, at) => at !== 1),
      ]),
    );
    const shown = seen.sort(([a], [b]) => Number(a) - Number(b)).map(([, cells]) => cells);
    if ((await page.getByRole('grid').count()) === 0) {
      expect(shown).toEqual([]);
      continue;
    }
    await page.getByRole('button', { name: 'CSV' }).click();
    const link = await page.getByRole('link', { name: /As data/ }).getAttribute('href');
    const text = await (await context.request.get(`${quittance.url}${link}`)).text();
    const lines = text.replace('\uFEFF', '').trim().split('\r\n').slice(1);
    const filed = lines.map((line) => {
      const [number, , total, open, currency] = line.split(',').map((cell) => cell.replace(/^"|"$/g, ''));
      return [number, written(total!), written(open!), currency];
    });
    expect({ filters, rows: shown }).toEqual({ filters, rows: filed });
    rows += lines.length;
    await page.keyboard.press('Escape');
  }
  expect(rows).toBeGreaterThan(50);
  await context.close();
}, 200_000);

/** As a reader of English sees it. */
const written = (amount: string): string => amount.replace('-', '−').replace(/\B(?=(\d{3})+(?=\.))/g, ',');

it('every cell of the aging totals opens, and its lines add up to it', async () => {
  const { page, said, context } = await signedIn(browser, quittance, { role: 'analyst', sub: 'ivan' });
  await goTo(page, `${quittance.url}/reports/aging?${STATED}`);
  const figures = page.getByRole('table').first().getByRole('link');
  const panel = page.getByRole('complementary', { name: 'What this figure is made of' });
  const count = await figures.count();
  expect(count).toBeGreaterThan(20);
  for (let i = 0; i < count; i += 1) {
    const figure = await figures.nth(i).innerText();
    await figures.nth(i).click();
    await panel
      .getByText(new RegExp(`lines? = ${figure.replace(/[.+]/g, '\\$&')} ✓︎ equals the figure`))
      .waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
  }
  expect(said).toEqual([]);
  await context.close();
}, 200_000);

it('Back and Forward go through ten steps as they were', async () => {
  const { page, context } = await signedIn(browser, quittance, { role: 'analyst', sub: 'ivan' });
  await goTo(page, `${quittance.url}/?${STATED}`);
  const menu = page.getByRole('navigation').first();
  const firstRow = page.locator('[role=grid] [role=row][aria-rowindex="2"]').getByRole('link').first();
  const go = (name: string) => () => menu.getByRole('link', { name }).click();
  const steps: [step: () => Promise<unknown>, heading: string | RegExp][] = [
    [go('Invoices'), 'Invoices'],
    [() => page.getByRole('columnheader', { name: /^Open/ }).getByRole('button').first().click(), 'Invoices'],
    [() => firstRow.click(), /^Invoice /],
    [go('Customers'), 'Customers'],
    [() => firstRow.click(), /^(?!Customers$)/],
    [go('Payments'), 'Payments'],
    [go('Reports'), 'Reports'],
    [() => page.getByRole('main').getByRole('link', { name: 'Aging' }).click(), 'Aging'],
    [() => page.getByRole('table').first().getByRole('link').first().click(), 'Aging'],
    [go('Overview'), 'Overview'],
  ];
  const heading = page.getByRole('heading', { level: 1 }).first();
  const places = [{ url: page.url(), said: await heading.innerText() }];
  for (const [step, said] of steps) {
    await step();
    await page.waitForURL((url) => url.href !== places.at(-1)!.url);
    await heading.filter({ hasText: said }).waitFor();
    await settled(page);
    places.push({ url: page.url(), said: await heading.innerText() });
  }
  expect(new Set(places.slice(1).map(({ url }) => url)).size).toBe(10);
  const seen = async ({ url, said }: { url: string; said: string }): Promise<void> => {
    await page.waitForURL(url);
    await heading.filter({ hasText: said }).waitFor();
  };
  for (const place of places.slice(0, -1).reverse()) {
    await page.goBack();
    await seen(place);
  }
  for (const place of places.slice(1)) {
    await page.goForward();
    await seen(place);
  }
  await context.close();
}, 200_000);

it('Tab goes through each page, shows where it is, and comes out at the end', async () => {
  const { page, context } = await signedIn(browser, quittance, { role: 'manager', sub: 'anna' });
  const wrong: string[] = [];
  for (const { name, path } of (await screensOf(anna)).filter(({ isMain }) => isMain)) {
    await goTo(page, `${quittance.url}${path}`);
    const seen = new Set<string>();
    // It begins at the heading: once round, and it has come out of the page and in at its head.
    for (let outside = 0, pressed = 0; outside < 2 && pressed < 400; pressed += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate<{ id: string; isShown: boolean } | null>(FOCUSED);
      if (!at || seen.has(at.id)) outside += 1;
      else seen.add(at.id);
      if (at && !at.isShown) wrong.push(`${name}: nothing shows that ${at.id} has the focus`);
      if (pressed === 399) wrong.push(`${name}: Tab never came out`);
    }
    if (seen.size < 20) wrong.push(`${name}: Tab came to ${seen.size} places`);
    if (![...seen].some((id) => id.startsWith('main')))
      wrong.push(`${name}: Tab never came to the page itself`);
  }
  expect(wrong).toEqual([]);
  await context.close();
}, 300_000);

/** What has the focus, by its place in the document; null: the document itself. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const path = [];
  for (let one = at; one && one !== document.body; one = one.parentElement)
    path.unshift(one.tagName.toLowerCase() + [...one.parentElement.children].indexOf(one));
  const style = getComputedStyle(at);
  const around = getComputedStyle(at.closest('label') ?? at.parentElement);
  const isShown = [style, around].some((one) => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) > 0)
    || style.boxShadow !== 'none' || at.closest('[data-focus-visible],[data-focused]') !== null;
  return { id: (at.closest('main') ? 'main ' : '') + path.join('/'), isShown };
})()`;
