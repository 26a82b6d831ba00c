import type { Browser, Page } from 'playwright-core';
import { type Caller, type Quittance, type Role, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf } from './browser.js';

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
let today: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as(['clerk', 'manager']);
  today = quittance.clock.today();
  await anna.done('/v1/settings/limits', { writeOffSecondPersonFrom: { EUR: '100.00' } });
  await anna.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.', currency: 'EUR' });
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

let last = 0;
/** An invoice over 1,220.00 EUR, due today. */
async function issued(): Promise<{ id: string; number: string }> {
  last += 1;
  const number = `2026-${last}`;
  const body = {
    number,
    customerId: 'C-1',
    issuedOn: today,
    dueOn: today,
    currency: 'EUR',
    total: '1220.00',
  };
  const { id, position } = await anna.done('/v1/invoices', body);
  await anna.get(`/v1/invoices/${id}`, position);
  return { id, number };
}

/** A window of somebody who signed in and looks at the invoice. */
async function lookingAt(
  id: string,
  as: { sub?: string; roles?: Role[]; search?: string; dark?: boolean } = {},
) {
  const { sub = 'anna', roles = ['clerk', 'manager'], search = '', dark = false } = as;
  const window = await windowOf(browser, { colorScheme: dark ? 'dark' : 'light' });
  const asked = await (await quittance.as(roles, sub)).post<{ code: string }>('/session/codes', {});
  await window.page.goto(`${quittance.url}/session/start#${asked.body.code}`);
  await window.page.waitForURL(({ pathname }) => pathname === '/');
  await window.page.goto(`${quittance.url}/invoices/${id}${search}`);
  await window.page.getByRole('heading', { level: 1, name: /^Invoice / }).waitFor();
  return window;
}

const typeDay = async (page: Page, label: string, day: string): Promise<void> => {
  const [year, month, date] = day.split('-');
  await page.getByRole('dialog').getByRole('group', { name: label }).getByRole('spinbutton').first().click();
  await page.keyboard.type(`${date}${month}${year}`);
};

const told = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text }).first();

const extensionsOf = async (id: string): Promise<unknown[]> => {
  const { body } = await anna.get<{ extensions: { reason: string }[] }>(`/v1/invoices/${id}`);
  return body.extensions.map(({ reason }) => reason);
};

const factsOf = async (id: string, type: string): Promise<number> =>
  (await quittance.facts()).filter((fact) => fact.type === type && fact.data.invoiceId === id).length;

describe('commands of an invoice', () => {
  it('extends by the keyboard alone: preview, sent, told with its position, and shown', async () => {
    const { id } = await issued();
    const { page, said, context } = await lookingAt(id);
    await page.keyboard.press('e');
    await typeDay(page, 'New due date', '2027-06-15');
    await page.getByLabel('Reason').fill('goods arrived late');
    await page.getByText('15 Jun 2027').or(page.getByText('2027-06-15')).first().waitFor();
    await page.keyboard.press('Control+Enter');
    await told(page, /Extend: recorded at position \d+/).waitFor();
    await page.getByRole('region', { name: 'What holds it' }).getByText('Extended').waitFor();
    expect(new URL(page.url()).searchParams.get('_do')).toBeNull();
    expect(await extensionsOf(id)).toEqual(['goods arrived late']);
    expect(said).toEqual([]);
    await context.close();
  });

  it('says what a rule forbids, and offers what would be possible', async () => {
    const { id } = await issued();
    const { page, context } = await lookingAt(id, { search: '?_do=promise' });
    await typeDay(page, 'Promised for', '2027-06-15');
    await page.getByLabel('Amount').fill('9,999.00');
    await page.getByRole('alert').filter({ hasText: '1220.00' }).waitFor();
    await page.getByRole('button', { name: 'Put 1,220.00 EUR' }).click();
    await page
      .getByRole('region', { name: 'This records' })
      .getByText(/2027-06-15/)
      .waitFor();
    expect(await factsOf(id, 'PromiseMade')).toBe(0);
    await context.close();
  });

  it('shows who changed it meanwhile, and applies what was typed to the new state', async () => {
    const { id } = await issued();
    const { page, context } = await lookingAt(id, { search: '?_do=extend' });
    await typeDay(page, 'New due date', '2027-06-15');
    await page.getByLabel('Reason').fill('agreed by telephone');
    const ivan = await quittance.as('manager', 'ivan');
    await ivan.done(`/v1/invoices/${id}/owner`, { ownerId: 'ivan', reason: 'holidays' });
    await page.keyboard.press('Control+Enter');
    await page.getByText('Somebody changed it meanwhile').waitFor();
    await page.getByRole('dialog').getByText(/ivan/).first().waitFor();
    expect(await extensionsOf(id)).toEqual([]);
    await page.getByRole('button', { name: 'Apply to the new state' }).click();
    await told(page, /Extend: recorded/).waitFor();
    expect(await extensionsOf(id)).toEqual(['agreed by telephone']);
    await context.close();
  });

  it('asks again under the same key where the answer is lost: one fact', async () => {
    const { id } = await issued();
    const { page, context } = await lookingAt(id, { search: '?_do=note' });
    const keys: (string | undefined)[] = [];
    await page.route(/\/notes$/, async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('textbox', { name: 'Note' }).fill('They call back on Monday.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Not known yet whether it was recorded').waitFor();
    await told(page, /Note: recorded/).waitFor();
    expect([keys.length, new Set(keys).size, await factsOf(id, 'NoteAdded')]).toEqual([2, 1, 1]);
    await context.close();
  });

  it('records a payment of more than is open: the rest stays unapplied', async () => {
    const { id } = await issued();
    const { page, context } = await lookingAt(id, { search: '?_do=pay' });
    await page.getByLabel('Amount').fill('1,500.00');
    await page.keyboard.press('Control+Enter');
    await told(page, /1,220\.00 applied, 280\.00 unapplied/).waitFor();
    await page.getByText('Paid').first().waitFor();
    await context.close();
  });

  it('a write-off: who asked for it reads why they may not approve it, somebody else does', async () => {
    const { id } = await issued();
    const { page, context } = await lookingAt(id, { search: '?_do=writeOff' });
    await page.getByLabel('Reason in a word').fill('uncollectable');
    await page.getByLabel('Reason', { exact: true }).fill('They are gone.');
    await page.keyboard.press('Control+Enter');
    await told(page, /Write off: recorded/).waitFor();
    await page.getByRole('button', { name: 'Approve', description: /somebody else can/ }).waitFor();
    await context.close();
    const other = await lookingAt(id, { sub: 'ivan', roles: ['manager'] });
    await other.page.getByRole('button', { name: 'Approve' }).click();
    await other.page
      .getByRole('dialog')
      .getByText(/open 1,220.00 → 0.00 EUR/)
      .waitFor();
    await other.page.keyboard.press('Control+Enter');
    await told(other.page, /Approve: recorded/).waitFor();
    await other.page.getByRole('button', { name: 'Take back' }).waitFor();
    await other.context.close();
  });

  it('an auditor sees no command; of the past anybody is led to the present', async () => {
    const { id } = await issued();
    const auditor = await lookingAt(id, { sub: 'ada', roles: ['auditor'] });
    expect(await auditor.page.getByRole('button', { name: /Extend|More|Dispute/ }).count()).toBe(0);
    await auditor.context.close();
    const knownAt = new Date(Date.now() + 1).toISOString();
    const { page, context } = await lookingAt(id, { search: `?knownAt=${knownAt}&_do=extend` });
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Act now' }).click();
    await page.getByRole('dialog', { name: 'Extend' }).waitFor();
    expect(new URL(page.url()).searchParams.get('knownAt')).toBeNull();
    await context.close();
  });
});

describe('commands of customers and lists', () => {
  it('a customer: only what was changed is sent', async () => {
    await anna.done('/v1/customers', { customerId: 'C-2', name: 'Verdi', currency: 'EUR', phone: '06 123' });
    const { id } = await issued();
    const { page, context } = await lookingAt(id);
    await page.goto(`${quittance.url}/customers/C-2?_do=change`);
    await page.getByLabel('Telephone').fill('');
    await page.getByLabel('Credit limit').fill('5,000');
    await page.keyboard.press('Control+Enter');
    await told(page, /Change: recorded/).waitFor();
    const changed = (await quittance.facts()).findLast(({ type }) => type === 'CustomerChanged');
    const limit = { from: null, to: { EUR: '5000.00' } };
    expect(changed?.data).toMatchObject({ changes: { creditLimit: limit }, sealed: ['phone'] });
    await context.close();
  });

  it('issues an invoice, and shows it', async () => {
    const { id } = await issued();
    const { page, context } = await lookingAt(id);
    await page.goto(`${quittance.url}/invoices?_do=issue`);
    await page.getByLabel('Number', { exact: true }).fill('2026-900');
    await page.getByLabel('Customer', { exact: true }).fill('C-1');
    await typeDay(page, 'Due on', '2027-01-31');
    await page.getByLabel('Total').fill('99.90');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Invoice 2026-900' }).waitFor();
    await context.close();
  });
});

describe('every dialog', () => {
  const ofInvoice = [
    'pay',
    'extend',
    'dispute',
    'promise',
    'plan',
    'pause',
    'owner',
    'note',
    'send',
    'settle',
  ];
  const ofCustomer = ['change', 'note', 'pause', 'insolvency', 'merge'];

  it.each([false, true])('is accessible, dark: %s', async (dark) => {
    const { id } = await issued();
    const { page, said, context } = await lookingAt(id, { dark });
    const places = [
      ...[...ofInvoice, 'writeOff', 'collect', 'void'].map((name) => `/invoices/${id}?_do=${name}`),
      ...ofCustomer.map((name) => `/customers/C-1?_do=${name}`),
      ...['/invoices?_do=issue', '/customers?_do=register'],
    ];
    for (const place of places) {
      await page.goto(`${quittance.url}${place}`);
      await page.getByRole('dialog').waitFor();
      expect([place, await violations(page)]).toEqual([place, []]);
    }
    expect(said).toEqual([]);
    await context.close();
  });
});
