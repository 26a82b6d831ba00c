// The failures to survive: each by its test, with its time; and which line, broken on purpose, each test found.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './installation.mjs';
import { command, expect, say, title } from './ledger.mjs';

const FAULTS = [...Array.from({ length: 15 }, (_, i) => i + 1), 19, 20].map(
  (number) => `F${String(number).padStart(2, '0')}`,
);

export async function showFaults(root, work, { quick, log }) {
  title('Faults: F01 to F15, F19, F20');
  const file = join(work, 'faults.json');
  command(`${quick ? 'FAULTS=short ' : ''}npm run test:faults`);
  const { code, stderr } = await run(
    'npm',
    ['run', '-s', 'test:faults', '--', '--json', `--outputFile=${file}`],
    { cwd: root, log, env: quick ? { FAULTS: 'short' } : {} },
  );
  say(/FAULTS_SEED=\d+/.exec(stderr)?.[0] ?? 'no seed was printed');
  const { testResults } = JSON.parse(await readFile(file, 'utf8').catch(() => '{"testResults":[]}'));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, fault: faultOf(name) })),
  );
  for (const fault of FAULTS) {
    const own = tests.filter((test) => test.fault === fault);
    for (const { status, duration, fullName } of own) {
      say(`${fault}  ${((duration ?? 0) / 1000).toFixed(1).padStart(6)} s  ${status}  ${fullName}`);
    }
    const statuses = new Set(own.map(({ status }) => status));
    expect(`${fault} is survived`, ['passed'], [...statuses]);
  }
  expect('npm run test:faults ends with', 0, code);
  await showBrokenLines(root);
}

/** `f07-subscription-ends.spec.ts` tests F07. */
const faultOf = (path) => /\/(f\d\d)-[^/]*$/.exec(path)?.[1].toUpperCase();

async function showBrokenLines(root) {
  title('What each test finds: a line broken on purpose');
  const readme = await readFile(join(root, 'test/faults/README.md'), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('|'));
  for (const row of rows) console.log(`   ${row}`);
  const missing = FAULTS.filter((fault) => !rows.some((row) => row.includes(fault)));
  expect('every fault has a line that was broken on purpose', [], missing);
}
