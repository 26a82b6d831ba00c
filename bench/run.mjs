// npm run bench:bodies|commands|dunning|import|lag|macs|page|read|rebuild|tls -- [--quick] [--json FILE] [--profile FOLDER]
// bench:rebuild also: [--facts N]; bench:read also: [--invoices N] (no more open invoices than that) [--plans FILE]; bench:import, bench:dunning and bench:page also: [--invoices N]
// Installs what only the bench needs (with its own lock) and builds the product first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../scripts/build.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const BENCHES = ['bodies', 'commands', 'dunning', 'import', 'lag', 'macs', 'page', 'read', 'rebuild', 'tls'];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    profile: { type: 'string' },
    plans: { type: 'string' },
    facts: { type: 'string' },
    invoices: { type: 'string' },
  },
});
const [name] = positionals;
const counts = [values.facts, values.invoices].filter((count) => count !== undefined);
const usable = counts.every((count) => /^[1-9]\d{2,7}$/.test(count));
if (positionals.length !== 1 || !BENCHES.includes(name) || !usable) {
  process.stderr.write(
    `usage: node bench/run.mjs ${BENCHES.join('|')} [--quick] [--json FILE] [--profile FOLDER] [--facts N] [--invoices N] [--plans FILE]\n`,
  );
  process.exit(2);
}
// The page is timed beside no peer.
if (name !== 'page' && !existsSync(join(here, 'node_modules/@event-driven-io'))) {
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', words, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
await build();
const bench = await import(`./${name}.mjs`);
const numberOf = (count) => count && Number(count);
await bench[name]({ ...values, facts: numberOf(values.facts), invoices: numberOf(values.invoices) });
