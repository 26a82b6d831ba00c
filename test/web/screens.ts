import type { Page, Request } from 'playwright-core';
import type { Caller } from '../support/caller.js';

/** A page of the product, and how to come to it. */
export interface Screen {
  name: string;
  path: string;
  /** One of the nine that people look at all day. */
  isMain?: boolean;
  /** Paper is asked for by its button: its rows stand in a table of their own. */
  isList?: boolean;
}

const STATED = 'known=stated';

/** Every page, with something to see on it: things are taken from what an installation holds. */
export async function screensOf(caller: Caller): Promise<Screen[]> {
  const first = async (path: string): Promise<Record<string, string>> => {
    const { items } = (await caller.get<{ items: Record<string, string>[] }>(path)).body;
    if (!items[0]) throw new Error(`${path} has no row to look at`);
    return items[0];
  };
  const invoice = (await first(`/v1/invoices?${STATED}&open=0.01..&sort=-paid&limit=1`)).id!;
  const customer = (await first(`/v1/customers?${STATED}&balanceCurrency=EUR&sort=-overdue&limit=1`)).id!;
  const payment = (await first(`/v1/payments?${STATED}&sort=-unapplied&limit=1`)).id!;
  const credit = (await first(`/v1/credit-notes?${STATED}&limit=1`)).id!;
  const { position } = await first('/v1/audit?limit=1');
  const main = { isMain: true };
  const list = { isList: true };
  return [
    { name: 'overview', path: '/', ...main },
    { name: 'work', path: '/work', ...main, ...list },
    { name: 'invoices', path: '/invoices?status=overdue&sort=-open', ...main, ...list },
    { name: 'invoice', path: `/invoices/${invoice}`, ...main },
    { name: 'customer', path: `/customers/${encodeURIComponent(customer)}`, ...main },
    { name: 'payments', path: '/payments', ...main, ...list },
    { name: 'apply', path: '/payments/apply', ...main },
    { name: 'aging', path: '/reports/aging', ...main, ...list },
    { name: 'audit', path: '/audit', ...main, ...list },
    ...['money', 'reminders', 'document', 'facts'].map((tab) => ({
      name: `invoice-${tab}`,
      path: `/invoices/${invoice}?_tab=${tab}`,
    })),
    { name: 'customers', path: '/customers', ...list },
    ...['payments', 'timeline', 'contacts'].map((tab) => ({
      name: `customer-${tab}`,
      path: `/customers/${encodeURIComponent(customer)}?_tab=${tab}`,
    })),
    { name: 'payment', path: `/payments/${payment}` },
    { name: 'drafts', path: '/invoices/drafts' },
    { name: 'credit-note', path: `/credit-notes/${credit}` },
    { name: 'reports', path: '/reports' },
    { name: 'aging-series', path: '/reports/aging?_tab=series' },
    ...['exceptions', 'unapplied', 'late-recorded', 'numbering'].map((name) => ({
      name,
      path: `/reports/${name}`,
    })),
    { name: 'reminders', path: '/reminders' },
    ...['approvals', 'mails', 'blocked', 'policies', 'templates'].map((name) => ({
      name: `reminders-${name}`,
      path: `/reminders/${name}`,
    })),
    { name: 'fact', path: `/facts/${position}` },
    ...['people', 'limits', 'imports', 'parked', 'status'].map((name) => ({
      name: `admin-${name}`,
      path: `/admin/${name}`,
    })),
    { name: 'not-found', path: '/no-such-page' },
  ].map((screen) => ({ ...screen, path: `${screen.path}${screen.path.includes('?') ? '&' : '?'}${STATED}` }));
}

/** Goes there, and waits until all of it has come. */
export async function goTo(page: Page, url: string): Promise<void> {
  asked(page);
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(page);
}

/** What a page has asked for and not got; its stream of what happens never ends. */
const WAITING = new WeakMap<Page, Set<Request>>();
function asked(page: Page): Set<Request> {
  const known = WAITING.get(page);
  if (known) return known;
  const waiting = new Set<Request>();
  WAITING.set(page, waiting);
  page.on('request', (request) => {
    if (!new URL(request.url()).pathname.startsWith('/v1/live')) waiting.add(request);
  });
  // cspell:disable-next-line
  page.on('requestfinished', (request) => waiting.delete(request));
  // cspell:disable-next-line
  page.on('requestfailed', (request) => waiting.delete(request));
  return waiting;
}

/** Nothing of the page is waited for any more, and nothing of it moves. Bars stand for what is late only. */
export async function settled(page: Page): Promise<void> {
  const waiting = asked(page);
  do {
    // Two frames: an answer is drawn in the one, and what it leads to is asked for in the other.
    await page.waitForFunction(() => {
      const { document } = globalThis as unknown as { document: Document };
      const isStill = document.getAnimations().every(({ playState }) => playState !== 'running');
      return isStill && !document.querySelector('[role=status][aria-label]');
    });
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))',
    );
  } while (waiting.size > 0);
}

/** As much of the browser's own as `settled` reads. */
interface Document {
  getAnimations(): { playState: string }[];
  querySelector(selector: string): unknown;
}
