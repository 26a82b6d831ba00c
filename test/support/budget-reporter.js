// Prints how long each suite took, its budget, and the ten slowest files. Over the budget is said loudly and fails nothing:
// a machine may be busy, and a test that rests on the clock is a fault. Seconds of files are added up, whoever ran beside them.
const { relative } = require('node:path');

/** Seconds of its files that a suite may take on a quiet machine with two cores; what is under none is `other`. */
const BUDGETS = [
  ['test/conformance', 75],
  ['test/histories/simulated/processes', 45],
  ['test/histories', 90],
  ['test/faults', 480],
  ['test/pages', 15],
  ['test/scenarios', 500],
  ['libs/kernel', 15],
  ['libs/event-store', 45],
  ['libs/read-model', 90],
  ['libs/embedded', 75],
  ['libs/http', 20],
  ['libs', 120],
  ['apps', 60],
  ['other', 15],
];
const SLOWEST = 10;

const seconds = (ms) => (ms / 1000).toFixed(1).padStart(8);

module.exports = class BudgetReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    const files = testResults
      .filter(({ skipped }) => !skipped)
      .map(({ testFilePath, perfStats }) => ({
        path: relative(this.rootDir, testFilePath).replaceAll('\\', '/'),
        took: perfStats.runtime,
      }));
    if (files.length < 2) return; // somebody looks at one file
    const lines = ['', 'seconds   budget  suite (sum of its files)'];
    for (const [suite, budget] of BUDGETS) {
      const own = files.filter(({ path }) => suiteOf(path) === suite);
      if (own.length === 0) continue;
      const took = own.reduce((sum, file) => sum + file.took, 0);
      const over =
        took > budget * 1000 ? `  <<< OVER ITS BUDGET by ${Math.round(took / 1000 - budget)} s` : '';
      lines.push(`${seconds(took)} ${String(budget).padStart(7)}  ${suite} (${own.length})${over}`);
    }
    lines.push('', `the ${SLOWEST} slowest files`);
    const slowest = files.sort((a, b) => b.took - a.took).slice(0, SLOWEST);
    for (const { path, took } of slowest) lines.push(`${seconds(took)}          ${path}`);
    process.stderr.write(`${lines.join('\n')}\n`);
  }
};

const suiteOf = (path) => BUDGETS.find(([suite]) => path.startsWith(`${suite}/`))?.[0] ?? 'other';
