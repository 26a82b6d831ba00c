import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { signDevelopmentToken } from '@quittance/http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Caller, caller, type Role } from '../support/caller.js';
import { type Installation, Installations } from '../support/installation.js';
import { launch, windowOf } from './browser.js';
import { cpuSecondsOf } from './cpu.js';
import { goTo, type Screen, screensOf, settled } from './screens.js';

// `npm start`, the demonstration loaded by its button, and pictures of the nine main screens, for a person to look at.
// PICTURES says into which folder (left out: `pictures`); DEMONSTRATION how many invoices (left out: all of its 6,000).

const PICTURES = resolve(process.env.PICTURES ?? join(__dirname, '../../pictures'));
const INVOICES = Number(process.env.DEMONSTRATION ?? 6_000);

/** Two cores for two minutes, as CPU: what else a machine does is no fault of the demonstration. */
const CPU_SECONDS = 240;

const LOOKS: [look: string, options: BrowserContextOptions][] = [
  ['light-1440', { colorScheme: 'light' }],
  ['dark-390', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
  ['italian-1440', { locale: 'it-IT' }],
];
/** A4 across at 96 pixels an inch, less its margins. */
const PAPER = { width: 1032, height: 703 };

const folder = mkdtempSync(join(tmpdir(), 'quittance-pictures-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
const installations = new Installations();
let installation: Installation;
let browser: Browser;
let url: string;
let screens: Screen[];
const told: string[] = [];

jest.setTimeout(900_000);

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  installation = installations.start(dataDir);
  [url, browser] = await Promise.all([installation.up(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await installations.stop();
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${told.map((line) => `   ${line}\n`).join('')}`);
});

const tokenOf = (roles: Role[], sub: string) => signDevelopmentToken(dataDir, { sub, roles });

async function signedIn(options: BrowserContextOptions, roles: Role[] = ['manager'], sub = 'anna') {
  const opened = await windowOf(browser, options);
  await opened.context.request.post(`${url}/session`, { data: { token: await tokenOf(roles, sub) } });
  return opened;
}

const asAnna = async (): Promise<Caller> =>
  caller(url, await tokenOf(['manager', 'admin', 'auditor'], 'anna'), 'anna');

it('the demonstration is loaded by its button, in the time that was said', async () => {
  const { page, said, context } = await signedIn({});
  await page.route('**/v1/demonstration', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ postData: JSON.stringify({ seed: 'quittance', invoices: INVOICES }) })
      : route.continue(),
  );
  await page.goto(url);
  const load = page.getByRole('button', { name: 'Load the demonstration' });
  await load.waitFor();
  const pids = installation.processes().map(({ pid }) => pid);
  const before = cpuSecondsOf(pids);
  await load.click();
  await page.waitForURL(({ searchParams }) => searchParams.get('known') === 'stated', { timeout: 800_000 });
  await page.getByText('the control balances').first().waitFor();
  const cpu = cpuSecondsOf(pids) - before;
  const anna = await asAnna();
  const loaded = (await anna.get<Record<string, number | string>>('/v1/demonstration')).body;
  const { count, currencies } = (
    await anna.get<{ count: number; currencies: { currency: string; count: number; open: string }[] }>(
      '/v1/invoices/summary?known=stated',
    )
  ).body;
  const customers = (await anna.get<{ count: number }>('/v1/customers/summary?known=stated')).body.count;
  const payments = (await anna.get<{ count: number }>('/v1/payments/summary?known=stated')).body.count;
  told.push(
    `demonstration: ${loaded.done} commands, ${loaded.refused} refused, in ${loaded.seconds} s`,
    `  ${cpu.toFixed(0)} s of CPU in all its processes (at most ${CPU_SECONDS})`,
    `  ${customers} customers, ${count} invoices, ${payments} payments`,
    ...currencies.map((of) => `  ${of.currency}: ${of.count} invoices, open ${of.open}`),
  );
  expect(loaded).toMatchObject({ state: 'done', refused: 0 });
  expect(cpu).toBeLessThan(CPU_SECONDS);
  expect(said).toEqual([]);
  screens = await screensOf(anna);
  await context.close();
});

it('a link that was fixed gives the same hash and the same bytes to somebody else, in another language', async () => {
  const { page, context } = await signedIn({});
  await goTo(page, `${url}/reports/aging?asOf=2026-03-31&known=stated`);
  await page.getByRole('button', { name: 'Fix this instant' }).click();
  await settled(page);
  const said = await page.getByText(/Definition aging\/\d, hash \w{12}/).textContent();
  const address = page.url();
  await context.close();
  const other = await signedIn({ locale: 'it-IT' }, ['auditor'], 'otto');
  await goTo(other.page, address);
  await other.page.getByRole('button', { name: 'Fissa questo istante' }).click();
  const saidThere = await other.page
    .getByText(/aging\/\d/)
    .last()
    .textContent();
  const hashOf = (text: string | null): string => /\b[0-9a-f]{12}\b/.exec(text ?? '')?.[0] ?? 'none';
  const question = `/v1/reports/aging${new URL(address).search}`;
  const bytes = async (sub: string) => {
    const answer = await fetch(`${url}${question}`, {
      headers: { authorization: `Bearer ${await tokenOf(['auditor'], sub)}` },
    });
    return createHash('sha256')
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest('hex');
  };
  const [one, another] = [await bytes('anna'), await bytes('otto')];
  told.push(
    `the same fixed link, opened twice: hash ${hashOf(said)} and ${hashOf(saidThere)}`,
    `  its answer's SHA-256, asked twice: ${one.slice(0, 12)} and ${another.slice(0, 12)}`,
  );
  expect(hashOf(said)).not.toBe('none');
  expect([hashOf(saidThere), another]).toEqual([hashOf(said), one]);
  await other.context.close();
});

it.each(LOOKS)('pictures of the nine main screens, %s', async (look, options) => {
  const { page, said, context } = await signedIn(options);
  const cut: string[] = [];
  for (const { name, path } of screens.filter(({ isMain }) => isMain)) {
    await goTo(page, `${url}${path}`);
    await page.screenshot({ path: join(PICTURES, `${name}-${look}.png`) });
    cut.push(...(await cutOff(page)).map((one) => `${name}: ${one}`));
  }
  told.push(`nine screens, ${look}: ${cut.length} texts cut off, ${said.length} words on the console`);
  expect([...cut, ...said]).toEqual([]);
  await context.close();
});

it('pictures of the nine main screens, on paper', async () => {
  const { page, said, context } = await signedIn({ viewport: PAPER });
  // The browser's own dialog is left out, and with it the end of printing.
  await page.addInitScript('window.print = () => { document.documentElement.dataset.printed = "yes"; }');
  for (const { name, path, isList } of screens.filter(({ isMain }) => isMain)) {
    await goTo(page, `${url}${path}`);
    const print = page.getByRole('button', { name: 'Print' });
    // A list without rows has nothing to ask for.
    if (isList && (await print.count()) > 0) {
      await print.click();
      await page.locator('html[data-printed=yes]').waitFor();
    }
    await page.emulateMedia({ media: 'print' });
    await settled(page);
    await page.screenshot({ path: join(PICTURES, `${name}-print.png`) });
    writeFileSync(join(PICTURES, `${name}-print.pdf`), await page.pdf({ preferCSSPageSize: true }));
    await page.emulateMedia({ media: 'screen' });
  }
  told.push(`nine screens on paper; all pictures are in ${PICTURES}`);
  expect(said).toEqual([]);
  await context.close();
});

/** What stands wider than the window, and figures whose end cannot be seen. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? ['the page is ' + root.scrollWidth + ' wide'] : [];
    const figures = [...document.querySelectorAll('[data-figure], td, [role=gridcell]')]
      .filter((one) => /\\d[.,]\\d\\d$/.test(one.innerText.trim()))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible')
      .map((one) => one.innerText.trim() + ' is cut off');
    return [...wide, ...figures];
  })()`);
