/** Prints the plan row by row with what its test came to; for `npm run fidelity`. */
require('../support/typescript.cjs');
const { basename } = require('node:path');
const { ROWS } = require('./rows.ts');

module.exports = class Reporter {
  onRunComplete(_contexts, { testResults }) {
    const tests = testResults.flatMap((file) =>
      file.testResults.map((test) => ({ ...test, file: basename(file.testFilePath) })),
    );
    const testOf = ({ id }) => tests.find(({ title }) => title.startsWith(`${id} `));
    const stateOf = (row) => {
      const test = testOf(row);
      if (test?.status !== 'passed') return test ? test.status.toUpperCase() : 'NO TEST';
      return row.open ? `open: issue ${row.open.issue}` : 'exact';
    };
    const lines = ROWS.map((row) => [row.id, row.section, row.owner, stateOf(row), row.what, row.open?.why]);
    for (const [index, [id, section, owner, state, what, why]] of lines.entries())
      process.stdout.write(
        `${id.padEnd(4)}${section.padEnd(11)}${state.padEnd(16)}${owner.padEnd(20)}${what}${why ? ` (${why})` : ''}` +
          ` · ${testOf(ROWS[index])?.file ?? '–'} › ${id}\n`,
      );
    const exact = lines.filter(([, , , state]) => state === 'exact').length;
    process.stdout.write(`\n${exact} of ${ROWS.length} exact.\n`);
    for (const { failureMessage } of testResults)
      if (failureMessage) process.stdout.write(`${failureMessage}\n`);
  }
};
