import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// How the API serves the page, as scripts/build.mjs left it in dist.

const ASSETS = join(__dirname, '../../dist/apps/web/assets');

let quittance: Quittance;
beforeAll(async () => {
  quittance = await startQuittance();
});
afterAll(() => quittance?.stop());

const open = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(quittance.url + path, { headers: { Accept: 'text/html,*/*;q=0.8', ...headers }, redirect: 'manual' });

const kindOf = async (path: string, headers?: Record<string, string>): Promise<string> => {
  const { status, headers: told } = await open(path, headers);
  return `${status} ${told.get('content-type')?.split(';')[0]}`;
};

story('page', 'C1', 'A browser gets the page at every address that no route has', async (show) => {
  const page = '200 text/html';
  const right: Record<string, string> = {
    '/': page,
    '/invoices?status=overdue': page,
    '/invoices/0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c': page,
    '/session/start': page,
    '/v1': '401 application/problem+json',
    '/v1/nothing': '401 application/problem+json',
    '/V1/nothing': '401 application/problem+json',
    '/health/nothing': '404 application/problem+json',
    '/assets/nothing.js': '404 application/problem+json',
    '/health/live': '200 application/json',
    '/docs': '200 text/html',
  };
  const got: Record<string, string> = {};
  for (const path of Object.keys(right)) got[path] = await kindOf(path);
  show({ input: 'GET with Accept: text/html', right, got });
  show({
    input: 'GET / by a program',
    right: '404 application/problem+json',
    got: await kindOf('/', { Accept: 'application/json' }),
  });
  const posted = await fetch(quittance.url, { method: 'POST', headers: { Accept: 'text/html' } });
  show({ input: 'POST /', right: 404, got: posted.status });
});

story(
  'page',
  'C2',
  'The page loads files of this server alone, which may be kept; the page itself may not',
  async (show) => {
    const page = await open('/');
    const policy = page.headers.get('content-security-policy')!;
    show({
      input: 'GET /',
      right: {
        cache: 'no-cache',
        referrer: 'same-origin',
        opener: 'same-origin',
        inline: false,
        policy: true,
      },
      got: {
        cache: page.headers.get('cache-control'),
        referrer: page.headers.get('referrer-policy'),
        opener: page.headers.get('cross-origin-opener-policy'),
        inline: /unsafe|https:|\*/.test(policy),
        policy: policy.startsWith("default-src 'none'") && policy.includes("trusted-types 'none'"),
      },
    });
    const etag = page.headers.get('etag')!;
    const again = await open('/', { 'If-None-Match': etag });
    show({ input: 'GET / with its ETag', right: [304, ''], got: [again.status, await again.text()] });
    const html = await page.text();
    show({ input: 'what stands inline', right: null, got: /<style|<script(?![^>]*\ssrc=)/.exec(html) });

    const script = readdirSync(ASSETS).find((name) => /^first-.*\.js$/.test(name))!;
    const got: Record<string, unknown> = {};
    for (const coding of ['br', 'gzip', 'identity']) {
      const asset = await open(`/assets/${script}`, { 'Accept-Encoding': coding });
      got[coding] = [asset.headers.get('content-encoding'), asset.headers.get('cache-control')];
      expect((await asset.text()).length).toBeGreaterThan(100_000);
    }
    const kept = 'public, max-age=31536000, immutable';
    show({
      input: `GET /assets/${script}`,
      right: { br: ['br', kept], gzip: ['gzip', kept], identity: [null, kept] },
      got,
    });
  },
);
