import { request } from 'undici';
import { settingsFrom } from '@quittance/process';
import { Browser } from '../support/browser.js';
import { quittance as run } from '../support/command-line.js';
import { CLIENT, LocalProvider } from '../support/provider.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// Signing in where a provider of OpenID Connect is set: a real one, on this machine.

let provider: LocalProvider;
let quittance: Quittance;
/** What is answered before the provider serves anybody. */
let before: object;
beforeAll(async () => {
  provider = await LocalProvider.listen();
  const { oidc } = settingsFrom({
    ...{
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.clientId,
      OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    },
  });
  quittance = await startQuittance({ addresses: { oidc } });
  before = await new Person('anna').here('/session/start');
  await provider.serve(`${quittance.url}/session/callback`, {
    anna: { name: 'Anna Neri', roles: ['manager', 'finance-team'] },
    guest: { name: 'A Guest' },
    'system:reactor': { name: 'Nobody', roles: ['admin'] },
  });
});
afterAll(async () => {
  await quittance?.stop();
  await provider?.stop();
});

/** A browser that follows where it is sent, and fills in the forms of the provider. */
class Person {
  readonly browser = new Browser(quittance, {});
  private readonly atProvider = new Map<string, string>();
  constructor(private readonly login: string) {}

  /** From an address of Quittance to where it comes back to, before that is opened. */
  async until(callback: RegExp, from: string): Promise<string> {
    let at = (await this.here(from)).location;
    for (let steps = 0; !callback.test(at); steps += 1) {
      if (steps > 12) throw new Error(`led nowhere: ${at}`);
      at = await this.there(at);
    }
    return at.slice(quittance.url.length);
  }

  async here(path: string): Promise<{ status: number; location: string; code?: string }> {
    const { status, headers, body } = await this.browser.ask<{ code?: string }>('GET', path);
    return { status, location: headers.get('location') ?? '', code: body.code };
  }

  /** One page of the provider: the form on it, filled in, or where it leads on to. */
  private async there(at: string): Promise<string> {
    const page = await this.send('GET', at);
    if (page.location) return new URL(page.location, at).href;
    const [, action] = /action="([^"]+)"/.exec(page.text)!;
    const [, prompt] = /name="prompt" value="([^"]+)"/.exec(page.text)!;
    const form = new URLSearchParams({ prompt: prompt!, login: this.login, password: 'any' });
    const sent = await this.send('POST', new URL(action!, at).href, form.toString());
    return new URL(sent.location!, at).href;
  }

  private async send(method: 'GET' | 'POST', at: string, body?: string) {
    const cookie = [...this.atProvider].map(([name, value]) => `${name}=${value}`).join('; ');
    const {
      statusCode,
      headers,
      body: stream,
    } = await request(at, {
      method,
      headers: { cookie, ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) },
      body,
    });
    const text = await stream.text();
    if (statusCode >= 400) throw new Error(`${statusCode} ${text}`);
    for (const line of [headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.atProvider.set(name!, value!);
    }
    return { location: headers.location?.toString(), text };
  }
}

const CALLBACK = /\/session\/callback\?/;
const start = (to: string): string => `/session/start?to=${encodeURIComponent(to)}`;

it('says that the provider does not answer, while it does not', () => {
  expect(before).toMatchObject({ status: 503, code: 'issuer-unavailable' });
});

story(
  'page',
  'A3',
  'Somebody signs in at the provider, with a code and PKCE, and comes back to where they were',
  async (show) => {
    const anna = new Person('anna');
    const to = '/invoices?status=overdue&asOf=2026-03-31';
    const asked = new URL((await anna.here(start(to))).location).searchParams;
    const back = await anna.until(CALLBACK, start(to));
    const kept = anna.browser.set.get('quittance-sign-in')!;
    const ended = await anna.here(back);
    const session = anna.browser.set.get('quittance')!;
    anna.browser.headers['sec-fetch-site'] = 'same-origin';
    const issued = await anna.browser.ask(
      'POST',
      '/v1/customers',
      { customerId: 'C-1', name: 'Rossi' },
      { 'idempotency-key': '1' },
    );
    const { actor } = (await quittance.facts()).at(-1)!.metadata;
    show({
      input: `${start(to)}, the forms of the provider, and back`,
      right: {
        asked: ['code', 'S256', true, true, `${quittance.url}/session/callback`],
        kept: 'quittance-sign-in=…; Max-Age=600; Path=/; HttpOnly; SameSite=Lax',
        ended: [302, to],
        session: 'quittance=…; Max-Age=3600; Path=/; HttpOnly; SameSite=Strict',
        issued: 201,
        actor: { id: 'anna', roles: ['manager', 'finance-team'] },
        me: ['anna', 'Anna Neri', ['manager', 'finance-team']],
      },
      got: {
        asked: [
          ...['response_type', 'code_challenge_method'].map((name) => asked.get(name)),
          ...['state', 'nonce'].map((name) => (asked.get(name) ?? '').length > 20),
          asked.get('redirect_uri'),
        ],
        kept: kept.replace(/=[^;]+/, '=…'),
        ended: [ended.status, ended.location],
        session: session.replace(/=[^;]+/, '=…'),
        issued: issued.status,
        actor,
        me: await me(anna.browser),
      },
    });
  },
);

const me = async (browser: Browser) => {
  const { body } = await browser.ask<Record<string, unknown>>('GET', '/v1/me');
  return ['personId', 'name', 'roles'].map((name) => body[name]);
};

story(
  'page',
  'A3',
  'An answer of the provider is taken once, by the browser that began, with its own state',
  async (show) => {
    const [anna, other] = [new Person('anna'), new Person('anna')];
    const back = await anna.until(CALLBACK, start('/'));
    const elsewhere = await other.here(back);
    await other.here(start('/'));
    const mixedUp = await other.here(back);
    const forged = new Person('anna');
    const own = await forged.until(CALLBACK, start('/'));
    const wrongCode = await forged.here(own.replace(/code=[^&]+/, 'code=forged'));
    const first = await anna.here(back);
    const again = await anna.here(back);
    const refusedThere = new Person('anna');
    await refusedThere.here(start('/'));
    const noState = await refusedThere.here('/session/callback?error=access_denied');
    show({
      input:
        'the address that the provider leads back to, in another browser; in one that began another time; with another code; twice',
      right: {
        elsewhere: [401, 'sign-in-refused'],
        mixedUp: [401, 'sign-in-refused'],
        wrongCode: [401, 'sign-in-refused'],
        first: [302, undefined],
        again: [401, 'sign-in-refused'],
        noState: [401, 'sign-in-refused'],
      },
      got: Object.fromEntries(
        Object.entries({ elsewhere, mixedUp, wrongCode, first, again, noState }).map(
          ([name, { status, code }]) => [name, [status, code]],
        ),
      ),
    });
  },
);

story('page', 'A3', 'Who has no role there, or a name of ours, is not let in', async (show) => {
  const got: unknown[] = [];
  for (const login of ['guest', 'system:reactor']) {
    const person = new Person(login);
    const { status, code } = await person.here(await person.until(CALLBACK, start('/')));
    got.push([status, code, person.browser.cookies.has('quittance')]);
  }
  show({
    input: 'a guest without roles; an account called system:reactor',
    right: [
      [403, 'forbidden', false],
      [401, 'unauthorized', false],
    ],
    got,
  });
});

story(
  'page',
  'A3',
  'It comes back to a page of this installation, whatever it was asked for',
  async (show) => {
    const ways = [
      ...['https://evil.example/', '//evil.example', '/\\evil.example', '\\\\evil.example', '/ü', '/a b'],
      ...['/.//evil.example', 'javascript:alert(1)', '/session/start', '/%0d%0aSet-Cookie:x', ''],
    ];
    const got: string[] = [];
    for (const to of ways) {
      const anna = new Person('anna');
      got.push((await anna.here(await anna.until(CALLBACK, start(to)))).location);
    }
    const right = ways.map((to) => (to === '/%0d%0aSet-Cookie:x' ? to : '/'));
    show({ input: ways, right, got });
  },
);

it('tells the command line where people sign in', async () => {
  const ran = await run(['open', '--role', 'manager', '--sub', 'anna'], {
    ...{ DATA_DIR: quittance.dataDir, QUITTANCE_URL: quittance.url, OIDC_ISSUER: provider.issuer },
    ...{ OIDC_CLIENT_ID: CLIENT.clientId, OIDC_CLIENT_SECRET: CLIENT.clientSecret },
  }).ended;
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(`open ${quittance.url}/session/start`)]);
});
