// The page's budgets: what it weighs, how soon it shows its first rows, what a key and a scroll cost in the browser, and what lists,
// sums and facets of many invoices cost the server.
import { join } from 'node:path';
import { BUDGETS, measured as weighed } from '../scripts/build-page.mjs';
import { Browsing } from './browsing.mjs';
import { facts as factsFor, factsOf } from './facts.mjs';
import { fill } from './filling.mjs';
import { Client, lib, request, root } from './product.mjs';
import { publish, quantile, spread, table } from './report.mjs';
import { measured, onStage } from './stage.mjs';

const FULL = { invoices: 100_000, times: 7, scrolled: 10_000 };
const QUICK = { invoices: 2_000, times: 3, scrolled: 1_000 };
const MIDDLE = '2025-03-31';

/** Milliseconds of CPU in the API and in PostgreSQL: what waits for other work of the machine is no fault of the answer. */
const QUESTIONS = [
  ['first page', 300, (at) => `/v1/invoices?sort=dueOn&limit=100${at}`],
  ['next page', 150, (at, cursor) => `/v1/invoices?sort=dueOn&limit=100${at}&cursor=${cursor}`],
  ['search by number', 300, (at) => `/v1/invoices?q=INV-00000042&limit=100${at}`],
  ['sums', 300, (at) => `/v1/invoices/summary?status=open${at}`],
  ['facets, six', 300, (at) => `/v1/invoices/facets?of=status,ownerId,customerId,currency,bucket,hold${at}`],
  ['groups by customer', 300, (at) => `/v1/invoices/groups?by=customerId&limit=100${at}`],
];

export async function page({ quick, json, profile, invoices: asked }) {
  const {
    invoices = FULL.invoices,
    times,
    scrolled,
  } = { ...(quick ? QUICK : FULL), ...(asked && { invoices: asked }) };
  await onStage({ profile }, async (stage) => {
    await stage.startNode();
    const api = await stage.startApi();
    const { url } = api.said;
    await fill({ databaseUrl: stage.env.DATABASE_URL, facts: factsFor(invoices) });
    const rebuilder = await stage.start('rebuilder', join(root, 'bench/sides/rebuilder.mjs'));
    await rebuilder.ask({ what: 'rebuild', projection: 'all', from: 'mirror' });
    await rebuilder.ask({ what: 'dropOld' });
    await rebuilder.stop();
    await vacuumed(stage);
    const token = await lib('http').signDevelopmentToken(stage.folder, { sub: 'ada', roles: ['manager'] });
    const questions = [];
    for (const [name, limit, pathOf] of QUESTIONS) {
      for (const [when, at] of [
        ['now', ''],
        ['past day', `&asOf=${MIDDLE}`],
      ]) {
        const ask = await asking({ url, token, path: await pathAt(pathOf, { url, token, at }) });
        const runs = await answered([api, stage.postgres], ask, times);
        questions.push({ name, when, limit, ...runs });
      }
    }
    const browser = await seen({ url, token, times, scrolled });
    report({ json, stage, invoices, questions, browser });
  });
}

async function vacuumed(stage) {
  const client = new Client({ connectionString: stage.env.DATABASE_URL });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

/** The cursor of the second page is taken from the first one's answer. */
async function pathAt(pathOf, { url, token, at }) {
  if (pathOf.length < 2) return pathOf(at);
  const first = await (await asking({ url, token, path: QUESTIONS[0][2](at) }))();
  return pathOf(at, encodeURIComponent(first.next));
}

const asking =
  async ({ url, token, path }) =>
  async () => {
    const { statusCode, body } = await request(`${url}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const answer = await body.json();
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${JSON.stringify(answer)}`);
    return answer;
  };

/** After two that warm up. */
async function answered(parts, ask, times) {
  const [cpu, wall] = [[], []];
  for (let i = -2; i < times; i += 1) {
    const { seconds, cpuInAll } = await measured(parts, ask);
    if (i < 0) continue;
    cpu.push(cpuInAll);
    wall.push(seconds * 1000);
  }
  return { cpu, wall };
}

/** What the browser does with it. */
async function seen({ url, token, times, scrolled }) {
  const browsing = await Browsing.begin(url, token);
  try {
    const firstRows = [];
    for (let i = 0; i < times; i += 1) firstRows.push(await browsing.firstRows());
    await browsing.open('/invoices?sort=dueOn');
    const keys = await browsing.keys(100);
    const scroll = await browsing.scroll(50);
    const far = await browsing.scrolledTo(scrolled);
    return { firstRows, keys, scroll, far };
  } finally {
    await browsing.end();
  }
}

function report({ json, stage, invoices, questions, browser }) {
  const { firstRows, keys, scroll, far } = browser;
  const sizes = weighed();
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;
  const weights = {
    firstScript: 'first load, scripts (gzip)',
    firstStyle: 'first load, styles (gzip)',
    lazy: 'largest part loaded later (gzip)',
    script: 'all scripts (gzip)',
    fonts: 'fonts with Cyrillic',
  };
  const goals = [
    ...Object.entries(weights).map(([name, what]) => budget(what, sizes[name], BUDGETS[name], kilobytes)),
    budget('first rows, empty cache', quantile(firstRows, 0.5), 1_500),
    budget('rows in the document, the most', far.most, 80, String),
    budget('key to next frame, 95 of 100', quantile(keys, 0.95), 60),
    budget('script of a scroll of 20 rows', quantile(scroll, 0.5), 16, (ms) => `${ms.toFixed(1)} ms`),
    budget(`memory after ${far.rows} rows`, far.heap, 150, (mib) => `${mib.toFixed(0)} MiB`),
    ...questions.map(({ name, when, limit, cpu }) =>
      budget(`${name}, ${when}: CPU`, quantile(cpu, 0.5), limit),
    ),
  ];
  publish(
    {
      title: `The page over ${invoices} invoices`,
      settings: {
        ...stage.settings,
        data: `${factsOf(invoices)} facts over two years, 5,000 customers, vacuumed; Chromium on the same cores`,
      },
      sections: [
        table(
          ['question', 'at', 'CPU, ms', 'time, ms'],
          questions.map(({ name, when, cpu, wall }) => [name, when, spread(cpu), spread(wall)]),
        ),
        table(
          ['in the browser', 'ms'],
          [
            ['first rows, empty cache', spread(firstRows)],
            ['key to next frame', spread(keys, 1)],
            ['script of a scroll of 20 rows', spread(scroll, 1)],
          ],
        ),
      ],
      goals,
      json,
    },
    { sizes, questions, browser },
  );
  if (goals.some(({ met }) => !met)) process.exitCode = 1;
}

const budget = (what, got, limit, shown = (ms) => `${ms.toFixed(0)} ms`) => ({
  goal: `${what}: at most ${shown(limit)}`,
  seen: shown(got),
  met: got <= limit,
});
