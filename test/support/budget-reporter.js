// Prints how long each suite took, its budget, and the ten slowest files. Over the budget is said loudly and fails nothing:
// a machine may be busy, and a test that rests on the clock is a fault. What files took is added up, whoever ran beside them.
const { relative } = require('node:path');
const { told } = require('./cpu-of-files.js');

/** Seconds of CPU time that a suite's files may take; what is under none is `other`. */
const BUDGETS = [
  ['test/conformance', 40],
  ['test/histories/simulated/processes', 60],
  ['test/histories', 40],
  ['test/faults', 350],
  ['test/pages', 15],
  ['test/scenarios', 450],
  ['libs/kernel', 15],
  ['libs/event-store', 45],
  ['libs/read-model', 60],
  ['libs/embedded', 60],
  ['libs/http', 20],
  ['libs', 120],
  ['apps', 60],
  ['other', 15],
];
const SLOWEST = 10;

const seconds = (ms) => (ms / 1000).toFixed(1).padStart(8);
const sum = (files, of) => files.reduce((total, file) => total + file[of], 0);

module.exports = class BudgetReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    const cpu = told();
    const files = testResults
      .filter(({ skipped }) => !skipped)
      .map(({ testFilePath, perfStats }) => ({
        path: relative(this.rootDir, testFilePath).replaceAll('\\', '/'),
        took: perfStats.runtime,
        cpu: cpu.get(testFilePath) ?? 0,
      }));
    if (files.length < 2) return; // somebody looks at one file
    const lines = ['', '    took      CPU  budget  suite (seconds; files run side by side)'];
    for (const [suite, budget] of BUDGETS) {
      const own = files.filter(({ path }) => suiteOf(path) === suite);
      if (own.length === 0) continue;
      const over = sum(own, 'cpu') / 1000 - budget;
      lines.push(
        `${seconds(sum(own, 'took'))} ${seconds(sum(own, 'cpu'))} ${String(budget).padStart(7)}  ${suite} (${own.length})` +
          (over > 0 ? `  <<< OVER ITS BUDGET by ${Math.ceil(over)} s` : ''),
      );
    }
    lines.push(`${seconds(sum(files, 'took'))} ${seconds(sum(files, 'cpu'))}          all (${files.length})`);
    lines.push('', `the ${SLOWEST} slowest files`);
    const slowest = files.sort((a, b) => b.took - a.took).slice(0, SLOWEST);
    for (const { path, took, cpu: own } of slowest)
      lines.push(`${seconds(took)} ${seconds(own)}          ${path}`);
    process.stderr.write(`${lines.join('\n')}\n`);
  }
};

const suiteOf = (path) => BUDGETS.find(([suite]) => path.startsWith(`${suite}/`))?.[0] ?? 'other';
