/** The order in which the files stand in the command. */
module.exports = class Sequencer {
  sort(tests) {
    const at = ({ path }) => process.argv.indexOf(path);
    return [...tests].sort((one, other) => at(one) - at(other));
  }

  allFailedTests(tests) {
    return [...tests];
  }

  cacheResults() {}
};
