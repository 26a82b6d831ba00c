import type { Browser } from 'playwright-core';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';
import { give } from './give.js';
import { goTo } from './screens.js';

// An invoice before it is issued, by the buttons of the page. The answer of one command comes when the page shows already what
// it recorded, and offers it no more: it is told all the same.

let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  const manager = await quittance.as(['clerk', 'manager'], 'anna');
  await manager.done('/v1/customers', {
    ...{ customerId: 'C-1', name: 'Rossi S.r.l.', terms: { type: 'net', days: 30 } },
  });
  const maria = await quittance.as('clerk', 'maria');
  const issuedOn = quittance.clock.today();
  const draft = { customerId: 'C-1', issuedOn, currency: 'EUR', total: '300.00' };
  const { position } = await maria.done('/v1/drafts', draft);
  await maria.get('/v1/drafts', position);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

it("a colleague's draft is approved and issued in a series; one's own is written, changed and discarded", async () => {
  const { page, said, context } = await signedIn(browser, quittance, {
    ...{ role: ['clerk', 'manager'], sub: 'anna' },
  });
  const main = page.getByRole('main');
  await goTo(page, `${quittance.url}/invoices`);
  await main.getByRole('link', { name: 'Drafts' }).click();
  await main.getByRole('gridcell', { name: 'Rossi S.r.l.' }).waitFor();
  await main.getByRole('gridcell', { name: '300.00' }).click();
  await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
  const wrong = await wrongOn(page, 'drafts');
  await give(page, 'Approve');
  await main.getByRole('gridcell', { name: 'approved' }).waitFor();
  const whenSeen = (): Promise<void> => page.locator('dd', { hasText: /^issued$/ }).waitFor();
  await page.route('**/v1/drafts/*/issue', async (route) => {
    const answer = await route.fetch();
    await whenSeen();
    await route.fulfill({ response: answer });
  });
  await give(page, 'Issue invoice', { Series: 'D-' });
  await page.getByRole('heading', { name: /Invoice D-\d+/ }).waitFor();
  await goTo(page, `${quittance.url}/invoices/drafts`);
  await give(page, 'Write a draft', { Customer: 'C-1', Total: '10.00' });
  await give(page, 'Change', { Total: '11.00' });
  await give(page, 'Discard', { Reason: 'The order was cancelled.' });
  await main.getByRole('gridcell', { name: 'discarded' }).waitFor();
  expect([...wrong, ...said]).toEqual([]);
  const { body } = await (
    await quittance.as('clerk', 'anna')
  ).get<{ items: { total: string; status: string }[] }>('/v1/drafts?sort=total');
  expect(body.items.map(({ total, status }) => [total, status])).toEqual([
    ['11.00', 'discarded'],
    ['300.00', 'issued'],
  ]);
  await context.close();
});
