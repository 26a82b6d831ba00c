import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { invoiceBody } from '../support/invoice-body.js';
import { type Quittance, type Role, startQuittance } from '../support/quittance.js';
import { launch, violations, windowOf } from './browser.js';

// From a figure to its facts, from one instant to another, and onto paper and into a file.

/** Pictures of the screens go into this folder; none are taken without it. */
const PICTURES = process.env.PICTURES;

let quittance: Quittance;
let browser: Browser;
/** Before the due date of 2026-0041 was moved and 500.00 of it were paid. */
let before: string;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  before = await record();
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

async function record(): Promise<string> {
  const manager = await quittance.as('manager', 'anna');
  const customers = [
    ['C-1', 'Rossi Costruzioni S.r.l.'],
    ['C/2', 'Nordwind AG'],
  ];
  for (const [customerId, name] of customers) await manager.done('/v1/customers', { customerId, name });
  const issue = (number: string, total: string, change: object = {}) =>
    manager.done('/v1/invoices', invoiceBody({ number, total, ...change }));
  const { id } = await issue('2026-0041', '1220.00');
  await issue('2026-0044', '910.00', { customerId: 'C/2' });
  await issue('2026-0045', '400.00', { customerId: 'C/2', currency: 'USD' });
  const { position } = await manager.done('/v1/payments', {
    ...{ amount: '75.00', currency: 'EUR', receivedOn: '2026-03-05', reference: 'thank you' },
  });
  // The store's own clock tells the instant between the two halves.
  const { body } = await manager.get<{ knownAt: string }>('/v1/reports/aging', position);
  await manager.done(`/v1/invoices/${id}/extensions`, {
    agreedDueOn: '2028-01-31',
    reason: 'goods came late',
  });
  const paid = await manager.done('/v1/payments', {
    ...{ amount: '500.00', currency: 'EUR', receivedOn: '2026-03-10', payerId: 'C-1' },
    allocations: [{ invoiceId: id, amount: '500.00' }],
  });
  await manager.get('/v1/reports/aging', paid.position);
  return body.knownAt;
}

/** A window in which somebody is signed in. */
async function windowAs(role: Role, options: object = {}) {
  const { token } = await quittance.as(role, role === 'manager' ? 'anna' : 'otto');
  const opened = await windowOf(browser, options);
  await opened.context.request.post(`${quittance.url}/session`, { data: { token } });
  return opened;
}

const show = (page: Page, path: string): Promise<unknown> => page.goto(`${quittance.url}${path}`);
const query = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

/** What a screen breaks of WCAG, told with its name. */
async function wrongOn(page: Page, name: string): Promise<string[]> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  return (await violations(page)).map((one) => `${name}: ${one}`);
}

async function textOf(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('reports', () => {
  it('a figure opens to its lines, a line to its facts, and the address holds both', async () => {
    const wrong: string[] = [];
    const { page, said, context } = await windowAs('manager');
    await show(page, '/reports');
    await page.getByRole('main').getByRole('link', { name: 'Aging' }).click();
    const grid = page.getByRole('grid', { name: 'Aging' });
    await grid.getByRole('link', { name: 'Rossi Costruzioni S.r.l.' }).waitFor();
    wrong.push(...(await wrongOn(page, 'aging')));
    const row = grid.getByRole('row', { name: /Rossi/ });
    await row.getByRole('link', { name: '720.00', exact: true }).first().press('Enter');
    const panel = page.getByRole('complementary', { name: 'What this figure is made of' });
    await panel.getByRole('heading', { name: 'Not due, Rossi Costruzioni S.r.l., EUR' }).waitFor();
    await panel.getByText('1 line = 720.00 ✓︎ equals the figure').waitFor();
    await panel
      .getByRole('row', { name: /2026-0041/ })
      .getByRole('link', { name: '720.00' })
      .click();
    await panel.getByText('Reason: goods came late').waitFor();
    wrong.push(...(await wrongOn(page, 'explain-facts')));
    await page.reload();
    await panel.getByText('Reason: goods came late').waitFor();
    await panel.getByRole('link', { name: '‹ Not due' }).click();
    await panel.getByText('1 line = 720.00').waitFor();
    await page.keyboard.press('Escape');
    expect(query(page)).toEqual({ sort: '-open', _explain: expect.any(String) as string });
    await panel.getByRole('button', { name: 'Close' }).press('Escape');
    await panel.waitFor({ state: 'detached' });

    // The control is held against the other columns, and each of those opens in turn. Ids may have slashes.
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Control', exact: true }).check();
    wrong.push(...(await wrongOn(page, 'columns')));
    await page.keyboard.press('Escape');
    expect(query(page)._cols).toBe(
      'name,currency,not_due,1-30,31-60,61-90,90+,open,overdue,unapplied,control',
    );
    await grid
      .getByRole('row', { name: /Nordwind/ })
      .first()
      .getByRole('link')
      .last()
      .click();
    await panel.getByText('= 910.00 ✓︎ equals the figure').waitFor();
    await panel.getByRole('row', { name: /Open/ }).getByRole('link').click();
    await panel.getByRole('link', { name: 'These invoices as a list' }).click();
    await page.getByRole('grid', { name: 'Invoices' }).getByRole('link', { name: '2026-0044' }).waitFor();
    expect(query(page)).toMatchObject({ customerId: 'C/2', currency: 'EUR', open: '0.01..' });
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('two instants are compared, with the facts that made the difference', async () => {
    const wrong: string[] = [];
    const { page, said, context } = await windowAs('auditor');
    await show(page, `/reports/aging?knownAt=${before}`);
    await page.getByRole('button', { name: 'Compare' }).click();
    wrong.push(...(await wrongOn(page, 'compare-with')));
    await page.getByRole('button', { name: 'As known now' }).click();
    const rows = page.getByRole('table').nth(1).getByRole('row');
    await rows.filter({ hasText: 'Rossi' }).waitFor();
    // Head, and three lines of one customer: nothing else differs.
    expect(await rows.count()).toBe(4);
    expect((await rows.nth(3).getByRole('cell').allInnerTexts()).slice(0, 6)).toEqual([
      ...['+720.00', '0.00', '0.00', '0.00', '−1,220.00', '−500.00'],
    ]);
    await rows.nth(3).getByRole('link', { name: '−500.00' }).first().click();
    const facts = page.getByRole('region', { name: 'Facts that made the difference: Rossi' });
    await facts.getByText('open −500.00 EUR').waitFor();
    await facts.getByText('Reason: goods came late').waitFor();
    wrong.push(...(await wrongOn(page, 'compare')));
    await rows.nth(1).getByRole('link', { name: '1,220.00' }).first().click();
    await page.getByText('1 line = 1,220.00 ✓︎ equals the figure').waitFor();
    expect(query(page)).toMatchObject({ knownAt: before, _vsKnownAt: 'now', _row: 'C-1' });

    // The same link says the same for ever: the other place is fixed, too.
    await page.getByRole('button', { name: 'Fix this instant' }).click();
    const hash = await page.getByText(/Definition aging\/\d, hash \w{12}/).textContent();
    expect(query(page)._vsKnownAt).toMatch(/^\d{4}-.*Z$/);
    await page.reload();
    await page.getByRole('button', { name: 'Fix this instant' }).click();
    expect(await page.getByText(/Definition aging/).textContent()).toBe(hash);
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('CSV and paper have the rows and columns of the screen', async () => {
    const { page, said, context } = await windowAs('analyst', { locale: 'it-IT', acceptDownloads: true });
    await show(page, '/reports/aging?currency=EUR&_cols=name,currency,open,control');
    const grid = page.getByRole('grid', { name: 'Scadenzario' });
    await grid.getByText('Nordwind AG').waitFor();
    const seen = await grid
      .getByRole('row')
      .filter({ hasText: 'Nordwind' })
      .getByRole('gridcell')
      .allInnerTexts();
    expect(seen).toEqual(['Nordwind AG', 'EUR', '910,00', '910,00']);
    await page.getByRole('button', { name: 'CSV' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Per fogli di calcolo/ }).click(),
    ]);
    const lines = (await textOf(download)).replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toBe('customerId;name;currency;open;control');
    expect(lines.find((line) => line.includes('Nordwind'))).toBe('"C/2";"Nordwind AG";EUR;910,00;910,00');
    await page.keyboard.press('Escape');

    // Paper is asked for while its table stands; the browser's own dialog is left out.
    await page.evaluate(`window.print = () => {
      const rows = document.querySelectorAll('main [data-paper-only] tbody tr');
      document.title = 'on paper: ' + rows.length;
    }`);
    await page.getByRole('button', { name: 'Stampa' }).click();
    await page.waitForFunction(`document.title === 'on paper: 3'`);
    expect(said).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('pages of reports, %s, %i', async (colorScheme, width) => {
    const wrong: string[] = [];
    // A narrow row has no room for whose it is.
    const whose = (narrow: string): string => (width === 390 ? narrow : 'Rossi Costruzioni S.r.l.');
    const { page, said, context } = await windowAs('manager', {
      colorScheme,
      viewport: { width, height: 900 },
    });
    for (const [name, path, seen] of [
      ['reports', '/reports', 'Numbering'],
      ['aging-owner', '/reports/aging?by=owner', 'anna'],
      ['aging-explained', '/reports/aging?_explain=cell%3D/open%26currency%3DEUR', 'equals the figure'],
      ['series', '/reports/aging?_tab=series', 'Over time, USD'],
      ['compared', `/reports/aging?knownAt=${before}&_vsKnownAt=now`, 'goods came late'],
      ['exceptions', '/reports/exceptions', whose('Extension')],
      ['unapplied', '/reports/unapplied?unapplied=0.01..', '75.00'],
      ['late-recorded', '/reports/late-recorded', whose('2026-0041')],
      ['exceptions-compared', `/reports/exceptions?knownAt=${before}&_vsKnownAt=now`, 'not there'],
      ['unapplied-compared', `/reports/unapplied?asOf=2026-03-04&_vsAsOf=2026-03-05`, 'thank you'],
      ['late-compared', `/reports/late-recorded?knownAt=${before}&_vsKnownAt=now`, 'not there'],
      ['numbering', '/reports/numbering?_peek=invoice%202026-', 'Before'],
    ] as const) {
      await show(page, path);
      await page.getByRole('main').or(page.getByRole('complementary')).getByText(seen).first().waitFor();
      wrong.push(...(await wrongOn(page, `${name}-${width}`)));
    }
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('a clerk is not offered what only others may ask', async () => {
    const { page, context } = await windowAs('clerk');
    await show(page, '/reports');
    await page.getByRole('link', { name: 'Numbering' }).waitFor();
    expect(await page.getByRole('link', { name: 'Recorded late' }).count()).toBe(0);
    await context.close();
  });
});
