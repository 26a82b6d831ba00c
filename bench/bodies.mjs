// npm run bench:bodies -- [--quick]: how long the largest bodies of every write hold the event loop of the api.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { lib, request, root } from './product.mjs';
import { publish, round, spread, table } from './report.mjs';
import { onStage } from './stage.mjs';

/** Milliseconds: no request may keep all the others, health included, waiting for longer. */
const LONGEST = 50;
const ROUNDS = 5;

export async function bodies({ quick, json, profile }) {
  await onStage({ profile }, async (stage) => {
    await stage.startNode();
    await stage.startProjector();
    const preload = join(root, 'bench/sides/loop-delay.cjs');
    const api = await stage.start('api', join(root, 'dist/apps/api/src/main.js'), {
      NODE_OPTIONS: `--require ${preload}`,
    });
    const send = await sender(stage.env.DATA_DIR, api.said.url);
    const delay = async () => (await api.ask({ what: 'delay' })).milliseconds;
    const routes = await writesOf(api.said.url);
    for (const route of routes) for (const body of bodiesOf(route)) await send(route.path, body.text); // warm
    const rows = [];
    let longest = 0;
    for (const route of routes) {
      for (const { shape, text } of bodiesOf(route)) {
        const held = [];
        let status;
        for (let i = 0; i < (quick ? 1 : ROUNDS); i += 1) {
          await delay();
          status = await send(route.path, text);
          held.push(await delay());
        }
        longest = Math.max(longest, ...held);
        rows.push([route.name, shape, Math.round(Buffer.byteLength(text) / 1024), status, spread(held, 1)]);
      }
    }
    const columns = ['write', 'body', 'KiB', 'answer', 'loop held at most, ms: median (least to most)'];
    const goal = `no body of any write holds the event loop for more than ${LONGEST} ms`;
    const goals = [{ goal, seen: `${round(longest)} ms`, met: longest <= LONGEST }];
    const settings = { ...stage.settings, rounds: quick ? 1 : ROUNDS };
    publish(
      { title: 'Largest bodies', settings, sections: [table(columns, rows)], goals, json },
      { rows, longest },
    );
  });
}

/** Every POST of the OpenAPI document, with the bytes that it takes. */
async function writesOf(url) {
  const { paths } = await (await request(`${url}/openapi.json`)).body.json();
  return Object.entries(paths)
    .filter(([, { post }]) => post?.requestBody)
    .map(([path, { post }]) => ({
      name: path,
      path: path.replace(/\{\w+\}/g, '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
      most: 1024 * Number(/body of at most (\d+) KiB/.exec(post.description ?? '')?.[1] ?? 64),
    }));
}

/** Bodies as large as the route takes, each the worst of its kind. */
function bodiesOf({ path, most }) {
  const of = (count, one) => Array.from({ length: count }, (_, i) => one(i));
  const fitting = (shape, text) => ({ shape, text: text.slice(0, most) });
  const allocation = { invoiceId: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c', amount: '1.00' };
  const wide = (names) => Object.fromEntries(of(names, (i) => [`unknown-${i}`, { a: [1, { b: 'x' }] }]));
  const text = 'é'.repeat(Math.floor((most - 100) / 2));
  const shapes = [
    { shape: '200 unknown names', text: JSON.stringify(wide(200)) },
    { shape: '1,000 items', text: JSON.stringify({ allocations: of(1_000, () => allocation), lines: [] }) },
    {
      shape: '1,000 items of nothing',
      text: JSON.stringify({ lines: of(1_000, () => ({})), allocations: [] }),
    },
    { shape: 'one long text', text: JSON.stringify({ number: text }) },
    { shape: 'one long name', text: JSON.stringify({ [text]: 1 }) },
    fitting('marks to compose', `{"name":"${'a\u0323\u0307'.repeat((most - 100) / 5)}`),
    fitting('backslashes', `{"name":"${'\\\\'.repeat(most / 2)}`),
    fitting('brackets', '['.repeat(most)),
    fitting('numbers', `[${'1,'.repeat(most / 2)}`),
    fitting('no JSON', '"'.repeat(most)),
  ];
  if (path === '/v1/payments')
    shapes.push({
      shape: 'valid, 500 parts',
      text: payment(of(500, () => ({ ...allocation, invoiceId: randomUUID() }))),
    });
  if (path === '/v1/invoices')
    shapes.push({
      shape: 'valid, 1,000 lines',
      text: invoice(of(999, (i) => ({ text: `line ${i} ${'x'.repeat(200)}` }))),
    });
  if (path === '/v1/batches') shapes.push({ shape: 'valid, 500 commands', text: batch(of(500, (i) => i)) });
  return shapes.filter(({ text: { length } }) => length <= most);
}

const payment = (allocations) =>
  JSON.stringify({ amount: '500.00', currency: 'EUR', receivedOn: '2026-01-05', allocations });
const invoice = (lines) =>
  JSON.stringify({
    number: 'N-1',
    customerId: 'C-unknown',
    issuedOn: '2026-01-05',
    dueOn: '2026-02-04',
    currency: 'EUR',
    total: '100.00',
    lines,
  });
const batch = (numbers) =>
  JSON.stringify({
    commands: numbers.map((i) => ({
      route: '/v1/customers',
      key: `bench ${i}`,
      body: { customerId: `C-${i}`, name: `Customer ${i} ${'x'.repeat(150)}`, currency: 'EUR' },
    })),
  });

/** Sends a body as somebody who may do everything. @returns the status answered */
async function sender(dataDir, url) {
  const roles = ['clerk', 'manager', 'admin', 'importer'];
  const token = await lib('http').signDevelopmentToken(dataDir, { sub: 'bench', roles });
  return async (path, body) => {
    const { statusCode, body: said } = await request(url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body,
    });
    await said.dump();
    return statusCode;
  };
}
