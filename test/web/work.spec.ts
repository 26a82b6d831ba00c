import type { Browser, Page } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Quittance, type Role, startQuittance } from '../support/quittance.js';
import { recordedHead } from '../support/recorded-head.js';
import { launch, signedIn, wrongOn } from './browser.js';

let quittance: Quittance;
let browser: Browser;
let disputed: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  disputed = await record();
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

/** Things to do of several kinds: a dispute, a write-off that waits, money that settles nothing, a note to come back to. */
async function record(): Promise<string> {
  const manager = await quittance.as('manager', 'anna');
  const clerk = await quittance.as('clerk', 'maria');
  const maria = { personId: 'maria', name: 'Maria Bianchi', email: 'maria@quittance.example' };
  await manager.done('/v1/people', maria);
  await manager.done('/v1/settings/limits', { writeOffSecondPersonFrom: { EUR: '100.00' } });
  for (const [customerId, name] of [
    ['C-1', 'Rossi Costruzioni S.r.l.'],
    ['C-2', 'Nordwind AG'],
  ]) {
    await manager.done('/v1/customers', { customerId, name, registeredOn: '2026-01-02' });
  }
  const issue = async (number: string, change: object = {}): Promise<string> =>
    (await manager.done('/v1/invoices', invoiceBody({ number, total: '1220.00', ...change }))).id;
  const first = await issue('2026-0041');
  const second = await issue('2026-0042', { customerId: 'C-2', ownerId: 'maria' });
  await clerk.done(`/v1/invoices/${first}/disputes`, {
    ...{ reasonCode: 'price', reason: 'They were promised a discount.', answerBy: '2026-12-20' },
    ...{ amount: '220.00' },
  });
  await clerk.done(`/v1/invoices/${second}/write-offs`, {
    ...{ amount: '150.00', reasonCode: 'small-balance', reason: 'Not worth the letters.' },
  });
  const received = { amount: '500.00', currency: 'EUR', receivedOn: '2026-03-05', payerId: 'C-2' };
  await manager.done('/v1/payments', received);
  await recordedHead(quittance);
  return first;
}

const as = (role: Role, sub: string, options: object = {}) =>
  signedIn(browser, quittance, { role, sub, ...options });
const show = (page: Page, path: string): Promise<unknown> => page.goto(`${quittance.url}${path}`);

describe('what is to be done, and what was', () => {
  it('a thing to do leads to the dialog that settles it; one that was done is off the list', async () => {
    const wrong: string[] = [];
    const { page, said, context } = await as('manager', 'anna');
    await show(page, '/work');
    const grid = page.getByRole('grid', { name: 'Work list' });
    await grid.getByText('Approval waits').waitFor();
    wrong.push(...(await wrongOn(page, 'work')));
    expect(await page.getByRole('definition').allInnerTexts()).toEqual(
      expect.arrayContaining(['Dispute to answer 1', 'Approval waits 1', 'Money to allocate 1']),
    );
    await grid.getByRole('link', { name: 'Approve or refuse it' }).click();
    await page.getByRole('dialog', { name: 'Approve' }).waitFor();
    await page.goBack();
    await grid.getByText('Approval waits').click();
    await page.getByText('Not worth the letters.').waitFor();
    await page.keyboard.press('y');
    const approve = page.getByRole('dialog', { name: 'Approve' });
    await approve.getByText('150.00').waitFor();
    await page.keyboard.press('Control+Enter');
    await grid.getByText('Approval waits').waitFor({ state: 'detached' });
    await page.waitForURL(/_peek=payment-to-allocate/);
    expect(page.url()).not.toContain('_do=');
    const panel = page.getByRole('complementary', { name: 'To do' });
    await panel.getByText('settles nothing').waitFor();
    await panel.getByRole('button', { name: 'Put off' }).click();
    const dialog = page.getByRole('dialog', { name: 'Put off' });
    await dialog.waitFor();
    wrong.push(...(await wrongOn(page, 'work-snooze')));
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await panel.getByRole('button', { name: 'Done' }).click();
    const done = page.getByRole('dialog', { name: 'Done' });
    await done.getByText('anna did what was to be done').waitFor();
    await done.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Done: recorded at position').waitFor();
    await grid.getByText('Money to allocate').waitFor({ state: 'detached' });
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('an auditor reads what happened, fact by fact, and the browser works the chain out', async () => {
    const wrong: string[] = [];
    const { page, said, context } = await as('auditor', 'otto');
    await show(page, '/audit?type=DisputeRaised');
    const grid = page.getByRole('grid', { name: 'Audit' });
    await grid.getByText('They were promised a discount.').waitFor();
    wrong.push(...(await wrongOn(page, 'audit')));
    await grid.getByRole('link', { name: /^Fact \d+, DisputeRaised$/ }).click();
    await page.getByRole('heading', { name: /^Fact \d+$/, level: 1 }).waitFor();
    await page.getByText('sealed: only sentences and reasons show it').waitFor();
    wrong.push(...(await wrongOn(page, 'fact')));
    await page.getByRole('tab', { name: 'Chain' }).click();
    await page.getByText('Chain: 2 facts, recomputed in this browser just now').waitFor();
    await page.getByText(/in the log by \d+ steps?, worked out in this browser/).waitFor();
    wrong.push(...(await wrongOn(page, 'fact-chain')));
    await page.getByRole('tab', { name: 'As stored' }).click();
    await page.getByRole('region', { name: 'Metadata' }).waitFor();
    wrong.push(...(await wrongOn(page, 'fact-raw')));
    await page.getByRole('link', { name: '◀︎ Before it' }).click();
    await page.getByRole('region', { name: 'What it moves in the ledger' }).first().waitFor();
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('an answer with one changed character breaks the chain at its fact', async () => {
    const { page, said, context } = await as('auditor', 'otto');
    await show(page, `/invoices/${disputed}?_tab=facts`);
    await page.getByText('Chain: 2 facts, recomputed in this browser just now').waitFor();
    await page.route('**/v1/streams/*/raw*', async (route) => {
      const answer = await route.fetch();
      const text = await answer.text(); // JSON texts within JSON
      await route.fulfill({ response: answer, body: text.replace('\\"220.00', '\\"120.00') });
    });
    await page.getByRole('button', { name: 'Check again' }).click();
    const alarm = page.getByRole('alert').getByText('The chain breaks at revision 1');
    await alarm.waitFor();
    expect(await alarm.innerText()).toContain('its content is not what was hashed. 1 fact holds.');
    expect([...(await wrongOn(page, 'invoice-facts-broken')), ...said]).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('work list, audit and a fact, %s, %i', async (colorScheme, width) => {
    const wrong: string[] = [];
    const viewport = { width, height: 900 };
    const { page, said, context } = await as('auditor', 'otto', { colorScheme, viewport });
    for (const [name, path, seen] of [
      ['work', '/work', 'Dispute to answer'],
      ['audit', '/audit', '2026-0042'],
      ['invoice-facts', `/invoices/${disputed}?_tab=facts`, 'recomputed in this browser'],
    ] as const) {
      await show(page, path);
      await page.getByRole('main').getByText(seen).first().waitFor();
      wrong.push(...(await wrongOn(page, `${name}-${width}`)));
    }
    await page.getByRole('main').getByRole('link', { name: /^\d+$/ }).first().click();
    await page.getByRole('heading', { name: /^Fact \d+$/, level: 1 }).waitFor();
    await page.getByText('What it says').first().waitFor();
    wrong.push(...(await wrongOn(page, `fact-${width}`)));
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('who may not read the log has no way there', async () => {
    const { page, context } = await as('clerk', 'maria');
    await show(page, '/work?ownerId=maria');
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await pages.getByRole('link', { name: 'Work list' }).waitFor();
    expect(await pages.getByRole('link', { name: 'Audit' }).count()).toBe(0);
    await context.close();
  });

  it('several things are said to be done at once, each looked at before', async () => {
    const manager = await quittance.as('manager', 'anna');
    const callThem = { text: 'Call them.', followUpOn: quittance.clock.today() };
    const { position } = await manager.done('/v1/customers/C-2/notes', callThem);
    await manager.get('/v1/work?limit=1', position);
    const { page, said, context } = await as('manager', 'anna');
    await show(page, '/work?sort=kind');
    const grid = page.getByRole('grid', { name: 'Work list' });
    await grid.getByText('Dispute to answer').waitFor();
    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    const bar = page.getByRole('toolbar', { name: 'With what is chosen' });
    await bar.getByText('1 chosen', { exact: true }).waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await bar.getByText('2 chosen', { exact: true }).waitFor();
    const wrong = await wrongOn(page, 'work-marked');
    await bar.getByRole('button', { name: 'Done' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Check' }).click();
    await dialog.getByText('2 of 2 can be recorded').waitFor();
    wrong.push(...(await wrongOn(page, 'work-at-once')));
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });
});
