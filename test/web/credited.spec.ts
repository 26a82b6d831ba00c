import type { Browser } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';
import { give } from './give.js';
import { goTo } from './screens.js';

// A credit note from its issue to its end, by the buttons of the page.

let quittance: Quittance;
let browser: Browser;
let invoiceId: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  const manager = await quittance.as(['clerk', 'manager'], 'anna');
  await manager.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
  const { id, position } = await manager.done('/v1/invoices', invoiceBody({ number: '2026-77' }));
  invoiceId = id;
  await manager.get(`/v1/invoices/${id}`, position);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

it('an invoice is credited in part; the rest is applied, paid back, comes back, and an application is undone', async () => {
  const { page, said, context } = await signedIn(browser, quittance, {
    ...{ role: ['clerk', 'manager'], sub: 'anna' },
  });
  const main = page.getByRole('main');
  await goTo(page, `${quittance.url}/invoices/${invoiceId}`);
  await page.getByRole('button', { name: /^More/ }).click();
  await give(page, 'Issue credit note', {
    ...{ Number: 'CN-77', Total: '120.00' },
    ...{ 'Reason in a word': 'quality', Reason: 'Two of ten came broken.' },
  });
  // All that was open is settled, 20.00 stay on account: reached by the customer.
  await goTo(page, `${quittance.url}/customers/C-1?_tab=payments`);
  await main.getByRole('link', { name: 'CN-77' }).click();
  await page.getByRole('heading', { name: 'Credit note CN-77' }).waitFor();
  await main.getByText('20.00 left').waitFor();
  await main.getByRole('link', { name: 'Rossi S.r.l.' }).waitFor();
  await give(page, 'Pay back', { Amount: '5.00', Reason: 'They asked for it.' });
  await main.getByText('15.00 left').waitFor();
  await give(page, 'Came back', { Reason: 'The account was closed.' });
  await main.getByText('20.00 left').waitFor();
  await give(page, 'Take back', { Amount: '100.00', Reason: 'The wrong invoice.' });
  await main.getByText('120.00 left').waitFor();
  // Each amount opens to the facts that made it.
  await main.getByRole('link', { name: 'On account: 120.00' }).click();
  const panel = page.getByRole('complementary', { name: 'What this figure is made of' });
  await panel.getByText('equals the figure').waitFor();
  expect(await panel.getByRole('listitem').count()).toBe(5);
  const wrong = await wrongOn(page, 'credit-note-explained');
  await panel.getByRole('button', { name: 'Close' }).click();
  // Come to anew: what a dialog leaves behind is no part of the page.
  await goTo(page, page.url());
  wrong.push(...(await wrongOn(page, 'credit-note')));
  await give(page, 'Apply to an invoice', { Amount: '60.00', Invoice: '2026-77' });
  await main.getByText('60.00 left').waitFor();
  expect([...wrong, ...said]).toEqual([]);
  const types = (await quittance.facts()).map(({ type }) => type).filter((type) => /Credit/.test(type));
  expect(types).toEqual([
    ...['CreditNoteIssued', 'CreditApplied', 'CreditAnswered', 'CreditNoteRefunded'],
    ...['CreditNoteRefundReversed', 'CreditUndoRequested', 'CreditUndone', 'CreditUndoAnswered'],
    ...['CreditRequested', 'CreditApplied', 'CreditAnswered'],
  ]);
  await context.close();
});
