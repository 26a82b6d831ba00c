// npm run show:engine: what the engine does when things go wrong, rebuilt while it runs, checked by a stranger.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { showBenchmarks } from './benchmarks.mjs';
import { showFaults } from './faults.mjs';
import { finish } from './ledger.mjs';
import { showRebuild } from './rebuild.mjs';
import { showSeeds } from './seeds.mjs';
import { showTampering } from './tampering.mjs';

const HELP = `npm run show:engine -- [--only faults,seeds,rebuild,tampering,benchmarks] [--quick]

Shows: the faults F01 to F15, F19 and F20 with their times, and what broken lines they found; 10,000 simulated
histories; a rebuild with its swap under 200 commands a second, watched by a reader; an audit export tampered with in
six ways; the benchmark tables. All of it takes about an hour on two quiet cores; --quick takes the short faults, 200
histories and the smoke run of the benchmarks. Ends with 1 on a difference.

Example: npm run show:engine -- --only rebuild,tampering`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const SHOWS = {
  faults: showFaults,
  seeds: showSeeds,
  rebuild: showRebuild,
  tampering: showTampering,
  benchmarks: showBenchmarks,
};
const wanted = values.only?.split(',') ?? Object.keys(SHOWS);
const unknown = wanted.find((name) => !Object.hasOwn(SHOWS, name));
if (unknown !== undefined) {
  console.error(`there is no show ${unknown}; there are ${Object.keys(SHOWS).join(', ')}`);
  process.exit(2);
}

const root = resolve(import.meta.dirname, '../..');
const work = await mkdtemp(join(tmpdir(), 'quittance-show-'));
// An account other than root's must be able to enter it: embedded PostgreSQL never runs as root.
await chmod(work, 0o755);
try {
  for (const name of wanted) await SHOWS[name](root, work, { quick: values.quick });
  finish();
} finally {
  await rm(work, { recursive: true, force: true });
}
