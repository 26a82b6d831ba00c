// What one more settlement kind and one more field of a list cost: each is really added to a copy of this tree, formatted, type
// checked and tested there; then `git diff --stat` says which lines it took.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
// cspell:ignore numstat
const LEDGER = 'libs/receivables/src/ledger';
const PAYMENT = 'libs/receivables/src/payment';

/** Each change: after which text of a file a line is put. */
const CHANGES = [
  {
    title: 'one more settlement kind: a small balance is given up, against the tolerance account',
    lines: [
      [`${LEDGER}/accounts.ts`, `  tolerance: 'tolerance',\n`, `  'small-balance': 'tolerance',\n`],
      [
        `${LEDGER}/postings.spec.ts`,
        `        ['tolerance', 'tolerance'],\n`,
        `        ['small-balance', 'tolerance'],\n`,
      ],
      [`${LEDGER}/postings.spec.ts`, `(['tolerance', `, `'small-balance', `],
    ],
    spec: `${LEDGER}/postings.spec.ts`,
    most: { product: 1, folders: 1 },
  },
  {
    title:
      'one more field of a list: the month in which a payment was received, with filter, order, facet and CSV',
    lines: [
      [
        `${PAYMENT}/payment.list.ts`,
        `  receivedOn: date('Bank date', '2026-03-05'),\n`,
        `  month: code('Month of the bank date', '2026-03', { facet: true }),\n`,
      ],
      [`${PAYMENT}/payment.sql.ts`, ' source, external_id, ', `to_char(received_on, 'YYYY-MM') as month, `],
      [`${PAYMENT}/payment.sql.ts`, ' p.external_id, ', `to_char(p.received_on, 'YYYY-MM') as month, `],
    ],
    spec: `${PAYMENT}/payment.queries.spec.ts`,
    most: { product: 4, folders: 1 },
  },
];

const copy = mkdtempSync(join(tmpdir(), 'quittance-growth-'));
const KEPT = ['apps', 'bench', 'libs', 'scripts', 'test'];
const git = (...args) =>
  execFileSync('git', ['-c', 'user.name=show', '-c', 'user.email=show@example.com', ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
const run = (what, ...args) => {
  const ended = spawnSync(process.execPath, [join(ROOT, 'node_modules', what), ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  if (ended.status !== 0) throw new Error(`${what} ${args.join(' ')}\n${ended.stdout}${ended.stderr}`);
};

let failed = 0;
try {
  for (const path of KEPT) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  for (const path of ['tsconfig.json', 'package.json', 'jest.config.js', '.prettierrc.json', 'CHANGELOG.md'])
    cpSync(join(ROOT, path), join(copy, path));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  git('init', '-q');
  git('add', ...KEPT);
  git('commit', '-q', '-m', 'as it is');
  for (const { title, lines, spec, most } of CHANGES) {
    for (const [path, after, line] of lines) {
      const text = readFileSync(join(copy, path), 'utf8');
      if (text.split(after).length !== 2)
        throw new Error(`${path}: ${JSON.stringify(after)} is not there once`);
      writeFileSync(
        join(copy, path),
        text.replace(after, () => after + line),
      );
    }
    const paths = [...new Set(lines.map(([path]) => path))];
    run('prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', ...paths);
    run('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
    run('jest/bin/jest.js', '-w', '1', '--runTestsByPath', spec);
    const changed = git('diff', '--numstat')
      .trim()
      .split('\n')
      .map((row) => row.split('\t'));
    const product = changed.filter(([, , path]) => !path.endsWith('.spec.ts'));
    const added = product.reduce((sum, [lines]) => sum + Number(lines), 0);
    const folders = new Set(changed.map(([, , path]) => path.slice(0, path.lastIndexOf('/')))).size;
    const holds = added <= most.product && folders <= most.folders;
    failed += holds ? 0 : 1;
    console.log(`\n${title}`);
    console.log(git('diff', '--stat').trimEnd());
    console.log(
      `${holds ? 'ok' : 'DIFFERENCE'}: ${added} lines of the product (at most ${most.product}) in ${folders} folder (at most ${most.folders}); ` +
        `it compiles, and ${spec} passes`,
    );
    git('checkout', '-q', '.');
  }
} catch (error) {
  failed += 1;
  console.error(error.message);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
