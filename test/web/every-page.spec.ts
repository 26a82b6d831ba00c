import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Quittance } from '../support/quittance.js';
import { launch, signedIn, wrongOn } from './browser.js';
import { demonstrated, ROLES } from './demonstrated.js';
import { goTo, type Screen, screensOf } from './screens.js';

// Every page over a small demonstration: WCAG 2.2 AA, the content policy, and nothing wider than its window.

let quittance: Quittance;
let browser: Browser;
let screens: Screen[];
beforeAll(async () => {
  const [installed, launched] = await Promise.all([demonstrated(90), launch()]);
  [quittance, browser] = [installed.quittance, launched];
  screens = await screensOf(installed.anna);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

const LOOKS: [look: string, options: BrowserContextOptions][] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['light, Bulgarian', { colorScheme: 'light', locale: 'bg-BG' }],
  ['dark, Bulgarian, 390', { colorScheme: 'dark', locale: 'bg-BG', viewport: { width: 390, height: 844 } }],
];

it.each(LOOKS)(
  'every page is usable by everybody, %s',
  async (look, options) => {
    const wrong: string[] = [];
    const { page, said, context } = await signedIn(browser, quittance, {
      ...{ role: [...ROLES], sub: 'anna' },
      ...options,
    });
    for (const { name, path } of screens) {
      await goTo(page, `${quittance.url}${path}`);
      wrong.push(...(await wrongOn(page, `${name}, ${look}`)));
      const wider = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (wider > 0) wrong.push(`${name}, ${look}: ${wider} pixels wider than the window`);
    }
    expect([...wrong, ...said]).toEqual([]);
    await context.close();
  },
  600_000,
);
