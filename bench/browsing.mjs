// A browser that looks at the page as a person does, and tells what that cost. Figures come from Chromium's own counters.
// cspell:ignore rowindex Omnibox
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './product.mjs';

const { chromium } = createRequire(join(root, 'package.json'))('playwright-core');

/** The browser loads pages of its own for the address bar of each new window, as heavy as ours. Its driver's list of what is off goes on. */
const NOT_ITS_OWN = `--disable-features=${[
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'OptimizationHints', 'PaintHolding'],
  ...[
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'ThirdPartyStoragePartitioning',
  ],
].join(',')}`;

const ROW = 32;
const MIB = 2 ** 20;

export class Browsing {
  static async begin(url, token) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      // As root it has no sandbox to run in.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-dev-shm-usage',
        NOT_ITS_OWN,
      ],
    });
    return new Browsing(browser, url, token);
  }

  constructor(browser, url, token) {
    Object.assign(this, { browser, url, token });
  }

  end = () => this.browser.close();

  /** A window with nothing in its cache, signed in. */
  async window() {
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
    });
    context.setDefaultTimeout(90_000);
    const answer = await context.request.post(`${this.url}/session`, { data: { token: this.token } });
    if (answer.status() !== 204) throw new Error(`nobody is signed in: ${answer.status()}`);
    return context.newPage();
  }

  /** Milliseconds from the address to the first rows, files and all. */
  async firstRows() {
    const page = await this.window();
    await page.addInitScript(`new MutationObserver((_, all) => {
      if (!document.querySelector('[role=gridcell] a')) return;
      all.disconnect();
      requestAnimationFrame(() => { globalThis.rowsAt = performance.now(); });
    }).observe(document, { childList: true, subtree: true })`);
    await page.goto(`${this.url}/invoices?sort=dueOn`);
    const milliseconds = await (await page.waitForFunction(() => globalThis.rowsAt)).jsonValue();
    await page.context().close();
    return milliseconds;
  }

  async open(path) {
    this.page = await this.window();
    await this.page.goto(`${this.url}${path}`);
    await this.page.locator('[role=gridcell] a').first().waitFor();
    this.box = this.page.getByRole('grid');
    this.counters = await this.page.context().newCDPSession(this.page);
    await this.counters.send('Performance.enable');
  }

  /** Milliseconds from each of some keys to the frame that shows what it did. */
  async keys(count) {
    await this.box.focus();
    await this.page.evaluate(`(() => {
      globalThis.keyTimes = [];
      addEventListener('keydown', ({ timeStamp }) => {
        requestAnimationFrame(() => { globalThis.keyTimes.push(performance.now() - timeStamp); });
      }, { capture: true });
    })()`);
    for (let i = 1; i <= count; i += 1) {
      await this.page.keyboard.press('ArrowDown');
      await this.page.waitForFunction((least) => globalThis.keyTimes.length >= least, i);
    }
    return this.page.evaluate('globalThis.keyTimes');
  }

  /** Milliseconds of script that each scroll of twenty rows takes. */
  async scroll(count) {
    const each = [];
    for (let i = 1; i <= count; i += 1) {
      const before = await this.counter('ScriptDuration');
      await this.page.evaluate(`(async () => {
        document.querySelector('[role=grid]').scrollTop = ${(i % 3) * 20 * ROW};
        for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      })()`);
      each.push(((await this.counter('ScriptDuration')) - before) * 1000);
    }
    return each;
  }

  /** Reads on to so many rows: most rows in the document at once, and MiB of heap at the end. */
  async scrolledTo(wanted) {
    let [rows, most] = [0, 0];
    while (rows < wanted) {
      await this.page.evaluate(`(() => {
        const box = document.querySelector('[role=grid]');
        box.scrollTop = box.scrollHeight;
      })()`);
      const { last, shown } = await (
        await this.page.waitForFunction((before) => {
          const shown = globalThis.document.querySelectorAll('[role=grid] [role=row]');
          const last = Number(shown[shown.length - 1]?.getAttribute('aria-rowindex'));
          return last > before && { last, shown: shown.length };
        }, rows + 1)
      ).jsonValue();
      rows = last - 1;
      most = Math.max(most, shown);
    }
    await this.counters.send('HeapProfiler.collectGarbage');
    return { rows, most, heap: (await this.counter('JSHeapUsedSize')) / MIB };
  }

  async counter(name) {
    const { metrics } = await this.counters.send('Performance.getMetrics');
    return metrics.find((one) => one.name === name).value;
  }
}
