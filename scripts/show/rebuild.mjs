// A rebuild with its swap under load: commands go on, and a reader that polls all the while sees whole data only.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Installation } from './installation.mjs';
import { command, expect, say, title } from './ledger.mjs';

const PER_SECOND = 200;
const BEFORE = { full: 6_000, quick: 1_000 };
const AS_OF = '2026-03-31';

export async function showRebuild(root, work, { quick }) {
  title(`Rebuild and swap under ${PER_SECOND} commands a second, with a reader polling`);
  const installation = await Installation.at(root, join(work, 'rebuilt'));
  await installation.start();
  try {
    await history(installation, work, quick ? BEFORE.quick : BEFORE.full);
    const asked = await installation.get(`/v1/reports/aging?asOf=${AS_OF}&by=customer`);
    await installation.token('clerk,manager', 'clara');
    const load = writing(installation);
    const reader = reading(installation);
    await until(() => load.done > PER_SECOND && reader.answers > 3);
    command('npm run -s quittance -- replay all --json');
    const { code, stdout, stderr } = await installation.quittance('replay', 'all', '--json');
    const [written, read] = [load.done, reader.answers];
    await until(() => load.done > written + PER_SECOND && reader.answers > read + 3);
    await load.stop();
    await reader.stop();
    const rebuilt = JSON.parse(stdout.trim().split('\n').at(-1) || '{}');
    say(
      `${rebuilt.facts} facts in ${Number(rebuilt.seconds).toFixed(1)} s; old tables in ${rebuilt.retired}`,
    );
    say(`${load.done} commands, ${load.rate()} a second; ${reader.answers} answers read`);
    expect(`the rebuild ends with ${code ? stderr.trim() : ''}`, 0, code);
    expect('the new tables were swapped in', true, rebuilt.swapped);
    expect('every command was done', [], load.refused);
    expect('no answer was an error, empty, out of balance or older than the one before', [], reader.wrong);
    await lookAgain(installation, asked, load.done);
    const dry = await installation.quittance('replay', 'all', '--dry-run', '--diff', '--json');
    expect('another rebuild would change no row: exit', 0, dry.code);
  } finally {
    await installation.interrupt();
  }
}

async function history(installation, work, rows) {
  const file = join(work, 'before-rebuild.csv');
  const lines = Array.from({ length: rows }, (_, i) => {
    const paid = i % 3 === 0 ? '2/20/2026' : '';
    return `C-${i % 50},B-${i},1/${(i % 28) + 1}/2026,2/${(i % 28) + 1}/2026,${(i % 900) + 10}.25,${paid}`;
  });
  const header = 'customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate';
  await writeFile(file, [header, ...lines, ''].join('\r\n'));
  command(`npm run -s quittance -- import ${rows} rows`);
  const mapping = 'docs/examples/receivables.mapping.json';
  const { code, stderr } = await installation.quittance('import', file, '--mapping', mapping);
  if (code !== 0) throw new Error(`the import ended with ${code}: ${stderr}`);
}

/** Invoices and part payments at a fixed rate, whatever the answers take. */
function writing(installation) {
  const began = Date.now();
  const under = new Set();
  const load = { done: 0, refused: [], rate: () => Math.round((load.done * 1000) / (Date.now() - began)) };
  const numbers = [];
  let sent = 0;
  const one = async (i) => {
    const open = i % 4 === 3 ? numbers.shift() : undefined;
    if (open) {
      await installation.done('/v1/payments', {
        ...{ amount: '1.00', currency: 'EUR', receivedOn: AS_OF },
        allocations: [{ invoiceId: open, amount: '1.00' }],
      });
    } else {
      const body = { customerId: `C-${i % 50}`, currency: 'EUR', total: '20.00' };
      const dates = { issuedOn: '2026-03-01', dueOn: '2026-03-31' };
      const { id } = await installation.done('/v1/invoices', { number: `L-${i}`, ...body, ...dates });
      numbers.push(id);
    }
    load.done += 1;
  };
  const timer = setInterval(() => {
    const due = Math.floor(((Date.now() - began) / 1000) * PER_SECOND);
    for (; sent < due; sent += 1) {
      const call = one(sent).catch((error) => load.refused.push(String(error)));
      under.add(call);
      void call.finally(() => under.delete(call));
    }
  }, 5);
  load.stop = async () => {
    clearInterval(timer);
    await Promise.all(under);
  };
  return load;
}

/** Asks again and again; only part payments come in, so that what is open in number never shrinks. */
function reading(installation) {
  const reader = { answers: 0, wrong: [] };
  let going = true;
  let last = { count: 0, position: 0n };
  const look = ({ status, body, text }) => {
    const [totals] = body?.currencies ?? [];
    if (status !== 200 || !totals) return reader.wrong.push(`${status} ${text.slice(0, 200)}`);
    const count = Object.values(totals.buckets).reduce((sum, bucket) => sum + bucket.count, 0);
    const position = BigInt(body.knownPosition);
    if (!totals.balanced) reader.wrong.push(`out of balance: ${text.slice(0, 300)}`);
    if (count < last.count) reader.wrong.push(`${count} open invoices after ${last.count}`);
    if (position < last.position) reader.wrong.push(`position ${position} after ${last.position}`);
    last = { count, position };
  };
  const going_on = (async () => {
    while (going) {
      look(await installation.get(`/v1/reports/aging?asOf=${AS_OF}`));
      reader.answers += 1;
      const { status, body } = await installation.get('/v1/invoices?limit=20');
      if (status !== 200 || body.items.length !== 20) reader.wrong.push(`list: ${status}`);
    }
  })();
  reader.stop = async () => {
    going = false;
    await going_on;
  };
  return reader;
}

/** The same question gives the same bytes after the swap, and nothing that was acknowledged is missing. */
async function lookAgain(installation, asked, commands) {
  const { knownAt } = asked.body;
  const question = `/v1/reports/aging?asOf=${AS_OF}&by=customer&knownAt=${encodeURIComponent(knownAt)}`;
  const again = await installation.get(question);
  expect(
    'the question of before gives the same bytes',
    asked.headers.get('quittance-content-hash'),
    again.headers.get('quittance-content-hash'),
  );
  const checked = await installation.quittance('check', '--deep');
  expect(`check --deep finds nothing after ${commands} commands: exit`, 0, checked.code);
}

async function until(condition) {
  while (!condition()) await pause(20);
}
