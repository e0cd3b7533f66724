const { TestEnvironment } = require('jest-environment-node');
const { modules, takesShared } = require('./shares.cjs');

/*
 * One Node environment a worker, so that modules loaded in one test file can be used in the next (see runtime.cjs). What a
 * file may have changed in it (environment variables, timers, process.exit) is put back when the file ends.
 */
class SharedEnvironment extends TestEnvironment {
  begin() {
    const { process } = this.global;
    this.before = { env: { ...process.env }, exit: process.exit };
    return this;
  }

  async teardown() {
    const { process } = this.global;
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
    for (const name of Object.keys(process.env)) if (!(name in this.before.env)) delete process.env[name];
    Object.assign(process.env, this.before.env);
    process.exit = this.before.exit;
  }
}

let shared;

module.exports = class {
  constructor(config, context) {
    if (!takesShared(context.testPath)) {
      // Its own restify patches Node's http for all: those after it begin anew.
      modules.clear();
      shared = undefined;
      // biome-ignore lint/correctness/noConstructorReturn: Jest constructs its environment; this one chooses which.
      return new TestEnvironment(config, context);
    }
    shared ??= new SharedEnvironment(config, context);
    // biome-ignore lint/correctness/noConstructorReturn: as above.
    return shared.begin();
  }
};
