// The CPU time of a spec file: its worker's, and that of the processes it started and saw end; PostgreSQL's is nobody's. It
// is the fair figure on a machine that others use, too. Workers append lines to a file of the run, the reporter reads it.
const { appendFileSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Linux counts in hundredths of a second; elsewhere the processes are left out. */
function cpu() {
  const { user, system } = process.cpuUsage();
  let children = 0;
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
    children = (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    // no Linux
  }
  return (user + system) / 1_000 + children;
}

const file = () =>
  process.env.QUITTANCE_TEST_STORES && join(dirname(process.env.QUITTANCE_TEST_STORES), 'cpu');

/** Begins to count. Call what it answers when the file is over. */
exports.tell = (path) => {
  const before = cpu();
  return () => {
    if (file()) appendFileSync(file(), `${JSON.stringify([path, Math.round(cpu() - before)])}\n`);
  };
};

/** Milliseconds by file. */
exports.told = () => {
  try {
    return new Map(
      readFileSync(file(), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
  } catch {
    return new Map();
  }
};
