// The benchmark tables, as the benches print them: figures beside a peer's, in the same run.
import { run } from './installation.mjs';
import { command, expect, title } from './ledger.mjs';

export async function showBenchmarks(root, work, { quick, log }) {
  for (const bench of ['commands', 'lag', 'read', 'rebuild']) {
    title(`Benchmark: ${bench}`);
    const words = quick ? ['--quick'] : [];
    command(`npm run bench:${bench}${quick ? ' -- --quick' : ''}`);
    const { code, stdout, stderr } = await run('npm', ['run', '-s', `bench:${bench}`, '--', ...words], {
      ...{ cwd: root, log },
    });
    console.log(stdout.trim());
    if (code !== 0) console.log(stderr.trim().split('\n').slice(-10).join('\n'));
    // Whether a goal was met is said in the table: a machine that is busy makes no bench fail.
    expect(`bench:${bench} runs to its end`, 0, code);
  }
}
