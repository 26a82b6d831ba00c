// node -r this file: writes a CPU profile of the process into BENCH_PROFILES when it ends.
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { basename, join } = require('node:path');

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.on('exit', () => {
  const main = (process.argv[1] ?? '').split('/').slice(-3).join('-').replace('.js', '');
  session.post('Profiler.stop', (error, { profile }) => {
    if (!error)
      writeFileSync(
        join(process.env.BENCH_PROFILES, `${basename(main)}-${process.pid}.cpuprofile`),
        JSON.stringify(profile),
      );
  });
});
