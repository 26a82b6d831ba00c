import type { Browser, Page } from 'playwright-core';
import { type Quittance, type Role, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  const admin = await quittance.as('admin', 'ada');
  for (const [personId, name] of [
    ['anna', 'Anna Rossi'],
    ['maria', 'Maria Bianchi'],
    ['lea', 'Lea Verdi'],
  ]) {
    await admin.done('/v1/people', { personId, name, email: `${personId}@quittance.example` });
  }
  await admin.done('/v1/people/maria/absences', { from: '2026-12-21', to: '2027-01-06', deputyId: 'lea' });
  await admin.done('/v1/settings/limits', { writeOffSecondPersonFrom: { EUR: '100.00', USD: '120.00' } });
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const as = (role: Role, sub: string, options: object = {}) =>
  signedIn(browser, quittance, { role, sub, ...options });
const show = (page: Page, path: string): Promise<unknown> => page.goto(`${quittance.url}${path}`);

/** Sends a dialog once it says what it would record. */
async function send(page: Page, name: string, says: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByText(says).waitFor();
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('the administration', () => {
  it('a person gets a manager; a limit is set and lifted; two duties are kept apart', async () => {
    const wrong: string[] = [];
    const { page, said, context } = await as('admin', 'ada');
    await show(page, '/admin/people');
    await page.getByRole('grid', { name: 'People' }).getByText('Maria Bianchi').click();
    const panel = page.getByRole('complementary', { name: 'Maria Bianchi' });
    await panel.getByText('21 Dec 2026 to 6 Jan 2027: lea stands in').waitFor();
    wrong.push(...(await wrongOn(page, 'people')));
    await panel.getByRole('button', { name: 'Change' }).click();
    await page
      .getByRole('dialog', { name: 'Change' })
      .getByRole('combobox', { name: 'Manager' })
      .fill('anna');
    await send(page, 'Change', 'maria');
    await panel.getByText('anna', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'How they are told' }).click();
    const told = page.getByRole('dialog', { name: 'How they are told' });
    await told.getByRole('combobox', { name: 'Told by' }).selectOption('mail');
    await told.getByRole('combobox', { name: 'Language' }).selectOption('it');
    await send(page, 'How they are told', 'maria');
    await panel.getByText('e-mail, Italian').waitFor();

    await page.getByRole('link', { name: 'Limits and duties' }).click();
    // What was read out of the dialog before is gone with its page.
    await page.reload();
    const row = page.getByRole('row', { name: /Write-offs need a second person from/ });
    await row.waitFor();
    expect(await row.getByRole('listitem').allInnerTexts()).toEqual(['100.00 EUR', '120.00 USD']);
    await row.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('250.00');
    wrong.push(...(await wrongOn(page, 'limits-change')));
    await send(page, 'Change', '250.00 EUR');
    await row.getByText('250.00').waitFor();
    await row.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('');
    await send(page, 'Change', 'to 120.00 USD');
    await row.getByText('120.00').waitFor();
    expect(await row.getByRole('listitem').allInnerTexts()).toEqual(['120.00 USD']);

    await page.getByRole('button', { name: 'Keep two duties apart' }).click();
    await page.getByRole('combobox', { name: 'Duty', exact: true }).selectOption('record-cash');
    await page.getByRole('combobox', { name: 'Other duty' }).selectOption('refund');
    await send(page, 'Keep two duties apart', 'ada');
    await page.getByText('Record cash and Refund').waitFor();
    await page.getByRole('button', { name: 'Allow together' }).click();
    await send(page, 'Allow together', 'ada');
    await page.getByText('No other duties are kept apart.').waitFor();
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('its pages, %s, %i', async (colorScheme, width) => {
    const wrong: string[] = [];
    const viewport = { width, height: 900 };
    const { page, said, context } = await as('admin', 'ada', { colorScheme, viewport });
    for (const [name, path, seen] of [
      ['people', '/admin/people', 'Maria Bianchi'],
      ['limits', '/admin/limits', '120.00'],
      ['parked', '/admin/parked', 'Nothing is parked'],
      ['status', '/admin/status', 'Event store'],
    ] as const) {
      await show(page, path);
      await page.getByRole('main').getByText(seen).first().waitFor();
      wrong.push(...(await wrongOn(page, `${name}-${width}`)));
    }
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('a history that waits says what is left out, and goes on when it is told to', async () => {
    const wrong: string[] = [];
    const { page, said, context } = await as('manager', 'anna');
    const body = { customerId: 'C-1', name: 'Rossi Costruzioni S.r.l.', registeredOn: '2026-01-02' };
    const manager = await quittance.as('manager', 'anna');
    const refuse = 'alter table live.customers add constraint refused check (false) not valid';
    await quittance.pool.query(refuse);
    const { position } = await manager.done('/v1/customers', body);
    await manager.get(`/v1/parked?after=${position}`);
    await quittance.pool.query('alter table live.customers drop constraint refused');
    await show(page, '/admin/parked');
    await page.getByRole('cell', { name: 'CustomerRegistered 1 fact waits' }).waitFor();
    wrong.push(...(await wrongOn(page, 'parked')));
    await page.getByRole('cell').getByRole('button', { name: 'Let go on' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('The constraint is gone');
    await send(page, 'Let go on', 'anna');
    await page.getByText('Nothing is parked').waitFor();
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('an auditor reads it all and changes nothing', async () => {
    const { page, context } = await as('auditor', 'otto');
    await show(page, '/admin/limits');
    await page.getByRole('row', { name: /Write-offs need a second person from/ }).waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    await context.close();
  });
});
