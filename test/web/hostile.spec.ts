import type { Browser, Page } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

// Data and machines that mean no good, or are only unlucky: the page shows them as what they are.

const MARKUP = `<img src=x onerror="document.title='taken'"> "Rossi" & 'Figli'`;
const HEBREW = 'שירותי תמיכה בע״מ';
/** Turns around whatever stands behind it, and never turns back. */
const TURNED = '\u202eissoR';
/** In a path, in an attribute, in a query. */
const ID = `C/1?"2'#%2F`;
const NUMBER = `2026/"41'&<b>`;
const LONG = 'Sie zahlen später. '.repeat(300).slice(0, 4_999 - MARKUP.length);
const MANY = 500;

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
let first: string;
let paid: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as(['clerk', 'manager'], 'anna');
  await anna.done('/v1/customers', { customerId: ID, name: MARKUP });
  await anna.done('/v1/customers', { customerId: 'C-1', name: HEBREW });
  await anna.done('/v1/customers', { customerId: 'C-2', name: HEBREW });
  await anna.done('/v1/customers/C-2/notes', { text: `${TURNED} owes 100.00` });
  first = (await anna.done('/v1/invoices', invoiceBody({ number: NUMBER, customerId: ID }))).id;
  await anna.done(`/v1/invoices/${first}/notes`, { text: `${LONG} ${MARKUP}` });
  const commands = Array.from({ length: MANY }, (_, at) => ({
    ...{ route: '/v1/invoices', key: `many ${at}` },
    body: invoiceBody({ number: `${100 + at}`, total: '1.00' }),
  }));
  const { answers } = await anna.done<{ answers: { status: number; body: { id: string } }[] }>(
    '/v1/batches',
    { commands },
  );
  const allocations = answers.map(({ body }) => ({ invoiceId: body.id, amount: '1.00' }));
  const received = { amount: '500.00', currency: 'EUR', receivedOn: '2026-03-05', payerId: 'C-1' };
  paid = (await anna.done('/v1/payments', { ...received, allocations })).id;
  await anna.get('/v1/invoices?limit=1', String((await quittance.facts()).at(-1)!.position.commit));
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const signed = () => signedIn(browser, quittance, { role: ['manager', 'auditor'], sub: 'anna' });
const show = (page: Page, path: string): Promise<unknown> => page.goto(`${quittance.url}${path}`);

it('markup in names and notes, ids with slashes and quotes, long texts: shown as typed, and each link leads there', async () => {
  const { page, said, context } = await signed();
  await show(page, '/customers?sort=name');
  await page.getByRole('grid').getByText(MARKUP).first().waitFor();
  const wrong = await wrongOn(page, 'hostile-customers');
  await show(page, `/customers/${encodeURIComponent(ID)}`);
  await page.getByRole('heading', { level: 1, name: MARKUP }).waitFor();
  wrong.push(...(await wrongOn(page, 'hostile-customer')));
  await page.getByRole('grid', { name: 'Open items' }).getByRole('link', { name: NUMBER }).click();
  await page.waitForURL(`**/invoices/${first}*`);
  await page.getByText(LONG.slice(-40)).first().waitFor();
  wrong.push(...(await wrongOn(page, 'hostile-invoice')));
  await page.getByRole('link', { name: MARKUP }).first().click();
  await page.getByRole('heading', { level: 1, name: MARKUP }).waitFor();
  await show(page, `/invoices/number/${encodeURIComponent(NUMBER)}`);
  await page.waitForURL(`**/invoices/${first}`);
  expect(await page.title()).not.toBe('taken');
  // Nothing of it is wider than the page.
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});

it('letters of the other direction stand in their place, and a mark that turns around what follows turns no amount', async () => {
  const { page, said, context } = await signed();
  await show(page, '/customers/C-2?_tab=timeline');
  await page.getByRole('heading', { level: 1, name: HEBREW }).waitFor();
  const sentence = page.getByText(/issoR owes 100\.00/).first();
  await sentence.waitFor();
  expect(await sentence.innerText()).not.toContain('\u202e');
  expect([...(await wrongOn(page, 'hostile-turned')), ...said]).toEqual([]);
  await context.close();
});

it('a payment of 500 parts is shown whole', async () => {
  const { page, said, context } = await signed();
  await show(page, `/payments/${paid}`);
  await page.getByRole('link', { name: '599', exact: true }).first().waitFor();
  expect(
    await page
      .getByRole('main')
      .getByRole('link', { name: /^\d{3}$/ })
      .count(),
  ).toBe(MANY);
  expect(said).toEqual([]);
  await context.close();
});

it('one of 500 invoices is found by three keys and Enter', async () => {
  const { page, said, context } = await signed();
  await show(page, '/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('599');
  await page.getByRole('option', { name: /599/ }).waitFor();
  const wrong = await wrongOn(page, 'hostile-palette');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /599/ }).waitFor();
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});

it.each([10, -10])('a clock %i minutes ahead asks for instants of the server', async (minutes) => {
  const { page, said, context } = await signed();
  await page.addInitScript(`{
    const Real = Date;
    const ahead = ${minutes * 60_000};
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length === 0 ? [Real.now() + ahead] : given));
      }
      static now = () => Real.now() + ahead;
    };
  }`);
  await show(page, `/invoices/${first}`);
  await page.getByRole('button', { name: /^Choose the instant/ }).click();
  // What the field begins with is now, by the server's clock: it is asked for and answered.
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL(/knownAt=/);
  const asked = Date.parse(new URL(page.url()).searchParams.get('knownAt')!);
  expect(Math.abs(Date.now() - asked)).toBeLessThan(60_000);
  await page.getByText(/^As known on/).waitFor();
  await page.getByRole('heading', { level: 1, name: NUMBER }).waitFor();
  expect(said).toEqual([]);
  await context.close();
});

it('who signs out in one window is signed out in the others at once', async () => {
  const { page, context } = await signed();
  await show(page, '/invoices');
  await page.getByRole('grid').waitFor();
  const other = await context.newPage();
  await show(other, `/invoices/${first}`);
  await other.getByRole('heading', { level: 1, name: NUMBER }).waitFor();
  await page.getByRole('button', { name: /^Language and appearance/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await other.getByText(NUMBER).count()).toBe(0);
  await context.close();
});
