import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// What the page weighs and costs, in a browser over 100,000 invoices: the bench measures it, and its goals are the budgets.
// BUDGETS=quick takes 2,000 invoices, which shows that it works.

const root = resolve(__dirname, '../..');
const quick = process.env.BUDGETS === 'quick' ? ['--quick'] : [];

it('the page keeps within its budgets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-budgets-'));
  const file = join(folder, 'page.json');
  const words = [join(root, 'bench/run.mjs'), 'page', ...quick, '--json', file];
  spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const { goals } = JSON.parse(readFileSync(file, 'utf8')) as {
    goals: { goal: string; seen: string; met: boolean }[];
  };
  rmSync(folder, { recursive: true });
  expect(goals.length).toBeGreaterThan(10);
  expect(goals.filter(({ met }) => !met)).toEqual([]);
}, 900_000);
