const asyncHooks = require('node:async_hooks');
const { default: Runtime } = require('jest-runtime');
const { isShared, modules, takesShared } = require('./shares.cjs');

/*
 * Jest loads every module anew for every test file: here that was a third of all the time of a run. The product's modules and
 * its packages hold nothing between two tests, so a worker loads them once. Test files and their helpers are loaded anew as
 * ever, and a file that puts something in a module's place has all modules to itself.
 */
/** The modules of one test file: those that are shared are looked up, and kept, beside it. */
class Registry extends Map {
  get(path) {
    return isShared(path) ? modules.get(path) : super.get(path);
  }
  has(path) {
    return isShared(path) ? modules.has(path) : super.has(path);
  }
  set(path, module) {
    if (!isShared(path)) return super.set(path, module);
    modules.set(path, module);
    return this;
  }
  delete(path) {
    return isShared(path) ? modules.delete(path) : super.delete(path);
  }
}

/**
 * The test that runs, as Jest's runner asks for it. Of tests that run one at a time a variable knows as much as an
 * AsyncLocalStorage, and before Node 24 one of those that is in use slows every promise of the process.
 */
class TestStorage {
  getStore() {
    return this.store;
  }
  run(store, work) {
    const before = this.store;
    this.store = store;
    const end = () => {
      this.store = before;
    };
    let result;
    try {
      result = work();
    } catch (error) {
      end();
      throw error;
    }
    if (typeof result?.then !== 'function') end();
    else result.then(end, end);
    return result;
  }
}

class SharingRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    this.isSharing = takesShared(this._testPath);
    if (!this.isSharing) return;
    this.registries.moduleRegistry = new Registry();
    // A shared module may load another in a later file's test: for Jest, that is after this file's own.
    this.testState.leaveTestCode = () => undefined;
  }

  /** What Jest itself loads: its runner finds the storage above. */
  requireInternalModule(from, to) {
    const { AsyncLocalStorage } = asyncHooks;
    asyncHooks.AsyncLocalStorage = TestStorage;
    try {
      return super.requireInternalModule(from, to);
    } finally {
      asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
    }
  }

  /** A shared module may load another long after the file that loaded it: its runtime goes on. */
  teardown() {
    if (!this.isSharing) return super.teardown();
    this.restoreAllMocks();
    this.registries.moduleRegistry.clear();
    this.jestGlobals.clearJestObjectCache();
    return undefined;
  }
}

module.exports = { __esModule: true, default: SharingRuntime };
