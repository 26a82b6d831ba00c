import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import type { Quittance, Role } from '../support/quittance.js';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

// cspell:ignore Omnibox
/** The browser loads pages of its own for the address bar of each new window, as heavy as ours. Its driver's list of what is off goes on. */
const NOT_ITS_OWN = `--disable-features=${[
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'OptimizationHints', 'PaintHolding'],
  ...[
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'ThirdPartyStoragePartitioning',
  ],
].join(',')}`;

/** The system's Chromium. As root it has no sandbox to run in. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...[
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
      ...['--disable-component-update', '--disable-sync', NOT_ITS_OWN],
    ],
  });

/** A window whose console is listened to: what it says is told by `said`, reports against the content policy among it. */
export async function windowOf(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; said: string[] }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  // No machine is so busy that a page is wrong for that alone.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    // The browser itself tells of each refused request; that nobody is signed in yet is no fault.
    if (message.text().includes('status of 401') && message.location().url.endsWith('/v1/me')) return;
    said.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  return { context, page, said };
}

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** What breaks WCAG 2.2 A and AA: rule and element. The script comes past the content policy, by the browser's own protocol. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** A window in which somebody is signed in. */
export async function signedIn(
  browser: Browser,
  quittance: Quittance,
  { role, sub, ...options }: BrowserContextOptions & { role: Role | Role[]; sub: string },
) {
  const { token } = await quittance.as(role, sub);
  const opened = await windowOf(browser, options);
  const answer = await opened.context.request.post(`${quittance.url}/session`, { data: { token } });
  if (answer.status() !== 204) throw new Error(`nobody is signed in: ${answer.status()}`);
  return opened;
}

/** What a screen breaks of WCAG, told with its name; a picture of it goes into the folder PICTURES, where that is set. */
export async function wrongOn(page: Page, name: string): Promise<string[]> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
  return (await violations(page)).map((one) => `${name}: ${one}`);
}
