// Random legal histories against a model, each by a seed.
import { run } from './installation.mjs';
import { command, expect, say, title } from './ledger.mjs';

export async function showSeeds(root, work, { quick, log }) {
  const runs = quick ? 200 : 10_000;
  title(`${runs} simulated histories`);
  command(`npm run test:histories -- --runs ${runs}`);
  const began = Date.now();
  const { code, stdout, stderr } = await run(
    'npm',
    ['run', '-s', 'test:histories', '--', '--runs', String(runs)],
    { cwd: root, log },
  );
  const lines = `${stdout}\n${stderr}`.trim().split(/[\r\n]+/);
  for (const line of lines.filter((text) => /seed|history|histories|passed|failed/i.test(text)).slice(-8))
    say(line);
  expect(`${runs} histories keep every rule (${Math.round((Date.now() - began) / 1000)} s)`, 0, code);
}
