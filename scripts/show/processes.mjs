// The processes of an installation: killed in the middle of an import, stopped and continued, left behind or not.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { command, expect, say, title } from './ledger.mjs';
import { Installation, aging, run } from './installation.mjs';
import { processesOf } from './stage.mjs';

async function killEverything(folder) {
  for (const { pid } of await processesOf(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  while ((await processesOf(folder)).length > 0) await pause(20);
}

const ROWS = 400;

async function history(file) {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const paid = i % 2 === 0 ? '2/15/2024' : '';
    return `K-${i % 20},${50_000 + i},1/${(i % 28) + 1}/2024,2/${(i % 28) + 1}/2024,${i + 1}.5,${paid}`;
  });
  const header = 'customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate';
  await writeFile(file, [header, ...rows, ''].join('\r\n'));
}

export async function showKills(root, work) {
  title('5. kill -9 of everything during an import; a stopped projector');
  const folder = join(work, 'killed');
  const file = join(work, 'history.csv');
  await history(file);
  const mapping = 'docs/examples/receivables.mapping.json';
  const first = await Installation.at(root, folder);
  await first.start();
  command('npm run -s quittance -- import history.csv ..., and kill -9 of every process in the middle');
  const importing = first.quittance('import', file, '--mapping', mapping);
  const seen = async () =>
    Number((await first.get('/v1/invoices?limit=500').catch(() => undefined))?.body?.items?.length ?? 0);
  let before = 0;
  while (before < ROWS / 8) before = await seen();
  await killEverything(folder);
  await importing;
  expect('killed in the middle: some were in, not all', true, before > 0 && before < ROWS);

  const second = await Installation.at(root, folder);
  const { seconds } = await second.start();
  say(`started again in ${seconds.toFixed(1)} s`);
  const result = await second.quittance('import', file, '--mapping', mapping);
  const { rejected, added } = JSON.parse(result.stdout.trim().split('\n').at(-1));
  say(`the second import added ${JSON.stringify(added)}`);
  expect('import again: nothing rejected', [0, 0], [result.code, rejected]);
  const total = (condition) =>
    (
      Array.from({ length: ROWS }, (_, i) => (condition(i) ? i + 1.5 : 0)).reduce((a, b) => a + b, 0) || 0
    ).toFixed(2);
  const answer = aging((await second.get('/v1/reports/aging?asOf=2024-03-31')).body);
  expect(
    'same result, nothing doubled',
    { open: total((i) => i % 2 === 1), count: ROWS / 2, balanced: true },
    {
      open: answer.open_amount,
      count: Object.values(answer.counts).reduce((a, b) => a + b, 0),
      balanced: answer.balanced,
    },
  );
  await stoppedProjector(second, folder);
  await second.interrupt();
}

async function stoppedProjector(quittance, folder) {
  const projector = (await processesOf(folder)).find(({ line }) => line.includes('projector'));
  command('kill -STOP <projector>');
  process.kill(projector.pid, 'SIGSTOP');
  const written = await quittance.post('/v1/invoices', {
    number: 'while-stopped',
    customerId: 'K-1',
    issuedOn: '2024-01-01',
    dueOn: '2024-02-01',
    currency: 'EUR',
    total: '1.00',
  });
  expect('a write answers 201', 201, written.status);
  const stale = await quittance.get('/v1/invoices?number=while-stopped');
  expect(
    'a read says it is stale',
    ['true', 0],
    [stale.headers.get('quittance-stale'), stale.body.items.length],
  );
  command('kill -CONT <projector>');
  process.kill(projector.pid, 'SIGCONT');
  const caughtUp = await quittance.get(`/v1/invoices?number=while-stopped&after=${written.body.position}`);
  expect('then it catches up', 1, caughtUp.body.items.length);
}

async function twoStarts(root, folder, who, options) {
  for (const time of ['first', 'second']) {
    const quittance = await Installation.at(root, folder, options);
    const { seconds } = await quittance.start();
    say(`${who}, ${time} start: ${seconds.toFixed(1)} s`);
    const code = await quittance.interrupt();
    const left = await processesOf(folder);
    expect(`${who}, ${time} start: after Ctrl-C no process is left (ended with ${code})`, [], left);
    const names = await readdir(folder, { recursive: true });
    const locks = names.filter((name) => /postmaster\.pid$|\.lock$|\.s\.PGSQL/.test(name));
    expect(`${who}, ${time} start: no lock is left`, [], locks);
  }
}

export async function showTwoUsers(root, work) {
  title('6. Two starts, as root and as an ordinary user');
  const asRoot = process.getuid() === 0;
  await twoStarts(root, join(work, asRoot ? 'as-root' : 'as-user'), asRoot ? 'root' : 'an ordinary user', {});
  if (!asRoot) return say('not root: the start as root is skipped');
  const [uid, gid] = [65534, 65534];
  const clone = join(work, 'user', 'quittance');
  await run('mkdir', ['-p', join(work, 'user')]);
  await run('cp', ['-a', root, clone]);
  await run('chown', ['-R', `${uid}:${gid}`, join(work, 'user')]);
  await twoStarts(clone, join(work, 'user', 'data'), 'an ordinary user', {
    uid,
    gid,
    env: { HOME: join(work, 'user') },
  });
}
