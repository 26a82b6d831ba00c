import { addDays } from '@quittance/kernel';
import type { Browser } from 'playwright-core';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

// A first run that would escalate many invoices at once waits on the work list for a manager.

let quittance: Quittance;
let browser: Browser;
let mara: Caller;
let today: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  mara = await quittance.as('manager', 'mara');
  await mara.get('/v1/me');
  const olga = { personId: 'olga', name: 'Olga', email: 'olga@quittance.example', managerId: 'mara' };
  await mara.done('/v1/people', olga);
  await mara.done('/v1/customers', { customerId: 'C-1', name: 'Acme', ownerId: 'olga' });
  today = quittance.clock.today();
  const dates = { issuedOn: addDays(today, -70), dueOn: addDays(today, -40) };
  const commands = Array.from({ length: 51 }, (_, at) => ({
    ...{ route: '/v1/invoices', key: `L-${at}` },
    body: { number: `L-${at}`, customerId: 'C-1', ...dates, currency: 'EUR', total: '10.00' },
  }));
  await mara.done('/v1/batches', { commands });
  await caughtUp();
  await mara.done('/v1/dunning/runs', { on: today });
  await caughtUp();
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const caughtUp = async () =>
  mara.get('/v1/invoices?limit=1', String((await quittance.facts()).at(-1)!.position.commit));

it('the item on the work list says how many wait and leads to them; a manager confirms them there', async () => {
  const { page, said, context } = await signedIn(browser, quittance, { role: 'manager', sub: 'mara' });
  await page.goto(`${quittance.url}/work?_peek=escalations-held.first-run`);
  const panel = page.getByRole('complementary').filter({ hasText: 'Escalations to confirm' });
  const count = panel.getByRole('link', { name: 'Held up: 51' });
  await count.waitFor();
  const wrong = await wrongOn(page, 'work-escalations-held');
  await count.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/reminders\/blocked\?.*code=not-confirmed/);
  await page.getByText('a manager has to confirm the first run').nth(1).waitFor();
  await page.goBack();
  await panel.getByRole('button', { name: 'Confirm the escalations' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Confirm the escalations' });
  await dialog.getByRole('listitem').waitFor();
  wrong.push(...(await wrongOn(page, 'work-escalations-confirm')));
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Confirm the escalations: recorded at position \d+/).waitFor();
  await page
    .getByRole('grid', { name: 'Work list' })
    .getByText('Escalations to confirm')
    .waitFor({ state: 'detached' });
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
  await caughtUp();
  expect(await mara.done('/v1/dunning/runs', { on: today })).toMatchObject({ held: 0, escalated: 51 });
});
