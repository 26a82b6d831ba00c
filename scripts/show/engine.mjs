// npm run show:engine: what the engine does when things go wrong, rebuilt while it runs, checked by a stranger.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { showBenchmarks } from './benchmarks.mjs';
import { showFaults } from './faults.mjs';
import { differ, failed, finish } from './ledger.mjs';
import { showRebuild } from './rebuild.mjs';
import { showSeeds } from './seeds.mjs';
import { onStage } from './stage.mjs';
import { showTampering } from './tampering.mjs';

/** In their order, each with the minutes it takes on two quiet cores. */
const PARTS = {
  faults: { show: showFaults, minutes: 15 },
  seeds: { show: showSeeds, minutes: 14 },
  rebuild: { show: showRebuild, minutes: 2 },
  tampering: { show: showTampering, minutes: 1 },
  benchmarks: { show: showBenchmarks, minutes: 25 },
};
const NAMES = Object.keys(PARTS);

const HELP = `npm run show:engine -- [--only ${NAMES.join(',')}] [--quick] [--log FILE]

Shows: the faults F01 to F15, F19 and F20 with their times, and what broken lines they found; 10,000 simulated
histories; a rebuild with its swap under 200 commands a second, watched by a reader; an audit export tampered with in
six ways; the benchmark tables. On two quiet cores, in minutes: ${NAMES.map((name) => `${name} ${PARTS[name].minutes}`).join(', ')}.
--quick takes the short faults, 200 histories and the smoke run of the benchmarks. What the long parts print as they go
is in the log (default: a file among the temporary ones, named at the start). A part that fails does not stop the
others; ends with 1 on a difference and says how to take up what is left.

Example: npm run show:engine -- --only rebuild,tampering`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    log: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const wanted = values.only?.split(',') ?? NAMES;
const unknown = wanted.find((name) => !NAMES.includes(name));
if (unknown !== undefined) {
  console.error(`there is no show ${unknown}; there are ${NAMES.join(', ')}`);
  process.exit(2);
}

const root = resolve(import.meta.dirname, '../..');
// Outlives the folder of the show: who wonders about a difference looks there.
const log = resolve(values.log ?? join(tmpdir(), `quittance-show-${process.pid}.log`));
await writeFile(log, '');
console.log(`${clock()} ${wanted.join(', ')}; the long parts print into ${log}`);

const left = [...wanted];
const again = [];
const times = [];
await onStage(
  async (work, signal) => {
    while (left.length > 0) {
      const name = left[0];
      const [began, before] = [Date.now(), differ()];
      await PARTS[name]
        .show(root, work, { quick: values.quick, log })
        .catch((error) => signal.aborted || failed(`the show of ${name}`, error));
      signal.throwIfAborted();
      const seconds = Math.round((Date.now() - began) / 1000);
      times.push(`${name} ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
      console.log(`${clock()} ${times.at(-1)}`);
      if (differ() > before) again.push(name);
      left.shift();
    }
    sayWhatIsLeft();
    finish();
  },
  { stopped: sayWhatIsLeft },
);

function sayWhatIsLeft() {
  console.log(`\nminutes: ${times.join(', ')}; log: ${log}`);
  if (again.length + left.length > 0) {
    console.log(`to take up what is left: npm run show:engine -- --only ${[...again, ...left].join(',')}`);
  }
}

/** The time of day. */
function clock() {
  return new Date().toTimeString().slice(0, 8);
}
