// Jest's runtime, but for what a spec file loads: our own modules are evaluated anew for each file, as always, but compiled once a worker; packages are
// Node's business, loaded once a worker as they lie there. Evaluating them 160 times took half of the test run.
// Where a name leads and what a source becomes do not change from file to file either: both are looked up once a worker (decision 0205).
const { statSync } = require('node:fs');
const { dirname } = require('node:path');
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

/** Folder and name -> path. */
const places = new Map();

/** By path: the code, and the size and time of the source it was made from. */
const codes = new Map();

function transformedOnce(cache) {
  const transform = cache.transform.bind(cache);
  return (filename, options) => {
    if (options?.isInternalModule) return transform(filename, options);
    const { mtimeMs, size } = statSync(filename);
    const known = codes.get(filename);
    if (known?.mtimeMs === mtimeMs && known.size === size) {
      // What Jest itself looks up afterwards: lines of the sources in what a failure says.
      cache.transforms.set(filename, known.whole);
      if (known.whole.sourceMapPath) cache.sourceMaps.set(filename, known.whole.sourceMapPath);
      return known.whole.code;
    }
    const code = transform(filename, options);
    codes.set(filename, { mtimeMs, size, whole: cache.transforms.get(filename) });
    return code;
  };
}

module.exports = class OneRealmRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    const before = `(function (${executor.injectedModuleParameters.join(', ')}) {`;
    executor.compile = (source, filename) => compiled(before, source, filename).runInThisContext();
    this.transformCache.transform = transformedOnce(this.transformCache);
  }

  requireModuleOrMock(from, name) {
    if (OURS.test(name)) return this.own(from, name);
    if (OF_JEST.test(name) || this._resolution.isCoreModule(name)) {
      return super.requireModuleOrMock(from, name);
    }
    return createRequire(from)(name);
  }

  /** Jest looks for a mock of each module at each require; here are none. A file that is gone is said by Jest, with its hints. */
  own(from, name) {
    const key = `${dirname(from)}\0${name}`;
    let path = places.get(key);
    if (path === undefined) {
      const exports = super.requireModuleOrMock(from, name);
      places.set(key, this._resolution.resolveCjs(from, name));
      return exports;
    }
    const module = this.registries.getActiveCjsRegistry().get(path);
    return module ? module.exports : super.requireModule(from, path);
  }
};
module.exports.default = module.exports;
