import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';

let quittance: Quittance;
let browser: Browser;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const FILE = [
  'Rechnungsnr.;Kundennummer;Firma;Rechnungsdatum;Fällig am;Betrag;Vermerk',
  'R-1;K1;Müller AG;31.01.2026;02.03.2026;1.234,50;eilig',
  'R-2;K1;Müller AG;31.01.2026;02.03.2026;99,00;',
  'R-3;;Weber;31.01.2026;02.03.2026;10,00;',
  '',
].join('\n');

const choose = (page: Page, text: string): Promise<void> =>
  page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'rechnungen.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Cells of the import in that row, the first one being the latest. */
const row = (page: Page, n: number) => page.getByRole('table').last().getByRole('row').nth(n);

describe('imports', () => {
  it('a file is looked at, checked, imported; its wrong row is taken away; once more it adds nothing', async () => {
    const wrong: string[] = [];
    const { page, said, context } = await signedIn(browser, quittance, { role: 'clerk', sub: 'maria' });
    await page.goto(`${quittance.url}/admin/imports`);
    await page.getByText('Nothing was imported').waitFor();
    wrong.push(...(await wrongOn(page, 'imports-empty')));
    await choose(page, FILE);
    const due = page.getByRole('combobox', { name: 'Fällig am is' });
    await due.waitFor();
    expect(await due.inputValue()).toBe('dueOn');
    expect(await page.getByRole('combobox', { name: 'Vermerk is' }).inputValue()).toBe('');
    wrong.push(...(await wrongOn(page, 'imports-mapping')));

    await page.getByRole('button', { name: 'Check' }).click();
    await row(page, 1).getByText('· check').waitFor();
    await row(page, 1).getByText('Done').waitFor();
    await page.getByRole('button', { name: 'Import' }).click();
    await row(page, 1).getByText('2 invoices').waitFor();
    await page.getByRole('button', { name: 'Import' }).click();
    await row(page, 3).waitFor();
    await row(page, 1).getByText('Done').waitFor();
    await row(page, 1).getByText('Not taken from the file: Vermerk').waitFor();
    wrong.push(...(await wrongOn(page, 'imports')));
    expect(await row(page, 1).getByRole('cell').allInnerTexts()).toEqual(
      expect.arrayContaining(['rechnungen.csv', 'maria', '3', '2', '1']),
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row(page, 1).getByRole('link', { name: 'Wrong rows' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('rechnungen.rejects.csv');
    expect(await readFile(await download.path(), 'utf8')).toContain('R-3');
    await page.getByRole('link', { name: 'Invoices' }).first().click();
    await page.getByRole('grid').getByText('R-1').waitFor();
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  });

  it('what is no file of ours is told what is wrong with it; an auditor sends none', async () => {
    const viewport = { width: 390, height: 900 };
    const options = { role: 'clerk', sub: 'maria', colorScheme: 'dark', viewport } as const;
    const { page, context } = await signedIn(browser, quittance, options);
    await page.goto(`${quittance.url}/admin/imports`);
    await choose(page, '');
    await page.getByRole('alert').getByText('rechnungen.csv is empty: it has no header').waitFor();
    await choose(page, FILE);
    await page.getByRole('combobox', { name: 'Betrag is' }).selectOption('');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('alert').getByText('no column and no constant for "total"').waitFor();
    expect(await wrongOn(page, 'imports-390')).toEqual([]);
    await context.close();
    const auditor = await signedIn(browser, quittance, { role: 'auditor', sub: 'otto' });
    await auditor.page.goto(`${quittance.url}/admin/imports`);
    await auditor.page.getByText('rechnungen.csv').first().waitFor();
    expect(await auditor.page.getByRole('button', { name: 'Import' }).count()).toBe(0);
    await auditor.context.close();
  });
});
