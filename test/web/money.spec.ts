import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf } from './browser.js';

/** Pictures of the screens go into this folder; none are taken without it. */
const PICTURES = process.env.PICTURES;

let quittance: Quittance;
let browser: Browser;
let money: { named: string; onAccount: string; strange: string };
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  money = await record();
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

/** Three customers, what they owe in two currencies, and money that waits for somebody. */
async function record(): Promise<typeof money> {
  const manager = await quittance.as('manager', 'anna');
  const customers = [
    ['C-1', 'Rossi Costruzioni S.r.l.'],
    ['C-2', 'Nordwind AG'],
    ['C-3', 'Студио Пловдив'],
  ];
  for (const [customerId, name] of customers) {
    await manager.done('/v1/customers', { customerId, name, registeredOn: '2026-01-02' });
  }
  await manager.done('/v1/customers/C-1/changes', {
    creditLimit: { EUR: '3000.00' },
    address: { street: 'Via Roma 1', postalCode: '20121', city: 'Milano', country: 'IT' },
    contacts: [{ purpose: 'dunning', email: 'neri@rossi.example' }],
  });
  await manager.done('/v1/customers/C-1/pauses', { reason: 'Their bank account is being moved.' });
  const issue = (number: string, total: string, change: object = {}): Promise<unknown> =>
    manager.done('/v1/invoices', invoiceBody({ number, total, ...change }));
  await issue('2026-0041', '1220.00');
  await issue('2026-0042', '850.50', { issuedOn: '2026-02-02', dueOn: '2026-03-04' });
  await issue('2026-0043', '2300.00', { issuedOn: '2026-03-20', dueOn: '2026-12-19' });
  await issue('2026-0044', '910.00', { customerId: 'C-2' });
  await issue('2026-0045', '400.00', { customerId: 'C-2', currency: 'USD' });
  await issue('2026-0046', '2400.00', { customerId: 'C-3' });
  const receive = async (amount: string, change: object): Promise<string> => {
    const body = { amount, currency: 'EUR', receivedOn: '2026-03-05', method: 'transfer', ...change };
    return (await manager.done('/v1/payments', body)).id;
  };
  return {
    named: await receive('1220.00', { payerId: 'C-1', reference: 'Invoice 2026-0041' }),
    onAccount: await receive('1500.00', { payerId: 'C-3', reference: 'on account', source: 'bank' }),
    strange: await receive('75.00', { reference: 'thank you' }),
  };
}

/** A window in which somebody is signed in. */
async function windowAs(role: 'clerk' | 'manager' | 'auditor', options: object = {}) {
  const { token } = await quittance.as(role, role === 'auditor' ? 'otto' : 'anna');
  const opened = await windowOf(browser, options);
  const { status } = await opened.context.request
    .post(`${quittance.url}/session`, { data: { token } })
    .then((answer) => ({ status: answer.status() }));
  expect(status).toBe(204);
  return opened;
}

const show = (page: Page, path: string): Promise<unknown> => page.goto(`${quittance.url}${path}`);

/** What a screen breaks of WCAG, told with its name. */
async function wrongOn(page: Page, name: string): Promise<string[]> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  return (await violations(page)).map((one) => `${name}: ${one}`);
}

describe('money', () => {
  it('a proposal is accepted, the rest is allocated by hand, and each invoice answers', async () => {
    const wrong: string[] = [];
    const { page, said, context } = await windowAs('clerk');
    await show(page, '/payments');
    await page.getByRole('gridcell', { name: '1,220.00' }).first().waitFor();
    wrong.push(...(await wrongOn(page, 'payments')));
    await page.getByRole('main').getByRole('link', { name: 'Cash application' }).click();
    await page.getByRole('grid', { name: 'Cash application' }).getByText('Invoice 2026-0041').click();
    const accept = page.getByRole('button', { name: 'Accept: Named in the reference, 2026-0041' });
    await accept.waitFor();
    wrong.push(...(await wrongOn(page, 'apply-proposals')));
    await context.setOffline(true);
    await page
      .getByRole('button', { name: 'Accept: Named in the reference', description: /No connection/ })
      .waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Accept: Named', description: '' }).first().waitFor();
    await accept.click();
    const answers = page.getByRole('region', { name: 'What the invoices answered' }).first();
    await answers.getByRole('link', { name: '2026-0041' }).waitFor();
    expect(await answers.getByRole('cell').allInnerTexts()).toEqual([
      ...['2026-0041', '✓︎ applied', '1,220.00', '1,220.00 EUR'],
    ]);

    await show(page, `/payments/apply?unapplied=0.01..&_peek=${money.onAccount}`);
    await page.getByRole('searchbox', { name: 'Find invoices of anybody' }).fill('2026-004');
    const first = page.getByRole('textbox', { name: 'Amount for 2026-0042' });
    await first.fill('1,000.00');
    await page.getByRole('textbox', { name: 'Amount for 2026-0046' }).press('Enter');
    expect(await page.getByRole('textbox', { name: 'Amount for 2026-0046' }).inputValue()).toBe('500.00');
    await first.fill('250.50');
    wrong.push(...(await wrongOn(page, 'apply-by-hand')));
    await page.getByRole('button', { name: 'Allocate to 2 invoices' }).click();
    await page.getByText('2 allocations recorded').waitFor();
    await page.getByText('749.50').first().waitFor();
    wrong.push(...(await wrongOn(page, 'apply-answers')));
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('pages of customers and payments, %s, %i', async (colorScheme, width) => {
    const wrong: string[] = [];
    const viewport = { width, height: 900 };
    const { page, said, context } = await windowAs('manager', { colorScheme, viewport });
    for (const [name, path, seen] of [
      ['customers', '/customers?sort=-balance&balanceCurrency=EUR', 'Nordwind AG'],
      ['customer', '/customers/C-1', 'Credit limit'],
      ['customer-payments', '/customers/C-1?_tab=payments', '5 Mar 2026'],
      ['customer-timeline', '/customers/C-1?_tab=timeline', 'Their bank account is being moved.'],
      ['customer-contacts', '/customers/C-1?_tab=contacts', 'neri@rossi.example'],
      ['payments', '/payments', '75.00'],
      ['payment', `/payments/${money.onAccount}`, '2026-0046'],
      ['apply', `/payments/apply?_peek=${money.strange}`, 'unapplied'],
    ] as const) {
      await show(page, path);
      await page.getByRole('main').getByText(seen).first().waitFor();
      wrong.push(...(await wrongOn(page, `${name}-${width}`)));
    }
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('an auditor sees no command; as known before, nothing can be allocated', async () => {
    const { page, context } = await windowAs('auditor');
    await show(page, `/payments/apply?_peek=${money.strange}`);
    await page.getByRole('heading', { name: 'What could be done' }).waitFor();
    expect(await page.getByRole('heading', { name: 'By hand' }).count()).toBe(0);
    await show(page, `/customers/C-404`);
    await page.getByText('This customer was not known then').waitFor();
    await context.close();
  });
});

describe('commands of a payment', () => {
  /** Money of Rossi, all of it applied to an invoice of its own. */
  const applied = async (number: string): Promise<string> => {
    const clerk = await quittance.as('clerk', 'anna');
    const { id: invoiceId } = await clerk.done('/v1/invoices', invoiceBody({ number, total: '300.00' }));
    const body = { amount: '300.00', currency: 'EUR', receivedOn: '2026-03-06', payerId: 'C-1' };
    const allocations = [{ invoiceId, amount: '300.00' }];
    const { id, position } = await clerk.done('/v1/payments', { ...body, allocations });
    await clerk.get(`/v1/payments/${id}`, position);
    return id;
  };
  const told = (page: Page, text: RegExp): Promise<void> =>
    page.getByRole('status').filter({ hasText: text }).first().waitFor();

  it('an allocation is undone, what is free then is paid back, and came back', async () => {
    const { page, said, context } = await windowAs('manager');
    await show(page, `/payments/${await applied('2026-0901')}`);
    await page.getByRole('main').getByRole('link', { name: '2026-0901' }).click();
    await page.getByRole('tab', { name: 'Money', exact: true }).click();
    await page.getByRole('main').getByRole('link', { name: '6 Mar 2026' }).click();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByLabel('Reason').fill('The wrong invoice.');
    await page.keyboard.press('Control+Enter');
    await told(page, /Take back: recorded/);
    await page.getByRole('button', { name: 'Pay back' }).click();
    await page.getByLabel('Amount').fill('120.00');
    await page.getByLabel('Reason').fill('Paid twice.');
    await page.keyboard.press('Control+Enter');
    await told(page, /Pay back: recorded/);
    await page.getByText('180.00').first().waitFor();
    await page.getByRole('tab', { name: /back/i }).click();
    await page.getByRole('button', { name: 'Came back' }).click();
    await page.getByLabel('Reason').fill('Their account is closed.');
    await page.keyboard.press('Control+Enter');
    await told(page, /Came back: recorded/);
    const types = (await quittance.facts()).slice(-4).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['AllocationUndone', 'PaymentRefunded', 'RefundReversed']));
    expect(said).toEqual([]);
    await context.close();
  });

  it('money is recorded from the list, and whose it is is said later', async () => {
    const { page, said, context } = await windowAs('clerk');
    await show(page, '/payments?_do=pay');
    await page.getByLabel('Currency').selectOption('EUR');
    await page.getByLabel('Amount').fill('64.20');
    await page.getByLabel('Reference').fill('who is this');
    await page.keyboard.press('Control+Enter');
    await told(page, /Record payment: recorded/);
    await page.getByRole('button', { name: 'Say who paid' }).click();
    await page.getByLabel('Customer').fill('C-2');
    await page.getByLabel('Reason').fill('They called.');
    await page.keyboard.press('Control+Enter');
    await told(page, /Say who paid: recorded/);
    await page.getByRole('main').getByRole('link', { name: 'Nordwind AG' }).waitFor();
    expect(said).toEqual([]);
    await context.close();
  });

  it.each([false, true])('every dialog is accessible, dark: %s', async (dark) => {
    const id = await applied(`2026-091${Number(dark)}`);
    const { page, said, context } = await windowAs('manager', { colorScheme: dark ? 'dark' : 'light' });
    const { allocations } = (
      await (
        await quittance.as('clerk')
      ).get<{ allocations: { allocationId: string }[] }>(`/v1/payments/${id}`)
    ).body;
    const wrong: string[] = [];
    for (const [path, name] of [
      ...['payer', 'transfer', 'refund', 'bankReturn', 'cancelPayment'].map((one) => [money.strange, one]),
      [id, `undo.${allocations[0]!.allocationId}`],
    ] as [string, string][]) {
      await show(page, `/payments/${path}?_do=${name}`);
      await page.getByRole('dialog').waitFor();
      wrong.push(...(await wrongOn(page, `${name}-${dark ? 'dark' : 'light'}`)));
    }
    await show(page, '/payments?_do=pay');
    await page.getByRole('dialog').waitFor();
    wrong.push(...(await wrongOn(page, 'pay')));
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });
});
