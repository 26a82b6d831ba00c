// Jest's environment without a realm of its own: a spec file runs in the worker's, as the product runs in its process.
// So packages can be loaded once a worker (runtime.js), and `instanceof` holds between them, Node and our code.
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { tell } = require('../cpu-of-files.js');

/** What Jest keeps on the global of a file: the next file in this worker must begin without it. */
const OF_JEST =
  /^(EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|RETRY_\w+|WAIT_BEFORE_RETRY|LOG_ERRORS_BEFORE_RETRY)$|jest-matchers|JEST_STATE/;

const MATCHERS = Symbol.for('$$jest-matchers-object');

class OneRealm {
  constructor({ projectConfig }, { testPath }) {
    this.told = tell(testPath);
    this.global = globalThis;
    this.before = { console, exit: process.exit, env: { ...process.env }, listeners: listenersOf(process) };
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = new LegacyFakeTimers({
      config: projectConfig,
      global: globalThis,
      moduleMocker: this.moduleMocker,
      timerConfig: {
        idToRef: (id) => ({ id, ref: () => {}, unref: () => {} }),
        refToId: (timer) => timer?.id,
      },
    });
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    Error.stackTraceLimit = 100;
    // `expect` keeps its matchers here, and makes the place itself in a way that nobody could clear.
    const nothingYet = {
      customEqualityTesters: [],
      matchers: Object.create(null),
      state: {
        assertionCalls: 0,
        expectedAssertionsNumber: null,
        isExpectingAssertions: false,
        numPassingAsserts: 0,
        suppressedErrors: [],
      },
    };
    Object.defineProperty(globalThis, MATCHERS, { value: nothingYet, configurable: true });
  }

  async setup() {}

  /** Leaves the worker as the file found it: Jest's symbols, settings, handlers of signals. */
  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    for (const key of Object.getOwnPropertySymbols(globalThis)) {
      if (OF_JEST.test(key.description)) delete globalThis[key];
    }
    globalThis.console = this.before.console;
    process.exit = this.before.exit;
    for (const name of Object.keys(process.env)) if (!(name in this.before.env)) delete process.env[name];
    Object.assign(process.env, this.before.env);
    for (const [name, listeners] of listenersOf(process)) {
      const known = this.before.listeners.get(name) ?? [];
      for (const listener of listeners) if (!known.includes(listener)) process.removeListener(name, listener);
    }
    this.global = null;
    this.told();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null; // none: runtime.js compiles without
  }
}

function listenersOf(emitter) {
  return new Map(emitter.eventNames().map((name) => [name, emitter.rawListeners(name)]));
}

module.exports = OneRealm;
