import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '@quittance/kernel';
import type { Browser, Page } from 'playwright-core';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { launch, signedIn, violations } from './browser.js';
import { goTo } from './screens.js';

// Every dialog of a command is opened where its button stands, and looked at by axe in light and in dark.

/** What commands are called in English, by their names in the page: read as a text, for the page is no part of the tests. */
const NAMES = readFileSync(join(__dirname, '../../apps/web/src/words/en/command.ts'), 'utf8').match(
  /\n {2}name: \{([\s\S]*?)\n {2}\}/,
)![1]!;
const WORDS = Object.fromEntries(
  [...NAMES.matchAll(/(\w+): '([^']*)'/g)].map(([, name, word]): [string, string] => [name!, word!]),
);

let quittance: Quittance;
let browser: Browser;
let anna: Caller;
let today: string;
let ids: Record<string, string>;
beforeAll(async () => {
  [quittance, browser] = await Promise.all([startQuittance(), launch()]);
  anna = await quittance.as(['clerk', 'manager', 'admin'], 'anna');
  today = quittance.clock.today();
  ids = await world();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await quittance?.stop();
});

/** An invoice, a customer, a payment and a person of each kind that a command is about. */
async function world(): Promise<Record<string, string>> {
  const maria = await quittance.as(['clerk', 'manager'], 'maria');
  const later = addDays(today, 30);
  await anna.done('/v1/settings/limits', { writeOffSecondPersonFrom: { EUR: '100.00' } });
  for (const personId of ['anna', 'ivan', 'maria'])
    await anna.done('/v1/people', { personId, name: personId, email: `${personId}@example.org` });
  for (const customerId of ['C-1', 'C-2', 'C-3'])
    await anna.done('/v1/customers', { customerId, name: `Customer ${customerId}` });
  const of = { customerId: 'C-1', issuedOn: today, dueOn: today, currency: 'EUR', total: '1220.00' };
  const issue = async (number: string): Promise<string> =>
    (await anna.done('/v1/invoices', { ...of, number })).id;
  const found: Record<string, string> = {};
  for (const name of [
    'plain',
    'disputed',
    'promised',
    'planned',
    'paused',
    'extended',
    'collected',
    'waiting',
    'settled',
  ])
    found[name] = await issue(name);
  const about = (name: string, what: string, body: object) =>
    anna.done(`/v1/invoices/${found[name]}/${what}`, body);
  const reason = 'As agreed by phone.';
  await about('disputed', 'disputes', { reasonCode: 'price', reason });
  await about('promised', 'promises', { promisedOn: later });
  await about('planned', 'plans', {
    instalments: [
      { dueOn: later, amount: '600.00' },
      { dueOn: addDays(later, 30), amount: '620.00' },
    ],
    reason,
  });
  await about('paused', 'pauses', { reason });
  await about('extended', 'extensions', { agreedDueOn: later, reason });
  await about('collected', 'collections', { agency: 'Inkasso GmbH', reason });
  await maria.done(`/v1/invoices/${found.waiting}/write-offs`, { reasonCode: 'bankruptcy', reason });
  await about('settled', 'settlements', { kind: 'bank-charge', amount: '2.00', reason });
  await anna.done('/v1/customers/C-2/pauses', { reason });
  await anna.done('/v1/customers/C-2/insolvency', { since: today, reason });
  const pay = { amount: '500.00', currency: 'EUR', receivedOn: today, payerId: 'C-1', method: 'transfer' };
  const allocations = [{ invoiceId: found.plain, amount: '100.00' }];
  const payment = await anna.done('/v1/payments', { ...pay, allocations });
  found.payment = payment.id;
  await anna.done(`/v1/payments/${payment.id}/refunds`, { amount: '50.00', reason });
  await anna.done(`/v1/payments/${payment.id}/returns`, {
    amount: '20.00',
    code: 'refused',
    returnedOn: today,
  });
  const strange = await anna.done('/v1/payments', { ...pay, payerId: undefined });
  found.strange = strange.id;
  const credit = { customerId: 'C-1', issuedOn: today, currency: 'EUR', reasonCode: 'price', reason };
  const applications = [{ invoiceId: found.plain, amount: '30.00' }];
  const noted = await anna.done('/v1/credit-notes', {
    ...credit,
    number: 'CN-1',
    total: '90.00',
    applications,
  });
  found.credit = noted.id;
  await anna.done(`/v1/credit-notes/${noted.id}/refunds`, { amount: '10.00', reason });
  const unused = await anna.done('/v1/credit-notes', { ...credit, number: 'CN-2', total: '20.00' });
  found.unused = unused.id;
  const { customerId, issuedOn, dueOn, currency, total } = of;
  const draft = await maria.done('/v1/drafts', { customerId, issuedOn, dueOn, currency, total });
  found.draft = draft.id;
  await anna.get('/v1/invoices', draft.position);
  return found;
}

/** Dialogs by the page that has their buttons. */
const AT: Record<string, string[]> = {
  '/invoices': ['issue'],
  '/customers': ['register'],
  '/payments': ['pay'],
  '/invoices/drafts': ['writeDraft'],
  '/invoices/drafts?_peek={draft}': ['approve', 'issue', 'changeDraft', 'discard'],
  '/invoices/{plain}': [
    ...[
      'pay',
      'extend',
      'dispute',
      'promise',
      'plan',
      'pause',
      'owner',
      'note',
      'send',
      'writeOff',
      'settle',
    ],
    ...['credit', 'collect', 'void'],
  ],
  '/invoices/{disputed}': ['resolve'],
  '/invoices/{promised}': ['withdraw'],
  '/invoices/{planned}': ['revokePlan'],
  '/invoices/{paused}': ['endPause'],
  '/invoices/{extended}': ['revokeExtension'],
  '/invoices/{collected}': ['returnFromCollection'],
  '/invoices/{waiting}': ['approve', 'refuse'],
  '/invoices/{settled}': ['undo'],
  '/customers/C-1': ['change', 'note', 'credit', 'pause', 'insolvency', 'merge'],
  '/customers/C-2': ['endPause', 'endInsolvency'],
  '/payments/{payment}': ['transfer', 'refund', 'bankReturn', 'undo'],
  '/payments/{strange}': ['payer', 'cancelPayment'],
  '/payments/{payment}?_tab=back': ['cameBack', 'won'],
  '/credit-notes/{credit}': ['applyCredit', 'refund', 'undo', 'cameBack'],
  '/credit-notes/{unused}': ['cancelCredit'],
  '/admin/people': ['registerPerson'],
  '/admin/people?_peek=ivan': ['changePerson', 'chooseAlerts', 'absence', 'handOver'],
  '/admin/limits': ['setLimit', 'keepApart'],
  '/reminders/policies': ['assignPolicy'],
  '/reminders/templates': ['versionTemplate'],
};
/**
 * Where a history is parked or merged, duties are apart already, a mail waits or left, or something is on the work list: their
 * dialogs are of the same kit. A policy is written on a page of its own.
 */
const ELSEWHERE = [
  'release',
  'releaseAll',
  'undoMerge',
  'undoHandOver',
  'allowTogether',
  'workDone',
  'snooze',
  ...['approveMail', 'refuseMail', 'changeMail', 'sendAgain', 'bounceMail'],
  ...['versionPolicy', 'confirmEscalations'],
];

it('every command has its dialog here', () => {
  const named = new Set([...Object.values(AT).flat(), ...ELSEWHERE]);
  expect(Object.keys(WORDS).filter((name) => !named.has(name))).toEqual([]);
});

const pathOf = (path: string): string => path.replace(/\{(\w+)\}/, (_all, name: string) => ids[name]!);

async function opened(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name: WORDS[name], exact: true }).first();
  const more = page.getByRole('button', { name: /^More/ }).first();
  await button.or(more).first().waitFor();
  if (!(await button.isVisible())) await more.click();
  await button.click();
  await page
    .getByRole('dialog', { name: WORDS[name] })
    .getByRole('button', { name: 'Cancel', exact: true })
    .waitFor();
}

it.each(Object.keys(AT))('%s', async (path) => {
  const { page, said, context } = await signedIn(browser, quittance, {
    ...{ role: ['clerk', 'manager', 'admin'], sub: 'anna' },
  });
  const wrong: string[] = [];
  for (const name of AT[path]!) {
    await goTo(page, quittance.url + pathOf(path));
    await opened(page, name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      wrong.push(...(await violations(page)).map((one) => `${name}, ${colorScheme}: ${one}`));
    }
  }
  expect([...wrong, ...said]).toEqual([]);
  await context.close();
});
