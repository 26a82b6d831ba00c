import type { Browser } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { recordedHead } from '../support/recorded-head.js';
import { launch, signedIn, wrongOn } from './browser.js';

// What waits for a second person is decided at once, with one result each.

let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  const manager = await quittance.as(['clerk', 'manager'], 'anna');
  const clerk = await quittance.as('clerk', 'maria');
  const from = { EUR: '10.00' };
  await manager.done('/v1/settings/limits', { writeOffSecondPersonFrom: from, setOffSecondPersonFrom: from });
  await manager.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
  const ids: string[] = [];
  for (const number of ['2026-1', '2026-2', '2026-3', '2026-4'])
    ids.push((await manager.done('/v1/invoices', invoiceBody({ number, total: '100.00' }))).id);
  const small = { amount: '20.00', reasonCode: 'small-balance', reason: 'Not worth the letters.' };
  await clerk.done(`/v1/invoices/${ids[0]}/write-offs`, small);
  await manager.done(`/v1/invoices/${ids[1]}/write-offs`, small);
  const ours = { kind: 'set-off', amount: '30.00', reference: 'S-88', reason: 'We owe them that.' };
  await clerk.done(`/v1/invoices/${ids[2]}/settlements`, ours);
  await clerk.done(`/v1/invoices/${ids[3]}/disputes`, {
    ...{ reasonCode: 'price', reason: 'They were promised a discount.', answerBy: '2026-12-20' },
  });
  await recordedHead(quittance);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

it('write-offs and settlements are approved together, each by its own route; who asked does not approve', async () => {
  const { page, said, context } = await signedIn(browser, quittance, {
    ...{ role: ['clerk', 'manager'], sub: 'anna' },
  });
  page.setDefaultTimeout(20_000);
  await page.goto(`${quittance.url}/work?kind=approval-waiting,dispute-to-answer&sort=number`);
  const bar = page.getByRole('toolbar', { name: 'With what is chosen' });
  await page.getByLabel('Choose: Dispute to answer · 2026-4').check();
  await bar.getByRole('button', { name: 'Put off' }).waitFor();
  // Of a dispute there is nothing to approve.
  expect(await bar.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  for (const number of ['2026-1', '2026-2', '2026-3'])
    await page.getByLabel(`Choose: Approval waits · ${number}`).check();
  await bar.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve · 4' });
  await dialog.getByText('Approval waits · 2026-2: left out. Who asked for it does not approve it').waitFor();
  await dialog.getByText('Dispute to answer · 2026-4: left out. It is no request').waitFor();
  await dialog.getByRole('button', { name: 'Check' }).click();
  await dialog.getByText('2 of 2 can be recorded').waitFor();
  const wrong = await wrongOn(page, 'approved-at-once');
  await dialog.getByRole('button', { name: 'Record 2' }).click();
  await dialog.getByText('2 recorded, 0 refused').waitFor();
  const recorded = ['SettlementRecorded', 'WrittenOff'];
  const approved = (await quittance.facts()).filter(({ type }) => recorded.includes(type));
  expect(approved.map(({ type }) => type).sort()).toEqual(recorded);
  expect(new Set(approved.map(({ metadata }) => metadata.$correlationId)).size).toBe(1);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByLabel('Choose: Approval waits · 2026-1').waitFor({ state: 'detached' });
  expect(await page.getByLabel(/^Choose: Approval waits/).count()).toBe(1);
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});
