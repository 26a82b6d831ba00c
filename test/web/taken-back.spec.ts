import type { Browser } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

// Several allocations of one payment are taken back at once, with one reason and one result each.

let quittance: Quittance;
let browser: Browser;
let paymentId: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  const clerk = await quittance.as('clerk', 'anna');
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
  const allocations: object[] = [];
  for (const [number, amount] of Object.entries({
    '2026-1': '100.00',
    '2026-2': '60.00',
    '2026-3': '40.00',
  })) {
    const { id: invoiceId } = await clerk.done('/v1/invoices', invoiceBody({ number, total: '100.00' }));
    allocations.push({ invoiceId, amount });
  }
  const body = { amount: '200.00', currency: 'EUR', receivedOn: '2026-03-06', payerId: 'C-1', allocations };
  const { id, position } = await clerk.done('/v1/payments', body);
  paymentId = id;
  await clerk.get(`/v1/payments/${id}`, position);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

it('two of three allocations are taken back, each as far as it was applied', async () => {
  const { page, said, context } = await signedIn(browser, quittance, { role: 'clerk', sub: 'anna' });
  await page.goto(`${quittance.url}/payments/${paymentId}`);
  await page.getByLabel('Choose 2026-1').check();
  await page.getByLabel('Choose 2026-3').check();
  const bar = page.getByRole('toolbar', { name: 'With what is chosen' });
  await bar.getByText('2 of 3 chosen').waitFor();
  const wrong = await wrongOn(page, 'allocations-chosen');
  await bar.getByRole('button', { name: 'Take back' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take back · 2' });
  // One amount would fit one of them: none is asked for.
  expect(await dialog.getByLabel('Amount').count()).toBe(0);
  await dialog.getByLabel('Reason').fill('They paid for other invoices.');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await dialog.getByText('2 of 2 can be recorded').waitFor();
  await dialog.getByRole('button', { name: 'Record 2' }).click();
  await dialog.getByText('2 recorded, 0 refused').waitFor();
  wrong.push(...(await wrongOn(page, 'allocations-taken-back')));
  const asked = (await quittance.facts()).filter(({ type }) => type === 'AllocationUndoRequested');
  expect(new Set(asked.map(({ metadata }) => metadata.$correlationId)).size).toBe(1);
  const undone = asked.flatMap(({ data }) => (data as { undos: { amount: string }[] }).undos);
  expect(undone.map(({ amount }) => amount).sort()).toEqual(['100.00', '40.00']);
  await dialog.getByRole('button', { name: 'Close' }).click();
  // The payment says so, and nothing is chosen any longer; of one that is left none is chosen among several.
  await page.getByText('140.00').first().waitFor();
  await bar.waitFor({ state: 'detached' });
  await page.getByLabel('Choose 2026-2').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Take back' }).count()).toBe(1);
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});
