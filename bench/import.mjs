// npm run bench:import -- [--quick] [--invoices N] [--profile FOLDER] [--json FILE]: the command line's import of a paid invoice a row
// into a fresh installation with its embedded stores, as its user runs it: commands/s, and where the CPU time goes.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { closing } from '../scripts/closing.mjs';
import { cpuOf, peakMemoryOf } from './cpu.mjs';
import { freePort } from './free-port.mjs';
import { built, root } from './product.mjs';
import { publish, round, spread, table } from './report.mjs';

const HEADER = 'No;Customer;Name;Issued;Due;Total;Paid';
const MAPPING = {
  ...{ delimiter: ';', decimal: ',', constants: { currency: 'EUR' } },
  columns: {
    number: 'No',
    customerId: 'Customer',
    customerName: 'Name',
    issuedOn: 'Issued',
    dueOn: 'Due',
    total: 'Total',
    paidOn: 'Paid',
  },
};

export { importing as import };

async function importing({ quick, invoices = quick ? 2_000 : 10_000, json, profile, concurrency }) {
  const rounds = [];
  for (let round = 0; round < (quick ? 1 : 3); round += 1)
    rounds.push(await oneRound(invoices, { profile, concurrency }));
  const names = Object.keys(rounds[0].cpu);
  const per = (name) =>
    spread(
      rounds.map(({ cpu, commands }) => cpu[name] / commands),
      3,
    );
  publish(
    {
      title: 'Import',
      settings: {
        rows: `${invoices}, each a paid invoice, of ${CUSTOMERS} customers`,
        machine: `${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`,
      },
      sections: [
        table(
          ['commands/s', 'checking and sending, s', 'peak memory of the import, MiB'],
          [
            [
              spread(rounds.map(({ rate }) => rate)),
              spread(
                rounds.map(({ seconds }) => seconds),
                1,
              ),
              spread(rounds.map(({ memory }) => memory)),
            ],
          ],
        ),
        table(
          ['process', 'CPU s per 1,000 commands'],
          names.map((name) => [name, per(name)]),
        ),
      ],
      goals: [
        {
          goal: '1,000 commands/s on two quiet cores',
          seen: spread(rounds.map(({ rate }) => rate)),
          met: rounds.every(({ rate }) => rate >= 1_000),
        },
      ],
      json,
    },
    { rounds },
  );
}

const CUSTOMERS = 200;
const PROFILED = join(root, 'bench/sides/profiled.cjs');

async function oneRound(invoices, { profile, concurrency }) {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-import-'));
  chmodSync(folder, 0o711);
  if (profile) mkdirSync(profile, { recursive: true });
  const profiling = profile ? { NODE_OPTIONS: `-r ${PROFILED}`, BENCH_PROFILES: profile } : {};
  const [port, eventsPort] = [await freePort(), await freePort()];
  const DATA_DIR = join(folder, 'data');
  const env = {
    ...process.env,
    DATA_DIR,
    PORT: String(port),
    EVENTSTORE_PORT: String(eventsPort),
    LOG_LEVEL: 'warn',
    ...profiling,
  };
  const server = spawn(process.execPath, [built('apps/standalone/src/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  let client;
  const work = async () => {
    await new Promise((resolve, reject) => {
      let heard = '';
      server.stdout.on('data', (text) => (heard += text).includes('/docs') && resolve());
      ended.then((code) => reject(new Error(`it ended with ${code}: ${heard}`)));
    });
    const file = join(folder, 'rows.csv');
    writeFileSync(file, `${[HEADER, ...Array.from({ length: invoices }, (_, i) => row(i))].join('\n')}\n`);
    writeFileSync(`${file}.json`, JSON.stringify(MAPPING));
    const before = partsOf(server.pid);
    const words = [
      'import',
      file,
      '--mapping',
      `${file}.json`,
      '--json',
      ...(concurrency ? ['--concurrency', concurrency] : []),
    ];
    client = spawn(process.execPath, [join(root, 'bin/quittance.mjs'), ...words], {
      env: { ...env, QUITTANCE_URL: `http://127.0.0.1:${port}`, QUITTANCE_TOKEN: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    const seen = { cpu: 0, memory: 0 };
    const watching = setInterval(() => {
      try {
        Object.assign(seen, { cpu: cpuOf(client.pid), memory: peakMemoryOf(client.pid) });
      } catch {
        // It has ended.
      }
    }, 200);
    client.stdout.on('data', (text) => (out += text));
    const code = await new Promise((resolve) => client.once('close', resolve));
    clearInterval(watching);
    if (code !== 0) throw new Error(`the import ended with ${code}: ${out}`);
    const after = partsOf(server.pid);
    const { added, seconds } = JSON.parse(out.trim().split('\n').at(-1));
    const commands = added.customers + added.invoices + added.payments;
    const cpu = { import: seen.cpu };
    for (const [name, ms] of Object.entries(after)) cpu[name] = ms - (before[name] ?? 0);
    return { commands, seconds, rate: round(commands / seconds, 0), memory: seen.memory, cpu };
  };
  return closing(work, async () => {
    client?.kill('SIGTERM');
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
}

const row = (i) => {
  const day = String((i % 28) + 1).padStart(2, '0');
  const month = String((i % 12) + 1).padStart(2, '0');
  return `B-${i};C-${i % CUSTOMERS};Customer ${i % CUSTOMERS};2024-${month}-${day};2025-01-31;${(i % 900) + 1},50;2025-02-${day}`;
};

/** CPU milliseconds so far of what the standalone runs, by name. */
function partsOf(pid) {
  const processes = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((id) => {
      try {
        const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [
          {
            id: Number(id),
            parent,
            command: readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' '),
          },
        ];
      } catch {
        return [];
      }
    });
  const cpu = {};
  const visit = (id, name) => {
    cpu[name] = (cpu[name] ?? 0) + cpuOf(id);
    for (const { id: child, command } of processes.filter(({ parent }) => parent === id)) {
      visit(child, name === 'PostgreSQL' ? name : nameOf(command));
    }
  };
  visit(pid, 'standalone');
  return cpu;
}

function nameOf(command) {
  if (/postgres/.test(command)) return 'PostgreSQL';
  const part = /apps\/(\w+)\/src\/main\.js/.exec(command)?.[1];
  return part ?? (/event-store/.test(command) ? 'event store node' : 'standalone');
}
