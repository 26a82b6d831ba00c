// npm run bench:dunning -- [--quick] [--invoices N] [--json FILE]: a morning run over open invoices of a fresh installation with its
// embedded stores, each with one step to come; the same run again must add nothing. The reactor stands still meanwhile: then it goes
// on, and makes mails of what was planned.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { closing } from '../scripts/closing.mjs';
import { cpuOf, memoryOf, processesOf } from './cpu.mjs';
import { freePort } from './free-port.mjs';
import { built, Client, lib, root } from './product.mjs';
import { publish, round, table } from './report.mjs';

const HEADER = 'No;Customer;Name;Issued;Due;Total';
const MAPPING = {
  ...{ delimiter: ';', decimal: ',', constants: { currency: 'EUR' } },
  columns: {
    ...{ number: 'No', customerId: 'Customer', customerName: 'Name', issuedOn: 'Issued', dueOn: 'Due' },
    total: 'Total',
  },
};
const CUSTOMERS = 200;
const PARTS = ['api', 'event-store', 'projector', 'reactor', 'postgres'];
/** The run of this day comes 3 days before all due dates: one step each, none below it. */
const [RUN_ON, DUE_ON] = ['2025-01-28', '2025-01-31'];

export async function dunning({ quick, invoices = quick ? 2_000 : 20_000, json }) {
  const { first, second, mails, memory } = await oneRound(invoices);
  publish(
    {
      title: 'Dunning',
      settings: {
        invoices: `${invoices} open, of ${CUSTOMERS} customers, each with one step to come`,
        machine: `${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`,
      },
      sections: [
        table(
          ['run alone', 'seconds', 'considered', 'planned', 'facts/s'],
          [first, second].map(({ seconds, considered, planned }, i) => [
            ...[i === 0 ? 'first' : 'again', round(seconds, 1), considered],
            ...[planned, round(planned / seconds, 0)],
          ]),
        ),
        table(
          ['seconds of CPU', ...PARTS],
          [
            ['the first run', ...PARTS.map((part) => round(first.cpu[part], 1))],
            [
              `until ${mails.drafted} steps are in mails: ${round(mails.seconds, 1)} s`,
              ...PARTS.map((part) => round(mails.cpu[part], 1)),
            ],
          ],
        ),
        table(
          ['memory of the API after', 'MiB'],
          memory.map(({ considered, mebibytes }) => [`${considered} considered`, mebibytes]),
        ),
      ],
      goals: [
        {
          goal: '20,000 open invoices in 5 s, one fact a step',
          seen: `${round(first.seconds, 1)} s for ${first.planned}`,
          met: (first.seconds * 20_000) / invoices <= 5 && first.planned === invoices,
        },
        {
          goal: 'the same run again adds nothing',
          seen: `${second.planned} planned`,
          met: second.planned === 0,
        },
      ],
      json,
    },
    { first, second, mails, memory },
  );
}

async function oneRound(invoices) {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-dunning-'));
  chmodSync(folder, 0o711);
  const [port, eventsPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    ...{
      DATA_DIR: join(folder, 'data'),
      PORT: String(port),
      EVENTSTORE_PORT: String(eventsPort),
      LOG_LEVEL: 'warn',
    },
  };
  const server = spawn(process.execPath, [built('apps/standalone/src/main.js')], {
    ...{ env, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  /** The last line of what a command of `quittance` tells; what it says on the way is for `hear`. */
  const told = async (words, hear = () => undefined) => {
    const client = spawn(process.execPath, [join(root, 'bin/quittance.mjs'), ...words, '--json'], {
      env: { ...env, QUITTANCE_URL: `http://127.0.0.1:${port}`, QUITTANCE_TOKEN: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    client.stderr.on('data', (text) => hear(String(text)));
    let out = '';
    client.stdout.on('data', (text) => (out += text));
    const code = await new Promise((resolve) => client.once('close', resolve));
    if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${out}`);
    return JSON.parse(out.trim().split('\n').at(-1));
  };
  const work = async () => {
    await new Promise((resolve, reject) => {
      let heard = '';
      server.stdout.on('data', (text) => (heard += text).includes('/docs') && resolve());
      ended.then((code) => reject(new Error(`it ended with ${code}: ${heard}`)));
    });
    const file = join(folder, 'rows.csv');
    const rows = Array.from({ length: invoices }, (_, i) => row(i));
    writeFileSync(file, `${[HEADER, ...rows].join('\n')}\n`);
    writeFileSync(`${file}.json`, JSON.stringify(MAPPING));
    await told(['import', file, '--mapping', `${file}.json`]);
    const processes = processesOf(server.pid);
    process.kill(processes.reactor, 'SIGSTOP');
    const cpuNow = () =>
      Object.fromEntries(
        PARTS.map((part) => [part, cpuOf(processes[part], { family: part === 'postgres' }) / 1_000]),
      );
    const since = (before) => {
      const now = cpuNow();
      return Object.fromEntries(PARTS.map((part) => [part, now[part] - before[part]]));
    };
    const memory = [];
    const remember = (text) => {
      const [, considered] = /(\d+) invoices considered/.exec(text) ?? [];
      if (considered) memory.push({ considered: Number(considered), mebibytes: memoryOf(processes.api) });
    };
    const runs = [];
    for (let i = 0; i < 2; i += 1) {
      const [begun, before] = [performance.now(), cpuNow()];
      const ran = await told(['dunning', 'run', '--date', RUN_ON], i === 0 ? remember : undefined);
      runs.push({ ...ran, seconds: (performance.now() - begun) / 1_000, cpu: since(before) });
    }
    const [begun, before] = [performance.now(), cpuNow()];
    process.kill(processes.reactor, 'SIGCONT');
    const { databaseUrl } = await lib('embedded').embeddedUrls(join(folder, 'data'));
    const reading = new Client({ connectionString: databaseUrl });
    await reading.connect();
    let drafted = 0;
    while (drafted < runs[0].planned) {
      await pause(500);
      const { rows } = await reading.query('select count(*)::int as steps from live.mail_items');
      drafted = rows[0].steps;
    }
    await reading.end();
    const mails = { drafted, seconds: (performance.now() - begun) / 1_000, cpu: since(before) };
    return { first: runs[0], second: runs[1], mails, memory: few(memory) };
  };
  return closing(work, async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Some eight of many, the last among them. */
const few = (many) => many.filter((_, i) => (many.length - 1 - i) % Math.ceil(many.length / 8) === 0);

const row = (i) =>
  `B-${i};C-${i % CUSTOMERS};Customer ${i % CUSTOMERS};2024-12-${String((i % 28) + 1).padStart(2, '0')};${DUE_ON};${(i % 900) + 1},50`;
