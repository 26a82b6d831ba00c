// Jest's runtime, but for what a spec file loads: our own modules are evaluated anew for each file, as always, but compiled once a worker; packages are
// Node's business, loaded once a worker as they lie there. Evaluating them 160 times took half of the test run.
const { Script } = require('node:vm');
const { createRequire } = require('node:module');
const Runtime = require('jest-runtime').default;

const OURS = /^(\.|\/|@quittance\/)/;
const OF_JEST = /^(jest|@jest)(\/|-|$)/;

/** By path. Compiled once a worker: each file that runs it gets functions and variables of its own. */
const scripts = new Map();

function compiled(before, source, filename) {
  const known = scripts.get(filename);
  if (known?.source === source) return known.script;
  const script = new Script(`${before}${source}\n})`, { filename, columnOffset: -before.length });
  scripts.set(filename, { source, script });
  return script;
}

module.exports = class OneRealmRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    const before = `(function (${executor.injectedModuleParameters.join(', ')}) {`;
    executor.compile = (source, filename) => compiled(before, source, filename).runInThisContext();
  }

  requireModuleOrMock(from, name) {
    if (OURS.test(name) || OF_JEST.test(name) || this._resolution.isCoreModule(name)) {
      return super.requireModuleOrMock(from, name);
    }
    return createRequire(from)(name);
  }
};
module.exports.default = module.exports;
