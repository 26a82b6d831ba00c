// Jest's runtime, but for what a spec file loads: our own modules are evaluated anew for each file, as always; packages are
// Node's business, loaded once a worker as they lie there. Evaluating them 160 times took half of the test run.
const { compileFunction } = require('node:vm');
const { createRequire } = require('node:module');
const Runtime = require('jest-runtime').default;

const OURS = /^(\.|\/|@quittance\/)/;
const OF_JEST = /^(jest|@jest)(\/|-|$)/;

module.exports = class OneRealmRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModuleOrMock(from, name) {
    if (OURS.test(name) || OF_JEST.test(name) || this._resolution.isCoreModule(name)) {
      return super.requireModuleOrMock(from, name);
    }
    return createRequire(from)(name);
  }
};
module.exports.default = module.exports;
