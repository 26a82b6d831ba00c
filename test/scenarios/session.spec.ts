import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, signDevelopmentToken } from '@quittance/http';
import { Browser, codeFor } from '../support/browser.js';
import { quittance as run } from '../support/command-line.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// How people sign in to the page, and what the cookie that they get lets them do.

let quittance: Quittance;
beforeAll(async () => {
  quittance = await startQuittance({ addresses: { mostRefusals: 300, trustProxy: ['loopback'] } });
});
afterAll(() => quittance?.stop());

const signedIn = (sub = 'anna', headers?: Record<string, string>) =>
  Browser.signedIn(quittance, sub, headers);
const customer = (customerId: string) => ({ customerId, name: 'Rossi' });
const key = () => ({ 'idempotency-key': randomUUID() });
const told = ({ status, body }: { status: number; body: unknown }) => [status, (body as Problem)?.code];

story(
  'page',
  'A1',
  'A code signs in once; the cookie that no script reads acts as the person',
  async (show) => {
    const code = await codeFor(quittance, 'anna');
    const [first, second] = [new Browser(quittance), new Browser(quittance)];
    const came = [
      await first.ask('POST', '/session', { code }),
      await second.ask('POST', '/session', { code }),
    ];
    const issued = await first.ask('POST', '/v1/customers', customer('C-1'), key());
    const facts = await quittance.facts();
    show({
      input: 'a code, posted twice; with the first cookie POST /v1/customers and GET /v1/invoices',
      right: {
        codes: [
          [204, undefined],
          [401, 'sign-in-code'],
        ],
        cookie: 'quittance=…; Max-Age=3600; Path=/; HttpOnly; SameSite=Strict',
        done: [201, 200],
        actor: { id: 'anna', roles: ['manager'] },
        holdsNoName: true,
      },
      got: {
        codes: came.map(told),
        cookie: first.set.get('quittance')?.replace(/=[^;]+/, '=…'),
        done: [issued.status, (await first.ask('GET', '/v1/invoices')).status],
        actor: facts.at(-1)!.metadata.actor,
        holdsNoName: !Buffer.from(first.cookies.get('quittance')!, 'base64url').includes('anna'),
      },
    });
  },
);

story('page', 'A1', 'A token signs in as well, and the session ends with it', async (show) => {
  const token = await signDevelopmentToken(quittance.dataDir, {
    sub: 'ivan',
    roles: ['clerk'],
    expiresIn: 600,
  });
  const browser = new Browser(quittance);
  const { status } = await browser.ask('POST', '/session', { token });
  const age = Number(/Max-Age=(\d+)/.exec(browser.set.get('quittance')!)![1]);
  show({
    input: 'POST /session with a token of 600 s',
    right: [204, true, 200],
    got: [status, age > 500 && age <= 600, (await browser.ask('GET', '/v1/invoices')).status],
  });
});

story('page', 'A1', 'With the cookie a write comes from our own page and is JSON', async (show) => {
  const anna = await signedIn();
  const host = new URL(quittance.url).host;
  const plain = new Browser(quittance, {});
  plain.cookies.set('quittance', anna.cookies.get('quittance')!);
  const write = async (headers: Record<string, string>) => {
    const asked = { 'content-type': 'application/json', ...key(), ...headers };
    return told(await plain.ask('POST', '/v1/customers', customer('C-2'), asked));
  };
  show({
    input: 'the same write from pages of other sites, from our own, from none, and as a form',
    right: {
      crossSite: [403, 'other-site'],
      sameSite: [403, 'other-site'],
      otherOrigin: [403, 'other-site'],
      nothingSaid: [403, 'other-site'],
      aForm: [415, 'media-type'],
      ourOrigin: [201, undefined],
      ourPage: [200, undefined],
      reading: 200,
    },
    got: {
      crossSite: await write({ 'sec-fetch-site': 'cross-site' }),
      sameSite: await write({ 'sec-fetch-site': 'same-site', origin: `http://${host}` }),
      otherOrigin: await write({ origin: 'http://evil.example' }),
      nothingSaid: await write({}),
      aForm: await write({ 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' }),
      ourOrigin: await write({ origin: `http://${host}` }),
      ourPage: await write({ 'sec-fetch-site': 'same-origin' }),
      reading: (await plain.ask('GET', '/v1/customers')).status,
    },
  });
});

story('page', 'A1', 'Nobody is signed in from the page of another site', async (show) => {
  const code = await codeFor(quittance, 'eve');
  const browser = new Browser(quittance, { 'sec-fetch-site': 'cross-site' });
  show({
    input: 'POST and DELETE /session, Sec-Fetch-Site: cross-site',
    right: [
      [403, 'other-site'],
      [403, 'other-site'],
    ],
    got: [
      told(await browser.ask('POST', '/session', { code })),
      told(await browser.ask('DELETE', '/session')),
    ],
  });
});

story('page', 'A1', 'Signing out ends it in every tab, and every copy', async (show) => {
  const [anna, maria] = [await signedIn('anna'), await signedIn('maria')];
  const [second, kept] = [new Browser(quittance), new Browser(quittance)];
  for (const tab of [second, kept]) tab.cookies.set('quittance', anna.cookies.get('quittance')!);
  const out = [await anna.ask('DELETE', '/session'), await second.ask('DELETE', '/session')];
  const after: number[] = [];
  for (const tab of [anna, second, kept]) after.push((await tab.ask('GET', '/v1/invoices')).status);
  show({
    input:
      'two tabs sign out; each asks again, and so does a copy of the cookie; somebody else is signed in beside them',
    right: { out: [204, 204], after: [401, 401, 401], beside: 200 },
    got: {
      out: out.map(({ status }) => status),
      after,
      beside: (await maria.ask('GET', '/v1/invoices')).status,
    },
  });
});

story('page', 'A1', 'A cookie that was changed, or made by another, signs nobody in', async (show) => {
  const anna = await signedIn();
  const good = anna.cookies.get('quittance')!;
  const changed = [...good.split('.')];
  changed[3] = changed[3]!.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
  const texts = [changed.join('.'), 'x', 'a.b.c.d.e', good.slice(0, -2), `${good}.x`, '%00', '"'];
  const statuses: number[] = [];
  for (const text of texts) {
    const browser = new Browser(quittance);
    browser.cookies.set('quittance', text);
    statuses.push((await browser.ask('GET', '/v1/invoices')).status);
  }
  show({ input: texts.length, right: texts.map(() => 401), got: statuses });
  expect((await anna.ask('GET', '/v1/invoices')).status).toBe(200);
});

story('page', 'A1', 'Behind TLS the cookie is for this host and TLS alone', async (show) => {
  const lines: (string | undefined)[] = [];
  const proxies: Record<string, string>[] = [
    { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'receivables.example' },
    { host: 'receivables.example' },
  ];
  for (const headers of proxies) {
    const browser = await signedIn('anna', { 'sec-fetch-site': 'same-origin', ...headers });
    lines.push(browser.set.get('__Host-quittance')?.replace(/=[^;]+/, '=…'));
    expect((await browser.ask('GET', '/v1/invoices')).status).toBe(200);
  }
  const right = '__Host-quittance=…; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=Strict';
  show({ input: 'X-Forwarded-Proto: https; only another Host', right: [right, right], got: lines });
});

story('page', 'A1', 'An address that guesses codes is told to wait', async (show) => {
  const statuses = new Map<number, number>();
  const browser = new Browser(quittance, { 'x-forwarded-for': '192.0.2.77' });
  for (let i = 0; i < 310; i += 1) {
    const { status } = await browser.ask('POST', '/session', { code: `guess-${i}` });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  show({
    input: '310 wrong codes from one address',
    right: [
      [401, 300],
      [429, 10],
    ],
    got: [...statuses],
  });
});

it('refuses odd requests to sign in by name', async () => {
  const [browser, anna] = [new Browser(quittance), await signedIn()];
  for (const body of [
    {},
    { code: '' },
    { code: 7 },
    { code: 'a', token: 'b' },
    { code: 'ü' },
    { sub: 'anna' },
  ])
    expect((await browser.ask('POST', '/session', body)).status).toBe(422);
  expect(told(await browser.ask('POST', '/session', { token: 'a.b.c' }))).toEqual([401, 'unauthorized']);
  // A session makes no other: only a token does.
  for (const nobody of [browser, anna])
    expect(told(await nobody.ask('POST', '/session/codes', {}))).toEqual([401, 'unauthorized']);
});

story('page', 'A2', '`quittance open` prints where to sign in, once', async (show) => {
  const environment = { DATA_DIR: quittance.dataDir, QUITTANCE_URL: quittance.url };
  const ran = await run(['open', '--role', 'manager', '--sub', 'Anna Neri', '--no-browser'], environment)
    .ended;
  const [, page, code] = /^(.*)#([\w-]{32})\n$/.exec(ran.stdout) ?? [];
  const browser = new Browser(quittance);
  const { status } = await browser.ask('POST', '/session', { code: code! });
  const elsewhere = await run(['open', '--role', 'manager', '--sub', 'anna'], {
    DATA_DIR: join(quittance.dataDir, 'nothing-here'),
  }).ended;
  show({
    input: 'quittance open --role manager --sub "Anna Neri"; its code; the folder of no installation',
    right: { code: 0, page: `${quittance.url}/session/start`, status: 204, elsewhere: 2 },
    got: { code: ran.code, page, status, elsewhere: elsewhere.code },
  });
});

// The last of this file: whoever was signed in is so no more.
story('page', 'A1', 'With the key replaced every session is over at once', async (show) => {
  const anna = await signedIn();
  const mode = (statSync(join(quittance.dataDir, 'session.key')).mode & 0o777).toString(8);
  const before = (await anna.ask('GET', '/v1/invoices')).status;
  await run(['revoke-tokens'], { DATA_DIR: quittance.dataDir }).ended;
  show({
    input: 'a session; quittance revoke-tokens; the session; signing in again',
    right: { mode: '600', statuses: [200, 401, 200] },
    got: {
      mode,
      statuses: [
        before,
        (await anna.ask('GET', '/v1/invoices')).status,
        (await (await signedIn()).ask('GET', '/v1/invoices')).status,
      ],
    },
  });
});
