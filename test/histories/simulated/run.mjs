// npm run test:histories -- [--runs N] [--processes N] [--seed N]
// Neither --runs nor --processes: 1,000 seeds in memory and 50 with real processes, as the gate where the engine has changed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const number = { type: 'string' };
let values;
try {
  ({ values } = parseArgs({ options: { runs: number, processes: number, seed: number } }));
  for (const [name, value] of Object.entries(values))
    if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name} ${value}: a whole number`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
const both = values.runs === undefined && values.processes === undefined;
const runs = values.runs ?? (both ? '1000' : '0');
const processes = values.processes ?? (both ? '50' : '0');
const seed = values.seed ?? '1';
process.stderr.write(`seeds from ${seed} on: ${runs} in memory, ${processes} with real processes\n`);
const specs = [
  ...(runs === '0' ? [] : ['simulated/in-memory', 'simulated/database']),
  ...(processes === '0' ? [] : ['simulated/processes/']),
];
if (specs.length > 0) {
  const config = fileURLToPath(new URL('processes/jest.config.js', import.meta.url));
  const jest = fileURLToPath(import.meta.resolve('jest/bin/jest'));
  const env = {
    ...process.env,
    HISTORIES_RUNS: runs,
    HISTORIES_PROCESSES: processes,
    HISTORIES_SEED: seed,
    HISTORIES_PROGRESS: '1',
  };
  const ran = spawnSync(process.execPath, [jest, '-c', config, '--runInBand', ...specs], {
    stdio: 'inherit',
    env,
  });
  process.exit(ran.status ?? 1);
}
