const { readFileSync } = require('node:fs');
const { join, sep } = require('node:path');

const root = join(__dirname, '..', '..', '..');
/** The house's tests parse every source: once a worker, too. */
const SHARED = [
  join(root, 'src') + sep,
  join(root, 'node_modules') + sep,
  join(root, 'test', 'house', 'sources.ts'),
];
/** What makes a test file want modules of its own: it puts something else in one's place, or says that a package keeps something. */
const OWN = /\bjest\.(mock|doMock|setMock|resetModules|isolateModules)|@modules-of-its-own/;

/** Whether a file's module is loaded once a worker: the product's, its packages' and the parsed sources, which hold nothing between two tests. */
const isShared = (path) => SHARED.some((start) => path.startsWith(start));

/** Whether a test file takes the modules that the files before it have loaded. */
const takesShared = (testPath) => !OWN.test(readFileSync(testPath, 'utf8'));

/** The modules that a worker's files share, by path. */
const modules = new Map();

module.exports = { isShared, takesShared, modules };
