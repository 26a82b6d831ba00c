// Jest begins with the largest files where it has no times of an earlier run, as on a new machine. Some small ones take long:
// begun last, they would run alone at the end, one core idle.
const Sequencer = require('@jest/test-sequencer').default;

const LONG = [
  'test/scenarios/printed-examples.spec.ts',
  'test/scenarios/import-cut-short.spec.ts',
  'test/scenarios/backup.spec.ts',
  'test/conformance/node.spec.ts',
  'test/scenarios/standalone.spec.ts',
  'test/scenarios/import-real-files.spec.ts',
  'test/scenarios/migrate-store.spec.ts',
  'apps/projector/src/main.spec.ts',
  'test/scenarios/bad-questions.spec.ts',
  'test/histories/simulated/in-memory.spec.ts',
  'test/faults/f11-far-behind.spec.ts',
  'test/faults/f05-projector-killed.spec.ts',
];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) =>
      LONG.findIndex((long) => path.replaceAll('\\', '/').endsWith(`/${long}`)) >>> 0;
    return super.sort(tests).sort((a, b) => place(a) - place(b)); // stable: -1 >>> 0 is larger than any place
  }
};
