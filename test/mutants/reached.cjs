/** Notes which parts of an instrumented source ran: a line `path:offset` each, once for each time that it is loaded. */
const { appendFileSync } = require('node:fs');
const { join } = require('node:path');

const NOTES = join(__dirname, 'reached.txt');

module.exports = (path) => {
  const seen = new Set();
  return (offset) => {
    if (seen.has(offset)) return;
    seen.add(offset);
    appendFileSync(NOTES, `${path}:${offset}\n`);
  };
};
