// Aging over HTTP at growing numbers of open invoices, now and at past places of both axes; and whether the
// thousandth part payment on one invoice costs what the first did.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { facts as factsFor, factsOf } from './facts.mjs';
import { fill } from './filling.mjs';
import { built, Client, lib, request, root } from './product.mjs';
import { publish, quantile, spread, table } from './report.mjs';
import { measured, onStage } from './stage.mjs';

const FULL = { sizes: [20_000, 100_000, 1_000_000], times: 5, payments: 1_000 };
const QUICK = { sizes: [2_000, 5_000], times: 3, payments: 100 };
const LIMITS = { 20_000: 50, 100_000: 200, 1_000_000: 600 };
const PAST_LIMIT = 2_500;

/** Places in the history of two years that begins in 2024. */
const MIDDLE = { date: '2025-03-31', instant: '2025-03-31T12:00:00Z' };
const QUESTIONS = [
  ['now', ''],
  ['now, by customer', 'by=customer'],
  ['past date', `asOf=${MIDDLE.date}`],
  ['past instant', `knownAt=${MIDDLE.instant}`],
  ['past date and instant', `asOf=${MIDDLE.date}&knownAt=${MIDDLE.instant}`],
  ['past, as stated', `asOf=${MIDDLE.date}&knownAt=${MIDDLE.instant}&known=stated`],
];

export async function read({ quick, json, profile, plans, invoices: most = Infinity }) {
  const { sizes: all, times, payments } = quick ? QUICK : FULL;
  const within = all.filter((size) => size <= most);
  const sizes = within.length ? within : [most];
  const began = performance.now();
  const tell = (what) =>
    process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0)} s: ${what}\n`);
  await onStage({ profile }, async (stage) => {
    const paying = await partPayments(stage, payments);
    tell('part payments done');
    const databaseUrl = stage.env.DATABASE_URL;
    const node = await stage.startNode();
    const api = await stage.startApi();
    await node.stop(); // reports need no event store
    const runs = [];
    for (const invoices of sizes) {
      await fill({ databaseUrl, facts: factsFor(invoices) });
      tell(`${factsOf(invoices)} facts are in the mirror`);
      const rebuilder = await stage.start('rebuilder', join(root, 'bench/sides/rebuilder.mjs'));
      await rebuilder.ask({ what: 'rebuild', projection: 'all', from: 'mirror' });
      await rebuilder.ask({ what: 'dropOld' });
      await rebuilder.stop();
      await vacuum(stage);
      tell('projected');
      for (const [name, question] of QUESTIONS) {
        const milliseconds = await asked(stage, api.said.url, question, times);
        runs.push({ invoices, facts: factsOf(invoices), question: name, milliseconds });
      }
      tell(`${invoices} invoices done`);
    }
    if (plans) writeFileSync(plans, await explained(stage, sizes.at(-1)));
    report({ json, stage, sizes, runs, paying });
  });
}

/** Milliseconds of each of some answers, after two that warm up. */
async function asked(stage, url, question, times) {
  const token = await lib('http').signDevelopmentToken(stage.folder, { sub: 'ada', roles: ['analyst'] });
  const took = [];
  for (let i = -2; i < times; i += 1) {
    const began = performance.now();
    const { statusCode, body } = await request(`${url}/v1/reports/aging?${question}`, {
      headers: { authorization: `Bearer ${token}` },
      bodyTimeout: 0,
      headersTimeout: 0,
    });
    const answer = await body.json();
    if (statusCode !== 200) throw new Error(`${question}: ${statusCode} ${JSON.stringify(answer)}`);
    if (!answer.currencies.every(({ balanced }) => balanced)) throw new Error(`${question}: out of balance`);
    if (i >= 0) took.push(performance.now() - began);
  }
  return took;
}

/** As autovacuum leaves it. */
async function vacuum(stage) {
  const client = new Client({ connectionString: stage.env.DATABASE_URL });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

/**
 * The first and the last payments on one invoice, over HTTP, one after the other: median milliseconds, and CPU
 * milliseconds of all processes each.
 */
async function partPayments(stage, count) {
  const parts = [await stage.startNode(), await stage.startProjector(), await stage.startApi()];
  const url = parts.at(-1).said.url;
  const caller = await stage.start('payer', join(root, 'bench/sides/payer.mjs'), { QUITTANCE_URL: url });
  await caller.ask({ what: 'prepare', count });
  const some = Math.max(10, Math.floor(count / 20));
  const paid = async () => {
    const work = () => caller.ask({ what: 'pay', count: some });
    const { answer, cpuInAll } = await measured([...parts, stage.postgres], work);
    return { milliseconds: quantile(answer, 0.5), cpu: cpuInAll / some };
  };
  const first = await paid();
  await caller.ask({ what: 'pay', count: count - 2 * some });
  const last = await paid();
  for (const part of [caller, ...parts.reverse()]) await part.stop();
  return { count, first, last };
}

/** The plans of the report now and at a past place, as PostgreSQL carries them out. */
async function explained(stage, invoices) {
  const require = createRequire(built('x'));
  const { agingSql } = require(built('libs/receivables/src/reporting/aging.sql.js'));
  const { OF_TOTALS } = require(built('libs/receivables/src/reporting/aging.queries.js'));
  const { Bind, Cut } = lib('reading');
  const client = new Client({ connectionString: stage.env.DATABASE_URL });
  await client.connect();
  await client.query(OF_TOTALS);
  const of = async (recent, asOf) => {
    const bind = new Bind();
    const place = { asOf, known: 'recorded', knownPosition: BigInt(factsOf(invoices)) };
    const asking = { basis: 'agreed', ends: [30, 60, 90], totals: true, recent, apart: true };
    const statement = agingSql(bind, new Cut(bind, place), asking);
    const { rows } = await client.query(
      `explain (analyze, costs off, buffers off) ${statement}`,
      bind.values,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const today = new Date().toISOString().slice(0, 10);
  const [now, past] = [await of(true, today), await of(false, MIDDLE.date)];
  await client.end();
  return `Plans of the aging report at ${invoices} open invoices\n\n# now\n\n${now}\n\n# ${MIDDLE.date}\n\n${past}\n`;
}

function report({ json, stage, sizes, runs, paying }) {
  const of = (invoices, question) =>
    runs.find((run) => run.invoices === invoices && run.question === question).milliseconds;
  const goals = sizes.flatMap((invoices) => {
    const limits = [
      [['now'], LIMITS[invoices]],
      [QUESTIONS.slice(2).map(([name]) => name), PAST_LIMIT],
    ];
    return limits.map(([names, limit]) => {
      const worst = Math.max(...names.map((name) => quantile(of(invoices, name), 0.5)));
      const what = names.length > 1 ? 'any past date and instant' : names[0];
      return {
        goal: `${invoices} open invoices, ${what}: ${limit ?? 50} ms`,
        seen: `${worst.toFixed(0)} ms (median)`,
        met: worst <= (limit ?? 50),
      };
    });
  });
  const { count, first, last } = paying;
  const times = last.milliseconds / first.milliseconds;
  const each = ({ milliseconds, cpu }) => `${milliseconds.toFixed(1)} ms (${cpu.toFixed(1)} ms CPU)`;
  goals.push({
    goal: `payment ${count} on one invoice at most twice the first`,
    seen: `${times.toFixed(2)} times: ${each(first)}, ${each(last)}`,
    met: times <= 2,
  });
  const rows = QUESTIONS.map(([name]) => [name, ...sizes.map((invoices) => spread(of(invoices, name)))]);
  publish(
    {
      title: 'Aging over HTTP, milliseconds',
      settings: {
        ...stage.settings,
        data: 'made-up history over two years, a twentieth extended, another in three instalments, a sixth paid in part, 5,000 customers; vacuumed',
      },
      sections: [table(['question', ...sizes.map((n) => `${n} open`)], rows)],
      goals,
      json,
    },
    { runs, payments: paying },
  );
}
