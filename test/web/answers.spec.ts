import type { Browser, Request } from 'playwright-core';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, violations } from './browser.js';

// What the page does with each answer to a command: a way to the fact, a refusal in the reader's language, and when it is asked again.

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
let today: string;
let last = 0;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as(['clerk', 'manager']);
  today = quittance.clock.today();
  await anna.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.', currency: 'EUR' });
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

async function issued(): Promise<string> {
  last += 1;
  const invoice = { number: `2026-${last}`, customerId: 'C-1', issuedOn: today, dueOn: today };
  const { id, position } = await anna.done('/v1/invoices', { ...invoice, currency: 'EUR', total: '1220.00' });
  await anna.get(`/v1/invoices/${id}`, position);
  return id;
}

const isSent = (request: Request): boolean =>
  request.method() === 'POST' && !request.url().includes('dryRun');

const lookingAt = async (path: string, locale = 'en-GB') => {
  const opened = await signedIn(browser, quittance, { role: ['clerk', 'manager'], sub: 'anna', locale });
  await opened.page.goto(`${quittance.url}${path}`);
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  return opened;
};

it('what was recorded leads to its fact', async () => {
  const { page, said, context } = await lookingAt(`/invoices/${await issued()}?_do=note`);
  await page.getByRole('textbox', { name: 'Note' }).fill('They call back on Monday.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: 'Show the fact' }).click();
  await page.getByRole('heading', { level: 1, name: /Fact \d+/ }).waitFor();
  await page.getByText('They call back on Monday.').first().waitFor();
  expect(said).toEqual([]);
  await context.close();
});

it('a refusal is told in the language of the reader, with the figures of the API beside it', async () => {
  const { page, context } = await lookingAt(`/invoices/${await issued()}?_do=promise`, 'it-IT');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('spinbutton').first().click();
  await page.keyboard.type('15062027');
  await dialog.getByLabel('Importo').fill('9.999,00');
  const alert = dialog.getByRole('alert');
  await alert.getByText('È promesso più di quanto era aperto in quel giorno.').waitFor();
  expect(await alert.locator('[lang=en]').textContent()).toContain('1220.00');
  expect(await violations(page)).toEqual([]);
  await context.close();
});

it('a payment that somebody changed says who did, and what was typed can be left', async () => {
  const { id } = await anna.done('/v1/payments', { amount: '500.00', currency: 'EUR', receivedOn: today });
  const { page, context } = await lookingAt(`/payments/${id}?_do=refund`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('paid twice');
  const ivan = await quittance.as('manager', 'ivan');
  await ivan.done(`/v1/payments/${id}/payer`, { customerId: 'C-1', reason: 'by its reference' });
  await page.keyboard.press('Control+Enter');
  await dialog.getByText(/ivan changed it on/).waitFor();
  await dialog.getByRole('button', { name: 'Discard what was typed' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const { body } = await anna.get<{ refunds: unknown[] }>(`/v1/payments/${id}`);
  expect(body.refunds).toEqual([]);
  await context.close();
});

it('a server that cannot take it is asked again when it said, under the same key', async () => {
  const id = await issued();
  const { page, context } = await lookingAt(`/invoices/${id}?_do=note`);
  const keys: (string | undefined)[] = [];
  await page.route(/\/notes$/, async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    const problem = { type: 'about:blank', title: '', status: 503, code: 'store-unavailable', errors: [] };
    await route.fulfill({ status: 503, headers: { 'Retry-After': '2' }, json: { ...problem, detail: '' } });
  });
  await page.getByRole('textbox', { name: 'Note' }).fill('They call back on Monday.');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/asked again under the same key in [12] second/).waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: /Note: recorded/ })
    .first()
    .waitFor();
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  await context.close();
});

it('a command that is open belongs to its address: at another one it is about what is shown there', async () => {
  const [one, other] = [await issued(), await issued()];
  const { page, context } = await lookingAt(`/invoices/${one}?_do=note`);
  const note = page.getByRole('dialog').getByRole('textbox', { name: 'Note' });
  await note.fill('Of the one.');
  await page.evaluate(`history.pushState({}, '', '/invoices/${other}?_do=note')`);
  await page.locator('h1', { hasText: `2026-${last}` }).waitFor();
  await note.fill('Of the other.');
  const sent = page.waitForRequest(isSent);
  await page.keyboard.press('Control+Enter');
  expect(new URL((await sent).url()).pathname).toBe(`/v1/invoices/${other}/notes`);
  await context.close();
});

it('without a connection commands are there and say why they wait', async () => {
  const { page, context } = await lookingAt(`/invoices/${await issued()}`);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Extend', description: /No connection/ }).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Extend', description: '' }).first().click();
  await page.getByRole('dialog', { name: 'Extend' }).waitFor();
  await context.close();
});

it('without a connection an open dialog sends nothing, and afterwards once', async () => {
  const { page, context } = await lookingAt(`/invoices/${await issued()}?_do=note`);
  const tries: string[] = [];
  page.on('request', (request) => isSent(request) && tries.push(request.url()));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('They call back.');
  await context.setOffline(true);
  const send = dialog.getByRole('button', { description: /No connection/ });
  await send.waitFor();
  await page.keyboard.press('Control+Enter');
  await send.click({ force: true });
  await context.setOffline(false);
  await send.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: 'Show the fact' }).waitFor();
  expect(tries).toHaveLength(1);
  await context.close();
});
